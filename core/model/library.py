"""The models in the box."""

from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "resources" / "models"

DEFAULT_MODEL = _FOLDER / "german.keras"
CLASSIC_MODEL = _FOLDER / "german-classic.keras"


def bundled_models() -> tuple[Path, ...]:
    """The files of the models that come with the program, the default one first."""
    others = sorted(path for path in _FOLDER.glob("*.keras") if path != DEFAULT_MODEL)
    return (DEFAULT_MODEL, *others)
