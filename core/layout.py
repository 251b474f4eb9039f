"""How the parts of the window stand, as far as that outlives a session."""

from dataclasses import dataclass

MOST_PX = 16_384
MOST_ZOOM = 100.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Which parts are shown, which groups are unfolded, and what room the user gave to a part.

    0 pixels: as much as the part has by itself. `score_zoom` is 1 for notes of the usual size.
    `grid` is the one to which notes are drawn in the roll, by its name there. ValueError for a
    room below 0 or above MOST_PX, a zoom below 0 or above MOST_ZOOM.
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

    def __post_init__(self) -> None:
        rooms = self.column_px, self.takes_px, self.score_px
        if not all(0 <= room <= MOST_PX for room in rooms) or not 0 <= self.score_zoom <= MOST_ZOOM:
            raise ValueError(f"no window stands like that: {rooms}, {self.score_zoom}")
