"""The tools by their names."""

from gui.roll.tools.eraser import Eraser
from gui.roll.tools.gesture import Tool
from gui.roll.tools.pencil import Pencil
from gui.roll.tools.pointer import Pointer

TOOLS: dict[str, Tool] = {"pointer": Pointer(), "pencil": Pencil(), "eraser": Eraser()}
