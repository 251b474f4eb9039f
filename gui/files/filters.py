"""What the dialogs for files show: the kinds of files by the ends of their names."""

from core.project import SUFFIX
from core.words import Words

PROJECTS = Words("Cantilena projects ({pattern})", pattern=f"*{SUFFIX}")
MODELS = Words("Trained models (*.keras *.h5 *.hdf5)")
MAPPINGS = Words("Mappings of symbols (*.json)")
ALL = Words("All files (*)")


def music() -> Words:
    """The filter of all that can be opened."""
    from core.opening import SUFFIXES  # much, which the start needs not

    patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    return Words("Music and projects ({patterns})", patterns=patterns)
