"""What keeps a tune from quoting the songs that its model learnt from at length."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from core.model.family import HELD, Choices, Logits
from core.model.originality import RUN, Hashes, Originality, begun, run_codes, went_on

Mask = npt.NDArray[np.bool_]


class Quoting:
    """A tune so far, as its last notes and the runs that they may share with a song.

    No new note may make such a run longer than `most` notes, RUN at least. The index has false
    alarms, so the limit is kept rather too strictly, never too loosely.
    """

    def __init__(
        self, indexes: Sequence[Originality], most: int, known: Iterable[tuple[int, int]]
    ) -> None:
        """`known` are pitches and durations in ticks of the notes that stand already."""
        self._indexes = tuple(indexes)
        self._most = most
        self._last: tuple[tuple[int, int], ...] = ()
        self._hash: Hashes | None = None  # of the last notes
        self._shared = (0,) * len(self._indexes)  # runs of RUN notes in a row, up to the last note
        self._begun: tuple[int, int] | None = None  # tick and pitch of a note without an end
        for pitch, duration in known:
            self.hear(pitch, duration)

    def hear(self, pitch: int, duration: int) -> bool:
        """Goes on behind one more note; whether it has made a run longer than it may be."""
        if len(self._last) == RUN - 1:
            known = self._known(np.array([pitch]), duration)
            self._shared = tuple(
                shared + 1 if hit[0] else 0 for shared, hit in zip(self._shared, known, strict=True)
            )
        self._last, self._hash = (*self._last, (pitch, duration))[1 - RUN :], None
        return any(map(self._is_too_long, self._shared))

    def begin(self, tick: int, pitch: int | None) -> None:
        """A note begins, on the grid, or ends where `pitch` is None."""
        self._begun = None if pitch is None else (tick, pitch)

    def bounded(self, logits: Logits, choices: Choices, tick: int, duration: int) -> Logits:
        """`logits` without the symbols that would make a run too long; as they were, where that
        leaves no note. `tick` is where the present decision stands, `duration` that of a note whose
        pitch is decided on.
        """
        if choices.durations is not None or not any(self._is_too_long(s + 1) for s in self._shared):
            return logits
        if choices.holds:
            return self._held(logits, choices, tick)
        sounds = choices.sounds
        allowed: Mask = np.ones(len(logits), np.bool_)
        allowed[sounds] = self._allowed(choices.pitches[sounds], duration)
        left = sounds & allowed & np.isfinite(logits)
        return np.where(allowed, logits, -np.inf) if left.any() else logits

    def _held(self, logits: Logits, choices: Choices, tick: int) -> Logits:
        """On the grid a note gets its length when another symbol ends it: it may have to go on."""
        if self._begun is None:
            return logits
        begin, pitch = self._begun
        if self._allowed(np.array([pitch]), tick - begin)[0]:
            return logits
        held = choices.pitches == HELD
        is_possible = bool(np.isfinite(logits[held]).any())
        return np.where(held, logits, -np.inf) if is_possible else logits

    def _allowed(self, pitches: npt.NDArray[np.int64], duration: int) -> Mask:
        allowed: Mask = np.ones(len(pitches), np.bool_)
        for shared, known in zip(self._shared, self._known(pitches, duration), strict=True):
            if self._is_too_long(shared + 1):
                allowed &= ~known
        return allowed

    def _known(self, pitches: npt.NDArray[np.int64], duration: int) -> list[Mask]:
        """By each index which of these, as the next note, would end a run of RUN notes."""
        if self._hash is None:
            before, durations = np.array(self._last, np.int64).T
            codes = run_codes(np.diff(before), durations[1:])
            self._hash = begun(durations[:1].astype(np.uint64))
            for place in range(len(codes)):
                self._hash = went_on(self._hash, codes[place : place + 1])
        lasting = np.full(len(pitches), duration)
        hashes = went_on(self._hash, run_codes(pitches - self._last[-1][0], lasting))
        return [index.may_have(hashes) for index in self._indexes]

    def _is_too_long(self, shared: int) -> bool:
        return shared > 0 and shared + RUN - 1 > self._most
