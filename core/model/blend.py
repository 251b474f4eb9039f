"""Two models of one family as one, which mixes what they foretell."""

from core.errors import UserError
from core.model.family import Model
from core.model.grid.blend import gridblend
from core.model.grid.model import GridModel
from core.model.note.blend import NoteBlend
from core.model.note.model import NoteModel


def blend(first: Model, second: Model, share: float) -> Model:
    """A model that is `second` to the `share` 0 to 1, and `first` for the rest.

    At 0 it is `first` itself, at 1 `second`. It knows what one of them knows; who does not know a
    note hears the nearest one. UserError for models of two families.
    """
    if share in (0, 1):
        return second if share else first
    if isinstance(first, NoteModel) and isinstance(second, NoteModel):
        return NoteBlend(first, second, share)
    if isinstance(first, GridModel) and isinstance(second, GridModel):
        return gridblend(first, second, share)
    raise UserError(
        "'{first}' is of the {first_family} family and '{second}' of the {second_family} family; "
        "only models of one family can be mixed.",
        first=first.card.name,
        first_family=first.card.family,
        second=second.card.name,
        second_family=second.card.family,
    )
