"""A training of the note family that truly runs, on a few tunes of our own."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

from core.errors import UserError
from core.files.kern import song_from_kern
from core.model.archive.weights import Layer, read_named_layers
from core.model.bundle import open_model
from core.model.card import Card
from core.model.family import Frame
from core.model.note.graph import Sizes
from core.model.note.model import NoteModel
from core.model.note.training import train_notes
from core.model.training.course import Saving
from core.model.training.hyperparameters import NoteHyperparameters
from tests.model.grid.test_training import folder  # noqa: F401

pytest.importorskip("keras")

pytestmark = [
    pytest.mark.slow,
    # Keras 3.15 itself, under numpy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]

SMALL = NoteHyperparameters(
    sizes=Sizes(units=24), batch=200, rate=0.01, average=0.8, epochs=6, more_epochs=2
)


def test_a_training_learns_and_writes_a_model_with_its_card(
    folder: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    out = tmp_path / "runs.keras"
    card = Card("Runs", "note", corpus="Scales", command="python main.py train", licence="Ours")
    progress = list(train_notes([folder], Saving(out), hyperparameters=SMALL, card=card))
    figures = [epoch.validation for epoch in progress[-1].curve]
    assert figures[-1] < figures[0] - 0.3
    last = progress[-1]
    assert last.stage == "finished"
    assert last.test is not None
    model = open_model(out)
    assert isinstance(model, NoteModel)
    written = model.card
    assert (written.name, written.corpus, written.licence) == ("Runs", "Scales", "Ours")
    assert written.bits_per_note == pytest.approx(last.test, abs=1e-3)
    shares = [p.share for p in progress if p.stage == "training"]
    assert shares == sorted(shares)


def test_further_songs_are_learnt_from_first_but_no_variant_of_a_held_out_one(
    folder: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    more = tmp_path / "more"
    more.mkdir()
    for number in range(6):
        notes = "\n".join(f"4{'gfedcba'[(number * step) % 7]}" for step in range(2, 18))
        (more / f"other{number}.krn").write_text(f"**kern\n*M4/4\n*C:\n{notes}\n*-\n")
    for path in folder.iterdir():
        (more / path.name).write_bytes(path.read_bytes())
    out = tmp_path / "runs.keras"
    steps = list(train_notes([folder], Saving(out), more=[more, folder], hyperparameters=SMALL))
    learnt = open_model(out).card.songs
    assert learnt is not None
    copies = learnt - steps[-1].songs - 6
    assert copies == steps[-1].songs, "those of training songs alone"
    curve = [(epoch.stage, epoch.number) for epoch in steps[-1].curve]
    assert curve == [*[("pretraining", n) for n in (1, 2)], *[("training", n) for n in range(1, 7)]]
    shares = [p.share for p in steps if p.stage in ("pretraining", "training")]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert steps[-1].best == min(epoch.validation for epoch in steps[-1].curve)


def test_phrases_are_learnt_and_disturb_nothing(tmp_path: Path) -> None:
    """Tunes of quarters whose phrases of any length end with a half note."""
    random = Random(1)
    tunes = []
    for _ in range(50):
        phrases = [random.choices("cdefgab", k=random.randint(2, 7)) for _ in range(4)]
        tunes.append([[*(f"4{letter}" for letter in some), "2c"] for some in phrases])
    layers: list[Mapping[str, Layer]] = []
    for name, opening, closing in (("plain", "", ""), ("marked", "{", "}")):
        songs = tmp_path / name
        songs.mkdir()
        for number, tune in enumerate(tunes):
            lines = [f"{opening}{first}\n" + "\n".join(rest) + closing for first, *rest in tune]
            text = "\n".join(["**kern", "*M4/4", "*C:", *lines, "*-", ""])
            (songs / f"run{number}.krn").write_text(text)
        out = tmp_path / f"{name}.keras"
        list(train_notes([songs], Saving(out), hyperparameters=SMALL))
        layers.append(read_named_layers(out.read_bytes()))
    plain, marked = layers
    for layer, old in plain.items():
        for ours, theirs in zip(old.arrays, marked[layer].arrays, strict=True):
            np.testing.assert_array_equal(ours, theirs)
    assert len({*marked} - {*plain}) == 7
    model = open_model(tmp_path / "marked.keras")
    assert isinstance(model, NoteModel)
    assert model.knows_phrases
    assert not open_model(tmp_path / "plain.keras").knows_phrases
    song = song_from_kern((tmp_path / "marked" / "run0.krn").read_text())
    frame = Frame(song.meters, "major", song.melody.end)
    untold, _, *_ = model.surprise(song.melody, frame)
    told, _, *_ = model.surprise(song.melody, replace(frame, phrase_ends=song.phrase_ends))
    assert told < untold / 2


def test_a_folder_that_cannot_be_written_is_told_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="choose another"):
        next(train_notes([tmp_path], Saving(tmp_path / "none" / "model.keras")))
