"""The tunes that an import sheet lists."""

from gui.files.importdialog import ImportDialog


def rows(dialog: ImportDialog) -> list[str]:
    """Those in sight."""
    model = dialog.tunes.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(dialog: ImportDialog, row: int) -> None:
    dialog.tunes.setCurrentIndex(dialog.tunes.model().index(row, 0))


def current(dialog: ImportDialog) -> str:
    return str(dialog.tunes.currentIndex().data())
