"""The process that engraves: the latest wish wins, and whatever happens to it is a sentence."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import TypeAlias

import pytest

from core.engraving import engraver as module
from core.engraving.engraver import MOST_NOTES, Engraver, Wish, engraved, plates
from core.engraving.piece import Pieces
from core.engraving.plate import Plate
from core.errors import UserError
from core.music.song import Song
from core.words import Words
from tests.notation.shorthand import played, song

Answer: TypeAlias = tuple[int, Plate | Words]
Numbered: TypeAlias = tuple[int, Wish]

TUNE = song("c4/4 d4 e4 f4 | g4/1")


def serve_slowly(pipe: "Connection[Answer, Numbered]") -> None:
    """Answers each wish with a plate as wide as the page that it asks for; 1 takes long."""
    while True:
        number, wish = pipe.recv()
        time.sleep(60.0 if wish.page_width == 1 else 0.05)
        pipe.send((number, Plate(float(wish.page_width or 0))))


def serve_and_die(pipe: "Connection[Answer, Numbered]") -> None:
    number, wish = pipe.recv()
    if wish.page_width == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    pipe.send((number, Plate(2.0)))
    pipe.recv()


def refuse(pipe: "Connection[Answer, Numbered]") -> None:
    while True:
        number, wish = pipe.recv()
        pipe.send((number, Words("Not this one.") if wish.page_width == 1 else Plate()))


@pytest.fixture
def engravers() -> Iterator[list[Engraver]]:
    made: list[Engraver] = []
    yield made
    for engraver in made:
        engraver.close()


def answer(engraver: Engraver, seconds: float = 20.0) -> Plate | None:
    """The next plate; None once nothing is to come."""
    end = time.monotonic() + seconds
    while engraver.is_busy:
        plate = engraver.poll()
        if plate is not None:
            return plate
        assert time.monotonic() < end, "no answer"
        time.sleep(0.005)
    return None


def test_a_song_comes_back_as_a_plate(engravers: list[Engraver]) -> None:
    engravers.append(engraver := Engraver())
    assert not engraver.is_busy
    engraver.ask(Wish(TUNE, None))
    plate = answer(engraver)
    assert plate == engraved(Wish(TUNE, None))
    assert plate is not None
    assert [head.note for head in plate.heads] == [0, 480, 960, 1440, 1920]
    engraver.close()
    assert not engraver.is_busy


def test_the_latest_wish_wins(engravers: list[Engraver]) -> None:
    engravers.append(engraver := Engraver(serve_slowly))
    for width in (2, 3, 4, 5):
        engraver.ask(Wish(TUNE, width))
    widths = [plate.width for plate in iter(lambda: answer(engraver), None)]
    assert widths == [2.0, 5.0]


def serve_halves(pipe: "Connection[Answer, Numbered]") -> None:
    """Shows a part of each song at once, and the rest when the next is there, or never."""
    while True:
        number, wish = pipe.recv()
        width = float(wish.page_width or 0)
        pipe.send((number, Plate(width, is_whole=False)))
        if width != 1 or pipe.poll(None):
            pipe.send((number, Plate(width)))


def test_a_part_that_is_in_sight_is_enough_for_the_next_to_begin(
    engravers: list[Engraver],
) -> None:
    engravers.append(engraver := Engraver(serve_halves))
    engraver.ask(Wish(TUNE, 1))
    part = answer(engraver)
    assert part == Plate(1.0, is_whole=False)
    assert engraver.is_busy, "the rest is to come"
    engraver.ask(Wish(TUNE, 2))
    rest = [(plate.width, plate.is_whole) for plate in iter(lambda: answer(engraver), None)]
    assert rest == [(1.0, True), (2.0, False), (2.0, True)], "and none of them ended the other"


def test_what_is_in_sight_comes_first(engravers: list[Engraver]) -> None:
    engravers.append(engraver := Engraver())
    long = song("c4/4 d4 e4 f4 | g4/2 e4 | " * 40)
    engraver.ask(Wish(long, 15_000, sight=3000.0))
    part, whole = answer(engraver), answer(engraver)
    assert part is not None
    assert whole == engraved(Wish(long, 15_000))
    assert not part.is_whole
    assert part.height >= 3000
    assert part.pictures == whole.pictures[: len(part.pictures)]
    assert not engraver.is_busy


def test_the_rest_of_what_is_no_longer_wanted_is_given_up() -> None:
    long = Wish(song("c4/4 d4 e4 f4 | g4/2 e4 | " * 40), 15_000, sight=3000.0)
    (part,) = plates(long, Pieces(), is_wanted=lambda: False)
    assert not part.is_whole


def test_what_is_forgotten_is_not_begun(engravers: list[Engraver]) -> None:
    engravers.append(engraver := Engraver(serve_slowly))
    engraver.ask(Wish(TUNE, 2))
    engraver.ask(Wish(TUNE, 3))
    engraver.forget()
    assert [plate.width for plate in iter(lambda: answer(engraver), None)] == [2.0]


def test_one_that_takes_long_gives_way_to_the_next(
    engravers: list[Engraver], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LONG_SECONDS", 0.3)
    engravers.append(engraver := Engraver(serve_slowly))
    engraver.ask(Wish(TUNE, 1))
    engraver.ask(Wish(TUNE, 7))
    plate = answer(engraver)
    assert plate is not None
    assert plate.width == 7


def test_one_that_never_ends_is_given_up(
    engravers: list[Engraver], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_SECONDS", 0.3)
    engravers.append(engraver := Engraver(serve_slowly))
    engraver.ask(Wish(TUNE, 1))
    with pytest.raises(UserError, match="took longer"):
        answer(engraver)
    assert not engraver.is_busy
    engraver.ask(Wish(TUNE, 7))
    monkeypatch.undo()
    assert answer(engraver) == Plate(7.0)


def test_a_death_is_a_sentence_and_the_next_wish_is_tried(engravers: list[Engraver]) -> None:
    engravers.append(engraver := Engraver(serve_and_die))
    engraver.ask(Wish(TUNE, 1))
    with pytest.raises(UserError, match="ended"):
        answer(engraver)
    engraver.ask(Wish(TUNE, 2))
    assert answer(engraver) == Plate(2.0)


def test_a_refusal_is_told_of_the_latest_wish_only(engravers: list[Engraver]) -> None:
    engravers.append(engraver := Engraver(refuse))
    engraver.ask(Wish(TUNE, 1))
    engraver.ask(Wish(TUNE, 2))
    assert answer(engraver) == Plate()
    engraver.ask(Wish(TUNE, 1))
    with pytest.raises(UserError, match="Not this one"):
        answer(engraver)


def test_a_tune_too_long_for_a_score_is_refused() -> None:
    notes = [(240 * n, 240 * n + 240) for n in range(MOST_NOTES + 1)]
    with pytest.raises(UserError, match=r"up to 3,000 notes, and this one has 3,001"):
        engraved(Wish(played(notes), None))


def test_no_process_is_left_behind(engravers: list[Engraver]) -> None:
    engravers.append(engraver := Engraver(serve_slowly))
    engraver.ask(Wish(Song(), 1))
    time.sleep(0.2)
    engraver.close()
    end = time.monotonic() + 5.0
    while multiprocessing.active_children():
        assert time.monotonic() < end
        time.sleep(0.01)
