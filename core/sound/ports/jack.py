"""Notices when a JACK server dies or drops what was sent, which no MIDI library tells.

Sending to a dead server first succeeds, then blocks for ever; only libjack itself knows at once.
https://jackaudio.org/api/group__ClientFunctions.html (jack_on_shutdown)
And in an xrun a client that is late for its turn never sees the messages of that turn.
https://jackaudio.org/api/group__ClientCallbacks.html (jack_set_xrun_callback)
"""

import ctypes

_LIBRARIES = ("libjack.so.0", "libjack.0.dylib", "libjack64.dll", "libjack.dll")
_NO_START_SERVER = 1
_SHUTDOWN = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_XRUN = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)


class JackWatch:
    """A client without ports on the running server; it stays until the process ends.

    `xruns` counts them. Where there is no libjack or no server it watches nothing, and `is_gone`
    stays False.
    """

    def __init__(self, name: str) -> None:
        self.is_gone = False
        self.xruns = 0
        self._told = _SHUTDOWN(self._shut_down)  # both must live as long as the client
        self._told_xrun = _XRUN(self._count)
        library = _library()
        if library is None:
            return
        library.jack_client_open.restype = ctypes.c_void_p
        client = library.jack_client_open(name.encode(), _NO_START_SERVER, None)
        if client is not None:
            library.jack_on_shutdown(ctypes.c_void_p(client), self._told, None)
            library.jack_set_xrun_callback(ctypes.c_void_p(client), self._told_xrun, None)
            library.jack_activate(ctypes.c_void_p(client))

    def _shut_down(self, _: object) -> None:
        self.is_gone = True

    def _count(self, _: object) -> int:
        self.xruns += 1
        return 0


def _library() -> ctypes.CDLL | None:
    for name in _LIBRARIES:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None
