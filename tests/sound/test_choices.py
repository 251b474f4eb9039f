import math

import pytest

from core.errors import UserError
from core.sound.choices import SoundChoices


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"volume": 1.01}, "Volume must be 0 to 1, not 1.01"),
        ({"reverb": math.nan}, "Reverb must be 0 to 1"),
        ({"program": 128}, "Program must be 0 to 127"),
        ({"bank": 128}, "Bank must be 0 to 127"),
        ({"channel": -1}, "Channel must be 0 to 15"),
        ({"latency_seconds": -0.6}, "Latency in seconds must be -0.5 to 0.5"),
        ({"count_in": 5}, "Count-in in bars must be 0 to 4"),
        ({"swing": 0.8}, "Swing must be 0 to 0.75"),
    ],
)
def test_what_lies_outside_its_range_is_named(values: dict[str, float], words: str) -> None:
    with pytest.raises(UserError, match=words):
        SoundChoices(**values)  # type: ignore[arg-type]
