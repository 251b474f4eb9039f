"""Between which ticks two scenes differ; and that no less than that is drawn anew."""

import math
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from gui.look.theme import DARK, LIGHT, palette_from_theme
from gui.roll.changes import EVERYWHERE, NOWHERE, Stretch, changes, song_changes
from gui.roll.scene import Box
from tests.gui.roll.stage import Stage
from tests.gui.roll.tunes import tune

FIVE = tune([60, 62, 64, 65, 67], seed=2)


@pytest.mark.parametrize(
    ("other", "stretch"),
    [
        (FIVE, NOWHERE),
        (replace(FIVE, tempos=TempoMap.constant(60.0)), NOWHERE),
        (tune([60, 62, 64, 65, 67, 69], seed=2), (5 * 480, math.inf)),
        (tune([60, 62, 64], seed=2), (3 * 480, math.inf)),
        (tune([60, 62, 61, 65, 67], seed=2), (2 * 480, 3 * 480)),
        (tune([61, 62, 64, 65, 68], seed=2), (0, 5 * 480)),
        (tune([60, 62, 64, 65, 67], seed=4), (2 * 480, 4 * 480)),
        (replace(FIVE, melody=Melody(FIVE.melody.notes, 9999)), (5 * 480, math.inf)),
        (
            replace(FIVE, melody=Melody((*FIVE.melody.notes[:2], *FIVE.melody.notes[3:]), 2400)),
            (2 * 480, 3 * 480),
        ),
        (replace(FIVE, key=Key(1)), EVERYWHERE),
        (replace(FIVE, meters=MeterMap.constant(Meter(3, 4))), EVERYWHERE),
        (Song(), EVERYWHERE),
    ],
)
def test_songs_differ_from_the_first_to_the_last_other_note(other: Song, stretch: Stretch) -> None:
    assert song_changes(FIVE, other) == stretch
    assert song_changes(other, FIVE) == stretch


def test_what_no_layer_shows_changes_none(stage: Stage) -> None:
    stage.roll.show_song(FIVE)
    scene = stage.scene
    assert changes(scene, replace(scene, box=Box(0, 100, 60, 62), brush=240)) == NOWHERE
    assert changes(scene, replace(scene, chosen=frozenset({480, 1440}))) == (480, 1920)
    assert changes(scene, replace(scene, theme=LIGHT)) == EVERYWHERE
    assert changes(scene, replace(scene, view=scene.view.scrolled(0, 5))) == EVERYWHERE


def test_what_is_drawn_in_part_looks_as_if_all_were_drawn(stage: Stage) -> None:
    stage.roll.show_song(FIVE)
    notes = FIVE.melody.notes
    cut = Melody((notes[0], Note(480, 200, 62), Note(700, 260, 61), *notes[2:]), 2400)
    base = stage.scene
    for scene in (
        replace(base, chosen=frozenset({480})),
        replace(base, song=replace(FIVE, melody=cut), chosen=frozenset({700}), before=FIVE.melody),
        replace(base, song=replace(FIVE, melody=cut), before=FIVE.melody),
        replace(base, song=replace(FIVE, melody=cut)),
        replace(base, song=replace(FIVE, seed_end=1440)),
        replace(base, ghosts=960.0),
        base,
    ):
        # As a gesture does it, behind the back of the one that shows songs.
        stage.roll._show(scene)
        QApplication.processEvents()
        in_part = stage.image()
        for theme in (LIGHT, DARK):
            stage.roll.setPalette(palette_from_theme(theme))
        assert stage.image() == in_part
