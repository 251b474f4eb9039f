"""The events of a MIDI file, counted before a library takes memory and time for each.

Source of the format: Standard MIDI Files 1.0 (RP-001), MIDI Manufacturers Association.
"""

import struct

_META, _SYSEX = 0xFF, (0xF0, 0xF7)
_DATA_OF_CHANNEL = {0xC0: 1, 0xD0: 1}  # bytes behind the status; of all others two
_DATA_OF_SYSTEM = {0xF1: 1, 0xF2: 2, 0xF3: 1}  # of all others none
_LONGEST_NUMBER = 4
"""Bytes of a number of any length; more would be numbers that take as long as they like."""


def events_in(data: bytes, most: int) -> int:
    """How many events are in the tracks; counting ends where there are more than `most`.

    ValueError for a file that ends too early, and for a number longer than the format allows.
    """
    if len(data) < 14:
        raise ValueError("the header is cut off")
    size, _, tracks = struct.unpack_from(">4xIHH", data)
    place, count = 8 + size, 0
    for _ in range(tracks):
        if place + 8 > len(data):
            raise ValueError("a track is missing")
        (size,) = struct.unpack_from(">I", data, place + 4)
        place += 8
        count += _events_of_track(data[place : place + size], most - count)
        if count > most:
            return count
        place += size
    return count


def _events_of_track(track: bytes, most: int) -> int:
    place, count, running, end = 0, 0, _META, len(track)
    try:
        while place < end and count <= most:
            _, place = _number(track, place)
            status = track[place]
            if status < 0x80:
                status = running  # and that byte is the first of the data
            else:
                place += 1
            if status == _META:
                length, place = _number(track, place + 1)
                place += length
            elif status in _SYSEX:
                length, place = _number(track, place)
                place += length
            elif status < 0xF0:
                place += _DATA_OF_CHANNEL.get(status & 0xF0, 2)
            else:
                place += _DATA_OF_SYSTEM.get(status, 0)
            running = running if status == _META else status
            count += 1
    except IndexError:
        raise ValueError("a track is cut off") from None
    if place > end:
        raise ValueError("a track is cut off")
    return count


def _number(track: bytes, place: int) -> tuple[int, int]:
    """A number of variable length, and the place behind it."""
    number = 0
    for byte in track[place : place + _LONGEST_NUMBER]:
        number = number << 7 | byte & 0x7F
        place += 1
        if byte < 0x80:
            return number, place
    raise ValueError("a number has no end")
