"""A tune to edit: c d e f g, quarters, a rest of a quarter, then g of a half."""

import pytest

from core.music.melody import Melody, Note
from core.music.song import Song
from tests.gui.roll.stage import Stage
from tests.gui.roll.tools.editor import Editor

PITCHES = 60, 62, 64, 65, 67
NOTES = (*(Note(480 * i, 480, pitch) for i, pitch in enumerate(PITCHES)), Note(2880, 960, 67))
SONG = Song(Melody(NOTES, 3840), seed_end=1920)


@pytest.fixture
def editor(stage: Stage) -> Editor:
    """Zoomed so far that a quarter has 100 pixels, and all notes are in sight."""
    editor = Editor(stage, SONG)
    view = stage.scene.view
    stage.roll.travel(view.zoomed_time(100 / 480 / view.time.px_per_tick, 0))
    return editor
