from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from core.model.bundle import read_card
from core.model.card import Card
from core.model.library import DEFAULT_MODEL, bundled_models
from gui.language import speak
from gui.models.boxed import BOXED, spoken_card
from tests.gui.test_language import english_again

__all__ = ["english_again"]

pytestmark = pytest.mark.usefixtures("qapp")


def card_of(path: Path) -> Card:
    card = read_card(path)
    assert card is not None
    return card


@pytest.mark.parametrize("path", bundled_models(), ids=lambda path: path.stem)
def test_translators_find_all_that_a_model_in_the_box_says(path: Path) -> None:
    card = spoken_card(card_of(path))
    assert {card.name, card.corpus, card.licence} <= set(BOXED)


def test_it_is_said_in_the_language_of_the_window() -> None:
    speak("de")
    assert QLocale().name() == "de_DE"
    card = spoken_card(card_of(DEFAULT_MODEL))
    assert card.name not in BOXED
    assert card.licence not in BOXED


def test_a_model_from_elsewhere_speaks_as_it_does() -> None:
    speak("de")
    card = replace(card_of(DEFAULT_MODEL), name="Mine", corpus="", licence="Ask me")
    said = spoken_card(card)
    assert (said.name, said.corpus, said.licence) == ("Mine", "", "Ask me.")
