"""Standard MIDI files (RP-001, formats 0, 1 and 2): a song out, the melodies of a file in.

A song is written so that any sequencer shows it as it is: format 1, 480 ticks a quarter; a first
track with title, tempi, key and meters; a second with name, program and notes; both end where
the melody ends, so that a final rest is kept. An upbeat is a first bar with a short meter of its
own (1/4 before 4/4), which puts every bar line in its place; an upbeat that no meter can hold is
the full meter, said again where bar 1 begins. A marker stands where the composed part begins.
Reading understands all of this again.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.disk import read_file, write_file
from core.errors import UserError
from core.files.channel import Channel, channels_of, decoded, name_of
from core.files.midi_file import (
    LARGEST_FILE,
    TEMPO_WHERE_NONE_IS_GIVEN,
    open_midi,
    ticks_per_quarter,
)
from core.files.part import Contents, Part, contents_from_parts
from core.files.signature import Signature, meters_from_signatures, signatures_from_meters
from core.files.transcript import CONTINUATION, LONGEST_TITLE
from core.music.key import key_from_text
from core.music.melody import QUARTER
from core.music.song import Song
from core.music.tempo import FASTEST_TEMPO, SLOWEST_TEMPO, TempoMap
from core.words import shown

if TYPE_CHECKING:
    from mido import Message, MetaMessage, MidiFile, MidiTrack  # type: ignore[import-untyped]

SUFFIXES = (".mid", ".midi")
PIANO = 0
LONGEST_REMARK = 1_000_000

_MINUTE_MICROSECONDS = 60_000_000
_LONGEST_BEAT_MICROSECONDS = 0xFFFFFF
_FORMAT_2 = b"\0\2"


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


def tunes_in_midi(path: Path) -> list[str]:
    """The names of the tunes: of format 2 that of each track with notes, of others one title.

    UserError as contents_from_midi.
    """
    if read_file(path, LARGEST_FILE)[8:10] != _FORMAT_2:
        return [""]
    return [name_of(track) for track in _tunes(open_midi(path), path)]


def song_from_midi(path: Path, number: int = 1) -> Song:
    """The song in a MIDI file, or that of this number: the part that most likely is the melody.

    Drums are left out. UserError as contents_from_midi, and where there is nothing but drums.
    """
    proposal = contents_from_midi(path, number).proposal
    if proposal.is_drums:
        raise _no_notes(path)
    return proposal.song


def contents_from_midi(path: Path, number: int = 1) -> Contents:
    """What each track has on each channel; meters, tempi, and first key, are those of the file.

    Of format 2 the track of that number, from 1, is a tune of its own. A file in SMPTE time counts
    no quarters; half a second, as at 120 in the minute, is taken for one. The tune of a file
    without our marker counts as the user's own. UserError for a file that is damaged, without
    notes, or longer than `MOST_EVENTS` or `MOST_BEATS`, and for a tune that is not there.
    """
    file = open_midi(path)
    tracks = list(file.tracks)
    if file.type == 2:
        tunes = _tunes(file, path)
        if not 1 <= number <= len(tunes):
            raise UserError("'{path}' holds no tune {number}.", path=path, number=number)
        tracks = [tunes[number - 1]]
    scale = QUARTER / ticks_per_quarter(file.ticks_per_beat)
    channels = list(channels_of(tracks, scale))
    if not channels:
        raise _no_notes(path)
    frame, marker = _frame(tracks, scale, has_beats=file.ticks_per_beat > 0)
    # The name of a lone track is the title.
    names = [channel.voice.name if len(tracks) > 1 else "" for channel in channels]
    parts = [
        (_part(channel, name, frame, marker), channel.voice)
        for channel, name in zip(channels, names, strict=True)
    ]
    return contents_from_parts(parts)


def _part(channel: Channel, name: str, frame: Song, marker: int | None) -> Part:
    melody = channel.voice.skyline
    seed_end = melody.end if marker is None else min(marker, melody.end)
    return Part(
        replace(frame, melody=melody, seed_end=seed_end),
        len(channel.voice.notes),
        shown(name, LONGEST_TITLE).strip(),
        channel=channel.number + 1,
        program=channel.program,
        is_drums=channel.is_drums,
    )


def _frame(tracks: "Sequence[MidiTrack]", scale: float, has_beats: bool) -> tuple[Song, int | None]:
    """All of the song but its melody, and where a marker of ours stands."""
    signatures: dict[int, Signature] = {}
    song = Song(title=decoded(tracks[0].name))
    tempi = [(0, TEMPO_WHERE_NONE_IS_GIVEN)]
    marker: int | None = None
    # From the last to the first, so that the first stays.
    for tick, message in sorted(_meta_events(tracks), key=lambda event: event[0], reverse=True):
        onset = round(tick * scale)
        match message.type:
            case "time_signature":
                signature = Signature(message.numerator, message.denominator)
                signatures.setdefault(onset, signature)
            case "key_signature":
                song = replace(song, key=key_from_text(message.key))
            case "set_tempo" if message.tempo and has_beats:
                tempi.append((onset, _tempo(message.tempo)))
            case "marker" if message.text == CONTINUATION:
                marker = onset
    meters, tempos = meters_from_signatures(signatures), TempoMap.from_changes(tempi)
    return replace(song, meters=meters, tempos=tempos), marker


def remarks_in_midi(path: Path) -> list[str]:
    """The texts that a file carries beside its music. UserError for a file that is damaged."""
    events = _meta_events(open_midi(path).tracks)
    return [message.text for _, message in events if message.type == "text"]


def _conductor(song: Song, remark: str) -> Iterable["tuple[int, MetaMessage]"]:
    from mido import MetaMessage

    if song.title:
        yield 0, MetaMessage("track_name", name=_writable(song.title))
    if 0 < len(remark.encode("utf-8")) <= LONGEST_REMARK:
        yield 0, MetaMessage("text", text=remark)
    for onset, tempo in song.tempos.until(song.melody.end).changes:
        beat = min(round(_MINUTE_MICROSECONDS / tempo), _LONGEST_BEAT_MICROSECONDS)
        yield onset, MetaMessage("set_tempo", tempo=beat)
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


def _tunes(file: "MidiFile", path: Path) -> "list[MidiTrack]":
    """The tracks that have notes."""
    tracks = [track for track in file.tracks if any(m.type == "note_on" for m in track)]
    if not tracks:
        raise _no_notes(path)
    return tracks


def _no_notes(path: Path) -> UserError:
    return UserError(
        "'{path}' has no notes, or only drums; choose a file with a melody.", path=path
    )


def _meta_events(tracks: "Sequence[MidiTrack]") -> "Iterable[tuple[int, MetaMessage]]":
    for track in tracks:
        tick = 0
        for message in track:
            tick += message.time
            if message.is_meta:
                yield tick, message


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
