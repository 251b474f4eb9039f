from dataclasses import replace
from pathlib import Path

import pytest

from core.batch import Batch
from core.compose.controls import Controls
from core.compose.measures import Measures, Take
from core.compose.pins.pin import Pin
from core.document import Document
from core.edit.motion import moved
from core.errors import UserError
from core.model.mark import Maker, Mark
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from core.project import Project
from core.sight import Sight
from core.words import Words

ONE = Song(Melody((Note(0, 480, 60),), 480))
TWO = Song(Melody((Note(0, 480, 60), Note(480, 480, 62)), 960))


def state(document: Document) -> tuple[object, ...]:
    return (document.project, document.path, document.undo_label, document.is_changed)


def test_a_generation_can_be_undone_and_is_told_to_all() -> None:
    document, told = Document(Project(ONE)), []
    document.listen(lambda: told.append(document.song))
    document.commit(Words("Generate"), TWO)
    document.undo()
    document.undo()
    document.redo()
    assert told == [TWO, ONE, TWO], "and nothing is told where nothing changed"
    assert (document.undo_label, document.redo_label) == ("Generate", None)


def test_a_step_can_lead_elsewhere_later() -> None:
    document = Document(Project(ONE))
    document.commit(Words("Endless"), TWO, asked=Controls())
    document.close_step()
    more = TWO.with_melody(TWO.melody.extended((Note(960, 480, 64),)))
    document.amend(more)
    assert (document.song, document.asked, document.undo_label) == (more, None, "Endless")
    document.undo()
    assert (document.song, document.undo_label) == (ONE, None)


def changed(document: Document) -> bool:
    return document.is_changed


def test_changes_count_against_what_was_saved(tmp_path: Path) -> None:
    document = Document()
    document.set_controls(Controls(temperature=0.5))
    assert not changed(document), "a moved control alone is no work to lose"
    document.commit(Words("Type"), ONE)
    assert changed(document)
    document.save(tmp_path / "tune")
    assert document.path == tmp_path / "tune.cantilena"
    assert not changed(document)
    document.undo()
    assert changed(document)
    document.redo()
    assert not changed(document)
    document.set_model("other.keras")
    assert changed(document), "once there is a file, the controls belong to it"


def test_a_project_opens_as_it_was_saved_with_a_history_of_its_own(tmp_path: Path) -> None:
    document = Document(Project(TWO, Controls(bars=4), "a.keras"))
    document.save(tmp_path / "a.cantilena")
    other = Document()
    other.commit(Words("Type"), ONE)
    other.open(tmp_path / "a.cantilena")
    assert other.project == document.project
    assert (other.undo_label, other.is_changed) == (None, False)
    other.new()
    assert (other.song, other.controls, other.path) == (Song(), Controls(bars=4), None)


def test_saving_ends_a_step(tmp_path: Path) -> None:
    document = Document()
    document.commit(Words("Type"), ONE, merge=True)
    document.save(tmp_path / "a.cantilena")
    document.commit(Words("Type"), TWO, merge=True)
    document.undo()
    assert document.song == ONE


@pytest.mark.parametrize("name", ["missing.cantilena", "text.cantilena", "."])
def test_a_file_that_does_not_open_changes_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "text.cantilena").write_text("c4 d4 e4")
    document = Document(Project(ONE))
    document.commit(Words("Generate"), TWO)
    before, told = state(document), []
    document.listen(lambda: told.append(1))
    with pytest.raises(UserError):
        document.open(tmp_path / name)
    assert (state(document), told) == (before, [])


def test_a_save_that_fails_loses_nothing(tmp_path: Path) -> None:
    document = Document()
    with pytest.raises(UserError, match="no file yet"):
        document.save()
    document.commit(Words("Type"), ONE)
    document.save(tmp_path / "a.cantilena")
    document.commit(Words("Generate"), TWO)
    before = state(document)
    with pytest.raises(UserError, match="no folder"):
        document.save(tmp_path / "missing" / "a.cantilena")
    assert state(document) == before
    document.save()
    assert not document.is_changed


def test_a_pause_ends_a_step_that_would_have_grown() -> None:
    document = Document()
    document.commit(Words("Type"), ONE, merge=True)
    document.close_step()
    document.commit(Words("Type"), TWO, merge=True)
    document.undo()
    assert document.song == ONE


def test_pins_are_steps_and_go_with_their_notes() -> None:
    document = Document(Project(TWO))
    first, second = (Pin.of(note) for note in TWO.melody)
    document.pin(Words("Pin a note"), [second, first])
    seen = [document.pins]
    assert document.is_changed
    document.commit(Words("Cut"), ONE)
    seen.append(document.pins)
    for _ in range(2):
        document.undo()
        seen.append(document.pins)
    assert seen == [(first, second), (first,), (first, second), ()], "pins go with their notes"
    document.redo()
    assert document.undo_label == "Pin a note"
    document.new()
    assert not document.pins


