"""What a file holds is shown before anything is replaced by it, and heard, and taken in parts."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.files.midi import write_midi
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.words import Words
from gui.files.importdialog import ImportDialog
from gui.job import Job
from gui.studio import Studio
from tests.gui.fakes import FakePlayer, FakeUser
from tests.gui.files.imported import offered_of, shown_import, take_tune
from tests.gui.files.listed import choose, current, rows

TWO = "X:1\nT:One\nL:1/4\nK:C\nC D|\n\nX:2\nT:Two\nL:1/4\nQ:90\nK:G\nG A B|\n"
BAND = '**kern\t**kern\n*I"Low\t*I"High\n*M2/4\t*M2/4\n' + "4C\t4c\n4D\t4d\n=\t=\n" * 6 + "*-\t*-\n"


@pytest.fixture
def band(tmp_path: Path) -> Path:
    path = tmp_path / "band.krn"
    path.write_text(BAND)
    return path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "two.abc"
    path.write_text(TWO)
    return path


def press(dialog: ImportDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog, key)


def pitches(song: Song) -> list[int]:
    return [note.pitch for note in song.melody]


def facts(dialog: ImportDialog) -> list[str]:
    return [value.text() for value in dialog.values]


def read_all(studio: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not studio.importing.findChildren(Job))


def test_escape_leaves_everything_as_it_was(studio: Studio, qtbot: QtBot, two: Path) -> None:
    project, undo = studio.document.project, studio.document.undo_label
    dialog = offered_of(studio, qtbot, two)
    assert studio.document.project == project
    press(dialog, Qt.Key.Key_Escape)
    assert studio.importing.dialog is None
    assert (studio.document.project, studio.document.undo_label) == (project, undo)
    assert not studio.window.isWindowModified()


def test_return_takes_the_proposal_as_a_tune_of_its_own(
    studio: Studio, qtbot: QtBot, band: Path
) -> None:
    dialog = offered_of(studio, qtbot, band)
    listed = [dialog.parts.item(row).text() for row in range(dialog.parts.count())]
    assert listed == ["High\n12 notes, C4 to D4", "Low\n12 notes, C3 to D3"]
    assert facts(dialog) == [
        *("C major (estimated)", "2/4", "100 quarters a minute"),
        *("6", "12", "C4 to D4"),
    ]
    press(dialog, Qt.Key.Key_Return)
    song = studio.document.song
    assert pitches(song) == [60, 62] * 6
    assert song.seed_end == song.melody.end
    assert studio.document.path is None
    assert studio.document.undo_label is None
    assert studio.importing.dialog is None


def test_another_part_can_be_chosen(studio: Studio, qtbot: QtBot, band: Path) -> None:
    dialog = offered_of(studio, qtbot, band)
    QTest.keyClick(dialog.parts, Qt.Key.Key_Down)
    assert facts(dialog)[-1] == "C3 to D3"
    QTest.keyClick(dialog.parts, Qt.Key.Key_Return)
    assert pitches(studio.document.song) == [48, 50] * 6


def test_bars_from_the_start_become_the_seed_in_one_step(
    studio: Studio, user: FakeUser, qtbot: QtBot, band: Path
) -> None:
    studio.document.set_controls(studio.document.controls)
    before = studio.document.song
    dialog = offered_of(studio, qtbot, band)
    assert dialog.bars.value() == 4
    dialog.bars.setValue(2)
    dialog.take_seed.click()
    song = studio.document.song
    assert (pitches(song), song.melody.end, song.seed_end) == ([60, 62] * 2, 1920, 1920)
    assert str(song.meters.meter) == "2/4"
    assert studio.document.undo_label == "Import a seed"
    studio.document.undo()
    assert studio.document.song == before
    assert user.questions == [], "it can be taken back, so nobody need be asked"


def test_a_tune_takes_the_place_of_unsaved_work_only_if_the_user_agrees(
    studio: Studio, user: FakeUser, qtbot: QtBot, band: Path
) -> None:
    changed = Song(Melody((Note(0, 480, 72),), 480))
    studio.document.commit(Words("Change"), changed)
    take_tune(studio, qtbot, band)
    assert user.questions == ["Unsaved Untitled"]
    assert studio.document.song == changed
    user.answer = "discard"
    take_tune(studio, qtbot, band)
    assert pitches(studio.document.song) == [60, 62] * 6


def test_of_several_tunes_each_is_shown_when_it_is_chosen(
    studio: Studio, qtbot: QtBot, two: Path
) -> None:
    dialog = offered_of(studio, qtbot, two)
    assert rows(dialog) == ["1  One", "2  Two"]
    assert not dialog.parts.isVisible()
    QTest.keyClick(dialog.tunes, Qt.Key.Key_Down)
    assert not dialog.take_tune.isEnabled(), "until it is read"
    qtbot.waitUntil(lambda: facts(dialog)[0] == "G major")
    assert facts(dialog)[2] == "90 quarters a minute"
    assert dialog.name.text().startswith("Two")
    press(dialog, Qt.Key.Key_Return)
    assert pitches(studio.document.song) == [67, 69, 71]
    assert studio.document.song.title == "Two"


def test_a_tune_that_cannot_be_read_says_why_and_the_others_stay(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "broken.abc"
    path.write_text("X:1\nT:Broken\nK:C\nc99999\n\n" + TWO.replace("X:1", "X:3"))
    dialog = offered_of(studio, qtbot, path)
    assert "line 4: '99999' is no length of a note" in dialog.refusal.text()
    for button in (dialog.play, dialog.take_seed, dialog.take_tune):
        assert not button.isEnabled()
        assert button.toolTip() == "There is nothing to take: this tune cannot be read"
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    choose(dialog, 1)
    read_all(studio, qtbot)
    assert dialog.refusal.text() == ""
    press(dialog, Qt.Key.Key_Return)
    assert studio.document.song.title == "One"


def test_what_a_stranger_wrote_is_shown_as_it_is(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "odd.abc"
    title = "<b>Bold</b> & <img src='/etc/passwd'>"
    path.write_text(f'X:1\nT:{title}\nK:C\nV:1 name="<i>x</i>"\nc\nV:2\nC\n')
    dialog = offered_of(studio, qtbot, path)
    assert dialog.name.text().startswith(title)
    plain = Qt.TextFormat.PlainText
    assert {label.textFormat() for label in (dialog.name, dialog.refusal, dialog.remarks)} == {
        plain
    }
    assert dialog.parts.item(0).text().startswith("<i>x</i>\n")


def test_a_tune_that_takes_long_says_so_and_can_be_left(
    studio: Studio, qtbot: QtBot, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = offered_of(studio, qtbot, two)

    def contents_in(*_: object) -> Iterator[None]:
        while True:
            time.sleep(0.005)
            yield None

    monkeypatch.setattr("gui.files.offered.contents_in", contents_in)
    choose(dialog, 1)
    qtbot.waitUntil(lambda: dialog.remarks.text() == "Reading this tune…")
    assert dialog.take_tune.toolTip() == "Reading this tune…"
    press(dialog, Qt.Key.Key_Escape)
    read_all(studio, qtbot)
    assert studio.importing.dialog is None


def test_a_file_that_is_gone_meanwhile_is_told(studio: Studio, qtbot: QtBot, two: Path) -> None:
    dialog = offered_of(studio, qtbot, two)
    two.unlink()
    choose(dialog, 1)
    qtbot.waitUntil(lambda: dialog.refusal.isVisible())
    assert dialog.refusal.text() == f"There is no file '{two}'; check its name."
    assert not dialog.take_tune.isEnabled()


def test_it_can_be_heard_and_the_window_knows_nothing_of_it(
    studio: Studio, player: FakePlayer, qtbot: QtBot, band: Path
) -> None:
    studio.playback.seek(480)
    dialog = offered_of(studio, qtbot, band)
    shown, part = studio.window.roll.scene.song, dialog.part
    assert part is not None
    dialog.play.click()
    assert ("play", part.song, 0) in player.asked
    qtbot.waitUntil(lambda: dialog.play.text() == "Stop")
    player.tick = 960.0
    studio.playback.poll()
    assert (studio.playback.tick, studio.playback.is_playing) == (480, False)
    assert studio.window.roll.scene.song is shown
    press(dialog, Qt.Key.Key_Space)
    assert player.asked[-1] == "stop"
    qtbot.waitUntil(lambda: dialog.play.text() == "Play")
    press(dialog, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.play.text() == "Stop")
    dialog.parts.setCurrentRow(1)
    assert player.asked[-1] == "stop", "another part is not what sounds"
    press(dialog, Qt.Key.Key_Escape)
    studio.playback.poll()
    assert not studio.playback.audition.is_playing
    studio.playback.toggle()
    studio.playback.poll()
    assert studio.playback.is_playing, "the window's own tune plays again"


def test_a_long_list_of_tunes_can_be_searched(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "many.abc"
    words = ("red", "green", "blue") * 5
    path.write_text("".join(f"X:{n}\nT:The {w} one\nK:C\nc\n\n" for n, w in enumerate(words, 1)))
    dialog = offered_of(studio, qtbot, path)
    assert dialog.search.isVisible()
    QTest.keyClicks(dialog.search, "GREEN")
    read_all(studio, qtbot)
    assert rows(dialog) == [f"{n: >2}  The green one" for n in range(2, 15, 3)]
    assert current(dialog) == rows(dialog)[0]
    dialog.search.setText("nowhere")
    assert rows(dialog) == []
    dialog.search.clear()
    assert len(rows(dialog)) == 15
    assert current(dialog).endswith("2  The green one"), "which is still shown"
    QTest.keyClick(dialog.tunes, Qt.Key.Key_Down)
    read_all(studio, qtbot)
    press(dialog, Qt.Key.Key_Return)
    assert studio.document.song.title == "The blue one"


def test_a_lone_melody_named_at_the_start_opens_at_once(
    studio: Studio, qtbot: QtBot, tmp_path: Path, band: Path
) -> None:
    path = tmp_path / "one.txt"
    path.write_text("g4 a4 b4")
    with qtbot.waitSignal(studio.files.project_opened):
        studio.files.open_path(path, at_once=True)
    assert pitches(studio.document.song) == [67, 69, 71]
    studio.files.open_path(band, at_once=True)
    assert shown_import(studio, qtbot).isVisible(), "there is a choice"
    studio.document.commit(Words("Change"), Song(Melody((Note(0, 480, 72),), 480)))
    studio.files.open_path(path, at_once=True)
    qtbot.waitUntil(lambda: not studio.files.findChildren(Job))
    dialog = shown_import(studio, qtbot)
    qtbot.waitUntil(lambda: studio.importing.dialog is not None and not dialog.parts.isVisible())


def test_what_should_be_known_of_a_part_is_told(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    import mido  # type: ignore[import-untyped]

    chords = [
        mido.MetaMessage("set_tempo", tempo=500_000),
        mido.MetaMessage("set_tempo", tempo=600_000, time=480),
        *(mido.Message("note_on", note=pitch) for pitch in (60, 64, 67)),
        *(mido.Message("note_off", note=pitch, time=240) for pitch in (60, 64, 67)),
    ]
    drums = [
        mido.Message("note_on", note=36, channel=9),
        mido.Message("note_off", note=36, channel=9, time=480),
    ]
    path = tmp_path / "chords.mid"
    mido.MidiFile(tracks=[mido.MidiTrack(chords), mido.MidiTrack(drums)]).save(path)
    dialog = offered_of(studio, qtbot, path)
    assert dialog.remarks.text().splitlines() == [
        "Of 3 notes 1 is the top line: where several sound, the highest.",
    ]
    assert facts(dialog)[2] == "120 quarters a minute, 1 change"
    dialog.parts.setCurrentRow(1)
    assert dialog.remarks.text().startswith("These are drums")


# The clipboard


def lay(text: str = "", file: Path | None = None) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if file is not None:
        data.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(data)


@pytest.mark.parametrize("text", [TWO.partition("\n\n")[0], "!! small\n**kern\n4c\n4d\n*-\n"])
def test_music_on_the_clipboard_is_shown(studio: Studio, qtbot: QtBot, text: str) -> None:
    lay(text)
    studio.actions["paste"].trigger()
    dialog = shown_import(studio, qtbot)
    assert "From the clipboard" in dialog.name.text()
    press(dialog, Qt.Key.Key_Return)
    assert pitches(studio.document.song) == [60, 62]


def test_several_tunes_on_the_clipboard_can_be_chosen_from(studio: Studio, qtbot: QtBot) -> None:
    lay(TWO)
    studio.actions["paste"].trigger()
    dialog = shown_import(studio, qtbot)
    choose(dialog, 1)
    read_all(studio, qtbot)
    press(dialog, Qt.Key.Key_Return)
    assert pitches(studio.document.song) == [67, 69, 71]


def test_a_file_that_was_copied_is_shown(studio: Studio, qtbot: QtBot, band: Path) -> None:
    lay(file=band)
    studio.actions["paste"].trigger()
    assert shown_import(studio, qtbot).name.text() == "band.krn"


def test_music_pasted_over_the_seed_is_shown(studio: Studio, qtbot: QtBot) -> None:
    before = studio.window.seed.text
    lay(TWO)
    studio.window.seed.field.paste()
    assert len(rows(shown_import(studio, qtbot))) == 2
    assert studio.window.seed.text == before


def test_typed_notes_are_pasted_as_ever(studio: Studio) -> None:
    before = len(studio.document.song.melody)
    lay("g4 a4")
    studio.actions["paste"].trigger()
    assert len(studio.document.song.melody) >= before
    assert studio.importing.dialog is None
    assert studio.document.undo_label == "Paste notes"


def test_what_is_wrong_with_music_on_the_clipboard_names_no_file(
    studio: Studio, qtbot: QtBot
) -> None:
    lay("X:1\nK:C\nc99999\n")
    studio.actions["paste"].trigger()
    message = studio.window.message
    qtbot.waitUntil(message.isVisible)
    assert message.sentence == "'Clipboard', line 3: '99999' is no length of a note."


def test_the_seed_of_a_score_begins_with_its_first_note(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    late = Song(
        Melody((Note(5760, 480, 72), Note(6240, 960, 74)), 7680), MeterMap.constant(Meter(3, 4))
    )
    write_midi(late, tmp_path / "late.mid")
    dialog = offered_of(studio, qtbot, tmp_path / "late.mid")
    dialog.take_seed.click()
    assert [(n.onset, n.pitch) for n in studio.document.song.melody] == [(0, 72), (480, 74)]
