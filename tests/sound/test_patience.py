import pytest

from core.sound.patience import Patience


class Time:
    """A clock that is set by hand, and a Patience that looks at it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 100.0
        self.pings = 0
        monkeypatch.setattr("core.sound.patience.time.monotonic", lambda: self.seconds)
        self.patience = Patience(self.ping)

    def ping(self) -> None:
        self.pings += 1

    def polls_for(self, seconds: float) -> bool:
        """Looks every 50 ms; whether patience was over at the end."""
        is_over = False
        for _ in range(round(seconds / 0.05)):
            self.seconds += 0.05
            is_over = self.patience.is_over()
        return is_over


def test_an_unanswered_ping_is_waited_for_as_long_as_was_agreed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    time = Time(monkeypatch)
    time.patience.hear(2.0)
    assert not time.polls_for(0.25)
    assert time.pings == 2
    assert not time.polls_for(1.9)
    assert time.polls_for(0.2)
    assert time.pings == 2


def test_one_who_slept_does_not_blame_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    time = Time(monkeypatch)
    time.patience.hear(2.0)
    time.polls_for(0.25)
    time.seconds += 3600
    assert not time.patience.is_over()


def test_answers_keep_it_going(monkeypatch: pytest.MonkeyPatch) -> None:
    time = Time(monkeypatch)
    for _ in range(100):
        time.patience.hear(2.0)
        assert not time.polls_for(0.5)
    assert time.pings > 50
