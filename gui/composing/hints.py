"""What the model makes of the seed, a moment after that was typed."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.document import Document
from core.music.key import Key
from core.music.melody import Melody
from core.music.meter import MeterMap
from core.music.naming import key_words
from core.music.song import Song
from core.music.tonality import KeyEstimate, compare_keys
from gui.job import Job
from gui.language import tr
from gui.models.blending import Blending
from gui.panels.seed import Hint, SeedPanel

if TYPE_CHECKING:
    from core.compose.hearing import Surprise
    from core.model.family import Model

_PAUSE_MS = 400
_MOST_NOTES = 500
_MOST_REMARKS = 2


class Hints(QObject):
    """Hears the seed with the model on a thread, whenever one of them is another.

    `failed` brings a sentence.
    """

    failed = Signal(str)

    def __init__(
        self,
        document: Document,
        panel: SeedPanel,
        blending: Blending,
        ready_model: "Callable[[], Model | None]",
        parent: QObject | None = None,
    ) -> None:
        """`ready_model` gives the model where a tune can be made now."""
        super().__init__(parent)
        self._document, self._panel = document, panel
        self._ready_model = ready_model
        self._song: Song | None = None
        self._heard: tuple[Model, Melody, MeterMap, Key | None] | None = None
        self._job: Job | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._hear)
        document.listen(self._look)
        panel.typed.connect(self._look_again)
        blending.changed.connect(self._pause.start)

    def _look(self) -> None:
        if self._document.song is not self._song:
            self._song = self._document.song
            self._pause.start()

    @Slot()
    def _look_again(self) -> None:
        """Other letters may say the same notes, but what was marked of them is gone."""
        self._heard = None
        self._pause.start()

    @Slot()
    def _hear(self) -> None:
        model, song = self._ready_model(), self._document.song
        if model is None:
            return  # the seed cannot be read yet, or there is no model: both tell when that changes
        count = bisect_left(song.melody.notes, song.seed_end, key=attrgetter("onset"))
        if not 0 < count <= _MOST_NOTES:
            self._heard = None
            self._leave()
            self._panel.show_hints("")
            return
        heard = model, song.seed, song.meters, song.key
        if heard != self._heard:
            self._heard = heard
            self._start(model, song.with_melody(song.seed))

    def _start(self, model: "Model", seed: Song) -> None:
        bars = self._document.controls.bars

        def steps() -> Iterator[object]:
            from core.compose.hearing import hear_seed  # numpy, which the start needs not

            surprises = []
            for surprise in hear_seed(model, seed, bars):
                surprises.append(surprise)
                yield None
            yield _hints(seed, surprises)

        self._leave()
        self._job = Job(steps, self)
        self._job.item.connect(self._show)
        self._job.failed.connect(self.failed)
        self._job.done.connect(self._end)
        self._job.start()

    @Slot(object)
    def _show(self, found: tuple[str, list[Hint]] | None) -> None:
        if found is not None:
            self._panel.show_hints(*found)

    @Slot()
    def _end(self) -> None:
        self._job = None

    def _leave(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None


def _hints(seed: Song, surprises: "list[Surprise]") -> tuple[str, list[Hint]]:
    """The sentences on the whole seed, and a hint on each of its notes."""
    from core.compose.hearing import remark

    estimate = compare_keys(seed.melody)
    key = seed.key or estimate.key
    hints = [Hint(tr(remark(s, key)), s.is_surprising or not s.is_known) for s in surprises]
    both = sorted(zip(surprises, hints, strict=True), key=_weight)
    marked = [hint.sentence for _, hint in both if hint.is_marked]
    lines = [_key_sentence(key, estimate), *marked[:_MOST_REMARKS]]
    if len(marked) > _MOST_REMARKS:
        more = len(marked) - _MOST_REMARKS
        lines.append(tr("And {n:,} more, underlined with dots", n=more))
    return "\n".join(lines), hints


def _key_sentence(key: Key, estimate: KeyEstimate) -> str:
    """Which key is likeliest next to `key`, or likelier by the notes."""
    if key == estimate.key:
        return tr(estimate.next_best)
    likeliest = key_words(estimate.key)
    return tr("By its notes it is in {key} ({next})", key=likeliest, next=estimate.next_best)


def _weight(both: "tuple[Surprise, Hint]") -> tuple[bool, float]:
    """What is unknown comes first, then what surprises most."""
    surprise, _ = both
    return surprise.is_known, -max(surprise.pitch_bits, surprise.duration_bits)
