"""What always holds of a document, and of a window that has come to rest."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtWidgets import QApplication

from core.document import Document
from core.music.melody import Melody
from core.music.text import parse
from core.project import project_from_text, text_from_project
from core.recipe import recipe_from_text
from gui.studio import Studio
from tests.steps import made

LOWEST_TYPED_PITCH = 12
"""C0: typed notes have no octave -1."""


def document_faults(document: Document) -> Iterator[str]:
    """A sentence for each rule of the document that does not hold."""
    song, pins = document.song, document.pins
    notes = song.melody.notes
    for one, next_one in pairwise(notes):
        if one.end > next_one.onset:
            yield f"{one} sounds into {next_one}"
    if notes and (notes[0].onset < 0 or notes[-1].end > song.melody.end):
        yield f"notes from {notes[0].onset} to {notes[-1].end} in a tune of {song.melody.end}"
    if not 0 <= song.seed_end <= song.melody.end:
        yield f"the seed ends at {song.seed_end}, the tune at {song.melody.end}"
    if list(song.phrase_ends) != sorted(set(song.phrase_ends)):
        yield f"phrase ends do not rise: {song.phrase_ends}"
    if any(one.onset >= next_one.onset for one, next_one in pairwise(pins)):
        yield f"pins are not in order: {pins}"
    for pin in pins:
        if not pin.is_in(song):
            yield f"{pin} holds no note of the tune"
    if len(set(document.takes)) < len(document.takes):
        yield "a take is starred twice"
    if document.asked is not None and document.asked.takes != 1:
        yield "the tune was asked for as several takes"


def file_faults(studio: Studio) -> Iterator[str]:
    """Of what would be saved: the project reads as it was written, and its recipe is true."""
    project = studio.document.project
    text = text_from_project(project)
    if text_from_project(project_from_text(text)) != text:
        yield "the project does not read as it was written"
    _, recipe = made(studio.recipes.present()())
    if recipe and recipe_from_text(recipe).song.melody != project.song.melody:
        yield "the recipe does not make the tune"


def window_faults(studio: Studio) -> Iterator[str]:
    """Of a window in which nothing is being made: it shows the document as it is."""
    window, document = studio.window, studio.document
    song = document.song
    if not _previews(studio) and window.roll.scene.song != song:
        yield "the roll shows another song"
    if window.roll.scene.pins != document.pins:
        yield "the roll shows other pins"
    seed = window.seed
    if not seed.has_mistakes and not seed.is_reading:
        typed, own = parse(seed.text).melody, song.seed
        if _outline(typed) != _outline(own) and _can_be_typed(own):
            yield f"the field says {seed.text!r} and the seed is {own.notes}"
    for name, label in (("undo", document.undo_label), ("redo", document.redo_label)):
        action = studio.actions[name]
        if action.isEnabled() != bool(label) or (label or "") not in action.text():
            yield f"'{action.text()}' is {action.isEnabled()} where there is {label!r}"
    if studio.actions["export"].isEnabled() != bool(song.melody.notes):
        yield "export is allowed without notes, or is not with some"
    selection = window.roll.selection
    if selection is not None and selection.end > window.roll.scene.song.melody.end:
        yield f"{selection} goes beyond the tune"
    if window.isWindowModified() != document.is_changed:
        yield "the title's mark is wrong"


def _previews(studio: Studio) -> bool:
    """Whether the roll shows what is not taken yet: a recording, a take under the mouse, notes on
    another grid."""
    takes, shown = studio.takes, studio.window.roll.scene.song
    hears = any(takes.song_of(take) == shown for take in takes.all)
    tops = QApplication.topLevelWidgets()
    quantises = any(top.isVisible() and top.windowTitle() == "Quantise" for top in tops)
    return studio.desk.recording.is_active or hears or quantises


def _outline(melody: Melody) -> list[tuple[int, int, int]]:
    return [(note.onset, note.duration, note.pitch) for note in melody]


def _can_be_typed(melody: Melody) -> bool:
    """Whether typed notes say these exactly."""
    return all(
        onset % 20 == 0 and duration % 20 == 0 and pitch >= LOWEST_TYPED_PITCH
        for onset, duration, pitch in _outline(melody)
    )
