import struct

import pytest

from core.files.events import events_in

HEAD = b"MThd" + struct.pack(">IHHH", 6, 1, 1, 480)
ALL_KINDS = (
    b"\0\x90\x40\x40" + b"\x83\x60\x40\0" + b"\0\xc0\5" + b"\0\6" + b"\0\xf0\3ab\xf7"
    b"\0\xf1\1" + b"\0\xf2\1\2" + b"\0\xf8" + b"\0\xff\1\3abc" + b"\0\xff\x2f\0"
)


def file_with(*tracks: bytes) -> bytes:
    head = b"MThd" + struct.pack(">IHHH", 6, 1, len(tracks), 480)
    return head + b"".join(b"MTrk" + struct.pack(">I", len(track)) + track for track in tracks)


def test_events_of_all_kinds_are_counted() -> None:
    assert events_in(file_with(ALL_KINDS), 100) == 10
    assert events_in(file_with(ALL_KINDS, b"", ALL_KINDS), 100) == 20


def test_counting_ends_where_there_are_more() -> None:
    track = b"\0\x90\x40\x40" + b"\0\x40\x40" * 1_000
    assert 11 <= events_in(file_with(track, track), 10) <= 12


@pytest.mark.parametrize(
    "data",
    [
        b"",
        HEAD[:-1],
        HEAD,
        HEAD + b"MTrk",
        file_with(b"\x81" * 5),
        file_with(b"\x81\x81\x81\x81\0\xf8"),
        file_with(b"\0\xff\1\xff\xff\xff\xff\x7f"),
        file_with(b"\0\xff\1\x05abc"),
        file_with(b"\0\x90\x40"),
        file_with(b"\0"),
    ],
)
def test_what_ends_too_early_or_never_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"cut off|missing|no end"):
        events_in(data, 100)
