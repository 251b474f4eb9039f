from hypothesis import given
from hypothesis import strategies as st

from core.sound.playing.schedule import note_off, note_on, program_change
from core.sound.sounding import Sounding
from tests.sound.fakes import is_note_on, sounding_after

pitches = st.integers(58, 62)
channels = st.sampled_from([0, 9])
messages = st.one_of(
    st.builds(note_on, pitches, st.integers(0, 127), channels),
    st.builds(note_off, pitches, channels),
    st.builds(program_change, st.integers(0, 127), channels),
)


def test_a_note_struck_again_is_ended_first() -> None:
    sounding = Sounding()
    assert sounding.admitted(note_on(60, 80)) == (note_on(60, 80),)
    assert sounding.admitted(note_on(60, 90)) == (note_off(60), note_on(60, 90))


def test_a_note_that_does_not_sound_is_not_ended() -> None:
    assert Sounding().admitted(note_off(60)) == ()


def test_what_has_ended_lately_is_ended_again_on_request() -> None:
    sounding = Sounding()
    for pitch in (60, 62, 64):
        sounding.admitted(note_on(pitch, 80))
    sounding.admitted(note_off(60))
    sounding.forget()
    sounding.admitted(note_off(62))
    assert sounding.reminders() == (note_off(60), note_off(62))
    sounding.forget()
    sounding.admitted(note_on(62, 80))
    assert sounding.reminders() == ()
    sounding.endings()
    assert sounding.reminders() == (note_off(62), note_off(64))


@given(st.lists(messages))
def test_each_note_on_gets_exactly_one_note_off(incoming: list[bytes]) -> None:
    sounding = Sounding()
    sent = [out for message in incoming for out in sounding.admitted(message)]
    assert len(sounding) == len(sounding_after(sent))
    sent += sounding.endings()
    ons = sum(map(is_note_on, sent))
    offs = sum(message[0] & 0xF0 in (0x80, 0x90) for message in sent) - ons
    assert ons == offs
    assert not sounding_after(sent)
    assert len(sounding) == 0
    assert sounding.endings() == ()
