"""The arrows run one way, heavy libraries have one home, and files stay small."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# A room may know the rooms named here, itself, core.errors and core.words.
MAY_KNOW = {
    "core.words": set(),
    "core.errors": set(),
    "core.disk": set(),
    "core.record": set(),
    "core.wordrecord": set(),
    "core.version": set(),
    "core.crash": {"core.version"},
    "core.child": {"core.crash"},
    "core.spawned": {"core.child"},
    "core.apart": {"core.child", "core.spawned", "core.wordrecord"},
    "core.link": {"core.spawned"},
    "core.music": set(),
    "core.notation": {"core.music"},
    "core.files": {"core.music", "core.notation", "core.disk", "core.version"},
    "core.corpus": {
        "core.music",
        "core.files",
        "core.disk",
        "core.child",
        "core.wordrecord",
        "core.spawned",
    },
    "core.engraving": {
        *("core.music", "core.notation", "core.files.score", "core.child", "core.link"),
    },
    "core.sound": {"core.music", "core.apart", "core.link"},
    "core.recording": {"core.music"},
    "core.edit": {"core.music", "core.recording"},
    "core.model": {"core.music", "core.corpus", "core.disk"},
    "core.compose": {"core.music", "core.model"},
    "core.makerrecord": {"core.model.mark", "core.record", "core.songrecord"},
    "core.takerecord": {
        *("core.music", "core.compose", "core.model.mark"),
        *("core.record", "core.songrecord", "core.wordrecord", "core.makerrecord"),
    },
    "core.audio": {"core.music", "core.files", "core.sound", "core.disk"},
    "core.history": set(),
    "core.layout": set(),
    "core.settings": {
        *("core.music", "core.compose", "core.record"),
        *("core.sound.choices", "core.recording", "core.layout"),
    },
    "core.memory": {"core.settings", "core.disk", "core.lock", "core.record"},
    "core.songrecord": {"core.music", "core.record"},
    "core.clip": {"core.music", "core.record", "core.songrecord"},
    "core.batch": {"core.compose.measures"},
    "core.sight": set(),
    "core.project": {
        *("core.music", "core.compose", "core.disk", "core.batch", "core.sight"),
        *("core.record", "core.songrecord", "core.makerrecord", "core.takerecord"),
        "core.model.mark",
    },
    "core.recipe": {
        *("core.music", "core.model", "core.compose"),
        *("core.record", "core.songrecord", "core.makerrecord"),
    },
    "core.work": {"core.music", "core.compose", "core.project", "core.batch", "core.model.mark"},
    "core.carried": {
        *("core.music", "core.files", "core.disk", "core.record"),
        *("core.project", "core.recipe"),
    },
    "core.document": {
        *("core.music", "core.edit", "core.compose"),
        *("core.history", "core.project", "core.batch", "core.sight", "core.work"),
        *("core.model.mark", "core.takerecord"),
    },
    "core.lock": {"core.record"},
    "core.preview": {"core.music", "core.record"},
    "core.recovery": {
        *("core.lock", "core.disk", "core.record", "core.songrecord", "core.preview"),
        *("core.project", "core.document", "core.compose", "core.takerecord"),
    },
    "core.recent": {
        *("core.lock", "core.disk", "core.record", "core.preview"),
        *("core.project", "core.music"),
    },
    "core.launcher": {"core.disk", "core.project"},
    "core.opening": {
        *("core.music", "core.files", "core.corpus"),
        *("core.project", "core.disk", "core.apart"),
    },
    "core.pasted": set(),
    "core.writing": {
        *("core.music", "core.files", "core.engraving", "core.corpus", "core.opening"),
        *("core.project", "core.disk", "core.apart"),
    },
    "core.cli": {"core"},
    "gui.language": set(),
    "gui.score": {
        *(
            "core.engraving.plate",
            "gui.look.icons",
            "gui.language",
            "gui.panels.fields",
            "gui.look.theme",
        ),
    },
    "gui.roll": {
        *("core.music", "core.compose.pins.pin", "core.compose.field", "core.document"),
        *("core.edit", "gui.look", "gui.language"),
    },
    "gui": {"core", "gui"},
    "main": {"core", "gui"},
}

HOMES = {
    "keras": {"core/model/training/devices.py", "core/model/note/graph.py"},
    "tensorflow": {"core/model/training/devices.py", "core/model/training/recurrence.py"},
    "music21": {
        *("core/corpus/tonality.py", "core/files/musicxml.py", "core/files/musicxml_parts.py"),
    },
    "mido": {
        *("core/sound/ports/outputs.py", "core/files/midi.py", "core/files/midi_file.py"),
        "core/files/channel.py",
    },
    "rtmidi": {
        "core/sound/ports/interfaces.py",
        "core/sound/ports/inputs.py",
        "core/sound/ports/outputs.py",
    },
    "h5py": set(),  # core/model/archive/hdf5.py says why
    "fluidsynth": {"core/sound/synth/fluid.py"},
    "soundfile": {"core/files/audio.py"},
    "verovio": {"core/files/score.py"},
}

LONGEST_FILE = 300


def sources() -> list[Path]:
    return [ROOT / "main.py", *ROOT.glob("core/**/*.py"), *ROOT.glob("gui/**/*.py")]


def imports(source: Path) -> Iterator[tuple[str, bool]]:
    """(module, at module level) for each import of a file."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source}: relative import"
            yield node.module or "", id(node) in top


