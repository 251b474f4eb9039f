"""What can be done to notes from the menus: a part of the table of actions."""

from gui.entry import Entry

CHOSEN = (
    Entry(
        "cut",
        "&Edit",
        "Cu&t",
        "Ctrl+X",
        "Take the chosen notes away, and keep them on the clipboard",
        True,
    ),
    Entry("copy", "&Edit", "Cop&y", "Ctrl+C", "Lay the chosen notes on the clipboard, as text too"),
    Entry(
        "paste",
        "&Edit",
        "P&aste",
        "Ctrl+V",
        "Put notes from the clipboard, or typed ones, at the cursor or the playhead",
    ),
    Entry("delete", "&Edit", "Delete &notes", "Del", "Take the chosen notes away"),
    Entry(
        "repeat",
        "&Edit",
        "Dup&licate notes",
        "R",
        "Put the chosen notes behind themselves once more",
        in_roll=True,
    ),
    Entry("choose_all", "&Edit", "C&hoose all notes", "Ctrl+A", "Choose every note of the tune"),
)
"""Of the menu Edit."""

NOTES = (
    Entry(
        "up",
        "&Notes",
        "Up a &semitone",
        "Alt+Up",
        "Move the chosen notes up by a semitone",
        in_roll=True,
    ),
    Entry(
        "down",
        "&Notes",
        "Down a s&emitone",
        "Alt+Down",
        "Move the chosen notes down by a semitone",
        in_roll=True,
    ),
    Entry(
        "scale_up",
        "&Notes",
        "Up in the s&cale",
        "Alt+Shift+Up",
        "Move the chosen notes to the next ones of the scale",
        in_roll=True,
    ),
    Entry(
        "scale_down",
        "&Notes",
        "Down in the sc&ale",
        "Alt+Shift+Down",
        "Move the chosen notes to the ones below in the scale",
        in_roll=True,
    ),
    Entry(
        "octave_up",
        "&Notes",
        "Up an &octave",
        "Ctrl+Shift+Up",
        "Move the chosen notes up by an octave",
        in_roll=True,
    ),
    Entry(
        "octave_down",
        "&Notes",
        "Down an oc&tave",
        "Ctrl+Shift+Down",
        "Move the chosen notes down by an octave",
        in_roll=True,
    ),
    Entry(
        "earlier",
        "&Notes",
        "A little ea&rlier",
        "Alt+Shift+Left",
        "Let the chosen notes begin a little earlier, whatever the grid",
        True,
        in_roll=True,
    ),
    Entry(
        "later",
        "&Notes",
        "A little &later",
        "Alt+Shift+Right",
        "Let the chosen notes begin a little later, whatever the grid",
        in_roll=True,
    ),
    Entry(
        "split",
        "&Notes",
        "S&plit",
        "S",
        "Cut the note in two that sounds at the cursor or the playhead",
        True,
        in_roll=True,
    ),
    Entry(
        "join",
        "&Notes",
        "&Join",
        "J",
        "Make one note of chosen neighbours, or of one note and the next",
        in_roll=True,
    ),
    Entry(
        "quantise_notes",
        "&Notes",
        "&Quantise now",
        "Q",
        "Move the chosen notes to the grid that is chosen for recordings",
        in_roll=True,
    ),
    Entry(
        "louder",
        "&Notes",
        "Lo&uder",
        "Shift+PgUp",
        "Play the chosen notes louder",
        True,
        in_roll=True,
    ),
    Entry(
        "softer", "&Notes", "So&fter", "Shift+PgDown", "Play the chosen notes softer", in_roll=True
    ),
)
"""A menu of its own."""

TOOLS = (
    Entry(
        "pointer",
        "&Notes",
        "Po&inter",
        "V",
        "Choose, move and resize notes with the mouse",
        True,
        in_roll=True,
    ),
    Entry("pencil", "&Notes", "Pe&ncil", "P", "Draw notes with the mouse", in_roll=True),
    Entry("eraser", "&Notes", "Eraser", "E", "Wipe notes away with the mouse", in_roll=True),
)
"""What the mouse is in the roll."""
