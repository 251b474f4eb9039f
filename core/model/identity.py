"""Which model it is, whatever its file is called."""

import hashlib

from core.errors import UserError
from core.model.family import Model
from core.model.grid.model import GridModel
from core.model.grid.vocabulary import json_from_vocabulary
from core.model.mark import Mark
from core.model.note.model import NoteModel
from core.model.note.vocabulary import json_from_notevocabulary


def identity(model: Model) -> str:
    """A hash of its weights and of what its symbols mean, in hexadecimal.

    The names and dates in its card do not count, nor how its file is packed. UserError for a blend,
    which is not one model.
    """
    weights = model.card.weights_hash
    if not weights:
        raise UserError(
            "'{name}' is a mixture; name the models that it is made of.", name=model.card.name
        )
    if isinstance(model, NoteModel):
        words = json_from_notevocabulary(model.vocabulary)
    else:
        assert isinstance(model, GridModel)
        words = json_from_vocabulary(model.vocabulary)
    return hashlib.sha256(f"{weights} {words}".encode()).hexdigest()


def mark_of(model: Model, name: str) -> Mark:
    """The mark of a model that is called `name` (core/model/library.py). UserError for a blend."""
    return Mark(name, model.card.name, identity(model))
