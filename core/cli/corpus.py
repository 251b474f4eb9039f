"""`corpus`: what there is in folders of kern files."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import Command, Options, Status, add_json, print_json, tell

if TYPE_CHECKING:
    from core.corpus.reading import Result


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folders", nargs="+", type=Path, metavar="FOLDER", help="folders of kern files"
    )
    add_json(parser)


def _run(options: Options) -> None:
    from core.corpus.reading import kern_files, read_songs
    from core.corpus.report import report_from_results

    files = kern_files(options.folders)
    with Status() as status:
        report = report_from_results(_counted(read_songs(files), len(files), status))
    if options.json:
        print_json(report.to_json())
        return
    for one in report.skipped:
        where = f"{one.path}, line {one.line}" if one.line else f"{one.path}"
        tell(f"Skipped {where}: {one.reason}")
    print(
        f"{report.read} of {report.files} files read in {report.seconds:.1f} s: "
        f"{report.notes} notes, {report.upbeats} upbeats, {report.changing} with changing bars"
    )
    for title, counts in (("Meters", report.meters), ("Keys", report.keys)):
        print(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))


def _counted(results: "Iterable[Result]", total: int, status: Status) -> "Iterator[Result]":
    for number, result in enumerate(results, start=1):
        if number % 100 == 0:
            status.show(f"{number} of {total} files")
        yield result


COMMAND = Command("corpus", "read folders of songs and report what is there", _describe, _run)
