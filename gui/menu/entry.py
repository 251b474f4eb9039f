"""An action of the menus, as the table has it."""

from dataclasses import dataclass

from core.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: its name in the code, its menu, its text, its shortcut and its tooltip.

    The shortcut of one `in_roll` counts only while the roll, or a part of it, has the focus: in
    other places the key has another meaning. One that `checks` shows in its menu whether it is on.
    """

    name: str
    menu: Words
    text: Words
    shortcut: str
    tip: Words
    opens_group: bool = False
    in_roll: bool = False
    checks: bool = False
