"""The actions of the menu Tune, for the table."""

from core.words import Words
from gui.menu.entry import Entry

_MENU = Words("&Tune")

TUNES = (
    Entry("generate", _MENU, Words("&Generate"), "Ctrl+Return", Words("Go on from the seed")),
    Entry(
        "answer",
        _MENU,
        Words("&Answer"),
        "Ctrl+Shift+Return",
        Words("Answer the last phrase, and play the answer"),
    ),
    Entry(
        "cancel",
        _MENU,
        Words("&Stop generating"),
        "Ctrl+.",
        Words("Stop, and keep the notes made so far"),
    ),
    Entry(
        "exchange",
        _MENU,
        Words("E&xchange two takes"),
        "X",
        Words("Exchange takes A and B; while it plays, with the next bar"),
        True,
    ),
    Entry(
        "comp",
        _MENU,
        Words("Take the selected &bars of the other take"),
        "Shift+X",
        Words("Put the selected bars of A or B, whichever is not the tune, into it"),
    ),
    Entry(
        "star",
        _MENU,
        Words("Sta&r the take"),
        "Ctrl+D",
        Words("Star the take, so that it stays whatever is drawn"),
    ),
    Entry(
        "keep",
        _MENU,
        Words("&Keep the take"),
        "Ctrl+K",
        Words("Take the take that is shown as a step of its own"),
    ),
)
