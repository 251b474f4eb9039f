import io
import sys

import pytest

from core.cli.command import Status, tell


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_status_is_one_line_that_goes_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with Status() as status:
        status.show("1 of 2")
        status.show("2 of 2")
    assert terminal.getvalue() == "\r\x1b[K1 of 2\r\x1b[K2 of 2\r\x1b[K"


def test_elsewhere_it_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Status() as status:
        status.show("1 of 2")
    assert capsys.readouterr() == ("", "")


def test_whatever_is_told_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    tell("The file 'a\nb' is gone.")
    assert capsys.readouterr() == ("", "The file 'a b' is gone.\n")
