"""Run one benchmark module in this process: python -m tests.bench.one MODULE FILE [MINUTES]."""

import dataclasses
import importlib
import json
import sys
from pathlib import Path


def main() -> None:
    module, file, *minutes = sys.argv[1:]
    rows = importlib.import_module(module).rows(*map(float, minutes))
    Path(file).write_text(json.dumps([dataclasses.asdict(row) for row in rows]), encoding="utf-8")


if __name__ == "__main__":
    main()
