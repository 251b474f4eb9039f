"""The text about unexpected errors that a user can copy and send."""

import platform
from collections.abc import Mapping, Sequence

from core.crash.defect import Defect, discreet
from core.crash.log import log_file
from core.version import VERSION

MOST_TRACES = 5


def report_from_defects(times: Mapping[Defect, int], libraries: Sequence[str] = ()) -> str:
    """What happened how often, in English: whoever mends it shall read it. `libraries` are names
    with versions.
    """
    parts = [_facts(libraries)]
    for defect, count in list(times.items())[:MOST_TRACES]:
        often = f", {count:,} times" if count > 1 else ""
        parts.append(f"{defect.what}\nin the {defect.where}{often}\n\n{defect.trace.rstrip()}")
    if len(times) > MOST_TRACES:
        parts.append(f"… and {len(times) - MOST_TRACES} others, which the log tells.")
    return "\n\n".join(parts) + "\n"


def report_from_traces(traces: Sequence[str], libraries: Sequence[str] = ()) -> str:
    """The same of programs that came to a sudden end."""
    parts = [_facts(libraries), *("The last start came to a sudden end:\n\n" + t for t in traces)]
    return "\n\n".join(parts) + "\n"


def _facts(libraries: Sequence[str]) -> str:
    return "\n".join(
        (
            f"Cantilena {VERSION}",
            f"{platform.platform()}, {platform.machine()}",
            ", ".join((f"Python {platform.python_version()}", *libraries)),
            f"log: {discreet(str(log_file()))}",
        )
    )
