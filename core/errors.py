"""The one exception whose text is meant for the person at the screen."""


class UserError(Exception):
    """One plain sentence: what is wrong, where, and what to do about it.

    Everything that a user can cause (a bad file, a bad wish, a port that is gone) is raised as this
    and shown as it is; any other exception is a defect of the program.
    """
