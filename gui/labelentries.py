"""The actions that choose what is written on the roll."""

from gui.entry import Entry

LABELS = (
    Entry(
        "note_names",
        "&View",
        "&Note names",
        "Shift+N",
        "Write on the notes what they are called, or not",
        opens_group=True,
        checks=True,
    ),
    Entry(
        "degrees",
        "&View",
        "Scale &degrees",
        "Shift+D",
        "Write on the notes which step of the scale they are, or not",
        checks=True,
    ),
    Entry(
        "key_rows",
        "&View",
        "&Rows of the key",
        "Shift+K",
        "Tint the rows by the key in place of the piano's black keys, or not",
        checks=True,
    ),
    Entry(
        "seconds",
        "&View",
        "S&econds on the ruler",
        "Shift+T",
        "Count seconds on the ruler, or bars and beats",
        checks=True,
    ),
)
