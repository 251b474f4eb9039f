"""Sentences about what takes long, and the question whether to go on."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.language import tr

_LONG_MS = 300
_VERY_LONG_MS = 10_000  # as core.apart.UNASKED


class Wait(QObject):
    """`began` brings a sentence when something takes long, another that asks whether to go on when
    it takes very long, and `ended` the same when it is over.
    """

    began = Signal(str)
    ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self.long, self.very_long = QTimer(self), QTimer(self)
        for timer, time_ms in ((self.long, _LONG_MS), (self.very_long, _VERY_LONG_MS)):
            timer.setSingleShot(True)
            timer.setInterval(time_ms)
        self.long.timeout.connect(self._tell)
        self.very_long.timeout.connect(self._ask)

    def begin(self, sentence: str) -> None:
        """What is begun now takes long, perhaps, and then this says what it is."""
        self._sentence = sentence
        self.long.start()
        self.very_long.start()

    def end(self) -> None:
        self.long.stop()
        self.very_long.stop()
        self.ended.emit(self._sentence)

    @Slot()
    def _tell(self) -> None:
        self.began.emit(self._sentence)

    @Slot()
    def _ask(self) -> None:
        self.ended.emit(self._sentence)
        self._sentence = tr("{sentence} It takes long. Go on?", sentence=self._sentence)
        self.began.emit(self._sentence)
