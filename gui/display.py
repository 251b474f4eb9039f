"""Whether there is a screen to open a window on; Qt itself would abort the program."""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from core.errors import UserError

_SERVERS = ("xcb", "wayland")


def check_display(environment: Mapping[str, str] = os.environ) -> None:
    """Returns where a window can be opened. UserError where Qt would find no screen.

    Only Linux has to ask: there a window needs an X or a Wayland server, reached by the names in
    the environment; QT_QPA_PLATFORM may name a platform that needs neither, such as 'offscreen'.
    """
    if not sys.platform.startswith("linux"):
        return
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform and not platform.startswith(_SERVERS):
        return
    if platform != "xcb" and _wayland_answers(environment):
        return
    if environment.get("DISPLAY") and not platform.startswith("wayland"):
        _check_x(environment["DISPLAY"])
        return
    raise UserError(
        "There is no screen to open the window on (neither DISPLAY nor WAYLAND_DISPLAY leads to "
        "one); start it from a desktop, or use a command such as 'generate' (see --help)."
    )


def _check_x(name: str) -> None:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
        ctypes.CDLL("libxcb-cursor.so.0")  # Qt's own plug-in aborts without it
    except OSError as error:
        raise UserError(
            "The window needs a system library that is not here ({error}); 'make run' installs it.",
            error=str(error),
        ) from error
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(name.encode(), None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    if failed:
        raise UserError(
            "The screen '{name}' named in DISPLAY cannot be reached; start a desktop session, "
            "set DISPLAY to a running one, or use a command such as 'generate' (see --help).",
            name=name,
        )


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    import socket  # only here: most starts need it not

    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(str(Path(environment.get("XDG_RUNTIME_DIR", "/"), name)))
        except OSError:
            return False
    return True
