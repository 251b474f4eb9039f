"""Which output is open, and where notes may have been left behind."""

from core.sound.reports import OutputLost, OutputOpened, Outputs, Report


class Trail:
    """What the reports of a player tell of its outputs."""

    def __init__(self) -> None:
        self._output: str | None = None
        self._opened: set[str] = set()
        self._lost: set[str] = set()

    @property
    def output(self) -> str | None:
        """The output that is open."""
        return self._output

    def may_sound(self, name: str) -> bool:
        """Whether an output was lost while it was open, or vanished after that, and so may hang."""
        return name in self._lost

    def break_off(self) -> None:
        """The process died: what is open sounds on, until it is opened again."""
        if self._output is not None:
            self._lost.add(self._output)

    def note(self, report: Report) -> None:
        match report:
            case OutputOpened(name):
                self._output = name
                self._opened.add(name)
                self._lost.discard(name)
            case OutputLost() if self._output is not None:
                self._lost.add(self._output)
                self._output = None
            case Outputs(names):
                self._lost |= self._opened - set(names)
