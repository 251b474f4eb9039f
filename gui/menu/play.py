"""The actions of playing and recording, for the table."""

from core.words import Words
from gui.menu.entry import Entry

_MENU = Words("Pla&y")

PLAYING = (
    Entry("play", _MENU, Words("&Play or pause"), "Space", Words("Hear the tune, or pause it")),
    Entry(
        "stop", _MENU, Words("&Stop"), "Shift+Space", Words("Stop, and go back to where it began")
    ),
    Entry(
        "from_start",
        _MENU,
        Words("Play from the &beginning"),
        "Return",
        Words("Hear it from the first bar"),
    ),
    Entry(
        "play_here",
        _MENU,
        Words("Play from &here"),
        "Shift+Return",
        Words(
            "Hear it from the chosen note, the cursor or the selected bars; a double click on the "
            "ruler does it too"
        ),
    ),
    Entry(
        "to_start", _MENU, Words("To the s&tart"), "Ctrl+Home", Words("Go back to the first bar")
    ),
    Entry(
        "record",
        _MENU,
        Words("Re&cord"),
        "Ctrl+Shift+R",
        Words("Record what is played, or end the recording"),
        checks=True,
    ),
    Entry(
        "letters",
        _MENU,
        Words("Play &with letters"),
        "Ctrl+T",
        Words("Play the piano with the letters of the computer's keyboard, or type again"),
        checks=True,
    ),
    Entry(
        "loop",
        _MENU,
        Words("&Loop"),
        "L",
        Words("Play a stretch again and again, or straight on"),
        True,
        checks=True,
    ),
    Entry(
        "loop_bars",
        _MENU,
        Words("Loop the selected b&ars"),
        "Shift+L",
        Words("Play the selected bars again and again, or the bar of the playhead"),
    ),
    Entry(
        "metronome", _MENU, Words("&Metronome"), "K", Words("Hear the beats, or not"), checks=True
    ),
    Entry("tap", _MENU, Words("Tap the t&empo"), "T", Words("Tap the beat for a tempo")),
    Entry(
        "panic",
        _MENU,
        Words("S&ilence everything"),
        "Ctrl+Shift+X",
        Words("Silence everything at once, also notes that hang in other instruments"),
        True,
    ),
)
