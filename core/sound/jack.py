"""Notices when a JACK server dies, which no MIDI library tells.

Sending to a dead server first succeeds, then blocks for ever; only libjack itself knows at once.
https://jackaudio.org/api/group__ClientFunctions.html (jack_on_shutdown)
"""

import ctypes

_LIBRARIES = ("libjack.so.0", "libjack.0.dylib", "libjack64.dll", "libjack.dll")
_NO_START_SERVER = 1
_SHUTDOWN = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class JackWatch:
    """A client without ports on the running server; it stays until the process ends.

    Where there is no libjack or no server it watches nothing, and `is_gone` stays False.
    """

    def __init__(self, name: str) -> None:
        self.is_gone = False
        self._told = _SHUTDOWN(self._shut_down)  # must live as long as the client
        library = _library()
        if library is None:
            return
        library.jack_client_open.restype = ctypes.c_void_p
        client = library.jack_client_open(name.encode(), _NO_START_SERVER, None)
        if client is not None:
            library.jack_on_shutdown(ctypes.c_void_p(client), self._told, None)
            library.jack_activate(ctypes.c_void_p(client))

    def _shut_down(self, _: object) -> None:
        self.is_gone = True


def _library() -> ctypes.CDLL | None:
    for name in _LIBRARIES:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None
