from pytestqt.qtbot import QtBot

from gui.panels.message import MessageBar


def test_a_sentence_is_no_page_of_a_stranger(qtbot: QtBot) -> None:
    """Not even one that begins with what a file is called."""
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(600, 60)
    bar.show_sentence("<h1>Large</h1> is no MIDI file.")
    plain = bar.sizeHint().height()
    bar.clear()
    bar.show_sentence("Large is no MIDI file.")
    assert bar.sizeHint().height() == plain
