"""The actions of the menu Notes, for the table."""

from core.words import Words
from gui.menu.entry import Entry

_MENU = Words("&Notes")

NOTES = (
    Entry(
        "up",
        _MENU,
        Words("Up a &semitone"),
        "Alt+Up",
        Words("Move the chosen notes up by a semitone"),
        in_roll=True,
    ),
    Entry(
        "down",
        _MENU,
        Words("Down a s&emitone"),
        "Alt+Down",
        Words("Move the chosen notes down by a semitone"),
        in_roll=True,
    ),
    Entry(
        "scale_up",
        _MENU,
        Words("Up in the s&cale"),
        "Alt+Shift+Up",
        Words("Move the chosen notes to the next ones of the scale"),
        in_roll=True,
    ),
    Entry(
        "scale_down",
        _MENU,
        Words("Down in the sc&ale"),
        "Alt+Shift+Down",
        Words("Move the chosen notes to the ones below in the scale"),
        in_roll=True,
    ),
    Entry(
        "octave_up",
        _MENU,
        Words("Up an &octave"),
        "Ctrl+Shift+Up",
        Words("Move the chosen notes up by an octave"),
        in_roll=True,
    ),
    Entry(
        "octave_down",
        _MENU,
        Words("Down an oc&tave"),
        "Ctrl+Shift+Down",
        Words("Move the chosen notes down by an octave"),
        in_roll=True,
    ),
    Entry(
        "earlier",
        _MENU,
        Words("A little ea&rlier"),
        "Alt+Shift+Left",
        Words("Let the chosen notes begin a little earlier, whatever the grid"),
        True,
        in_roll=True,
    ),
    Entry(
        "later",
        _MENU,
        Words("A little &later"),
        "Alt+Shift+Right",
        Words("Let the chosen notes begin a little later, whatever the grid"),
        in_roll=True,
    ),
    Entry(
        "split",
        _MENU,
        Words("S&plit"),
        "S",
        Words("Cut the note in two that sounds at the cursor or the playhead"),
        True,
        in_roll=True,
    ),
    Entry(
        "join",
        _MENU,
        Words("&Join"),
        "J",
        Words("Make one note of chosen neighbours, or of one note and the next"),
        in_roll=True,
    ),
    Entry(
        "quantise_notes",
        _MENU,
        Words("&Quantise now"),
        "Q",
        Words("Move the chosen notes to the grid that is chosen for recordings"),
        in_roll=True,
    ),
    Entry(
        "louder",
        _MENU,
        Words("Lo&uder"),
        "Shift+PgUp",
        Words("Play the chosen notes louder"),
        True,
        in_roll=True,
    ),
    Entry(
        "softer",
        _MENU,
        Words("So&fter"),
        "Shift+PgDown",
        Words("Play the chosen notes softer"),
        in_roll=True,
    ),
)
"""A menu of its own."""

TOOLS = (
    Entry(
        "pointer",
        _MENU,
        Words("Po&inter"),
        "V",
        Words("Choose, move and resize notes with the mouse"),
        True,
        in_roll=True,
    ),
    Entry("pencil", _MENU, Words("Pe&ncil"), "P", Words("Draw notes with the mouse"), in_roll=True),
    Entry(
        "eraser", _MENU, Words("Eraser"), "E", Words("Wipe notes away with the mouse"), in_roll=True
    ),
)
"""What the mouse is in the roll."""
