import pytest
from PySide6.QtWidgets import QMenu

from core.settings import Settings
from gui.language import LANGUAGES, speak, tr
from gui.memory import present_settings
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.test_language import english_again

__all__ = ["english_again"]


def choose(studio: Studio, name: str) -> None:
    next(action for action in studio.languages.actions() if action.text() == name).trigger()


def chosen(studio: Studio) -> list[str]:
    return [action.text() for action in studio.languages.actions() if action.isChecked()]


def test_a_language_is_chosen_for_the_next_start(open_studio: Open) -> None:
    studio = open_studio(Settings())
    assert chosen(studio) == ["That of the system"]
    choose(studio, "Deutsch")
    assert "next start" in studio.window.message.sentence
    settings = present_settings(studio)
    assert settings.language == "de"
    assert chosen(open_studio(settings)) == ["Deutsch"]
    choose(studio, "That of the system")
    assert present_settings(studio).language == ""


def test_a_language_that_nobody_has_is_that_of_the_system(open_studio: Open) -> None:
    assert chosen(open_studio(Settings(language="tlh"))) == ["That of the system"]


@pytest.mark.parametrize("language", set(LANGUAGES) - {"en"})
def test_the_window_speaks_the_language(language: str, open_studio: Open) -> None:
    speak(language)
    studio = open_studio(Settings(language=language))
    titles = [action.text() for action in studio.window.menuBar().actions()]
    assert tr("&Edit") in titles
    assert "&Edit" not in titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_have_one_letter(language: str, open_studio: Open) -> None:
    speak(language)
    bar = open_studio(Settings()).window.menuBar()
    for menu in (bar, *bar.findChildren(QMenu)):
        titles = [action.text().replace("&&", "") for action in menu.actions()]
        letters = [title.partition("&")[2][:1].lower() for title in titles if "&" in title]
        assert len(set(letters)) == len(letters), titles
