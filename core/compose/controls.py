"""Every knob of the composer, as one frozen value."""

from dataclasses import dataclass

from core.errors import UserError
from core.music.ending import Ending
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from core.words import Words

LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE = 0.0, 2.0
FEWEST_BARS, MOST_BARS = 1, 256
LOWEST_RANDOM_SEED, HIGHEST_RANDOM_SEED = 0, 2**31 - 1
LEAST_TOP_P = 0.05
LONGEST_PHRASE = 16
MOST_TAKES = 16
SHORTEST_QUOTE, LONGEST_QUOTE = 8, 64


@dataclass(frozen=True, slots=True)
class Controls:
    """What the user asks of a tune. Each default but the first three asks for nothing.

    `temperature`: 0 takes the likeliest symbol each time, 1 draws as the model learnt, more strays.
    `bars`: full bars in all, seed included, an upbeat not counted.
    `random_seed`: the same number gives the same tune.
    `rhythm_temperature`: that of durations, where it shall be another than that of pitches.
    `top_p`: only the likeliest symbols that together are so probable are drawn from.
    `lowest`, `highest`: MIDI pitches in the user's key that new notes keep within.
    `in_scale`: new notes keep to the scale of the key (in minor with both sixths and sevenths).
    `density`: -1 longer notes, 1 shorter ones. `motion`: -1 steps, 1 leaps.
    `motives`: 1 takes up what the tune had before, -1 avoids it.
    `ending`: on the tonic, open (on another degree), or free.
    `quote`: new notes make no run that a training song has longer than so many notes.
    `takes`: so many tunes, each with the next random seed.
    `phrase`: phrases are so many bars long, 0 for as long as the model likes.

    `blend`: the second model of a mixture, by its name in the box or its path, or empty for none;
    `blend_share`: how much it counts, the other one counting for the rest.

    UserError where one lies outside its range.
    """

    temperature: float = 1.0
    bars: int = 8
    random_seed: int = 1
    rhythm_temperature: float | None = None
    top_p: float = 1.0
    lowest: int | None = None
    highest: int | None = None
    in_scale: bool = False
    density: float = 0.0
    motion: float = 0.0
    motives: float = 0.0
    ending: Ending = "free"
    takes: int = 1
    phrase: int = 0
    quote: int | None = None
    blend: str = ""
    blend_share: float = 0.0

    def __post_init__(self) -> None:
        temperatures = LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE
        for name, value, lowest, highest in (
            (Words("Temperature"), self.temperature, *temperatures),
            (Words("Length in bars"), self.bars, FEWEST_BARS, MOST_BARS),
            (Words("Random seed"), self.random_seed, LOWEST_RANDOM_SEED, HIGHEST_RANDOM_SEED),
            (Words("Rhythm temperature"), self.rhythm_temperature, *temperatures),
            (Words("Top-p"), self.top_p, LEAST_TOP_P, 1),
            (Words("Lowest note"), self.lowest, LOWEST_PITCH, HIGHEST_PITCH),
            (Words("Highest note"), self.highest, LOWEST_PITCH, HIGHEST_PITCH),
            (Words("Density"), self.density, -1, 1),
            (Words("Motion"), self.motion, -1, 1),
            (Words("Motives"), self.motives, -1, 1),
            (Words("Number of takes"), self.takes, 1, MOST_TAKES),
            (Words("Phrase length in bars"), self.phrase, 0, LONGEST_PHRASE),
            (Words("Share of the second model"), self.blend_share, 0, 1),
            (Words("Longest quotation"), self.quote, SHORTEST_QUOTE, LONGEST_QUOTE),
        ):
            if value is None:
                continue
            if not lowest <= value <= highest:  # so written, it refuses NaN too
                raise UserError(
                    "{name} must be {lowest:g} to {highest:.10g}, not {value:g}.",
                    name=name,
                    lowest=lowest,
                    highest=highest,
                    value=value,
                )
        if self.lowest is not None and self.highest is not None and self.lowest > self.highest:
            raise UserError(
                "The lowest note (MIDI {lowest}) lies above the highest one (MIDI {highest}); "
                "exchange them.",
                lowest=self.lowest,
                highest=self.highest,
            )
