"""A melody's key by the notes it dwells on."""

from dataclasses import dataclass
from heapq import nlargest
from itertools import product
from math import log
from operator import mul

from core.music.key import Key, Mode, home_key
from core.music.melody import QUARTER, Melody
from core.music.naming import key_words
from core.words import Words

# Shares of sounding time of the pitch classes, from the tonic up: J. Albrecht and D. Shanahan,
# "The Use of Large Corpora to Train a New Type of Key-Finding Algorithm: An Improved Treatment of
# the Minor Mode", Music Perception 31 (1), 2013, 59-67.
_SHARES: dict[Mode, tuple[float, ...]] = {
    "major": (0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081),
    "minor": (0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052),
}


def _profiles() -> dict[Key, tuple[float, ...]]:
    """For each key the logarithm of each pitch class's share; simple keys first."""
    profiles = {}
    for mode, semitones in product(_SHARES, range(12)):
        key = home_key(mode).transposed(semitones)
        shares = _SHARES[mode]
        total = sum(shares)
        profiles[key] = tuple(log(shares[(p - key.tonic) % 12] / total) for p in range(12))
    return dict(sorted(profiles.items(), key=lambda item: (abs(item[0].fifths), item[0].mode)))


_PROFILES = _profiles()


@dataclass(frozen=True, slots=True)
class KeyEstimate:
    """The likeliest key of a melody, the `second` likeliest, and how many bits less likely it is.

    Each bit halves the likelihood; with `margin` 0 both are equally likely.
    """

    key: Key
    second: Key
    margin: float

    @property
    def next_best(self) -> Words:
        """The second key and how much less likely it is, in words."""
        second = key_words(self.second)
        if round(self.margin, 1) == 0:
            return Words("{key} as likely", key=second)
        return Words("{key} next, {bits:.1f} bits less likely", key=second, bits=self.margin)

    def __str__(self) -> str:
        return f"{key_words(self.key)} ({self.next_best})"


def compare_keys(melody: Melody) -> KeyEstimate:
    """The two keys in which `melody` is likeliest: each quarter of sound is a draw from its shares.

    Of equally likely keys the one with the fewest accidentals, C major for an empty melody. On the
    German songs of the Essen collection it names the key of 92 in 100 (docs/keys.md).
    """
    sounding = [0.0] * 12
    for note in melody:
        sounding[note.pitch % 12] += note.duration / QUARTER
    likelihoods = {key: sum(map(mul, sounding, shares)) for key, shares in _PROFILES.items()}
    first, second = nlargest(2, likelihoods, key=lambda key: likelihoods[key])
    return KeyEstimate(first, second, (likelihoods[first] - likelihoods[second]) / log(2))


def estimate_key(melody: Melody) -> Key:
    """The likeliest key, as `compare_keys` says."""
    return compare_keys(melody).key
