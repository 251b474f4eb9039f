"""Engraved systems, ready to be drawn: small pictures side by side, and where the notes are.

Qt's SVG draws what Verovio writes blank, for it knows neither nested drawings nor style sheets
(docs/score.md). So each picture is written anew, from the few kinds of lines that there are.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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


def plate_from_svg(systems: Iterable[str]) -> Plate:
    """The systems, each as Verovio wrote it, one below the other."""
    width, top = 0.0, 0.0
    boxes: list[Box] = []
    pictures: list[Picture] = []
    heads: list[Head] = []
    for text in systems:
        system = _System(ET.fromstring(text), top)
        boxes.append(system.box)
        pictures += system.pictures()
        heads += system.heads()
        width, top = max(width, system.box.right), system.box.bottom
    return Plate(width, top, tuple(boxes), tuple(pictures), tuple(heads))


class _System:
    """One line of music that begins `top` units below the first one."""

    def __init__(self, root: ET.Element, top: float) -> None:
        drawing = _child(root, f"{_SVG}svg")
        margin = _child(drawing, f"{_SVG}g")
        _, _, width, height = map(float, drawing.attrib["viewBox"].split())
        self.box = Box(0.0, top, width, height)
        self._margin = _place(margin)
        # Pictures begin so high that the lines of their staff stand on whole staff spaces.
        line = margin.find(f".//{_SVG}g[@class='staff']/{_SVG}path")
        staff = 0.0 if line is None else float(_NUMBER.findall(line.attrib["d"])[1])
        self._lead = STAFF_SPACE - (staff + self._margin[1]) % STAFF_SPACE
        parts = list(_child(margin, f"{_SVG}g[@class='system']"))
        self._bars = [part for part in parts if part.get("class") == "measure"]
        # What reaches from one line of music into the next, such as ties, stands beside the bars.
        self._others = [part for part in parts if part.get("class") != "measure"]
        self._glyphs = {
            _plain(glyph.attrib["id"]): glyph[0].attrib
            for glyph in root.iterfind(f"{_SVG}defs/{_SVG}g")
        }

    def heads(self) -> Iterator[Head]:
        for bar in self._bars:
            for element in bar.iterfind(f".//{_SVG}g[@class='note']"):
                note = _NOTE.fullmatch(element.get("id", ""))
                if note is not None:
                    glyph = _child(element, f"{_SVG}g[@class='notehead']/{_SVG}use")
                    yield Head(int(note[1]), self._head_box(glyph))

    def _head_box(self, glyph: ET.Element) -> Box:
        x, y = _place(glyph)
        left, middle = x + self._margin[0], y + self._margin[1] + self.box.top
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
        left = min(across, default=0.0) - _EDGE + self._margin[0]
        right = max(across, default=0.0) + _EDGE + self._margin[0]
        box = Box(left, self.box.top - self._lead, right - left, self.box.height + self._lead)
        shapes = "".join(self._glyph(name) for name in sorted(glyphs))
        move = f"translate({self._margin[0] - left:g} {self._margin[1] + self._lead:g})"
        svg = (
            f'<svg xmlns="{_SPACES["svg"]}" xmlns:xlink="{_SPACES["xlink"]}" '
            f'viewBox="0 0 {box.width:g} {box.height:g}"><defs>{shapes}</defs>'
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
