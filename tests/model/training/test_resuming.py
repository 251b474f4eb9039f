"""A training that was interrupted ends like one that was not; so the same random seed trains the
same model."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from core.errors import UserError
from core.model.bundle import open_model
from core.model.grid.training import train
from core.model.note.graph import Sizes
from core.model.note.training import train_notes
from core.model.training.checkpoint import checkpoint_path
from core.model.training.course import Saving
from core.model.training.hyperparameters import GridHyperparameters, NoteHyperparameters
from core.model.training.progress import Progress
from tests.model.grid.test_training import folder  # noqa: F401

pytest.importorskip("keras")
resource = pytest.importorskip("resource")  # not on Windows

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(400),
    # Keras 3.15 itself, under numpy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]

IS_LONG = settings.get_current_profile_name() == "long"
NOTE = NoteHyperparameters(
    sizes=Sizes(units=16), batch=100, rate=0.01, epochs=2, more_epochs=1, hidden=0.3
)
GRID = GridHyperparameters(units=16, batch=500, epochs=3, rate=0.02)


@pytest.fixture
def more(tmp_path: Path) -> Path:
    """Ten other tunes."""
    songs = tmp_path / "more"
    songs.mkdir()
    for number in range(10):
        notes = "\n".join(f"4{'gfedcba'[(number * step) % 7]}" for step in range(2, 18))
        (songs / f"other{number}.krn").write_text(f"**kern\n*M4/4\n*C:\n{notes}\n*-\n")
    return songs


def steps_of(family: str, saving: Saving, folder: Path, more: Path) -> Iterator[Progress]:  # noqa: F811
    if family == "grid":
        return train([folder], saving, hyperparameters=GRID)
    return train_notes([folder], saving, more=[more], hyperparameters=NOTE)


def hash_of(path: Path) -> str:
    return open_model(path).card.weights_hash


@pytest.mark.parametrize("family", ["note", "grid"])
def test_a_training_that_was_left_again_and_again_ends_like_one_that_was_not(
    family: str,
    folder: Path,  # noqa: F811
    more: Path,
    tmp_path: Path,
) -> None:
    whole, parted = tmp_path / "whole.keras", tmp_path / "parted.keras"
    wanted = list(steps_of(family, Saving(whole, checkpoint_seconds=0), folder, more))
    steps = sum(p.stage in ("pretraining", "training", "testing") for p in wanted)
    times = 2 if IS_LONG or family == "grid" else 1  # Keras takes ten seconds to draw the other
    cuts = sorted(random.Random(4).sample(range(1, steps), times))
    done = 0
    for end in cuts:
        saving = Saving(parted, resume=done > 0, checkpoint_seconds=0)
        some = steps_of(family, saving, folder, more)
        for progress in some:
            done += progress.stage in ("pretraining", "training", "testing")
            if done == end:
                break
        some.close()  # type: ignore[attr-defined]
        assert checkpoint_path(parted).exists()
    last = list(steps_of(family, Saving(parted, resume=True), folder, more))[-1]
    assert hash_of(parted) == hash_of(whole)
    assert last.test == wanted[-1].test
    figures = [
        [(e.stage, e.number, e.training, e.validation) for e in progress.curve]
        for progress in (last, wanted[-1])
    ]
    assert figures[0] == figures[1]
    assert not checkpoint_path(parted).exists()


def test_a_checkpoint_is_kept_unless_it_is_resumed_by_the_same_training(
    folder: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    out = tmp_path / "runs.keras"
    steps = train([folder], Saving(out), hyperparameters=GRID)
    next(progress for progress in steps if progress.stage == "training")
    next(steps)
    steps.close()
    content = checkpoint_path(out).read_bytes()
    with pytest.raises(UserError, match="--resume"):
        next(train([folder], Saving(out), hyperparameters=GRID))
    other = GridHyperparameters(units=16, batch=500, epochs=4, rate=0.02)
    with pytest.raises(UserError, match=r"other epochs \(3, not 4\)"):
        list(train([folder], Saving(out, resume=True), hyperparameters=other))
    next(folder.iterdir()).unlink()
    with pytest.raises(UserError, match="songs"):
        list(train([folder], Saving(out, resume=True), hyperparameters=GRID))
    assert checkpoint_path(out).read_bytes() == content


def test_a_full_disk_ends_it_with_the_best_model_intact(
    folder: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    out = tmp_path / "runs.keras"
    steps = train([folder], Saving(out, checkpoint_seconds=0), hyperparameters=GRID)
    assert next(progress for progress in steps if progress.epoch == 1).best
    before, files = hash_of(out), sorted(tmp_path.iterdir())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(UserError, match="save elsewhere"):
            list(steps)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert hash_of(out) == before
    assert sorted(tmp_path.iterdir()) == files
    list(train([folder], Saving(out, resume=True), hyperparameters=GRID))
    assert hash_of(out) != before
