"""Small tunes, made up here, for tests that need a corpus."""

from pathlib import Path

SCALE = """**kern
*M4/4
*G:
{4g
4a
4b
4cc
=2
2dd
2g}
==
*-
"""

UPBEAT = """!!!OTL: With an upbeat
**kern
*M3/4
*a:
{8a
8b
=1
4cc
4dd
[4ee
=2
4ee]
8.dd
16cc
4b
=3
2a
==
*-
"""

KEYLESS = """**kern
*M2/4
{4f
4a
=2
4.cc
8a
=3
8f
8e
8g
8e
=4
2f}
==
*-
"""

UNEVEN = """**kern
*M4/4
*C:
1c
=2
2d
=3
2.e
4r
==
*-
"""

BROKEN = """**kern
*M4/4
4c
4ce
*-
"""


def write_tunes(folder: Path, copies: int = 1) -> list[Path]:
    """Writes `copies` of each of the five tunes under `folder`; the last of each is broken."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for copy in range(copies):
        for name in ("scale", "upbeat", "keyless", "uneven", "broken"):
            path = folder / f"{name}{copy:03}.krn"
            path.write_text(globals()[name.upper()], encoding="utf-8")
            paths.append(path)
    return paths
