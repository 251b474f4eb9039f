"""The key Exec read as the Desktop Entry Specification 1.5 says, and nothing else.

First the escapes of all values are undone, then the arguments are told apart and their quotes
undone, then the field codes are put in.
"""

RESERVED = " \t\n\"'\\><~|&;$*?#()`"
_VALUES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


def text_from_value(value: str) -> str:
    signs = iter(value)
    return "".join(_VALUES[next(signs)] if sign == "\\" else sign for sign in signs)


def arguments_from_exec(value: str, file: str | None = None) -> list[str]:
    """The command line; AssertionError for what the specification does not allow."""
    assert "\n" not in value, "a value is one line"
    signs = list(text_from_value(value))
    arguments: list[str] = []
    while signs:
        if signs[0] == " ":
            signs.pop(0)
        elif signs[0] == '"':
            arguments.append(_expanded(_quoted(signs)))
        else:
            plain = ""
            while signs and signs[0] != " ":
                assert signs[0] not in RESERVED, f"{signs[0]!r} must be quoted"
                plain += signs.pop(0)
            if plain == "%f":
                arguments += [] if file is None else [file]
            else:
                arguments.append(_expanded(plain))
    assert "=" not in arguments[0], "a program's path has no equals sign"
    return arguments


def _quoted(signs: list[str]) -> str:
    """Takes an argument and its quotes from the front of `signs`."""
    text = ""
    signs.pop(0)
    while (sign := signs.pop(0)) != '"':
        assert sign not in "`$", f"{sign!r} must be escaped"
        if sign == "\\":
            sign = signs.pop(0)
            assert sign in '"`$\\', f"{sign!r} must not be escaped"
        text += sign
    assert not signs or signs[0] == " ", "an argument is quoted in whole"
    return text


def _expanded(text: str) -> str:
    """With a percent sign for two; there is no other code in an argument of ours."""
    signs = iter(text)
    result = ""
    for sign in signs:
        if sign == "%":
            assert next(signs) == "%"
        result += sign
    return result
