"""Standard MIDI files (RP-001, formats 0 and 1): a song out, a melody in.

A song is written so that any sequencer shows it as it is: format 1, 480 ticks a quarter; a first
track with title, tempo, key and meters; a second with name, program and notes; both end where
the melody ends, so that a final rest is kept. An upbeat is a first bar with a short meter of its
own (1/4 before 4/4), which puts every bar line in its place; an upbeat that no meter can hold is
the full meter, said again where bar 1 begins. A marker stands where the composed part begins.
Reading understands all of this again.
"""

import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.disk import read_file, write_file
from core.errors import UserError
from core.files.events import events_in
from core.files.signature import Signature, meters_from_signatures, signatures_from_meters
from core.files.skyline import Voice, most_melodic
from core.files.transcript import CONTINUATION
from core.music.key import key_from_text
from core.music.melody import QUARTER, Note
from core.music.song import FASTEST_TEMPO, SLOWEST_TEMPO, Song

if TYPE_CHECKING:
    from mido import Message, MetaMessage, MidiFile  # type: ignore[import-untyped]

SUFFIXES = (".mid", ".midi")
PIANO = 0
DRUM_CHANNEL = 9
LARGEST_FILE = 4_000_000
MOST_EVENTS = 250_000
"""Twice as many as any other kind of file may have notes, and room for the rest."""

MOST_BEATS = 20_000
LONGEST_REMARK = 1_000_000

_MINUTE_MICROSECONDS = 60_000_000
_LONGEST_BEAT_MICROSECONDS = 0xFFFFFF
_TEMPO_WHERE_NONE_IS_GIVEN = 120.0


def write_midi(song: Song, path: Path, remark: str = "") -> None:
    """Writes the song's file, wholly or not at all. UserError where that is impossible.

    A `remark` is a text that the file carries and no player heeds; one longer than LONGEST_REMARK
    is left out, for no reader would take it.
    """
    write_file(path, bytes_from_song(song, remark))


def bytes_from_song(song: Song, remark: str = "") -> bytes:
    """The song as the bytes of a MIDI file, the same for the same song."""
    from mido import MidiFile, MidiTrack

    tracks = [
        # An upbeat that has only begun: the meter stands where the first bar will be.
        MidiTrack(_with_deltas(_conductor(song, remark), max(song.melody.end, song.meters.pickup))),
        MidiTrack(_with_deltas(_melody_track(song), song.melody.end)),
    ]
    out = io.BytesIO()
    MidiFile(type=1, ticks_per_beat=QUARTER, charset="utf-8", tracks=tracks).save(file=out)
    return out.getvalue()


def song_from_midi(path: Path) -> Song:
    """The song in a MIDI file: its melody (see `most_melodic`), meters, and first tempo and key.

    Drums are left out. The tune of a file without our marker counts as the user's own.
    UserError for a file that is damaged, of format 2, in SMPTE time, without notes, or longer
    than `MOST_EVENTS` or `MOST_BEATS`.
    """
    file = _open(path)
    scale = QUARTER / file.ticks_per_beat
    voice = most_melodic(_voices(file, path))
    melody = voice.skyline
    signatures: dict[int, Signature] = {}
    song = Song(melody, title=_title(file), tempo=_TEMPO_WHERE_NONE_IS_GIVEN, seed_end=melody.end)
    # From the last to the first, so that the first stays.
    for tick, message in sorted(_meta_events(file), key=lambda event: event[0], reverse=True):
        onset = round(tick * scale)
        match message.type:
            case "time_signature":
                signature = Signature(message.numerator, message.denominator)
                signatures.setdefault(onset, signature)
            case "key_signature":
                song = replace(song, key=key_from_text(message.key))
            case "set_tempo" if message.tempo:
                song = replace(song, tempo=_tempo(message.tempo))
            case "marker" if message.text == CONTINUATION:
                song = replace(song, seed_end=min(onset, melody.end))
    return replace(song, meters=meters_from_signatures(signatures))


def remarks_in_midi(path: Path) -> list[str]:
    """The texts that a file carries beside its music. UserError for a file that is damaged."""
    return [message.text for _, message in _meta_events(_open(path)) if message.type == "text"]


def _conductor(song: Song, remark: str) -> Iterable["tuple[int, MetaMessage]"]:
    from mido import MetaMessage

    if song.title:
        yield 0, MetaMessage("track_name", name=_writable(song.title))
    if 0 < len(remark.encode("utf-8")) <= LONGEST_REMARK:
        yield 0, MetaMessage("text", text=remark)
    beat = min(round(_MINUTE_MICROSECONDS / song.tempo), _LONGEST_BEAT_MICROSECONDS)
    yield 0, MetaMessage("set_tempo", tempo=beat)
    if song.key is not None:
        yield 0, MetaMessage("key_signature", key=song.key.signature_name)
    for onset, signature in signatures_from_meters(song.meters):
        if onset <= song.meters.pickup or onset < song.melody.end:
            message = MetaMessage(
                "time_signature",
                numerator=signature.numerator,
                denominator=signature.denominator,
                clocks_per_click=signature.click,
            )
            yield onset, message
    if 0 < song.seed_end < song.melody.end:
        yield song.seed_end, MetaMessage("marker", text=CONTINUATION)


