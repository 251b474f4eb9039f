"""The actions of the menu View, for the table."""

from core.words import Words
from gui.menu.entry import Entry

_MENU = Words("&View")

VIEWS = (
    Entry("zoom_in", _MENU, Words("Zoom &in"), "Ctrl++", Words("Show fewer bars, larger")),
    Entry("zoom_out", _MENU, Words("Zoom &out"), "Ctrl+-", Words("Show more bars, smaller")),
    Entry("fit", _MENU, Words("&Whole tune"), "Ctrl+0", Words("Show the whole tune")),
    Entry(
        "field",
        _MENU,
        Words("What the &model thinks"),
        "F",
        Words("Show behind the notes how likely each pitch was, or hide it"),
        True,
        checks=True,
    ),
    Entry(
        "note_names",
        _MENU,
        Words("&Note names"),
        "Shift+N",
        Words("Write on the notes what they are called, or not"),
        opens_group=True,
        checks=True,
    ),
    Entry(
        "degrees",
        _MENU,
        Words("Scale &degrees"),
        "Shift+D",
        Words("Write on the notes which step of the scale they are, or not"),
        checks=True,
    ),
    Entry(
        "key_rows",
        _MENU,
        Words("&Rows of the key"),
        "Shift+K",
        Words("Tint the rows by the key in place of the piano's black keys, or not"),
        checks=True,
    ),
    Entry(
        "seconds",
        _MENU,
        Words("S&econds on the ruler"),
        "Shift+T",
        Words("Count seconds on the ruler, or bars and beats"),
        checks=True,
    ),
    Entry(
        "takes",
        _MENU,
        Words("&Takes"),
        "Ctrl+B",
        Words("Show the takes and go there, or hide them"),
        True,
        checks=True,
    ),
    Entry(
        "velocities",
        _MENU,
        Words("&Velocities"),
        "Shift+V",
        Words("Show under the roll how loud each note is, and draw there, or hide it"),
        checks=True,
    ),
    Entry(
        "score",
        _MENU,
        Words("S&core"),
        "Shift+S",
        Words("Show or hide the tune as engraved music"),
        checks=True,
    ),
    Entry(
        "piano",
        _MENU,
        Words("&Piano"),
        "Ctrl+P",
        Words("Show or hide the on-screen piano"),
        checks=True,
    ),
    Entry(
        "sound",
        _MENU,
        Words("&Sound…"),
        "Ctrl+,",
        Words("Choose SoundFont, instrument, volume, reverb, inputs and timing"),
        True,
    ),
)
