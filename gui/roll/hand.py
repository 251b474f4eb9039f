"""Fingers on keys: each key that goes down comes up exactly once."""

from collections.abc import Callable, Hashable


class Hand:
    """Turns where fingers are into pairs of `press(pitch)` and `release(pitch)`.

    A finger is anything that can hold one key: the mouse, a key of the computer's keyboard. A
    piano key held by two fingers goes down with the first and comes up with the last.
    """

    def __init__(self, press: Callable[[int], object], release: Callable[[int], object]) -> None:
        self._press = press
        self._release = release
        self._held: dict[Hashable, int] = {}

    @property
    def pitches(self) -> frozenset[int]:
        """The keys that are down."""
        return frozenset(self._held.values())

    def holds(self, finger: Hashable) -> bool:
        return finger in self._held

    def hold(self, finger: Hashable, pitch: int | None) -> None:
        """`finger` is now on `pitch`, and on no other key; None: on no key."""
        before = self.pitches
        if pitch is None:
            self._held.pop(finger, None)
        else:
            self._held[finger] = pitch
        after = self.pitches
        for left in before - after:
            self._release(left)
        for new in after - before:
            self._press(new)

    def lift(self) -> None:
        """All fingers up."""
        for finger in tuple(self._held):
            self.hold(finger, None)
