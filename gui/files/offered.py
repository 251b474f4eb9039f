"""What a file offers, as it is shown before it is taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from core.errors import UserError
from core.files.part import Contents
from core.music.song import Song
from core.opening import contents_in
from core.project import Project, project_for
from core.words import Words, changed
from gui.files.partwords import Look, look_of
from gui.files.recipes import told_by_recipe
from gui.files.tunes import Tunes, tunes_of


@dataclass(frozen=True, slots=True)
class Offered:
    """A tune of a file, by its `number` from 1 among the `tunes` there and in other files.

    `contents` is None where that tune cannot be read, and `refusal` says why; `looks` are those of
    its parts. `told` is the project that the proposal makes where the file carries a recipe. `text`
    is what lay on the clipboard, in the place of a file. `at_once` says that it needs not be shown,
    where there is no choice.
    """

    path: Path
    tunes: Tunes
    number: int
    contents: Contents | None
    looks: tuple[Look, ...] = ()
    refusal: Words | None = None
    told: Project | None = None
    text: str | None = None
    at_once: bool = False

    @property
    def is_single(self) -> bool:
        """Whether there is one melody only."""
        has_one_part = self.contents is not None and len(self.contents.parts) == 1
        return self.tunes.is_single and has_one_part

    @property
    def title(self) -> str:
        """What the tune is called; by its file where it has no name of its own."""
        if self.contents is not None:
            return self.contents.proposal.song.title
        if self.tunes.has_several_files:
            return ""  # the list names the file
        return self.tunes.listing.titles[self.number - 1]

    def project(self, present: Project, part: int) -> Project:
        """A project of the part at that place, with the controls and the model of `present`, or
        with those of the recipe."""
        contents = self.contents
        if contents is None:
            raise ValueError("there is no part to take")
        if self.told is not None and part == contents.proposed:
            return self.told
        return _opened(present, contents.parts[part].song)


def offers(
    paths: Sequence[Path], text: str | None, present: Project, at_once: bool = False
) -> Iterator[Offered | None]:
    """Reads the first tune in the files, or in a `text` as if it stood in a file called so; a None
    says that it takes longer.

    `present` gives the controls and the model. UserError where nothing in it can be read.
    """
    if text is not None:
        yield from _offered_in_text(text, paths[0].name, present, 1)
        return
    for tunes in tunes_of(paths):
        if tunes is None:
            yield None
        else:
            yield from _offered(tunes, present, 1, at_once)


def offers_again(offered: Offered, present: Project, number: int) -> Iterator[Offered | None]:
    """The same of another tune among those."""
    if offered.text is not None:
        return _offered_in_text(offered.text, offered.path.name, present, number)
    return _offered(offered.tunes, present, number)


def _offered(
    tunes: Tunes, present: Project, number: int, at_once: bool = False
) -> Iterator[Offered | None]:
    path, number_there = tunes.places[number - 1]
    try:
        for contents in contents_in(path, number_there):
            if contents is None:
                yield None
                continue
            opened = _opened(present, contents.proposal.song)
            by_recipe = told_by_recipe(path, opened)
            told = None if by_recipe is opened else by_recipe
            looks = tuple(map(look_of, contents.parts))
            yield Offered(path, tunes, number, contents, looks, told=told, at_once=at_once)
    except UserError as error:
        if tunes.is_single:
            raise
        yield Offered(path, tunes, number, None, refusal=error.words)


def _offered_in_text(
    text: str, name: str, present: Project, number: int
) -> Iterator[Offered | None]:
    with TemporaryDirectory(prefix="cantilena-") as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8", errors="replace")
        try:
            *_, tunes = tunes_of([path])
            assert tunes is not None
            for offered in _offered(tunes, present, number):
                if offered is None:
                    yield None
                    continue
                refusal = offered.refusal and _called(offered.refusal, path, path.stem)
                yield replace(offered, path=Path(name), refusal=refusal, text=text)
        except UserError as error:
            raise UserError(_called(error.words, path, path.stem)) from error


def _opened(present: Project, song: Song) -> Project:
    return project_for(replace(song, seed_end=song.melody.end), present)


def _called(words: Words, path: Path, name: str) -> Words:
    """The sentence with another name in the place of a path."""
    return changed(words, lambda value: name if str(value) == str(path) else value)
