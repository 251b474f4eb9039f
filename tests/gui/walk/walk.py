"""One long random walk of a user through the window."""

import random
from collections import deque
from collections.abc import Callable
from random import Random

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.roll.roll import Roll
from tests.gui.walk import keyboard, pointing, surroundings
from tests.gui.walk.guard import Guard, open_question
from tests.gui.walk.rules import document_faults, file_faults, window_faults
from tests.gui.walk.walker import Walker
from tests.gui.walk.watch import Watch
from tests.gui.walk.world import World

Deed = Callable[[Walker], str]

DEEDS: dict[Deed, int] = {
    keyboard.take_action: 20,
    keyboard.press_key: 14,
    keyboard.hold_key: 2,
    keyboard.go_to_part: 4,
    keyboard.type_notes: 5,
    keyboard.use_menu: 2,
    pointing.use_roll: 26,
    pointing.use_ruler: 6,
    pointing.use_strip: 2,
    pointing.use_piano: 4,
    pointing.use_takes: 5,
    pointing.use_beneath: 6,
    pointing.turn_wheel: 6,
    pointing.use_control: 12,
    pointing.click_anywhere: 4,
    surroundings.let_time_pass: 10,
    surroundings.play_instrument: 4,
    surroundings.change_ports: 2,
    surroundings.drop_file: 1,
    surroundings.resize_window: 1,
    surroundings.change_theme: 1,
    surroundings.want_less: 3,
    surroundings.go_there_and_back: 4,
}
"""How often each is done."""

_TRAIL = 12
_LARGEST_WISH = 64
_RESTS = 0.3
_ROUNDS_TO_REST, _STILL_ROUNDS = 150, 3


class Walk:
    """The same seed does the same deeds; what threads do meanwhile may come a moment sooner."""

    def __init__(self, world: World, watch: Watch, seed: int) -> None:
        self._world, self._watch, self._seed = world, watch, seed
        self._walker = Walker(world, watch)
        self._guard = Guard(self._waits_for, self._answer)
        self._trail: deque[str] = deque(maxlen=_TRAIL)
        self._is_closed = False
        self._hear_closing()

    def run(self, steps: int) -> None:
        """So many deeds. Whatever goes wrong is raised with the last deeds that led there."""
        for step in range(steps):
            try:
                self._take(step)
            except BaseException as error:
                error.add_note(f"walk {self._seed}, step {step}, behind\n  " + self._told())
                raise

    def _told(self) -> str:
        """The last deeds, and what the window is at."""
        studio = self._world.studio
        document, song = studio.document, studio.document.song
        facts = (
            f"{len(song.melody)} notes up to {song.melody.end}, the seed to {song.seed_end}",
            f"the last step '{document.undo_label}', the next '{document.redo_label}'",
            f"playing {studio.playback.is_playing} at {studio.playback.tick}",
            f"making {self._world.is_making}, recording {studio.desk.recording.state}",
            f"stepping {studio.desk.stepping.is_on}, {studio.window.live.liveness}",
        )
        return "\n  ".join((*self._trail, *facts))

    def _take(self, step: int) -> None:
        walker = self._walker
        walker.random = chance = Random(f"{self._seed} {step}")
        random.seed(chance.random())  # of which the program draws its own
        (deed,) = chance.choices(list(DEEDS), list(DEEDS.values()))
        self._watch.step, self._watch.deed = step, deed.__name__
        self._trail.append(f"{step} {deed.__name__} …")
        self._prepare_answers()
        if QGuiApplication.focusWindow() is None:
            walker.window.activateWindow()
        with self._guard.under_way():
            told = deed(walker)
        self._trail[-1] = f"{step} {deed.__name__}: {told}"
        if open_question() is not None:
            self._trail[-1] += f"; {keyboard.answer_question(walker)}"
        if self._is_closed:
            self._world.start_again()
            self._hear_closing()
            self._trail[-1] += "; opened again"
        self._limit_wishes()
        self._look(rests=walker.happens(_RESTS))
        self._watch.tell_long(self._trail[-1])

    def _waits_for(self) -> QWidget | None:
        """A menu, a dialog, or the roll over which a take can be let go."""
        roll = self._world.studio.window.roll
        return open_question() or (roll if roll.acceptDrops() else None)

    def _answer(self, waiting: QWidget) -> None:
        if isinstance(waiting, Roll):
            pointing.let_go(self._walker, waiting)
        else:
            keyboard.answer(self._walker, waiting)

    def _prepare_answers(self) -> None:
        """What the user will say if he is asked."""
        world, chance = self._world, self._walker.random
        user = world.user
        user.questions.clear()
        user.to_open = chance.choice([None, *world.files])
        user.to_save = chance.choice([None, world.folder / f"saved-{chance.randrange(3)}"])
        user.answer = chance.choice(("save", "discard", "discard", "cancel"))

    def _limit_wishes(self) -> None:
        controls = self._world.studio.document.controls
        if controls.bars * controls.takes > _LARGEST_WISH:
            self._trail[-1] += f"; {surroundings.want_less(self._walker)}"

    def _look(self, rests: bool) -> None:
        """At what must hold always; and where the window comes to rest, at what it shows."""
        studio = self._world.studio
        faults = [*self._watch.complaints, *document_faults(studio.document)]
        if not faults and rests and self._comes_to_rest():
            faults += [*self._watch.complaints, *document_faults(studio.document)]
            faults += [*window_faults(studio), *file_faults(studio)]
        assert not faults, "\n".join(faults)

    def _comes_to_rest(self) -> bool:
        """Whether nothing is being made after a while."""
        self._world.studio.window.seed.finish_typing()
        still = 0
        for _ in range(_ROUNDS_TO_REST):
            self._walker.hands.pause()
            still = 0 if self._world.is_making else still + 1
            if still == _STILL_ROUNDS:
                return True
        return False

    def _hear_closing(self) -> None:
        self._is_closed = False
        self._world.studio.closed.connect(self._note_closing)

    def _note_closing(self) -> None:
        self._is_closed = True

    def end(self) -> None:
        """Closes the window; then no key is down."""
        self._world.close()
        hanging = {pitch: count for pitch, count in self._world.player.down.items() if count > 0}
        assert not hanging, f"keys still down when the window is closed: {hanging}"
        assert not self._watch.complaints, "\n".join(self._watch.complaints)