def _melody_track(song: Song) -> Iterable["tuple[int, Message]"]:
    from mido import Message, MetaMessage

    yield 0, MetaMessage("track_name", name=_writable(song.title) or "Melody")
    yield 0, Message("program_change", program=PIANO)
    for note in song.melody:
        yield note.onset, Message("note_on", note=note.pitch, velocity=note.velocity)
        yield note.end, Message("note_off", note=note.pitch, velocity=0)


def _with_deltas(events: "Iterable[tuple[int, Message]]", end: int) -> "list[Message]":
    """The messages in their order in time, each with its distance to the one before."""
    from mido import MetaMessage

    now, messages = 0, []
    for tick, message in sorted(events, key=lambda event: event[0]):
        messages.append(message.copy(time=tick - now))
        now = tick
    return [*messages, MetaMessage("end_of_track", time=end - now)]


def _open(path: Path) -> "MidiFile":
    """The file, if it keeps within the bounds named in `song_from_midi`."""
    import mido

    data = read_file(path, LARGEST_FILE)
    try:
        is_too_long = events_in(data, MOST_EVENTS) > MOST_EVENTS
        file = None if is_too_long else mido.MidiFile(file=io.BytesIO(data), clip=True)
    except (OSError, EOFError, ValueError, LookupError, mido.KeySignatureError) as error:
        raise UserError(
            "'{path}' is no MIDI file, or a damaged one; choose another.", path=path
        ) from error
    if file is None:
        raise UserError(
            "'{path}' has more than {most} events; cut a part out of it.",
            path=path,
            most=MOST_EVENTS,
        )
    if file.type not in (0, 1):
        raise UserError("'{path}' is a MIDI file of format 2; save it as format 0 or 1.", path=path)
    if file.ticks_per_beat <= 0:
        raise UserError("'{path}' counts in film frames; save it with ticks a quarter.", path=path)
    longest = max((sum(message.time for message in track) for track in file.tracks), default=0)
    if longest > MOST_BEATS * file.ticks_per_beat:
        raise UserError(
            "'{path}' is longer than {most} beats; cut a part out of it.",
            path=path,
            most=MOST_BEATS,
        )
    return file


def _meta_events(file: "MidiFile") -> "Iterable[tuple[int, MetaMessage]]":
    for track in file.tracks:
        tick = 0
        for message in track:
            tick += message.time
            if message.is_meta:
                yield tick, message


def _voices(file: "MidiFile", path: Path) -> list[Voice]:
    """The notes of the file by track and channel, in ticks of ours. UserError if there are none."""
    scale = QUARTER / file.ticks_per_beat
    voices = []
    for track in file.tracks:
        notes: dict[int, list[Note]] = defaultdict(list)
        sounding: dict[tuple[int, int], tuple[int, int]] = {}
        tick = 0
        for message in [*track, None]:
            tick += message.time if message else 0
            if message is None:
                ended = list(sounding)
            elif message.type in ("note_on", "note_off") and message.channel != DRUM_CHANNEL:
                ended = [(message.channel, message.note)]
            else:
                continue
            for place in ended:
                if place in sounding:
                    begun, velocity = sounding.pop(place)
                    onset, end = round(begun * scale), round(tick * scale)
                    note = Note(onset, max(1, end - onset), place[1], velocity)
                    notes[place[0]].append(note)
            if message and message.type == "note_on" and message.velocity:
                sounding[message.channel, message.note] = tick, message.velocity
        end = round(tick * scale)
        voices += [Voice(track.name, tuple(found), end) for found in notes.values()]
    if not voices:
        raise UserError(
            "'{path}' has no notes, or only drums; choose a file with a melody.", path=path
        )
    return voices


def _title(file: "MidiFile") -> str:
    """The name of the first track: in format 1 it is that of the piece."""
    name: str = file.tracks[0].name
    try:
        # Text in MIDI files has no declared encoding; what reads as UTF-8 is meant so.
        return name.encode("latin1").decode("utf-8")
    except UnicodeDecodeError:
        return name


def _tempo(beat_microseconds: int) -> float:
    """The tempo with the fewest decimals that is written as `beat_microseconds`."""
    exact = _MINUTE_MICROSECONDS / beat_microseconds
    for decimals in range(6):
        tempo = round(exact, decimals)
        if tempo and round(_MINUTE_MICROSECONDS / tempo) == beat_microseconds:
            return min(max(tempo, SLOWEST_TEMPO), FASTEST_TEMPO)
    return min(max(exact, SLOWEST_TEMPO), FASTEST_TEMPO)


def _writable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
