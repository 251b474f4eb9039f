"""`corpus`: what there is in folders of songs."""

from argparse import ArgumentParser
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from core.cli.command import Command, Options, Status, add_json, print_json, tell
from core.cli.folders import FOLDERS

if TYPE_CHECKING:
    from core.corpus.reading import Result, SongFile
    from core.corpus.report import CorpusReport


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help=FOLDERS)
    add_json(parser)


def _run(options: Options) -> None:
    from core.corpus.collection import families_cached, read_cached
    from core.corpus.gathering import usual_workers
    from core.corpus.reading import song_files
    from core.corpus.report import report_from_results

    files = song_files(options.folders)
    with Status() as status, closing(read_cached(files, usual_workers(), tell)) as results:

        def families(songs: "Sequence[SongFile]") -> list[int]:
            return status.follow(families_cached(songs, tell), "tunes compared")

        report = report_from_results(_counted(results, len(files), status), families)
    if options.json:
        print_json(report.to_json())
    else:
        _print(report)


def _counted(
    results: "Generator[Result, None, None]", total: int, status: Status
) -> "Iterator[Result]":
    path, number = None, 0
    for result in results:
        if result.path is not path:
            path, number = result.path, number + 1
            if number % 100 == 0 or total < 1000:
                status.show(f"{number} of {total} files")
        yield result


def _print(report: "CorpusReport") -> None:
    for one in report.skipped:
        where = f"{one.path}, tune {one.number}" if one.number else f"{one.path}"
        tell(f"Skipped {where}{f', line {one.line}' if one.line else ''}: {one.reason}")
    print(
        f"{report.read} of {report.files} files read in {report.seconds:.1f} s: {report.tunes} "
        f"tunes, {report.notes} notes, {report.upbeats} upbeats, {report.changing} with changing "
        f"bars"
    )
    print(
        f"Families of near-duplicates: {report.families}, {report.near_duplicates} tunes share one"
    )
    tables = {
        "Meters": report.meters,
        "Keys": report.keys,
        "Durations in quarters": report.to_json()["durations"],
    }
    for title, counts in tables.items():
        assert isinstance(counts, dict)
        print(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))


COMMAND = Command("corpus", "read folders of songs and report what is there", _describe, _run)
