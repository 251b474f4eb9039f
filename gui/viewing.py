"""How the tune is looked at, in the document and in the window."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from core.document import Document
from core.sight import Sight
from gui.roll.view import Place
from gui.window import Window

if TYPE_CHECKING:
    from gui.field.probing import Probing
    from gui.notes.workbench import Workbench
    from gui.scoring import Scoring
    from gui.takes.board import Board

_REST_MS = 500


class Viewing(QObject):
    """Gives the document what is in sight, once that rests, and shows what another document says.

    It is what has to do with one tune: where the roll stands, and whether the field, the
    velocities, the score and the takes are shown. What room the parts have, the piano and the
    labels are the user's way of working and the machine's screen, and stay as they are.
    """

    def __init__(
        self,
        window: Window,
        document: Document,
        board: "Board",
        probing: "Probing",
        scoring: "Scoring",
        workbench: "Workbench",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._roll, self._document = window.roll, document
        self._board, self._probing = board, probing
        self._scoring, self._workbench = scoring, workbench
        self._known = document.sight
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.keep)
        window.roll.shown.connect(self._wait)
        document.listen(self._look)

    @property
    def sight(self) -> Sight:
        """What is in sight now."""
        place = self._roll.place
        whole = Sight(
            shows_field=self._probing.survey.is_on,
            shows_velocities=self._workbench.shows_velocities,
            shows_score=self._scoring.is_shown,
            shows_board=self._board.is_shown,
        )
        if place is None:
            return whole
        return replace(
            whole,
            left=place.left,
            quarter_px=place.quarter_px,
            top=place.top,
            row_px=place.row_px,
        )

    @Slot()
    def keep(self) -> None:
        """Gives the document what is in sight now."""
        self._rest.stop()
        sight = self.sight
        self._known = self._document.sight if sight == self._document.sight else sight
        self._document.set_sight(sight)

    def close(self) -> None:
        """Looks no more: the window goes, and parts of it may be shown anew while they go."""
        self._roll.shown.disconnect(self._wait)
        self._rest.stop()

    @Slot()
    def _wait(self) -> None:
        self._rest.start()

    def _look(self) -> None:
        """Shows what the document says where it is another one, which this has not told it."""
        sight = self._document.sight
        if sight is self._known:
            return
        self._known = sight
        if sight is None:
            self._roll.stand(None)
            return
        for is_shown, shall_be_shown, toggle in (
            (self._probing.survey.is_on, sight.shows_field, self._probing.toggle),
            (
                self._workbench.shows_velocities,
                sight.shows_velocities,
                self._workbench.toggle_velocities,
            ),
            (self._scoring.is_shown, sight.shows_score, self._scoring.toggle),
        ):
            if is_shown != shall_be_shown:
                toggle()
        self._board.show(sight.shows_board)
        self._roll.stand(_place(sight))


def _place(sight: Sight) -> Place | None:
    left, quarter_px, top, row_px = sight.left, sight.quarter_px, sight.top, sight.row_px
    if left is None or quarter_px is None or top is None or row_px is None:
        return None
    return Place(left, quarter_px, top, row_px)
