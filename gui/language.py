"""The language of the window: everything that is written there goes through `tr`.

What goes to a widget at once is written as tr("…"); what stands in tables and constants, and what
comes from the core, is Words, and passes through `tr` where it is shown. `make texts` finds both.
"""

from pathlib import Path
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core.words import Words

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""Those that are complete, by their codes, each under its own name."""

TEXTS = Path(__file__).parents[1] / "resources" / "translations"


def tr(text: str, comment: str = "", /, **values: object) -> str:
    """`text`, which is Words or a template as they have it, in the language of the window.

    What has no translation stays as it is, so it does no harm to ask twice. Numbers are written as
    the language writes them.
    """
    words = text if isinstance(text, Words) else Words(text, comment, **values)
    if not _translators:
        return str(words)
    number = -1 if words.number is None else words.number
    template = QCoreApplication.translate("", words.template, words.comment, number)
    if template == words.template and words.number == 1:
        template = words.comment
    if not words.values:
        return template
    said = {n: tr(v) if isinstance(v, Words) else v for n, v in words.values.items()}
    return _FORMATTER.vformat(template, (), said)


def figure(value: float, spec: str) -> str:
    """A number as `format` writes it, with the signs that the language of the window has for it."""
    return _localised(format(value, spec))


def speak(language: str) -> None:
    """The window speaks `language`, one of LANGUAGES; empty for that of the system, or English.

    To be called before anything is written: what is written already stays as it is.
    """
    code = language if language in LANGUAGES else _language_of_system()
    QLocale.setDefault(QLocale(code))
    hush()
    if code != "en":
        for name, folder in (
            (f"cantilena_{code}", str(TEXTS)),
            (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ):
            translator = QTranslator()
            if translator.load(name, folder):
                install(translator)


def install(translator: QTranslator) -> None:
    """Asks `translator` too from now on."""
    QCoreApplication.installTranslator(translator)
    _translators.append(translator)


def hush() -> None:
    """Asks nobody any more: what is written is as the code has it."""
    while _translators:
        QCoreApplication.removeTranslator(_translators.pop())


def _language_of_system() -> str:
    wished = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wished if code in LANGUAGES), "en")


def _localised(number: str) -> str:
    locale = QLocale()
    return number.translate({ord("."): locale.decimalPoint(), ord(","): locale.groupSeparator()})


class _Local(Formatter):
    """Writes numbers as the language of the window does."""

    def format_field(self, value: object, spec: str) -> str:
        text = format(value, spec)
        return _localised(text) if isinstance(value, int | float) else text


_FORMATTER = _Local()
_translators: list[QTranslator] = []
