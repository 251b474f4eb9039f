from core.files.part import (
    MOST_PARTS,
    Part,
    contents_from_parts,
    contents_from_song,
    name_of_part,
    with_all_own,
)
from core.files.skyline import Voice
from core.music.melody import Melody, Note
from core.music.song import Song


def one(pitch: int, count: int = 4, **told: object) -> tuple[Part, Voice]:
    notes = tuple(Note(480 * n, 480, pitch) for n in range(count))
    part = Part(Song(Melody(notes, 480 * count)), count, **told)  # type: ignore[arg-type]
    return part, Voice(part.name, notes, 480 * count)


def test_drums_stand_last_and_are_proposed_only_where_there_is_nothing_else() -> None:
    drums, low, high = one(90, is_drums=True), one(40), one(72)
    contents = contents_from_parts([drums, low, high])
    assert contents.parts == (low[0], high[0], drums[0])
    assert contents.proposal is high[0]
    assert contents_from_parts([drums]).proposal is drums[0]


def test_a_voice_of_a_part_is_never_proposed_before_the_part() -> None:
    whole, voice = one(60), one(84, voice=1)
    assert contents_from_parts([voice, whole]).proposal is whole[0]


def test_of_too_many_parts_the_proposal_and_the_fullest_stay() -> None:
    melody = one(100, 2, name="Melody")
    parts = [melody, *(one(50, 3) for _ in range(MOST_PARTS)), one(40, 4)]
    contents = contents_from_parts(parts)
    assert len(contents.parts) == MOST_PARTS
    assert contents.proposal is melody[0]
    assert contents.parts[-1] is parts[-1][0]


def test_names() -> None:
    told = [
        Part(Song(), 1, "Oboe", program=73),
        Part(Song(), 1, channel=3, program=73),
        Part(Song(), 1, channel=3),
        Part(Song(), 1, "Kit", channel=10, is_drums=True),
        Part(Song(), 1, channel=10, program=0, is_drums=True),
        Part(Song(), 1, "Piano", 2),
        Part(Song(), 1, "", 1),
    ]
    assert [str(name_of_part(part, number)) for number, part in enumerate(told, start=1)] == [
        *("Oboe", "Flute", "Channel 3", "Kit (drums)", "Drums", "Piano, voice 2"),
        "Part 7, voice 1",
    ]


def test_what_does_not_say_who_composed_it_is_all_the_users_own() -> None:
    part, _ = one(60)
    (own,) = with_all_own(contents_from_song(part.song)).parts
    assert own.song.seed_end == 1920
