"""MIDI out: as mido and music21 read it, and as FluidSynth plays it."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import mido  # type: ignore[import-untyped]
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings

from core.files.midi import bytes_from_song
from core.music.melody import QUARTER, Note
from core.music.song import Song
from core.music.tempo import TempoMap
from core.sound.synth.fluid import RATE
from tests.files.returning import notated_songs, phrased_songs, written_meters
from tests.sound.synth.fonts import write_soundfont

_BLOCK = 64
_FREQUENCY = 441.0  # of the SoundFont's square wave, on pitch 60
_TAIL_SECONDS = 2.5  # the player waits two seconds for reverb to die away
_RELEASE_SECONDS = 0.15
_AUDIBLE = 0.005


@given(phrased_songs())
def test_mido_reads_the_same(song: Song) -> None:
    file = mido.MidiFile(file=io.BytesIO(bytes_from_song(song, "a recipe")), charset="utf-8")
    assert (file.type, file.ticks_per_beat) == (1, QUARTER)
    found: list[Note] = []
    begun: dict[int, tuple[int, int]] = {}
    ends = set()
    metas: dict[str, Any] = {}
    for track in file.tracks:
        tick = 0
        for message in track:
            tick += message.time
            if message.type == "note_on" and message.velocity:
                assert message.note not in begun
                begun[message.note] = tick, message.velocity
            elif message.type in ("note_on", "note_off"):
                onset, velocity = begun.pop(message.note)
                found.append(Note(onset, tick - onset, message.note, velocity))
            elif message.is_meta:
                metas.setdefault(message.type, message)
        ends.add(tick)
        assert [message.type for message in track].count("end_of_track") == 1
    assert not begun
    assert tuple(found) == song.melody.notes
    assert ends == {song.melody.end, max(song.melody.end, song.meters.pickup)}
    assert metas["track_name"].name == (song.title or "Melody")
    assert 60e6 / metas["set_tempo"].tempo == pytest.approx(song.tempo, rel=1e-4)
    assert metas["text"].text == "a recipe"
    assert ("key_signature" in metas) == (song.key is not None)
    seconds = song.tempos.seconds_at(max(ends))
    assert file.length == pytest.approx(seconds, rel=1e-4)


@pytest.mark.slow
@settings(max_examples=40)
@given(notated_songs())
def test_music21_reads_the_same(tmp_path_factory: pytest.TempPathFactory, song: Song) -> None:
    import music21

    path = tmp_path_factory.mktemp("midi") / "tune.mid"
    path.write_bytes(bytes_from_song(song))
    score = music21.converter.parse(
        path, quantizePost=False, forceSource=True, storePickle=False
    ).stripTies()
    found = [
        (
            Fraction(note.getOffsetInHierarchy(score)) * QUARTER,
            Fraction(note.quarterLength) * QUARTER,
            note.pitch.midi,
        )
        for note in score.recurse().notes
    ]
    assert found == [(Fraction(n.onset), Fraction(n.duration), n.pitch) for n in song.melody]
    if song.key is not None:
        keys = score.recurse().getElementsByClass("KeySignature")
        assert {key.sharps for key in keys} == {song.key.fifths}
    meters = [str(meter) for _, meter in written_meters(song).changes]
    ratios = [t.ratioString for t in score.recurse().getElementsByClass("TimeSignature")]
    assert ratios[-1] == meters[-1]


@pytest.mark.slow
@settings(max_examples=15)
@given(notated_songs())
def test_fluidsynth_plays_each_note_in_its_place(
    tmp_path_factory: pytest.TempPathFactory, song: Song
) -> None:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    folder = tmp_path_factory.mktemp("fluid")
    path = folder / "tune.mid"
    middle = song.melody.notes[len(song.melody) // 2].onset
    tune = replace(song, tempos=TempoMap.from_changes([(0, 180.0), (middle, 140.0)]))
    path.write_bytes(bytes_from_song(tune))
    sound = played(path, write_soundfont(folder / "small.sf2"))
    seconds_at = tune.tempos.seconds_at
    end = seconds_at(tune.melody.end)
    assert end < len(sound) / RATE < end + _TAIL_SECONDS, "the player ends with the tune"
    rests = sound.copy()
    for note in tune.melody:
        first, last = (round(seconds_at(tick) * RATE) for tick in (note.onset, note.end))
        rests[max(0, first - 4 * _BLOCK) : last + round(_RELEASE_SECONDS * RATE)] = 0
        heard = sound[first + 2 * _BLOCK : last - 2 * _BLOCK]
        assert abs(heard).max() > _AUDIBLE, f"{note} is heard"
        if note.duration >= QUARTER:
            crossings = np.count_nonzero(np.diff(np.signbit(heard)))
            frequency = crossings / 2 / (len(heard) / RATE)
            wanted = _FREQUENCY * 2 ** ((note.pitch - 60) / 12)
            assert frequency == pytest.approx(wanted, rel=0.05, abs=5), note
    assert abs(rests).max() < _AUDIBLE, "nothing else is heard"


def played(path: Path, font: Path) -> npt.NDArray[np.float32]:
    """The left side of what FluidSynth's own player makes of a MIDI file, until it is done."""
    import fluidsynth  # type: ignore[import-untyped]

    with synth(fluidsynth, font) as raw:
        assert raw.play_midi_file(str(path)) != -1
        pieces = []
        while fluidsynth.fluid_player_get_status(raw.player) != fluidsynth.FLUID_PLAYER_DONE:
            pieces.append(np.frombuffer(raw.get_samples(_BLOCK), np.int16)[::2] / 2**15)
            assert len(pieces) < 10**6
        fluidsynth.delete_fluid_player(raw.player)
    return np.concatenate(pieces).astype(np.float32)


@contextmanager
def synth(library: Any, font: Path) -> Iterator[Any]:
    quiet = {"synth.reverb.active": 0, "synth.chorus.active": 0}
    raw = library.Synth(samplerate=float(RATE), **quiet)
    try:
        raw.sfload(str(font))
        yield raw
    finally:
        raw.delete()
