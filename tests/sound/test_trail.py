from core.sound.reports import Failed, OutputLost, OutputOpened, Outputs
from core.sound.trail import Trail
from core.words import Words


def test_an_output_that_was_lost_may_sound_until_it_is_opened_again() -> None:
    trail = Trail()
    trail.note(OutputOpened("Piano"))
    assert (trail.output, trail.may_sound("Piano")) == ("Piano", False)
    trail.note(OutputLost(Words("It is gone.")))
    assert (trail.output, trail.may_sound("Piano")) == (None, True)
    trail.note(OutputOpened("Piano"))
    assert not trail.may_sound("Piano")


def test_one_that_vanished_after_another_was_chosen_may_sound_as_well() -> None:
    trail = Trail()
    trail.note(OutputOpened("Piano"))
    trail.note(OutputOpened("Organ"))
    trail.note(Outputs(("Organ", "Drum")))
    assert trail.may_sound("Piano")
    assert not trail.may_sound("Organ")
    assert not trail.may_sound("Drum")


def test_what_a_dead_process_had_open_may_sound_until_it_can_be_opened_again() -> None:
    trail = Trail()
    trail.break_off()
    trail.note(OutputOpened("port"))
    trail.break_off()
    trail.note(Failed(Words("busy")))
    assert trail.output == "port"
    assert trail.may_sound("port")
