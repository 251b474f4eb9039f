"""A tempo from beats that somebody taps."""

from core.music.tempo import FASTEST_TEMPO, SLOWEST_TEMPO

_MOST = 8
_LONGEST_SECONDS = 60 / SLOWEST_TEMPO
_UNEVEN = 0.35


class Taps:
    """The mean of the last eight taps at most.

    A pause, or a tap that comes much earlier or later than those before, begins anew.
    """

    def __init__(self) -> None:
        self._seconds: list[float] = []

    def tap(self, seconds: float, beat_quarters: float = 1.0) -> float | None:
        """A tap at that moment, on beats of so many quarters: the tempo in whole quarters a minute,
        between the slowest and the fastest there is. None for the first tap of a row."""
        taps = self._seconds
        if taps and seconds - taps[-1] > _LONGEST_SECONDS * max(1.0, beat_quarters):
            taps.clear()
        if len(taps) > 1:
            mean = (taps[-1] - taps[0]) / (len(taps) - 1)
            if abs(seconds - taps[-1] - mean) > _UNEVEN * mean:
                del taps[:-1]
        taps.append(seconds)
        del taps[:-_MOST]
        if len(taps) < 2 or taps[-1] <= taps[0]:
            return None
        tempo = 60 * (len(taps) - 1) / (taps[-1] - taps[0]) * beat_quarters
        return float(round(min(max(tempo, SLOWEST_TEMPO), FASTEST_TEMPO)))
