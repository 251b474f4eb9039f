"""The field of the tune at hand is found out on a thread, and no more of it than must be."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.field import Field
from core.compose.fork import Forks
from core.document import Document
from core.model.event import Event
from core.model.family import Model
from core.music.melody import Melody
from core.music.song import Song
from core.music.tempo import TempoMap
from core.words import Words
from gui.field.field import Survey
from gui.job import Job
from tests.compose.test_fork import SEED, last
from tests.model.tunes import tiny_model, tiny_note_model

CONTROLS = Controls(bars=6)


class Room:
    """A survey and what it is of; the model can be taken away."""

    def __init__(self) -> None:
        self.model: Model | None = tiny_note_model()
        self.document = Document()
        self.document.set_controls(CONTROLS)
        continuation = continue_song(tiny_note_model(), SEED, CONTROLS)
        self.document.commit(Words("Generate"), continuation.song(continuation), asked=CONTROLS)
        self.survey = Survey(self.document, lambda: self.model)
        self.shown: list[Field | None] = []
        self.survey.grew.connect(self.shown.append)

    @property
    def field(self) -> Field:
        assert self.survey.field is not None
        return self.survey.field

    @property
    def song(self) -> Song:
        return self.document.song

    def is_whole(self) -> bool:
        field = self.survey.field
        return field is not None and field.is_whole and field.song is self.song

    def edit(self, place: int, semitones: int) -> None:
        notes = list(self.song.melody.notes)
        notes[place] = replace(notes[place], pitch=notes[place].pitch + semitones)
        melody = Melody(tuple(notes), self.song.melody.end)
        self.document.commit(Words("Move"), replace(self.song, melody=melody))


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    yield room
    for job in room.survey.findChildren(Job):
        job.drop()
        job.wait()


@pytest.fixture
def surveyed(room: Room, qtbot: QtBot) -> Room:
    room.survey.switch(True)
    qtbot.waitUntil(room.is_whole)
    return room


def test_it_is_what_the_forks_know(surveyed: Room) -> None:
    forks = Forks(tiny_note_model(), surveyed.song, CONTROLS)
    found = [one.bits for one in surveyed.field.moments]
    assert found == pytest.approx([one.bits for one in forks])
    assert surveyed.shown[-1] is surveyed.field


def test_off_it_knows_nothing_and_asks_nothing(room: Room, qtbot: QtBot) -> None:
    room.edit(-2, 1)
    assert room.survey.field is None
    assert not room.survey.findChildren(Job)
    room.survey.switch(True)
    qtbot.waitUntil(room.is_whole)
    room.survey.switch(False)
    assert room.survey.field is None
    assert room.shown[-1] is None


def test_what_an_edit_leaves_as_it_was_is_kept(surveyed: Room, qtbot: QtBot) -> None:
    before = surveyed.field.moments
    place = len(before) - 3
    pitches = {note.pitch for note in surveyed.song.melody}
    note = surveyed.song.melody.notes[-3]
    surveyed.edit(-3, 1 if note.pitch < max(pitches) else -1)
    qtbot.waitUntil(surveyed.is_whole)
    after = surveyed.field.moments
    assert after[:place] == before[:place], "the very same, not equal ones"
    assert all(new is not old for new, old in zip(after[place:], before[place:], strict=True))


def test_undo_brings_the_field_back(surveyed: Room, qtbot: QtBot) -> None:
    bits = [one.bits for one in surveyed.field.moments]
    surveyed.edit(5, 2)
    surveyed.document.undo()
    qtbot.waitUntil(surveyed.is_whole)
    assert [one.bits for one in surveyed.field.moments] == bits


def test_a_change_that_the_model_does_not_hear_begins_nothing(surveyed: Room) -> None:
    field = surveyed.field
    surveyed.document.commit(
        Words("Change tempo"), replace(surveyed.song, tempos=TempoMap.constant(90.0))
    )
    surveyed.document.set_controls(replace(CONTROLS, takes=4, temperature=0.3))
    assert surveyed.survey.field is field
    assert not surveyed.survey.findChildren(Job) or surveyed.shown[-1] is field


def test_without_a_model_there_is_no_field(surveyed: Room, qtbot: QtBot) -> None:
    surveyed.model = None
    surveyed.survey.look()
    assert surveyed.shown[-1] is None
    surveyed.model = tiny_model()
    surveyed.survey.look()
    qtbot.waitUntil(surveyed.is_whole)


def test_an_empty_tune_has_an_empty_field(surveyed: Room, qtbot: QtBot) -> None:
    surveyed.document.commit(Words("Clear"), Song())
    qtbot.waitUntil(surveyed.is_whole)
    assert surveyed.field.moments == ()


def test_no_more_is_asked_for_than_is_looked_at(room: Room, qtbot: QtBot) -> None:
    room.survey.reach_to(1000)
    room.survey.switch(True)
    qtbot.waitUntil(lambda: room.survey.field is not None and room.field.end >= 1000)
    qtbot.waitUntil(lambda: not room.survey.findChildren(Job))
    first = room.field
    assert first.end < 2 * 1920
    room.survey.reach_to(900)
    assert not room.survey.findChildren(Job)
    room.survey.reach_to(1e9)
    qtbot.waitUntil(room.is_whole)
    assert room.field.moments[: len(first.moments)] == first.moments
    forks = Forks(tiny_note_model(), room.song, CONTROLS)
    assert [one.bits for one in room.field.moments] == [one.bits for one in forks]


def test_a_fork_asks_for_what_stands_there(surveyed: Room) -> None:
    event = surveyed.field.moments[9].event
    forks = Forks(tiny_note_model(), surveyed.song, CONTROLS)
    expected = last(forks.instead(9, 66, event.duration))
    assert last(surveyed.survey.instead(event, 66)(surveyed.song)) == expected
    assert isinstance(event, Event)
