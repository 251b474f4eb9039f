from hypothesis import given
from hypothesis import strategies as st

from core.history import LONGEST_HISTORY, History
from core.words import Words


def test_undo_and_redo_walk_through_the_values_by_their_labels() -> None:
    history = History(0).commit(Words("Add"), 1).commit(Words("Double"), 2)
    assert (history.undo_label, history.redo_label) == ("Double", None)
    back = history.undo()
    assert (back.value, back.undo_label, back.redo_label) == (1, "Add", "Double")
    assert back.redo() == history
    assert history.value == 2, "a history is a value: undoing returns another one"


def test_a_commit_after_an_undo_forgets_what_was_undone() -> None:
    history = History(0).commit(Words("Add"), 1).undo().commit(Words("Subtract"), -1)
    assert (history.redo_label, history.redo()) == (None, history)
    assert history.undo().value == 0


def test_an_equal_value_makes_no_step_and_keeps_the_redo() -> None:
    history = History(0).commit(Words("Add"), 1).undo()
    assert history.commit(Words("Nothing"), 0) is history


def test_nothing_to_undo_leaves_it_as_it_is() -> None:
    history = History("a")
    assert history.undo() is history
    assert history.redo() is history


def test_typing_is_one_step_until_something_else_comes_between() -> None:
    typed = (
        History("").commit(Words("Type"), "a", merge=True).commit(Words("Type"), "ab", merge=True)
    )
    assert typed.undo().value == ""
    assert typed.closed().commit(Words("Type"), "abc", merge=True).undo().value == "ab"
    other = typed.commit(Words("Clear"), "", merge=True).commit(Words("Type"), "x", merge=True)
    assert [other.undo().value, other.undo().undo().value] == ["", "ab"]


def test_a_step_does_not_join_one_that_was_made_without_merge_nor_one_undone() -> None:
    plain = History(0).commit(Words("Move"), 1).commit(Words("Move"), 2, merge=True)
    assert plain.undo().value == 1
    undone = History(0).commit(Words("Move"), 1, merge=True).commit(Words("Turn"), 5).undo()
    assert undone.commit(Words("Move"), 2, merge=True).undo().value == 1


def test_an_amended_step_leads_elsewhere_and_cannot_be_redone() -> None:
    history = History(0).commit(Words("one"), 1, merge=True).closed().amended(2)
    assert (history.value, history.undo_label) == (2, "one")
    assert history.undo().value == 0
    assert history.undo().redo().value == 2
    assert history.commit(Words("two"), 3).undo().amended(4).redo_label is None


def test_only_so_many_steps_are_kept() -> None:
    history = History(0)
    for value in range(1, LONGEST_HISTORY + 11):
        history = history.commit(Words("Count"), value)
    for _ in range(LONGEST_HISTORY + 11):
        history = history.undo()
    assert history.value == 10


@given(st.lists(st.integers(), max_size=30), st.integers(0, 40))
def test_as_many_redos_as_undos_bring_everything_back(values: list[int], steps: int) -> None:
    history = History(0)
    for value in values:
        history = history.commit(Words("Set"), value)
    walked = history
    for _ in range(steps):
        walked = walked.undo()
    for _ in range(steps):
        walked = walked.redo()
    assert walked == history
