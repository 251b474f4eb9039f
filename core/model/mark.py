"""What made a tune, by name and by what it is: for recipes, and for the takes of a project."""

from dataclasses import dataclass

from core.errors import UserError
from core.words import Words, shown

_HASH_DIGITS = 64
_SHOWN_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A model by its name in the box or its path, what its card calls it, and its identity.

    UserError for an identity that `core.model.identity` never gives.
    """

    name: str
    title: str
    identity: str

    def __post_init__(self) -> None:
        digits = set("0123456789abcdef")
        if len(self.identity) != _HASH_DIGITS or not set(self.identity) <= digits:
            raise UserError(
                "The model '{title}' is named without its hash.", title=shown(self.title)
            )

    @property
    def described(self) -> Words:
        """For a sentence."""
        return Words(
            "'{title}' (hash {hash})",
            title=shown(self.title),
            hash=self.identity[:_SHOWN_DIGITS],
        )


@dataclass(frozen=True, slots=True)
class Maker:
    """A model that makes tunes, or its mixture with `blend`: how much that counts is a control."""

    model: Mark
    blend: Mark | None = None

    @property
    def identities(self) -> tuple[str, ...]:
        """What it is, whatever its files are called."""
        return tuple(mark.identity for mark in (self.model, self.blend) if mark is not None)

    def title(self, share: float) -> Words:
        """What it is called where the second model counts for `share`."""
        if self.blend is None:
            return Words(self.model.title, "model")
        return mixture_title(self.model.title, self.blend.title, share)


def mixture_title(first: str, second: str, share: float) -> Words:
    """What the mixture of two models is called, by what their cards call them."""
    return Words(
        "{first} with {percent:.0f}% of {second}",
        "the name of a mixture of two models",
        first=Words(first, "model"),
        percent=100 * share,
        second=Words(second, "model"),
    )