def test_an_edit_is_a_step_with_which_pins_go() -> None:
    document = Document(Project(replace(TWO, seed_end=480)))
    pin = Pin.of(TWO.melody.notes[1])
    document.pin(Words("Pin a note"), [pin])
    document.edit(Words("Move notes"), moved(TWO.melody, frozenset({480}), 240, 12))
    assert document.song.melody.notes[1] == Note(720, 480, 74)
    assert (document.song.seed_end, document.undo_label) == (480, "Move notes")
    assert document.pins == (Pin(720, 480, 74),)
    document.edit(
        Words("Move notes"), moved(document.song.melody, frozenset({720}), 120), merge=True
    )
    document.edit(
        Words("Move notes"), moved(document.song.melody, frozenset({840}), -360), merge=True
    )
    assert document.pins == (Pin(480, 480, 74),)
    document.undo()
    document.undo()
    assert document.song.melody == TWO.melody
    assert document.pins == (pin,)
    document.edit(Words("Move notes"), moved(document.song.melody, frozenset({480}), -240))
    assert not document.pins, "among the notes of the seed there is nothing to pin"


def test_an_edit_of_nothing_is_no_step() -> None:
    document = Document(Project(TWO))
    document.commit(Words("Generate"), ONE, asked=Controls())
    document.edit(Words("Move notes"), moved(ONE.melody, frozenset({0}), -240))
    assert document.undo_label == "Generate"
    assert document.asked is not None, "the tune still follows the knobs"
    document.edit(Words("Transpose notes"), moved(ONE.melody, frozenset({0}), 0, 1))
    assert document.asked is None


def test_starred_takes_are_work_that_no_undo_takes_away() -> None:
    document = Document(Project(ONE))
    take = Take(TWO, Controls(), Measures(2.0, 5.0, 2, 0.0, 0.0), ())
    document.set_takes((take,))
    document.commit(Words("Type"), TWO)
    document.undo()
    assert document.project.takes == (take,)
    assert document.is_changed
    document.new()
    assert not document.takes


@pytest.mark.parametrize("name", [None, "tune.cantilena"])
def test_restored_work_is_still_to_be_saved(tmp_path: Path, name: str | None) -> None:
    path = None if name is None else tmp_path / name
    document, told = Document(Project(ONE)), []
    document.listen(lambda: told.append(document.is_changed))
    document.restore(Project(TWO, Controls(bars=4)), path)
    assert (document.song, document.controls.bars, document.path) == (TWO, 4, path)
    assert document.undo_label is None
    document.save(tmp_path / "tune.cantilena")
    assert told == [True, False], "nobody hears that it is saved before it is"


def test_takes_without_a_star_are_work_but_not_which_of_them_are_compared() -> None:
    document, told = Document(Project(ONE)), []
    document.listen(lambda: told.append(document.batch))
    take = Take(TWO, Controls(), Measures(2.1, 6.0, 12, 0.2, 0.5), ())
    document.set_takes((), Batch((take,)))
    assert changed(document)
    document.mark_saved(document.project, Path("a.cantilena"))
    document.set_takes((), Batch((take,), (take, None)))
    document.set_takes((), Batch((take,), (take, None)))
    assert not changed(document)
    assert document.project.batch == Batch((take,), (take, None))
    assert len(told) == 3, "nothing is told where nothing changed"
    document.new()
    assert document.batch == Batch()


def test_how_a_tune_is_looked_at_is_kept_and_is_no_work(tmp_path: Path) -> None:
    document = Document(Project(ONE))
    seen = Sight(0.0, 96.5, 71.25, 16, shows_score=True)
    document.set_sight(seen)
    assert not changed(document)
    document.save(tmp_path / "a")
    document.set_sight(replace(seen, left=480.0))
    assert not changed(document)
    other = Document()
    other.open(tmp_path / "a.cantilena")
    assert other.project.sight == seen
    other.new()
    assert other.project.sight is None


def made(document: Document) -> tuple[Controls | None, bool]:
    return document.asked, document.follows


def test_an_opened_tune_knows_how_it_was_made_and_follows_no_knob(tmp_path: Path) -> None:
    document, asked = Document(), Controls(temperature=0.5, takes=4)
    document.commit(Words("Generate"), TWO, asked=asked)
    assert made(document) == (replace(asked, takes=1), True)
    document.save(tmp_path / "a")
    other = Document()
    other.open(tmp_path / "a.cantilena")
    assert made(other) == (replace(asked, takes=1), False)
    other.commit(
        Words("Tempo"), replace(TWO, melody=other.song.melody, tempos=TempoMap.constant(77))
    )
    assert made(other) == (replace(asked, takes=1), False)
    other.commit(Words("Generate"), TWO, asked=asked)
    assert made(other) == (replace(asked, takes=1), True)
    other.undo()
    other.commit(Words("Type"), ONE)
    assert made(other) == (None, False)


def test_what_made_the_tune_goes_with_it_and_comes_back_by_undo() -> None:
    def is_made() -> bool:
        return document.maker == document.project.maker == maker

    document, maker = Document(), Maker(Mark("german", "German", "ab" * 32))
    document.commit(Words("Generate"), TWO, asked=Controls(), maker=maker)
    assert is_made()
    document.commit(Words("Tempo"), replace(document.song, tempos=TempoMap.constant(60.0)))
    document.pin(Words("Pin"), (Pin(0, 480, 60),))
    assert is_made(), "nothing of that tells the model anything"
    document.commit(Words("Meter"), replace(document.song, meters=MeterMap.constant(Meter(3, 4))))
    assert document.asked is not None
    assert not is_made(), "under other bars it would be another tune"
    document.undo()
    assert is_made()
    document.edit(Words("Up"), moved(TWO.melody, frozenset({480}), 0, 12))
    assert not is_made()
    document.undo()
    other = Document()
    other.show(document.project)
    assert other.maker == maker
