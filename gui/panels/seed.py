"""The seed: typed notes, read while they are typed, and what was found in them."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QGroupBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.music.key import Key
from core.music.melody import Melody
from core.music.meter import Meter, meter_from_text
from core.music.naming import key_words
from core.music.song import Song
from core.music.text import Mistake, Typed, parse, text_from_melody
from core.music.tonality import estimate_key
from core.words import Words, counted, joined
from gui.job import Job
from gui.language import tr
from gui.panels.fields import label_for
from gui.panels.notation import NotationField, Remark

METERS = ("4/4", "3/4", "2/4", "6/8", "3/8", "2/2", "3/2", "5/4", "9/8", "12/8")

_HINT = Words(
    "c4 is middle C · f#4/8 an eighth · e4/4. dotted\nr/2 a rest · (3 c4/8 d4 e4) a triplet"
)

_LINES = 5
"""Of the field: room for about eight bars; more is scrolled."""

_PAUSE_MS = 120
"""A letter is rarely typed later than this after the one before it."""

_LONGEST_TEXT_AT_ONCE, _LONGEST_MELODY_AT_ONCE = 3000, 500
"""Letters and notes; what is longer is read and written on a thread, and the window never waits."""

_KEPT_TEXTS = 200


class Hint(NamedTuple):
    """What there is to say of a note; `is_marked` where it shall be seen without asking."""

    sentence: str
    is_marked: bool


class SeedPanel(QGroupBox):
    """Takes typed notes and a meter; shows the key and the length of what was typed.

    `typed` brings what was read (a Typed) a moment after the last letter, `meter_chosen` a Meter,
    and `settled` tells that what is shown is read, whoever wrote it.
    """

    typed = Signal(object)
    settled = Signal()
    meter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Seed"), parent)
        self.field = NotationField()
        self.field.setAccessibleName(tr("Seed notes"))
        self.field.setPlaceholderText("c4 d4 e4/8 f4 g4/2 …")
        self.field.setToolTip(
            tr(
                "Letter, octave, and after a slash the length: "
                "c4 d4/8 f#4/4. bb3/2 r/4 (3 c4/8 d4 e4)"
            )
        )
        self.field.setFixedHeight(_LINES * self.field.fontMetrics().lineSpacing() + 18)
        self._hint = _wrapping_label("hint")
        self._hint.setText(tr(_HINT))
        self.mistake = _wrapping_label("mistake")
        self.mistake.hide()
        self.facts = _wrapping_label("facts")
        self.hints = _wrapping_label("hint")
        self.hints.setToolTip(
            tr("What the model makes of the seed; point at a note to see its bits")
        )
        self.hints.hide()
        self._meter = QComboBox()
        self._meter.addItems(METERS)
        self._meter.setToolTip(tr("Where the bar lines lie"))
        self._meter.activated.connect(self._choose_meter)

        row = QHBoxLayout()
        row.addWidget(self.facts, 1)
        row.addWidget(label_for(self._meter, tr("&Meter")))
        row.addWidget(self._meter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self._hint)
        column.addWidget(self.mistake)
        column.addLayout(row)
        column.addWidget(self.hints)

        self._song = Song()
        self._melody = Melody()
        self._has_mistakes = False
        self._texts: dict[Melody, str] = {}
        self._work: Job | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self.field.textChanged.connect(self._pause.start)

    @property
    def text(self) -> str:
        return self.field.toPlainText()

    @property
    def has_mistakes(self) -> bool:
        return self._has_mistakes

    @property
    def is_reading(self) -> bool:
        """Whether a long seed is still being read or written."""
        return self._work is not None

    def finish_typing(self) -> None:
        """Reads now what was typed a moment ago."""
        if self._pause.isActive():
            self._read()

    def show_song(self, song: Song) -> None:
        """Shows the seed of `song`, as it was typed if it was, and what is known of it."""
        self._song = song
        seed = song.seed
        if seed != self._melody:
            self._drop_work()
            self._melody = seed
            self._write(seed, song.key or estimate_key(seed))
        self._show_meter(song.meters.meter)
        self.facts.setText(tr(_facts(song, seed)))

    def show_hints(self, sentence: str, hints: Sequence[Hint] = ()) -> None:
        """Shows a sentence on the seed as it is, and a hint on each of its notes; '' for none."""
        self.hints.setText(sentence)
        self.hints.setVisible(bool(sentence))
        places = parse(self.text).places if len(self.text) <= _LONGEST_TEXT_AT_ONCE else ()
        if len(places) != len(hints):  # rounded off, or too long to be looked through
            places, hints = (), ()
        self.field.show_remarks(
            [
                Remark(start, end, hint.sentence, hint.is_marked)
                for (start, end), hint in zip(places, hints, strict=True)
            ]
        )

    def remember(self, melody: Melody, text: str) -> None:
        """Shows `melody` as `text` whenever it comes."""
        self._texts[melody] = text

    def append(self, name: str, length: str) -> None:
        """Adds the note (or the rest 'r') `name` of the written `length`, such as '8.'."""
        self.finish_typing()
        given = re.findall(r"/(\d+\.*)", self.text)
        token = name if length == (given[-1] if given else "4") else f"{name}/{length}"
        text = self.text.rstrip()
        self.field.setPlainText(f"{text} {token}" if text else token)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self._read()

    def clear(self) -> None:
        self.field.setPlainText("")
        self._read()

    @Slot()
    def _read(self) -> None:
        self._drop_work()
        text = self.text
        if len(text) <= _LONGEST_TEXT_AT_ONCE:
            self._take(parse(text))
        else:
            self.facts.setText(tr("Reading the notes…"))
            self._work_on(lambda: parse(text), self._take)

    @Slot(object)
    def _take(self, typed: Typed) -> None:
        self._work = None
        self._melody = typed.melody
        self._keep_text(typed.melody)
        self._show_mistakes(typed.mistakes)
        self.facts.setText(tr(_facts(self._song, typed.melody)))
        self.typed.emit(typed)
        self.settled.emit()

    def _write(self, melody: Melody, key: Key) -> None:
        """Shows `melody` as it was typed, or else as one would type it."""
        text = self._texts.get(melody)
        if text is not None or len(melody) <= _LONGEST_MELODY_AT_ONCE:
            self._show_text(text_from_melody(melody, key) if text is None else text)
        else:
            self.field.setReadOnly(True)
            self._work_on(lambda: text_from_melody(melody, key), self._show_text)

    @Slot(object)
    def _show_text(self, text: str) -> None:
        self._work = None
        self.field.setReadOnly(False)
        self.field.blockSignals(True)
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.blockSignals(False)
        self.show_hints("")
        # Only what was typed can hold mistakes; a long text was shown with them when it was typed.
        self._show_mistakes(parse(text).mistakes if len(text) <= _LONGEST_TEXT_AT_ONCE else ())
        self.settled.emit()

    def _work_on(self, make: Callable[[], object], show: Callable[..., None]) -> None:
        self._work = Job(lambda: (make() for _ in range(1)), self)
        self._work.item.connect(show)
        self._work.start()

    def _drop_work(self) -> None:
        self._pause.stop()
        self.field.setReadOnly(False)
        if self._work is not None:
            self._work.drop()
            self._work = None

    def _show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        self._has_mistakes = bool(mistakes)
        self.field.show_mistakes(mistakes)
        self.mistake.setText(tr(mistakes[0].sentence) if mistakes else "")
        self.mistake.setVisible(self._has_mistakes)
        self._hint.setVisible(not self._has_mistakes)

    def _keep_text(self, melody: Melody) -> None:
        """An undo that comes back to `melody` shows what was typed, not another spelling of it."""
        self._texts.pop(melody, None)
        self.remember(melody, self.text)
        if len(self._texts) > _KEPT_TEXTS:
            self._texts.pop(next(iter(self._texts)))

    def _show_meter(self, meter: Meter) -> None:
        if self._meter.findText(str(meter)) < 0:
            self._meter.addItem(str(meter))
        self._meter.setCurrentText(str(meter))

    @Slot()
    def _choose_meter(self) -> None:
        self.meter_chosen.emit(meter_from_text(self._meter.currentText()))


def _wrapping_label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    return label


def _facts(song: Song, seed: Melody) -> Words:
    if not seed.notes:
        return Words("No notes yet")
    key = key_words(song.key or estimate_key(seed))
    bars = Song(seed, song.meters).bars
    notes = counted("{n:,} notes", "{n:,} note", len(seed))
    return joined(" · ", (key, notes, counted("{n:,} bars", "{n:,} bar", bars)))
