"""Sound files: WAV and FLAC, 24 bits a sample.

Both hold the same samples. 24 bits leave a soft tune its quiet end, which 16 would cut, and every
program reads them, which is not so of WAV in floating point; FLAC has no other.
"""

import io
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO

from core.errors import UserError
from core.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SUFFIXES = (".wav", ".flac")
NO_LIBRARY = Words(
    "Sound files need the package soundfile with its libsndfile; install it (pip install "
    "soundfile), or write a MIDI file instead."
)

_FORMATS = dict(zip(SUFFIXES, ("WAV", "FLAC"), strict=True))
_FULL_SCALE = 1 << 23
_LONGEST_REMARK = 2_000  # WAV holds no more


class AudioFile:
    """A sound file that is written into `file`, in a `with` block.

    It carries `title`, and `remark` where that has no more than 2,000 letters. `clipped` counts the
    samples that were too loud. UserError where soundfile is not installed; an OSError of `file`
    comes through.
    """

    def __init__(
        self, file: BinaryIO, suffix: str, rate: int, title: str = "", remark: str = ""
    ) -> None:
        try:
            import soundfile  # type: ignore[import-untyped]
        except (ImportError, OSError):
            raise UserError(NO_LIBRARY) from None
        self.clipped = 0
        self._sink = _Sink(file)
        self._sound = soundfile.SoundFile(
            self._sink, "w", rate, channels=2, subtype="PCM_24", format=_FORMATS[suffix]
        )
        if title:
            self._sound.title = title
        if 0 < len(remark.encode()) <= _LONGEST_REMARK:
            self._sound.comment = remark

    def __enter__(self) -> "AudioFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._sound.close()
        if kind is None:
            self._sink.check()

    def write(self, frames: "NDArray[np.float32]") -> None:
        """Adds (samples, 2), full scale at 1."""
        import numpy as np  # whoever asks for SUFFIXES has no use for it

        whole = np.rint(frames.astype(np.float64) * _FULL_SCALE)
        fitting = np.clip(whole, -_FULL_SCALE, _FULL_SCALE - 1)
        self.clipped += int((whole != fitting).any(axis=1).sum())
        # libsndfile takes the upper 24 bits; its own scales are not the same for WAV and FLAC.
        self._sound.write(fitting.astype(np.int32) << 8)
        self._sink.check()


class _Sink:
    """What libsndfile writes into. It would lose an error on the way through C."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._error: OSError | None = None

    def check(self) -> None:
        """Raises the first error that there was."""
        if self._error is not None:
            raise self._error

    def write(self, data: bytes) -> int:
        self._do(lambda: self._file.write(data))
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._do(lambda: self._file.seek(offset, whence))  # which writes what is waiting

    def tell(self) -> int:
        return self._do(self._file.tell)

    def read(self, _: int) -> bytes:
        return b""

    def _do(self, call: Callable[[], int]) -> int:
        """What `call` returns; 0, and nothing is done, after the first error."""
        try:
            if self._error is None:
                return call()
        except OSError as error:
            self._error = error
        return 0
