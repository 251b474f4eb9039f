"""Model files through the window: the one in the box, and strangers that are none."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.memory import load_settings
from core.model.bundle import read_card
from core.model.grid.vocabulary import json_from_vocabulary, vocabulary_of
from core.model.library import DEFAULT_MODEL, bundled_models
from core.project import Project, save_project
from core.settings import Settings
from gui.look.theme import theme_from_palette
from gui.models.boxed import spoken_card
from gui.panels.card import LINES_ROLE, text_from_card
from gui.studio import Studio
from tests.gui.composing.test_generation import wait_for_tune
from tests.gui.conftest import Open
from tests.gui.fakes import FakeUser
from tests.gui.panels.test_seed import type_seed
from tests.model.archive.strangers import WORDS, hdf5


@pytest.fixture
def studio(real_studio: Studio) -> Studio:
    return real_studio


def test_the_model_in_the_box_is_there_at_the_start_and_composes(
    studio: Studio, qtbot: QtBot
) -> None:
    assert studio.models.path == DEFAULT_MODEL
    assert studio.document.model == DEFAULT_MODEL.stem
    model = studio.models.model
    assert model is not None
    assert model.card.bits_per_note is not None
    assert f"{model.card.bits_per_note:.2f} bits" in text_from_card(model.card)
    panel = studio.window.model
    assert panel.picker.currentText() == model.card.name
    text = text_from_card(spoken_card(model.card))
    assert panel.card.text() == panel.picker.accessibleDescription() == text
    assert not panel.state.isVisible()
    studio.generate()
    assert wait_for_tune(studio, qtbot).melody.end == 8 * 1920


def test_who_asks_before_the_model_is_open_gets_the_tune_when_it_is(
    make_studio: Open, qtbot: QtBot
) -> None:
    studio = make_studio(Settings(seed="c4 d4 e4/2"))
    studio.window.show()
    studio.start()
    panel = studio.window.generate
    assert studio.models.is_opening
    panel.generate_button.click()
    assert studio.window.statusBar().currentMessage().startswith("Wait until the model is open")
    panel.stop_button.click()
    assert not studio.window.statusBar().currentMessage()
    assert not panel.stop_button.isEnabled(), "it was taken back"
    panel.generate_button.click()
    assert panel.stop_button.isEnabled()
    qtbot.waitUntil(lambda: studio.generation.is_running)
    assert wait_for_tune(studio, qtbot).melody.end == 8 * 1920


def test_who_asks_while_a_seed_with_mistakes_is_there_is_told(
    make_studio: Open, qtbot: QtBot
) -> None:
    studio = make_studio(Settings(seed="c4 d4 e4/2"))
    studio.window.show()
    studio.start()
    studio.generate()
    type_seed(studio, "c4 what")
    qtbot.waitUntil(lambda: "Mend the seed" in studio.window.message.sentence)
    assert not studio.request.is_running


def test_another_model_takes_its_place_and_can_be_left_again(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.keras"
    shutil.copy(DEFAULT_MODEL, other)
    studio.files.open_path(other)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    picker = studio.window.model.picker
    names = [picker.itemText(index) for index in range(picker.count())]
    assert studio.models.model is not None
    assert names[0] == f"{studio.models.model.card.name} (german.keras)"
    assert picker.currentText() == names[-1] == f"{studio.models.model.card.name} (other.keras)"
    assert studio.document.model == str(other)
    picker.setCurrentIndex(0)
    picker.activated.emit(0)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert studio.models.path == DEFAULT_MODEL
    assert picker.count() == len(bundled_models()) + 1


def test_every_model_in_the_list_shows_its_card_before_it_is_opened(
    studio: Studio, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(studio.models.cards) == len(bundled_models()))
    picker = studio.window.model.picker
    for index, path in enumerate(bundled_models()):
        card = read_card(path)
        assert card is not None
        assert picker.itemText(index) == card.name
        assert picker.itemData(index) == path
        lines = picker.itemData(index, LINES_ROLE)
        assert f"Trained on {card.corpus}" in lines
        assert f"{card.bits_per_note:.2f} bits per note" in lines
        assert card.licence.partition(". ")[0] in lines
        assert lines in picker.itemData(index, Qt.ItemDataRole.ToolTipRole)
        assert picker.itemData(index, Qt.ItemDataRole.AccessibleDescriptionRole) == lines


def test_the_open_list_has_room_for_every_line(studio: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(studio.models.cards) == len(bundled_models()))
    picker = studio.window.model.picker
    entries = picker.view()
    lines = picker.itemData(0, LINES_ROLE).splitlines()
    assert entries.sizeHintForRow(0) >= (1 + len(lines)) * entries.fontMetrics().lineSpacing()


@pytest.mark.parametrize("is_chosen", [False, True])
def test_an_entry_is_written_so_that_it_can_be_read(
    studio: Studio, qtbot: QtBot, is_chosen: bool
) -> None:
    qtbot.waitUntil(lambda: len(studio.models.cards) == len(bundled_models()))
    picker = studio.window.model.picker
    theme = theme_from_palette(picker.palette())
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 440, 90)
    option.palette = picker.palette()
    if is_chosen:
        option.state |= QStyle.StateFlag.State_Selected
    picture = QImage(440, 90, QImage.Format.Format_RGB32)
    with QPainter(picture) as painter:
        picker.itemDelegate().paint(painter, option, picker.model().index(0, 0))
    colours = Counter(picture.pixelColor(x, y).name() for x in range(440) for y in range(90))
    ground, ink = (theme.accent, theme.on_accent) if is_chosen else (theme.panel, theme.text)
    assert colours.most_common(1)[0][0] == ground
    assert colours[ink] > 20


@pytest.mark.parametrize("content", [b"", b"This is no model.\n", b"PK\x03\x04 torn", None])
def test_a_file_that_is_no_model_is_one_sentence_and_the_old_model_stays(
    studio: Studio, qtbot: QtBot, tmp_path: Path, content: bytes | None
) -> None:
    before = studio.models.model
    file = tmp_path / "text.keras"
    if content is not None:
        file.write_bytes(content)
    studio.files.open_path(file)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    sentence = studio.window.message.sentence
    assert "text.keras" in sentence
    assert sentence.count("\n") == 0
    assert sentence.endswith(".")
    assert studio.models.model is before
    assert studio.models.path == DEFAULT_MODEL
    assert before is not None
    assert studio.window.model.picker.currentText() == before.card.name
    assert studio.actions["generate"].isEnabled()


def test_a_model_that_is_gone_since_the_last_time_gives_way_to_the_one_in_the_box(
    make_studio: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(model=str(tmp_path / "gone.keras"))
    studio = make_studio(settings)
    studio.start()
    qtbot.waitUntil(lambda: studio.models.model is not None)
    assert studio.models.path == DEFAULT_MODEL
    assert "gone.keras" in studio.window.message.sentence


def offer(studio: Studio) -> str:
    button = studio.window.message.offer
    return button.text() if button.isVisible() else ""


def asked(studio: Studio) -> FakeUser:
    user = studio.files._asking
    assert isinstance(user, FakeUser)
    return user


def test_a_model_without_a_vocabulary_asks_for_its_mapping(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    stranger, mapping = tmp_path / "stranger.h5", tmp_path / "symbols.json"
    stranger.write_bytes(hdf5())
    mapping.write_text(json_from_vocabulary(WORDS))
    studio.files.open_path(stranger)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert "brings no vocabulary" in studio.window.message.sentence
    assert studio.models.path == DEFAULT_MODEL
    assert offer(studio) == "Choose its mapping…"
    studio.window.message.offer.click()  # Cancel: nothing happens
    assert asked(studio).questions[-1] == "Mapping of stranger.h5"
    assert studio.models.path == DEFAULT_MODEL

    studio.models.choose(stranger)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    asked(studio).to_open = mapping
    studio.window.message.offer.click()
    qtbot.waitUntil(lambda: studio.models.path == stranger and not studio.models.is_opening)
    assert studio.models.model is not None
    assert studio.models.model.card.is_from_elsewhere
    assert "worse than guessing" in studio.window.message.sentence  # its weights were drawn
    assert studio.models.mapping == str(mapping)
    studio.models.choose(DEFAULT_MODEL)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert studio.models.mapping == ""
    studio.models.choose(stranger)  # and once more from the list, without a question
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert studio.models.path == stranger


def test_a_mapping_of_another_size_is_refused_and_another_one_asked_for(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    stranger, mapping = tmp_path / "stranger.h5", tmp_path / "symbols.json"
    stranger.write_bytes(hdf5())
    mapping.write_text(json_from_vocabulary(vocabulary_of(range(60, 70))))
    studio.models.choose(stranger, mapping)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert "13 symbols and its network 8" in studio.window.message.sentence
    assert offer(studio) == "Choose its mapping…"
    assert studio.models.path == DEFAULT_MODEL


def test_the_mapping_of_the_last_time_is_remembered(
    make_studio: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    stranger, mapping = tmp_path / "stranger.h5", tmp_path / "symbols.json"
    stranger.write_bytes(hdf5())
    mapping.write_text(json_from_vocabulary(WORDS))
    settings = Settings(model=str(stranger), mapping=str(mapping))
    studio = make_studio(settings)
    studio.start()
    qtbot.waitUntil(lambda: studio.models.model is not None)
    assert studio.models.path == stranger
    studio.close()
    remembered, _ = load_settings()
    assert (remembered.model, remembered.mapping) == (str(stranger), str(mapping))


def test_a_project_keeps_the_mapping_of_its_model(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    stranger, mapping = tmp_path / "stranger.h5", tmp_path / "symbols.json"
    stranger.write_bytes(hdf5())
    mapping.write_text(json_from_vocabulary(WORDS))
    save_project(Project(model=str(stranger), mapping=str(mapping)), tmp_path / "a.cantilena")
    studio.files.open_path(tmp_path / "a.cantilena")
    qtbot.waitUntil(lambda: studio.models.path == stranger and not studio.models.is_opening)
    assert studio.models.mapping == str(mapping)
    assert not offer(studio)
    assert not studio.document.is_changed
    studio.models.choose(DEFAULT_MODEL)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert studio.document.project.mapping == ""
