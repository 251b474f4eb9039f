"""What a user works on: what undo covers, and what could be lost."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from core.batch import Batch
from core.compose.controls import Controls
from core.music.song import Song
from core.project import Project

if TYPE_CHECKING:
    from core.compose.pins.pin import Pin
    from core.model.mark import Maker


@dataclass(frozen=True, slots=True)
class Work:
    """A song, its pins, and the controls under which its tune was made; None where it was made
    otherwise. `maker`: see Project. `is_opened` says that it was made before it came here."""

    song: Song
    asked: Controls | None = None
    maker: "Maker | None" = None
    pins: "tuple[Pin, ...]" = ()
    is_opened: bool = False


def work_of(song: Song, pins: "Iterable[Pin]") -> Work:
    """A song that nobody asked a model for, with those of `pins` that hold a note of it."""
    kept = sorted((pin for pin in pins if pin.is_in(song)), key=attrgetter("onset"))
    return Work(song, pins=tuple(kept))


def opened_work(project: Project) -> Work:
    return Work(project.song, project.asked, project.maker, project.pins, is_opened=True)


def is_made_alike(song: Song, other: Song) -> bool:
    """Whether what makes the one makes the other: tempo and title tell a model nothing."""
    told = attrgetter("melody", "meters", "key", "seed_end")
    return bool(told(song) == told(other))


def worth(project: Project) -> Project:
    """What of it is work: not which takes are compared, nor where somebody looks."""
    return replace(project, batch=Batch(project.batch.takes), sight=None, recipe="")
