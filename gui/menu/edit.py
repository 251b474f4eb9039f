"""The actions of the menu Edit, for the table."""

from core.words import Words
from gui.menu.entry import Entry

_MENU = Words("&Edit")

CHOSEN = (
    Entry(
        "cut",
        _MENU,
        Words("Cu&t"),
        "Ctrl+X",
        Words("Take the chosen notes away, and keep them on the clipboard"),
        True,
    ),
    Entry(
        "copy",
        _MENU,
        Words("Cop&y"),
        "Ctrl+C",
        Words("Lay the chosen notes on the clipboard, as text too"),
    ),
    Entry(
        "paste",
        _MENU,
        Words("P&aste"),
        "Ctrl+V",
        Words(
            "Put notes from the clipboard, or typed ones, at the cursor or the playhead; "
            "files and texts of ABC, kern or MusicXML are shown first"
        ),
    ),
    Entry("delete", _MENU, Words("Delete &notes"), "Del", Words("Take the chosen notes away")),
    Entry(
        "repeat",
        _MENU,
        Words("Dup&licate notes"),
        "R",
        Words("Put the chosen notes behind themselves once more"),
        in_roll=True,
    ),
    Entry(
        "choose_all",
        _MENU,
        Words("C&hoose all notes"),
        "Ctrl+A",
        Words("Choose every note of the tune"),
    ),
)
"""What can be done to the notes that are chosen."""

EDITING = (
    Entry("undo", _MENU, Words("&Undo"), "Ctrl+Z", Words("Take back the last change")),
    Entry("redo", _MENU, Words("&Redo"), "Ctrl+Shift+Z", Words("Do again what was taken back")),
    *CHOSEN,
    Entry(
        "seed",
        _MENU,
        Words("Type the &seed"),
        "Ctrl+L",
        Words("Go to the field of the seed notes"),
        True,
    ),
    Entry(
        "clear",
        _MENU,
        Words("&Clear the seed"),
        "Ctrl+Backspace",
        Words("Remove all notes of the tune"),
    ),
    Entry(
        "adopt",
        _MENU,
        Words("Make the tune the s&eed"),
        "Ctrl+Shift+L",
        Words("Take all notes for your own, and type on behind them"),
    ),
    Entry(
        "redraw",
        _MENU,
        Words("&Draw the selected bars again"),
        "Ctrl+R",
        Words("Make the selected bars anew, leading to what follows"),
        True,
    ),
    Entry(
        "fork",
        _MENU,
        Words("&Other notes here…"),
        "Ctrl+J",
        Words("What could have stood at the chosen note, or the playhead; a double click asks too"),
    ),
    Entry(
        "quantise",
        _MENU,
        Words("&Quantise…"),
        "Ctrl+U",
        Words("Move what was played to a grid, and see it before it is taken"),
        True,
    ),
    Entry(
        "seed_played",
        _MENU,
        Words("Make what was &played the seed"),
        "Ctrl+Shift+P",
        Words("Keep only what was played last, as the seed of a new tune"),
    ),
    Entry(
        "step",
        _MENU,
        Words("Step &input"),
        "Ctrl+I",
        Words("Write a note with every key, at the playhead"),
        checks=True,
    ),
    Entry(
        "step_rest",
        _MENU,
        Words("Step: a rest"),
        "Ctrl+Right",
        Words("Leave out a step of step input"),
    ),
    Entry(
        "step_back",
        _MENU,
        Words("Step: &back"),
        "Ctrl+Left",
        Words("Take back a step of step input"),
    ),
)
