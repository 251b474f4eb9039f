"""What the window remembers from one start to the next."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import UserError
from core.memory import save_settings
from core.music.meter import MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from core.music.text import parse
from core.project import Project
from core.settings import Settings
from gui.job import Job
from gui.roll.labels import words_from_labels

if TYPE_CHECKING:
    from gui.studio import Studio

EXAMPLE_SEED = "c4 e4 g4 e4 | a4/8 g4 f4 e4 g4/2"
"""What stands in the field on the first start, so that Generate and Play have something to do."""

_LOOK_MS = 2000
"""A program that is killed loses the choices of the last seconds at most."""

_log = logging.getLogger(__name__)

_LONGEST_KEPT_SEED = 2000
"""Letters; a longer one would be read again before the window opens, and belongs in a project."""


def project_from_settings(settings: Settings) -> Project:
    """What the window opens on."""
    seed, meters = parse(settings.seed or EXAMPLE_SEED).melody, MeterMap()
    if settings.seed:
        has_upbeat = 0 < settings.upbeat < settings.meter.bar
        meters = MeterMap.constant(settings.meter, settings.upbeat if has_upbeat else 0)
    song = Song(seed, meters, tempos=TempoMap.constant(settings.tempo), seed_end=seed.end)
    return Project(song, settings.controls, settings.model, settings.mapping)


def present_settings(studio: "Studio") -> Settings:
    """How everything stands now."""
    window, files, models = studio.window, studio.files, studio.models
    seed, song = window.seed.text, studio.document.song
    return Settings(
        output=studio.playback.choice,
        model=models.name,
        mapping=models.mapping,
        seed=seed if len(seed) <= _LONGEST_KEPT_SEED else "",
        meter=song.meters.meter,
        upbeat=song.meters.pickup,
        controls=studio.document.controls,
        sound=studio.sound.choices,
        recording=window.record.choices,
        keeps_random_seed=window.generate.lock.isChecked(),
        shows_field=studio.probing.survey.is_on,
        tempo=song.tempo,
        project_folder=files.project_folder,
        export_folder=files.export_folder,
        export_kind=studio.export.kind,
        model_folder=files.model_folder,
        geometry=window.place,
        layout=replace(window.layout_of_parts, shows_velocities=studio.workbench.shows_velocities),
        labels=words_from_labels(window.roll.scene.labels),
        language=studio.languages.choice,
    )


class Memory(QObject):
    """Keeps what the user chose in this window, a few seconds later, and when it closes.

    `told` brings a sentence where that is impossible.
    """

    told = Signal(str)

    def __init__(self, studio: "Studio") -> None:
        """To be made when everything stands as it was remembered."""
        super().__init__(studio)
        self._studio = studio
        self._kept = present_settings(studio)
        self._tried: Settings | None = None
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def close(self) -> None:
        """Keeps what is not kept yet, here and now."""
        try:
            save_settings(present_settings(self._studio), self._kept)
        except UserError as error:
            _log.warning("%s", error)

    @Slot()
    def _look(self) -> None:
        now, before = present_settings(self._studio), self._kept
        if now == self._tried or self._job is not None:
            return
        self._tried = now

        def steps() -> Iterator[Settings]:
            save_settings(now, before)
            yield now

        self._job = job = Job(steps, self)
        job.item.connect(self._mark_kept)
        job.failed.connect(self.told)
        job.done.connect(self._end)
        job.start()

    @Slot(object)
    def _mark_kept(self, settings: Settings) -> None:
        self._kept = settings

    @Slot()
    def _end(self) -> None:
        self._job = None
