"""Text for people, in English, that remembers how it was made: so any language can say it."""

from collections.abc import Callable, Iterable, Mapping

_LONGEST_SHOWN = 60


class Words(str):
    """The text that `template` gives when `values` stand in its {places}, as str.format has it.

    The template is what is looked up in another language, so it is written out where it is used,
    never put together. `comment` tells apart, and tells translators, what one template means in
    several places. Values that are Words are said in the other language too. Without values,
    braces are plain text.
    """

    template: str
    comment: str
    number: int | None
    """What is counted, where the template depends on it; then `comment` is the template for one."""
    values: Mapping[str, object]

    def __new__(cls, template: str, comment: str = "", /, **values: object) -> "Words":
        return _words(template, comment, None, values)

    def __reduce__(self) -> tuple[object, ...]:
        return _words, (self.template, self.comment, self.number, self.values)


def counted(many: str, one: str, number: int, /, **values: object) -> Words:
    """'1 note', '2,500 notes': counted("{n:,} notes", "{n:,} note", 2500)."""
    return _words(many, one, number, {"n": number, **values})


def joined(separator: str, parts: Iterable[str]) -> Words:
    """The parts one after the other; those that are Words stay so."""
    values = {f"part{index}": part for index, part in enumerate(parts)}
    return _words(separator.join(f"{{{name}}}" for name in values), "", None, values)


def changed(words: Words, change: Callable[[object], object]) -> Words:
    """The same words with each value changed, also those of Words among them."""
    values = {
        name: changed(value, change) if isinstance(value, Words) else change(value)
        for name, value in words.values.items()
    }
    return _words(words.template, words.comment, words.number, values)


def shown(text: str, most: int = _LONGEST_SHOWN) -> str:
    """What a stranger wrote, as it can stand in a sentence: one line, of a long text its first
    `most` letters.

    A blank stands for each sign that cannot be seen.
    """
    begin = "".join(sign if sign.isprintable() else " " for sign in text[:most])
    return begin if len(text) <= most else f"{begin}…"


def _words(template: str, comment: str, number: int | None, values: Mapping[str, object]) -> Words:
    pattern = comment if number == 1 else template
    words = str.__new__(Words, pattern.format_map(values) if values else pattern)
    words.template, words.comment, words.number = template, comment, number
    words.values = values
    return words
