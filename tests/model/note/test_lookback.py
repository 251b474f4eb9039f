from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from core.model.note.lookback import MATCHES, NOTHING, Candidate, Past
from tests.model.tunes import NOTE_WORDS

C, D, E, F, G = (NOTE_WORDS.pitch(pitch) or 0 for pitch in (60, 62, 64, 65, 67))
EIGHTH, QUARTER, HALF = (NOTE_WORDS.duration(ticks) or 0 for ticks in (240, 480, 960))


def past_of(*events: tuple[int, int]) -> Past:
    """From pairs of symbols, duration and pitch, one behind the other."""
    past = Past.empty(NOTE_WORDS)
    tick = 0
    for duration, pitch in events:
        end = tick + NOTE_WORDS.durations[duration]
        past.hear(tick, end, duration, pitch)
        tick = end
    return past


SCALE = [(QUARTER, C), (QUARTER, D), (EIGHTH, E), (EIGHTH, F)]


def test_what_begins_at_the_place_is_the_candidate() -> None:
    past = past_of(*SCALE, (QUARTER, C))
    found = past.bars_ago(480)
    assert (found.duration, found.pitch) == (QUARTER + 1, D + 1)
    assert found.moved == D + 1, "from C, as then"
    exact_and_rhythm = 2 + 8 + 1  # one event before it is the same, and so is its length
    assert found.flag == exact_and_rhythm


def test_the_moved_candidate_goes_on_by_the_same_interval() -> None:
    past = past_of(*SCALE, (QUARTER, D))
    assert past.bars_ago(480).moved == E + 1


def test_within_a_note_the_rest_of_it_is_the_candidate() -> None:
    past = past_of((HALF, G), (QUARTER, C))
    assert past.bars_ago(480) == Candidate(1, QUARTER + 1, G + 1, 0)
    assert past.bars_ago(30) == Candidate(1, 0, G + 1, 0), "930 ticks are no known length"
    assert past.bars_ago(5000) == NOTHING


def test_the_longest_matches_and_the_first_one() -> None:
    past = past_of(*SCALE, (HALF, G), *SCALE[:2], (HALF, C), *SCALE[:2])
    exact, shape, tune, first = past.matches()
    assert (exact.duration, exact.pitch, exact.flag) == (HALF + 1, C + 1, 1 + 2)
    assert (shape.duration, shape.pitch) == (HALF + 1, C + 1)
    assert (tune.duration, tune.pitch) == (HALF + 1, C + 1)
    assert (first.duration, first.pitch, first.flag) == (EIGHTH + 1, E + 1, 1 + 2)


def test_a_moved_match_is_found_where_no_exact_one_is() -> None:
    past = past_of((EIGHTH, C), (EIGHTH, D), (HALF, C), (EIGHTH, E), (EIGHTH, E + 2))
    exact, shape, tune, first = past.matches()
    assert exact == tune == first == NOTHING
    assert (shape.duration, shape.moved) == (HALF + 1, E + 1)


def test_nothing_comes_from_nothing() -> None:
    assert past_of().matches() == past_of((HALF, C)).matches() == (NOTHING,) * MATCHES
    assert past_of().bars_ago(0) == NOTHING


def test_a_copy_goes_its_own_way() -> None:
    past = past_of(*SCALE)
    twin = past.copy()
    before = past.matches()
    twin.hear(1440, 1920, QUARTER, C)
    assert past.matches() == before
    assert (len(past), len(twin)) == (4, 5)


@dataclass(frozen=True)
class ByHand:
    """The lengths of runs, counted event by event, as their docstring says."""

    events: list[tuple[int, int]]

    def run(self, place: int, kind: str) -> int:
        length = 0
        while length < min(place, 16):
            then, now = self.events[place - 1 - length], self.events[-1 - length]
            is_like = {
                "exact": then == now,
                "rhythm": then[0] == now[0],
                "tune": then[1] == now[1],
                "shape": then[0] == now[0] and (length == 0 or self._steps_agree(place, length)),
            }[kind]
            if not is_like:
                break
            length += 1
        return length

    def _steps_agree(self, place: int, length: int) -> bool:
        then = self.events[place - length][1] - self.events[place - 1 - length][1]
        return then == self.events[-length][1] - self.events[-1 - length][1]


@given(
    st.lists(
        st.tuples(st.sampled_from((EIGHTH, QUARTER)), st.integers(0, 3)), min_size=1, max_size=40
    )
)
def test_runs_are_as_long_as_counted_by_hand(events: list[tuple[int, int]]) -> None:
    past, by_hand, places = past_of(*events), ByHand(events), range(1, len(events))
    for place in places:
        assert past.rhythm(place) == by_hand.run(place, "rhythm"), place
    for kind, runs, least in (
        ("exact", past.exact, 1),
        ("tune", past.tunes, 1),
        ("shape", past.shapes, 2),
    ):
        lengths = {place: by_hand.run(place, kind) for place in places}
        assert runs == {place: length for place, length in lengths.items() if length >= least}, kind
        assert list(runs) == sorted(runs)
