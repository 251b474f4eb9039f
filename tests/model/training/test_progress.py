from core.model.training.progress import Epoch, Standing, csv_from_curve


def test_an_epoch_goes_from_learning_to_validating_to_the_next() -> None:
    now = Standing()
    assert now.is_fresh
    now = now.stepped(3.0, 2, 0.5).stepped(1.0, 2, 0.5)
    assert (now.step, now.taken, now.cost, now.count) == (2, 2, 4.0, 4)
    now = now.learnt(2.0)
    assert (now.phase, now.step, now.cost, now.count) == ("validating", 0, 0.0, 0)
    now = now.stepped(5.0, 2, 1.0).validated(2.5, "training")
    assert (now.phase, now.epoch, now.step, now.taken) == ("learning", 1, 0, 2)
    assert now.curve == (Epoch("training", 1, 2.0, 2.5, 2.0),)
    assert not now.is_fresh


def test_patience_counts_within_a_stage_and_the_best_over_all() -> None:
    now = Standing()
    for figure in (3.0, 2.0):
        now = now.learnt(figure).validated(figure, "pretraining")
    now = now.staged(1)
    assert now.is_fresh
    waits = []
    for figure in (2.6, 2.4, 2.5, 2.4, 2.3):
        now = now.learnt(figure).validated(figure, "training")
        waits.append(now.waited)
    assert waits == [0, 0, 1, 2, 0]
    assert (now.best, now.stage_best) == (2.0, 2.3)
    assert [epoch.number for epoch in now.curve] == [1, 2, 1, 2, 3, 4, 5]


def test_the_table_has_a_line_for_each_epoch() -> None:
    curve = (Epoch("pretraining", 1, 3.25, 3.5, 61.5), Epoch("training", 1, 2.123456789, 2.5, 60.0))
    assert csv_from_curve(curve).splitlines() == [
        "stage,number,training,validation,seconds",
        "pretraining,1,3.25,3.5,61.5",
        "training,1,2.12346,2.5,60",
    ]
