"""Every key that goes down comes up exactly once."""

from hypothesis import given
from hypothesis import strategies as st

from gui.roll.hand import Hand

moves = st.lists(st.tuples(st.sampled_from("abc"), st.one_of(st.none(), st.integers(60, 64))))


@given(moves)
def test_presses_and_releases_are_paired_whatever_the_fingers_do(
    moves: list[tuple[str, int | None]],
) -> None:
    down: set[int] = set()

    def press(pitch: int) -> None:
        assert pitch not in down
        down.add(pitch)

    hand = Hand(press, down.remove)
    for finger, pitch in moves:
        hand.hold(finger, pitch)
        assert hand.pitches == down
        assert hand.holds(finger) == (pitch is not None)
    hand.lift()
    assert not down


def test_a_gliding_finger_leaves_a_key_before_it_takes_the_next() -> None:
    heard: list[str] = []
    hand = Hand(lambda pitch: heard.append(f"+{pitch}"), lambda pitch: heard.append(f"-{pitch}"))
    for pitch in (60, 60, 62, None):
        hand.hold("mouse", pitch)
    assert heard == ["+60", "-60", "+62", "-62"]
