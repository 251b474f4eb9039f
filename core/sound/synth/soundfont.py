"""Where a SoundFont may be found on this system."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

VARIABLE = "CANTILENA_SOUNDFONT"

_FOLDERS = (
    "~/.local/share/sounds/sf2",
    "~/.local/share/soundfonts",
    "/usr/share/sounds/sf2",
    "/usr/share/sounds/sf3",
    "/usr/share/soundfonts",
    "/usr/local/share/soundfonts",
    "/opt/homebrew/share/soundfonts",
    "/opt/homebrew/share/fluid-synth/sf2",
    "/usr/local/share/fluid-synth/sf2",
    "~/Library/Audio/Sounds/Banks",
    "C:/soundfonts",
    "C:/ProgramData/soundfonts",
)
_FIRST = ("default-gm", "default", "timgm6mb", "fluidr3_gm", "generaluser")


def find_soundfont(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The SoundFont to use: the one CANTILENA_SOUNDFONT names, else one of the system, else None.

    The variable is trusted as it is: a file that is not there is told when it is opened.
    """
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    return min(_candidates(), key=_rank, default=None)


def _candidates() -> Iterator[Path]:
    for folder in map(Path, _FOLDERS):
        for pattern in ("*.sf2", "*.sf3"):
            yield from (path for path in folder.expanduser().glob(pattern) if path.is_file())


def _rank(path: Path) -> tuple[int, str]:
    stem = path.stem.lower()
    known = (place for place, name in enumerate(_FIRST) if stem.startswith(name))
    return next(known, len(_FIRST)), stem
