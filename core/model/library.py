"""The models in the box."""

from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "resources" / "models"

DEFAULT_MODEL = _FOLDER / "german.keras"
CLASSIC_MODEL = _FOLDER / "german-classic.keras"


def bundled_models() -> tuple[Path, ...]:
    """The files of the models that come with the program, the default one first."""
    others = sorted(path for path in _FOLDER.glob("*.keras") if path != DEFAULT_MODEL)
    return (DEFAULT_MODEL, *others)


def name_of(path: Path) -> str:
    """How projects and recipes name the model in a file: by its name in the box, or by its path."""
    path = path.resolve()
    return path.stem if path in bundled_models() else str(path)


def path_named(name: str) -> Path:
    """Where the model lies that is named so; an empty name is the default one's."""
    in_box = {path.stem: path for path in bundled_models()}
    return in_box.get(name) or (Path(name) if name else DEFAULT_MODEL)
