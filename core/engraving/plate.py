"""Engraved systems, ready to be drawn: small pictures side by side, and where the notes are.

Qt's SVG draws what Verovio writes blank, for it knows neither nested drawings nor style sheets
(docs/score.md). So each picture is written anew, from the few kinds of lines that there are.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from xml.sax.saxutils import escape

from core.errors import UserError

_SPACES = {"svg": "http://www.w3.org/2000/svg", "xlink": "http://www.w3.org/1999/xlink"}
_SVG, _LINK = f"{{{_SPACES['svg']}}}", f"{{{_SPACES['xlink']}}}href"
_KEPT = (
    *("d", "points", "cx", "cy", "rx", "ry", "x", "y", "width", "height"),
    *("transform", "fill", "stroke-width", "stroke-linecap", "stroke-linejoin"),
)
_LINES = ("path", "polygon", "polyline", "ellipse", "rect")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NOTE = re.compile(r"n(\d+)(?:\.\d+)?")

STAFF_SPACE = 180
"""From one line of the staff to the next, in the units of all places here."""

_BARS_IN_PICTURE = 4
_EDGE = 100  # around what is known of a picture's lines; letters reach beyond their place
_HEAD_WIDTHS = {"E0A0": 392, "E0A2": 292}  # of double whole and whole notes in Leipzig
_HEAD_WIDTH = 226
_HEAD_HEIGHT = 200


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Head:
    """A notehead of the note of the tune that begins at the tick `note`."""

    note: int
    box: Box


@dataclass(frozen=True, slots=True)
class Picture:
    """Some bars of a system as an SVG that fills `box`, black on nothing.

    The lines of the staff are whole staff spaces below its upper edge.
    """

    box: Box
    svg: bytes


@dataclass(frozen=True, slots=True)
class Plate:
    """An engraved tune. Equal bars in an equal place have equal pictures.

    `systems` are the boxes of the lines of music, from top to bottom.
    """

    width: float = 0.0
    height: float = 0.0
    systems: tuple[Box, ...] = ()
    pictures: tuple[Picture, ...] = ()
    heads: tuple[Head, ...] = ()

    def system_of(self, head: Head) -> Box:
        """The line of music in which a head of this plate stands."""
        return next(box for box in self.systems if box.top <= head.box.top < box.bottom)


def plate_from_svg(pages: Iterable[str]) -> Plate:
    """The systems on the pages that Verovio wrote, one below the other."""
    width, top = 0.0, 0.0
    boxes: list[Box] = []
    pictures: list[Picture] = []
    heads: list[Head] = []
    for text in pages:
        page = _Page(ET.fromstring(text), top)
        for system in page.systems():
            boxes.append(system.box)
            pictures += system.pictures()
            heads += system.heads()
        width, top = max(width, page.width), top + page.height
    return Plate(width, top, tuple(boxes), tuple(pictures), tuple(heads))


class _Page:
    """A page that begins `top` units below the first one."""

    def __init__(self, root: ET.Element, top: float) -> None:
        drawing = _child(root, f"{_SVG}svg")
        self._content = _child(drawing, f"{_SVG}g")
        self._move = _place(self._content)
        self._top = top
        _, _, self.width, self.height = map(float, drawing.attrib["viewBox"].split())
        self._glyphs = {
            _plain(glyph.attrib["id"]): glyph[0].attrib
            for glyph in root.iterfind(f"{_SVG}defs/{_SVG}g")
        }

    def systems(self) -> Iterator["_System"]:
        """Each has the room up to the middle between its staff and the next."""
        found = self._content.findall(f"{_SVG}g[@class='system']")
        staves = [_staff(system) + self._move[1] for system in found]
        middles = ((above + 4 * STAFF_SPACE + below) / 2 for above, below in pairwise(staves))
        edges = [0.0, *middles, self.height]
        for system, staff, (top, bottom) in zip(found, staves, pairwise(edges), strict=True):
            box = Box(0.0, self._top + top, self.width, bottom - top)
            move = self._move[0], self._move[1] + self._top
            yield _System(system, box, move, staff + self._top, self._glyphs)


class _System:
    """One line of music in its `box`; what is drawn in it is to be moved by `move`, and the upper
    line of its staff lies at `staff`."""

    def __init__(
        self,
        element: ET.Element,
        box: Box,
        move: tuple[float, float],
        staff: float,
        glyphs: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.box = box
        self._move, self._glyphs = move, glyphs
        parts = list(element)
        self._bars = [part for part in parts if part.get("class") == "measure"]
        # What reaches from one line of music into the next, such as ties, stands beside the bars.
        self._others = [part for part in parts if part.get("class") != "measure"]
        # Pictures begin so high that the lines of their staff stand on whole staff spaces.
        spaces = ceil((staff - box.top) / STAFF_SPACE)
        self._top = staff - spaces * STAFF_SPACE

    def heads(self) -> Iterator[Head]:
        for bar in self._bars:
            for element in bar.iterfind(f".//{_SVG}g[@class='note']"):
                note = _NOTE.fullmatch(element.get("id", ""))
                if note is not None:
                    glyph = _child(element, f"{_SVG}g[@class='notehead']/{_SVG}use")
                    yield Head(int(note[1]), self._head_box(glyph))

    def _head_box(self, glyph: ET.Element) -> Box:
        x, y = _place(glyph)
        left, middle = x + self._move[0], y + self._move[1]
        width = _HEAD_WIDTHS.get(_plain(glyph.attrib[_LINK]), _HEAD_WIDTH)
        return Box(left, middle - _HEAD_HEIGHT / 2, width, _HEAD_HEIGHT)

    def pictures(self) -> Iterator[Picture]:
        for first in range(0, len(self._bars), _BARS_IN_PICTURE):
            bars = self._bars[first : first + _BARS_IN_PICTURE]
            yield self._picture(bars if first else [*self._others, *bars])

    def _picture(self, parts: Iterable[ET.Element]) -> Picture:
        glyphs: set[str] = set()
        across: list[float] = []
        lines = list(self._lines(parts, glyphs, across))
        left = min(across, default=0.0) - _EDGE + self._move[0]
        right = max(across, default=0.0) + _EDGE + self._move[0]
        box = Box(left, self._top, right - left, self.box.bottom - self._top)
        shapes = "".join(self._glyph(name) for name in sorted(glyphs))
        move = f"translate({self._move[0] - left:.10g} {self._move[1] - self._top:.10g})"
        svg = (
            f'<svg xmlns="{_SPACES["svg"]}" xmlns:xlink="{_SPACES["xlink"]}" '
            f'viewBox="0 0 {box.width:.10g} {box.height:.10g}"><defs>{shapes}</defs>'
            f'<g transform="{move}" stroke="black">{"".join(lines)}</g></svg>'
        )
        return Picture(box, svg.encode())

    def _lines(
        self, elements: Iterable[ET.Element], glyphs: set[str], across: list[float]
    ) -> Iterator[str]:
        """All lines, letters and glyphs in `elements`; notes which `glyphs` there are, and which
        places `across` the system."""
        for child in elements:
            tag = child.tag.removeprefix(_SVG)
            if tag == "use":
                name = _plain(child.attrib[_LINK])
                glyphs.add(name)
                across.append(_place(child)[0])
                yield f'<use xlink:href="#{name}" transform="{child.attrib["transform"]}"/>'
            elif tag == "text":
                yield _letters(child)
            elif tag in _LINES:
                points = child.get("d", child.get("points", child.get("cx", "")))
                across += map(float, _NUMBER.findall(points)[::2])
                kept = (f'{name}="{child.attrib[name]}"' for name in _KEPT if name in child.attrib)
                yield f"<{tag} {' '.join(kept)}/>"
            elif "placeholder" not in child.get("class", ""):
                yield from self._lines(child, glyphs, across)

    def _glyph(self, name: str) -> str:
        shape = self._glyphs[name]
        return (
            f'<path id="{name}" stroke="none" transform="{shape["transform"]}" d="{shape["d"]}"/>'
        )


def _letters(text: ET.Element) -> str:
    """The number of a bar: one word in the size of its innermost part."""
    size = [part.attrib["font-size"] for part in text.iter() if "font-size" in part.attrib][-1]
    word = "".join(text.itertext()).strip()
    return (
        f'<text x="{text.get("x", "0")}" y="{text.get("y", "0")}" stroke="none" '
        f'font-family="sans-serif" font-size="{size.removesuffix("px")}">{escape(word)}</text>'
    )


def _staff(system: ET.Element) -> float:
    """Where the upper line of the staff lies in a system."""
    line = _child(system, f".//{_SVG}g[@class='staff']/{_SVG}path")
    return float(_NUMBER.findall(line.attrib["d"])[1])


def _plain(name: str) -> str:
    """'E0A4' of '#E0A4-z1cu204i': Verovio draws lots for the rest."""
    return name.removeprefix("#").partition("-")[0]


def _place(element: ET.Element) -> tuple[float, float]:
    """Where a transformation moves the origin."""
    x, y = _NUMBER.findall(element.get("transform", ""))[:2]
    return float(x), float(y)


def _child(element: ET.Element, tag: str) -> ET.Element:
    found = element.find(tag)
    if found is None:
        raise UserError("The score cannot be drawn: the engraver wrote it in an unknown form.")
    return found
