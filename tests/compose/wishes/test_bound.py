import numpy as np

from core.compose.wishes.bound import bounded, range_bound, scale_bound
from core.model.family import SILENCE, Choices

CHOICES = Choices(np.array([SILENCE, 60, 61, 62]))


def test_what_lies_outside_is_forbidden_and_rests_are_not() -> None:
    logits, yielded = bounded(np.zeros(4), CHOICES, (range_bound(61, None), scale_bound("major")))
    assert list(np.isfinite(logits)) == [True, False, False, True]
    assert yielded == ()


def test_a_bound_that_leaves_no_note_yields_to_the_one_before_it() -> None:
    bounds = range_bound(61, 61), scale_bound("major")
    logits, yielded = bounded(np.zeros(4), CHOICES, bounds)
    assert list(np.isfinite(logits)) == [True, False, True, False]
    assert yielded == (bounds[1],)


def test_where_no_note_can_begin_nothing_yields() -> None:
    raw = np.array([0.0, -np.inf, -np.inf, -np.inf])
    logits, yielded = bounded(raw, CHOICES, (range_bound(0, 1),))
    assert logits is raw
    assert yielded == ()


def test_minor_has_both_its_sixths_and_sevenths() -> None:
    classes = {pitch % 12 for pitch in scale_bound("minor").pitches}
    assert classes == {9, 11, 0, 2, 4, 5, 6, 7, 8}
