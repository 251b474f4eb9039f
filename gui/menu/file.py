"""The actions of the menu File, for the table."""

from core.words import Words
from gui.menu.entry import Entry

_MENU = Words("&File")

FILES = (
    Entry("new", _MENU, Words("&New"), "Ctrl+N", Words("Begin an empty tune")),
    Entry(
        "open",
        _MENU,
        Words("&Open…"),
        "Ctrl+O",
        Words("Open a project, or a MusicXML, ABC, MIDI, kern or text file"),
    ),
    Entry("save", _MENU, Words("&Save"), "Ctrl+S", Words("Save the project"), True),
    Entry(
        "save_as",
        _MENU,
        Words("Save &as…"),
        "Ctrl+Shift+S",
        Words("Save the project under another name"),
    ),
    Entry(
        "export",
        _MENU,
        Words("&Export…"),
        "Ctrl+E",
        Words("Write the tune as MIDI, MusicXML, ABC or kern, or its score as PDF or a picture"),
        True,
    ),
    Entry(
        "export_takes",
        _MENU,
        Words("Export all &takes…"),
        "Ctrl+Shift+B",
        Words("Write every take to a numbered file of its own"),
    ),
    Entry(
        "export_audio",
        _MENU,
        Words("Export a&udio…"),
        "Ctrl+Shift+E",
        Words("Write the tune as it sounds: WAV or FLAC, through the built-in synth"),
    ),
    Entry(
        "open_model",
        _MENU,
        Words("Open &model…"),
        "Ctrl+M",
        Words("Use a trained model from a file"),
        True,
    ),
    Entry(
        "salvage",
        _MENU,
        Words("Unsaved &work…"),
        "Ctrl+Shift+O",
        Words("Restore or throw away what earlier starts had not saved"),
        True,
    ),
    Entry("quit", _MENU, Words("&Quit"), "Ctrl+Q", Words("Close the window"), True),
)
