"""The one exception whose text is meant for the person at the screen."""

from core.words import Words


class UserError(Exception):
    """One plain sentence: what is wrong, where, and what to do about it.

    Everything that a user can cause (a bad file, a bad wish, a port that is gone) is raised as this
    and shown as it is; any other exception is a defect of the program.
    """

    words: Words

    def __init__(self, template: str, /, **values: object) -> None:
        """`template` and `values` as in Words; or Words as they are."""
        self.words = template if isinstance(template, Words) else Words(template, **values)
        super().__init__(self.words)

    def __str__(self) -> str:
        return str(self.words)
