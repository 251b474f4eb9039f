"""How the parts of the window stand, as far as that outlives a session."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """Which parts are shown, which groups are unfolded, and what room the user gave to a part.

    0 pixels: as much as the part has by itself. `score_zoom` is 1 for notes of the usual size.
    `grid` is the one to which notes are drawn in the roll, by its name there.
    """

    column_px: int = 0
    takes_px: int = 0
    score_px: int = 0
    shows_piano: bool = True
    unfolds_wishes: bool = False
    unfolds_live: bool = False
    unfolds_record: bool = False
    shows_velocities: bool = False
    shows_score: bool = False
    score_is_strip: bool = False
    score_zoom: float = 1.0
    grid: str = ""