def within(module: str, room: str) -> bool:
    return module == room or module.startswith(room + ".")


def room_of(module: str) -> str:
    return max((room for room in MAY_KNOW if within(module, room)), key=len, default="")


@pytest.mark.parametrize("source", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_arrows_run_one_way(source: Path) -> None:
    module = ".".join(source.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    room = room_of(module)
    if not room:
        assert source.read_text() == "", f"{source} belongs to no room of the plan"
        return
    for name, _ in imports(source):
        if within(name, "core") or within(name, "gui"):
            allowed = MAY_KNOW[room] | {room, "core.errors", "core.words"}
            assert any(within(name, other) for other in allowed), f"{room} must not know {name}"
        assert not (within(name, "PySide6") and within(module, "core")), f"{source}: Qt in core"


@pytest.mark.parametrize("source", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_heavy_libraries_have_one_home_and_load_at_use(source: Path) -> None:
    for name, at_top in imports(source):
        library = name.partition(".")[0]
        if library in HOMES:
            assert source.relative_to(ROOT).as_posix() in HOMES[library], f"{source}: {name}"
            assert not at_top, f"{source} imports {name} at module level"


@pytest.mark.parametrize("source", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_files_can_be_read_in_one_sitting(source: Path) -> None:
    assert len(source.read_text().splitlines()) <= LONGEST_FILE


def test_exceptions_are_caught_blindly_at_the_outer_doors_only() -> None:
    doors = {
        source.relative_to(ROOT).as_posix()
        for source in sources()
        for node in ast.walk(ast.parse(source.read_text()))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
    }
    assert doors <= {"gui/job.py", "core/child.py", "main.py"}


def test_no_widget_has_an_event_function_of_its_own() -> None:
    """An index out of range in a handler below it, called through it, is a segfault: PySide 6.11
    takes the text of an exception that C raised for the exception, on Python 3.11. Filters do."""
    named = (
        node.name
        for source in (ROOT / "gui").rglob("*.py")
        for node in ast.walk(ast.parse(source.read_text()))
        if isinstance(node, ast.FunctionDef)
    )
    assert not {"event", "viewportEvent"}.intersection(named)


UP_TO_THE_FIRST_PICTURE = """
import os, sys
import main
from gui import app

def tell():
    import PySide6.QtGui, PySide6.QtWidgets  # which bring a class to Python when it is first named
    classes = *vars(PySide6.QtGui), *vars(PySide6.QtWidgets)
    print("\\n".join([*sys.modules, *classes]), flush=True)
    os._exit(0)

app.settle = tell
sys.argv = ["main.py"]
main.main()
"""

REMEMBERED = {"core.sound", "core.sound.choices"}
"""What is chosen for the sound is read with the settings."""

NEEDED_LATER = (
    *(
        "tensorflow",
        "keras",
        "music21",
        "verovio",
        "fluidsynth",
        "soundfile",
        "mido",
        "rtmidi",
        "h5py",
        "numpy",
    ),
    *("multiprocessing", "socket", "asyncio", "subprocess", "hashlib", "datetime"),
    *("core.cli", "core.corpus", "core.files", "core.sound", "core.model.card"),
    *("core.link", "core.notation", "core.engraving", "core.recovery", "core.lock"),
    *("core.crash.report", "core.crash.telling", "gui.crash"),
    *("core.model.bundle", "core.compose.continuation", "core.opening", "core.compose.field"),
    *("core.compose.measures", "core.compose.pins.pin", "core.music.splice"),
    *("core.makerrecord", "core.takerecord", "core.model.mark"),
    *("core.launcher", "gui.menu.desktop"),
    *(
        "core.recent",
        "core.preview",
        "gui.files.recents",
        "gui.files.recentdialog",
        "gui.files.used",
        "gui.viewing",
    ),
    *("gui.equipment", "gui.score", "gui.scoring", "gui.recovery"),
    *("gui.files.filedialog", "gui.files.importdialog", "gui.files.exporting", "gui.files.writing"),
    *("gui.panels.takes", "gui.panels.takelist", "gui.panels.fork", "gui.panels.shortcuts"),
    *("gui.takes.board", "gui.takes.comparing", "gui.takes.comping", "gui.composing.redraw"),
    *("gui.field.field", "gui.field.probing", "gui.field.forking", "gui.roll.strip"),
    *("QListWidget", "QTreeWidget", "QDrag", "QMimeData"),
    *("QListView", "QProgressBar", "QStyle", "QFileDialog", "QMessageBox", "QTextCharFormat"),
)
"""What the window has no use for before its first picture, and half a second to draw that."""


def test_the_first_picture_waits_for_nothing_that_is_needed_later() -> None:
    done = subprocess.run(
        [sys.executable, "-c", UP_TO_THE_FIRST_PICTURE],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stdout.split()
    assert {"gui.studio", "gui.roll.canvas", "PySide6.QtWidgets", "QLabel"} <= set(loaded)
    others = [name for name in loaded if name not in REMEMBERED]
    assert not [name for name in others if any(within(name, later) for later in NEEDED_LATER)]
    # PySide6 reads the source of every module that is loaded after it.
    assert loaded.index("core.settings") < loaded.index("PySide6.QtCore")
