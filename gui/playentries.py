"""The actions of playing and recording, for the table."""

from gui.entry import Entry

PLAYING = (
    Entry("play", "Pla&y", "&Play or pause", "Space", "Hear the tune, or pause it"),
    Entry("stop", "Pla&y", "&Stop", "Shift+Space", "Stop, and go back to where it began"),
    Entry(
        "from_start", "Pla&y", "Play from the &beginning", "Return", "Hear it from the first bar"
    ),
    Entry(
        "play_here",
        "Pla&y",
        "Play from &here",
        "Shift+Return",
        "Hear it from the chosen note, the cursor or the selected bars; a double click on the "
        "ruler does it too",
    ),
    Entry("to_start", "Pla&y", "To the s&tart", "Ctrl+Home", "Go back to the first bar"),
    Entry(
        "record",
        "Pla&y",
        "Re&cord",
        "Ctrl+Shift+R",
        "Record what is played, or end the recording",
        checks=True,
    ),
    Entry(
        "letters",
        "Pla&y",
        "Play &with letters",
        "Ctrl+T",
        "Play the piano with the letters of the computer's keyboard, or type again",
        checks=True,
    ),
    Entry(
        "loop",
        "Pla&y",
        "&Loop",
        "L",
        "Play a stretch again and again, or straight on",
        True,
        checks=True,
    ),
    Entry(
        "loop_bars",
        "Pla&y",
        "Loop the selected b&ars",
        "Shift+L",
        "Play the selected bars again and again, or the bar of the playhead",
    ),
    Entry("metronome", "Pla&y", "&Metronome", "K", "Hear the beats, or not", checks=True),
    Entry("tap", "Pla&y", "Tap the t&empo", "T", "Tap the beat for a tempo"),
    Entry(
        "panic",
        "Pla&y",
        "S&ilence everything",
        "Ctrl+Shift+X",
        "Silence everything at once, also notes that hang in other instruments",
        True,
    ),
)
