"""What went wrong before there was a window."""

from PySide6.QtWidgets import QApplication

from core.crash.defect import defect_from_error
from gui.crash.dialog import CrashDialog
from gui.display import check_display
from gui.look.style import apply_theme


def show(error: Exception) -> None:
    """Shows the details of `error` until the user closes them. UserError where there is no screen
    to show them on."""
    check_display()
    if QApplication.instance() is None:
        apply_theme(QApplication(["cantilena", "-style", "fusion"]))
    CrashDialog({defect_from_error(error, "start"): 1}, None, None).exec()
