"""What is done to notes of the tune: each gesture is one step of the document."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.document import Document
from core.edit.clip import copied, pasted, repeated
from core.edit.edited import Chosen, Edited
from core.edit.grid import quantised
from core.edit.length import joined, split
from core.edit.motion import OCTAVE, moved, stepped, transposed
from core.edit.pen import erased, louder
from core.errors import UserError
from core.history import LONGEST_HISTORY
from core.music.melody import Melody
from core.music.meter import place_words
from core.music.tonality import estimate_key
from core.words import Words, counted
from gui.composing.generation import Generation
from gui.language import tr
from gui.notes.clipboard import put_clip, taken_clip
from gui.playing.playback import Playback
from gui.roll.cursor import Cursor
from gui.roll.scene import note_at
from gui.roll.tools.sketch import Sketch
from gui.window import Window

MOVE, TRANSPOSE = Words("Move notes"), Words("Transpose notes")
DELETE, CUT = Words("Delete notes"), Words("Cut notes")
PASTE, DUPLICATE = Words("Paste notes"), Words("Duplicate notes")
SPLIT, JOIN = Words("Split a note"), Words("Join notes")
QUANTISE, VELOCITY = Words("Quantise notes"), Words("Change velocity")
LOUDER, NUDGE = 8, 10
"""How much louder a key makes a note, and how many ticks later."""

_PAUSE_MS = 800
"""What keys do to the same notes without such a pause is one step."""

_SHOWN_MS = 4000
_RECORDING = Words("End the recording first; then its notes can be edited.")
_NO_GRID = Words(
    "Recordings go to no grid now: choose one in the panel Record, or use Edit, Quantise…"
)
_NO_FURTHER = Words("It goes no further")
_NO_NEXT = Words("There is no chosen note, or next one, to join")
_ON_GRID = Words("The notes lie on the grid already")

Change = Callable[[Melody, Chosen], Edited]


class Notes(QObject):
    """Does what the actions say to the chosen notes, and takes over what the tools of the roll have
    done.

    `shows_music` shows the files or the music on the clipboard that are more than notes, and says
    whether there are any. `told` brings a sentence about what cannot be done, `reported` a line for
    the status bar and for how many milliseconds.
    """

    told = Signal(str)
    reported = Signal(str, int)

    def __init__(
        self,
        window: Window,
        document: Document,
        playback: Playback,
        generation: Generation,
        is_recording: Callable[[], bool],
        shows_music: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._document = window, document
        self._playback, self._generation = playback, generation
        self._is_recording, self._shows_music = is_recording, shows_music
        self._left: tuple[Melody, Chosen] = document.song.melody, frozenset()
        self._choices: dict[int, tuple[Melody, Chosen]] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(document.close_step)
        window.roll.edited.connect(self.take)

    @property
    def place(self) -> int:
        """The tick at which something new begins: that of the cursor, or of the playhead."""
        cursor, playback = self._window.roll.scene.cursor, self._playback
        return playback.tick if cursor is None or playback.is_playing else cursor.tick

    @Slot(object, object, bool)
    def take(self, label: Words, edited: Edited, merge: bool = False) -> None:
        """Makes one step of an edit. A tune in the making ends with it; the playhead stays."""
        document, roll = self._document, self._window.roll
        if self._is_recording():
            self.told.emit(tr(_RECORDING))
            roll.show_song(document.song)
            return
        self._generation.drop()
        melody, chosen = self._left
        if melody is not document.song.melody or chosen != roll.scene.chosen:
            document.close_step()
        self._remember(roll.chosen)
        self._keeping_place(lambda: document.edit(label, edited, merge))
        self._pause.start()
        if roll.scene.song is not document.song:
            roll.show_song(document.song)
        roll.choose(edited.chosen)
        self._remember(roll.chosen)
        self._left = document.song.melody, roll.chosen

    def undo(self) -> None:
        self._go(self._document.undo)

    def redo(self) -> None:
        self._go(self._document.redo)

    def _go(self, change: Callable[[], object]) -> None:
        """Through the history; what was chosen in another melody is chosen again in it."""
        before = self._document.song.melody
        self._keeping_place(change)
        melody = self._document.song.melody
        if melody is not before and id(melody) in self._choices:
            self._window.roll.choose(self._choices[id(melody)][1])

    def _remember(self, chosen: Chosen) -> None:
        """What is chosen in the melody that is there now; the oldest is forgotten first."""
        melody = self._document.song.melody
        self._choices.pop(id(melody), None)
        self._choices[id(melody)] = melody, chosen  # which keeps it, so that no other has its id
        if len(self._choices) > LONGEST_HISTORY:
            self._choices.pop(next(iter(self._choices)))

    def _keeping_place(self, change: Callable[[], object]) -> None:
        self._playback.stays = True
        try:
            change()
        finally:
            self._playback.stays = False

    def _change(
        self, label: Words, change: Change, merge: bool = False, if_not: Words = _NO_FURTHER
    ) -> None:
        """Makes one step of what `change` leads to; says `if_not` where that is nothing."""
        roll, melody = self._window.roll, self._document.song.melody
        cursor, chosen = roll.scene.cursor, roll.chosen
        edited = change(melody, chosen)
        if edited.melody == melody:
            self.reported.emit(tr(if_not) if chosen else "", _SHOWN_MS)
            return
        self.take(label, edited, merge)
        if cursor is not None:
            onset = dict(edited.ways).get(cursor.tick)
            note = None if onset is None else note_at(edited.melody, onset)
            self._put_cursor(cursor if note is None else Cursor(note.onset, note.pitch))

    def _put_cursor(self, cursor: Cursor) -> None:
        roll = self._window.roll
        roll.take(Sketch(roll.chosen, cursor=cursor))

    # Copies

    def copy(self) -> None:
        """Lays the notes on the clipboard."""
        song = self._document.song
        clip = copied(song.melody, self._window.roll.chosen)
        put_clip(clip, song.key or estimate_key(song.melody))
        said = counted("{n:,} notes copied", "{n:,} note copied", len(clip))
        self.reported.emit(tr(said), _SHOWN_MS)

    def cut(self) -> None:
        self.copy()
        self._change(CUT, erased)

    def paste(self, tick: int | None = None) -> None:
        """Puts the notes on the clipboard at `tick`, or where something new begins; other music is
        shown first, for the user to choose what becomes of it."""
        if self._shows_music():
            return
        where = self.place if tick is None else tick
        try:
            clip = taken_clip()
        except UserError as error:
            self.told.emit(tr(error.words))
            return
        song = self._document.song
        self.take(PASTE, pasted(song.melody, clip, where))
        place = place_words(song.meters, where)
        said = counted(
            "{n:,} notes pasted in {place}", "{n:,} note pasted in {place}", len(clip), place=place
        )
        self.reported.emit(tr(said), _SHOWN_MS)
        cursor = self._window.roll.scene.cursor
        if cursor is not None:
            self._put_cursor(Cursor(where + clip.end, cursor.pitch))
        elif not self._playback.is_playing:
            self._playback.seek(where + clip.end)

    def repeat(self) -> None:
        self._change(DUPLICATE, repeated)

    def delete(self) -> None:
        self._change(DELETE, erased)

    def choose_all(self) -> None:
        self._window.roll.choose(frozenset(note.onset for note in self._document.song.melody))

    # Pitch and time

    def transpose(self, semitones: int) -> None:
        self._change(TRANSPOSE, lambda m, c: transposed(m, c, semitones), merge=True)
        self._let_hear()

    def octaves(self, number: int) -> None:
        self.transpose(number * OCTAVE)

    def step(self, steps: int) -> None:
        """Up or down in the scale of the key, which is estimated where none is given."""
        song = self._document.song
        key = song.key or estimate_key(song.melody)
        self._change(TRANSPOSE, lambda m, c: stepped(m, c, steps, key), merge=True)
        self._let_hear()

    def nudge(self, way: int) -> None:
        """A little later (1) or earlier (-1), whatever the grid."""
        self._change(MOVE, lambda m, c: moved(m, c, way * NUDGE), merge=True)

    def louder(self, way: int) -> None:
        """Louder (1) or softer (-1)."""
        self._change(VELOCITY, lambda m, c: louder(m, c, way * LOUDER), merge=True)
        self._let_hear()

    def split(self, tick: int | None = None) -> None:
        """In two at `tick`, or at the cursor or the playhead."""
        where, melody = self.place if tick is None else tick, self._document.song.melody
        edited = split(melody, self._window.roll.chosen, where)
        if edited.melody is melody:
            place = place_words(self._document.song.meters, where)
            self.told.emit(
                tr("No note sounds in {place}, so there is nothing to split there.", place=place)
            )
        else:
            self.take(SPLIT, edited)

    def join(self) -> None:
        self._change(JOIN, joined, if_not=_NO_NEXT)

    def quantise(self) -> None:
        """To the grid, and as far, as was chosen for recordings."""
        by, meters = self._window.record.choices.quantisation, self._document.song.meters
        if not by.grid:
            self.told.emit(tr(_NO_GRID))
            return
        self._change(QUANTISE, lambda m, c: quantised(m, c, by, meters), if_not=_ON_GRID)

    def _let_hear(self) -> None:
        """Sounds the first of the notes, as it is now, unless the tune is playing."""
        roll = self._window.roll
        note = next((n for n in self._document.song.melody if n.onset in roll.chosen), None)
        if note is not None and not self._playback.is_playing:
            roll.mouse.sound(note.pitch)
