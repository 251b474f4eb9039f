import pytest

from core.errors import UserError
from core.model.card import Card, card_from_json, json_from_card

CARD = Card(
    "Folk songs", "grid", "Songs of our own", 12, 345, bits_per_note=3.5, command="python main.py"
)


def test_a_card_comes_back_from_its_text() -> None:
    assert card_from_json(json_from_card(CARD)) == CARD


def test_members_of_later_releases_are_passed_over() -> None:
    assert card_from_json('{"name": "a", "family": "grid", "mood": 3}') == Card("a", "grid")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("no", "no JSON text"),
        ("3", "no JSON object"),
        ('{"name": "a"}', "no family"),
        ('{"name": 3, "family": "grid"}', "unusable 'name'"),
        ('{"name": "a", "family": "grid", "songs": "many"}', "unusable 'songs'"),
        ('{"name": "a", "family": "grid", "songs": true}', "unusable 'songs'"),
        ('{"name": "a", "family": "grid", "songs": 1' + "0" * 400 + "}", "unusable 'songs'"),
        ('{"name": "a", "family": "grid", "bits_per_note": NaN}', "unusable 'bits_per_note'"),
        ('{"name": "a", "family": "grid", "bits_per_note": 1e999}', "unusable 'bits_per_note'"),
        (
            '{"name": "a", "family": "grid", "licence": "' + "x" * 100_001 + '"}',
            "unusable 'licence'",
        ),
    ],
)
def test_what_is_no_card_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        card_from_json(text)
