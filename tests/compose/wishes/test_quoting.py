from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.quotation import Quotations
from core.compose.wishes.quoting import Quoting
from core.errors import UserError
from core.model.bundle import open_model
from core.model.family import Model
from core.model.library import CLASSIC_MODEL, DEFAULT_MODEL
from core.model.originality import RUN, Indexing
from core.music.key import Key
from core.music.melody import QUARTER, Melody
from core.music.song import Song
from core.music.text import melody_from_text

SEED = melody_from_text("d4 e4 f#4/8 g4 a4/4 | f#4/2")
BARS, TUNES, WARM = 8, 6, Controls(0.7)

opened = cache(open_model)


def tune(model: Model, controls: Controls, random_seed: int, seed: Melody = SEED) -> Melody:
    song = Song(seed, key=Key(2), seed_end=seed.end)
    continuation = continue_song(model, song, replace(controls, random_seed=random_seed))
    return continuation.song(continuation).melody


@dataclass
class Copyist:
    """A model, and tunes that it makes again when it is asked for them with their random seeds: its
    index says that it learnt from them."""

    model: Model
    learnt: list[Melody]


@pytest.fixture(params=[DEFAULT_MODEL, CLASSIC_MODEL], ids=["note", "grid"])
def copyist(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Copyist:
    path: Path = request.param
    model = opened(path)
    learnt = [tune(model, WARM, random_seed) for random_seed in range(TUNES)]
    indexing = Indexing()
    for melody in learnt:
        indexing.add(Song(melody, title="One of its own"))
    monkeypatch.setattr(model, "indexes", (indexing.index,))
    return Copyist(model, learnt)


@pytest.mark.parametrize("most", [RUN, 12])
def test_no_run_is_longer_than_asked_for(copyist: Copyist, most: int) -> None:
    exact = Quotations(copyist.learnt)
    assert min(map(exact.longest, copyist.learnt)) > 16
    for random_seed in range(TUNES):
        melody = tune(copyist.model, replace(WARM, quote=most), random_seed)
        assert exact.longest(melody) <= most
        assert melody.end == BARS * 4 * QUARTER


def test_a_limit_that_is_never_reached_changes_nothing(copyist: Copyist) -> None:
    for random_seed, melody in enumerate(copyist.learnt[:4]):
        assert tune(copyist.model, replace(WARM, quote=64), random_seed) == melody


def test_a_seed_may_quote_but_what_follows_must_not_go_on(copyist: Copyist) -> None:
    exact, whole = Quotations(copyist.learnt), copyist.learnt[0]
    seed = whole.until(whole.notes[14].end)
    for random_seed in range(4):
        melody = tune(copyist.model, replace(WARM, quote=RUN), random_seed, seed)
        assert exact.longest(melody) == len(seed)
        behind = melody.notes[len(seed) - RUN + 1 :]
        assert exact.longest(Melody(behind, melody.end)) <= RUN


def test_without_an_index_it_says_so(copyist: Copyist, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copyist.model, "indexes", ())
    song = Song(SEED, key=Key(2))
    notices = continue_song(copyist.model, song, replace(WARM, quote=RUN)).notices
    assert notices == ("The model has no index of its songs, so quotations are not limited.",)
    assert tune(copyist.model, replace(WARM, quote=RUN), 3) == copyist.learnt[3]


def test_where_no_other_note_is_left_it_gives_way_and_says_so() -> None:
    model = opened(DEFAULT_MODEL)
    controls = Controls(lowest=64, highest=64, density=1.0, quote=RUN, bars=12)
    making = iter(continue_song(model, Song(SEED, key=Key(2)), controls))
    notes = list(making)
    assert {note.pitch for note in notes} == {64}
    assert any("outside the limit for quotations" in notice for notice in making.notices)


def test_a_fork_quotes_on_its_own() -> None:
    indexing = Indexing()
    learnt = melody_from_text("c4 d4 e4 f4 g4 a4 b4 c5 d5 e5")
    indexing.add(Song(learnt))
    known = [(note.pitch, note.duration) for note in learnt]
    quoting = Quoting((indexing.index,), RUN, known[: RUN - 1])
    assert not quoting.hear(*known[RUN - 1]), "as long as it may be"
    assert quoting.hear(*known[RUN]), "one too many"
    with pytest.raises(UserError, match="Longest quotation must be 8 to 64, not 7"):
        Controls(quote=7)
