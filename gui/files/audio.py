"""The tune as a sound file."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Slot

from core.document import Document
from core.files.audio import SUFFIXES
from core.words import Words
from gui.files.files import Files
from gui.files.recipes import Recipes
from gui.files.writing import Doubt, Writing
from gui.language import tr
from gui.playing.sounding import Sound
from gui.playing.toning import Toning


class AudioExport(QObject):
    """Writes the tune with the SoundFont, instrument, volume and reverb that play it."""

    def __init__(
        self,
        document: Document,
        files: Files,
        recipes: Recipes,
        writing: Writing,
        sound: Sound,
        toning: Toning,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._files, self._recipes = document, files, recipes
        self._writing, self._sound, self._toning = writing, sound, toning

    @Slot()
    def export(self) -> None:
        """Asks for a name and begins to write."""
        if not self._writing.is_free():
            return
        path = self._files.ask_to_export(
            tr("Export audio"), ".wav", tr("Sound files (*.wav *.flac)")
        )
        if path is None:
            return
        if path.suffix.lower() not in SUFFIXES:
            self._writing.told.emit(
                tr("'{path}' must end in .wav or .flac; choose another name.", path=path)
            )
            return
        song, recipe = self._document.song, self._recipes.present()
        choices, tone = self._sound.choices, self._toning.tone

        def steps() -> Iterator[object]:
            from core.audio import write_audio  # numpy and more, which the start needs not
            from core.sound.playing.manner import manner_from_choices

            remark = yield from recipe()
            doubt = yield from write_audio(song, path, tone, manner_from_choices(choices), remark)
            yield Doubt(doubt) if doubt else Words("Exported to {path}.", path=path)

        self._writing.begin(path.name, steps)
