"""What is written on request, and how it is remembered."""

from hypothesis import given
from hypothesis import strategies as st

from core.settings import Settings
from gui.roll.labels import Labels, labels_from_words, words_from_labels


@given(st.builds(Labels, st.booleans(), st.booleans(), st.booleans(), st.booleans()))
def test_what_is_on_is_remembered(labels: Labels) -> None:
    assert labels_from_words(words_from_labels(labels)) == labels


def test_at_first_the_notes_have_their_names() -> None:
    assert labels_from_words(Settings().labels) == Labels() == Labels(names=True)


def test_words_of_another_release_are_passed_over() -> None:
    assert labels_from_words("solmisation degrees") == Labels(names=False, degrees=True)
