"""Engraved systems, each by itself: small pictures side by side, and where the notes are.

Qt's SVG draws what Verovio writes blank, for it knows neither nested drawings nor style sheets
(docs/score.md). So each picture is written anew, from the few kinds of lines that there are.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil
from xml.sax.saxutils import escape

from core.engraving.plate import STAFF_SPACE, Box, Head, Line, Picture
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

_BARS_IN_PICTURE = 4
_EDGE = 100  # around what is known of a picture's lines; letters reach beyond their place
_REACH = 1.5 * STAFF_SPACE  # of a glyph, above and below its place
_LETTER_WIDTH = 0.7  # of their size, about; digits of most typefaces are narrower
_HEAD_WIDTHS = {"E0A0": 392, "E0A2": 292}  # of double whole and whole notes in Leipzig
_HEAD_WIDTH = 226
_HEAD_HEIGHT = 200


def lines_from_svg(pages: Iterable[str]) -> Iterator[Line]:
    """The systems on the pages that Verovio wrote."""
    for text in pages:
        root = ET.fromstring(text)
        drawing = _child(root, f"{_SVG}svg")
        content = _child(drawing, f"{_SVG}g")
        glyphs = {
            _plain(glyph.attrib["id"]): glyph[0].attrib
            for glyph in root.iterfind(f"{_SVG}defs/{_SVG}g")
        }
        width = float(drawing.attrib["viewBox"].split()[2])
        for element in content.iterfind(f"{_SVG}g[@class='system']"):
            if element.find(f"{_SVG}g[@class='measure']") is not None:  # as behind too wide a bar
                yield _System(element, _place(content)[0], glyphs).line(width)


@dataclass(slots=True)
class _Drawn:
    """A picture in the making: its lines, letters and glyphs, the names of the latter, and the
    places across the system and down the page that it reaches."""

    lines: list[str] = field(default_factory=list)
    glyphs: set[str] = field(default_factory=set)
    across: list[float] = field(default_factory=list)
    down: list[float] = field(default_factory=list)

    def add(self, elements: Iterable[ET.Element]) -> None:
        for child in elements:
            tag = child.tag.removeprefix(_SVG)
            if tag == "use":
                name = _plain(child.attrib[_LINK])
                x, y = _place(child)
                self.glyphs.add(name)
                self.across.append(x)
                self.down += y - _REACH, y + _REACH
                self.lines.append(
                    f'<use xlink:href="#{name}" transform="{child.attrib["transform"]}"/>'
                )
            elif tag == "text":
                self._add_letters(child)
            elif tag in _LINES:
                points = child.get("d", child.get("points", ""))
                numbers = [*map(float, _NUMBER.findall(points))]
                self.across += numbers[::2]
                self.down += numbers[1::2]
                kept = (f'{name}="{child.attrib[name]}"' for name in _KEPT if name in child.attrib)
                self.lines.append(f"<{tag} {' '.join(kept)}/>")
            elif "placeholder" not in child.get("class", ""):
                self.add(child)

    def _add_letters(self, text: ET.Element) -> None:
        """The number of a bar or a tempo: letters in the size of the innermost part."""
        sizes = [part.attrib["font-size"] for part in text.iter() if "font-size" in part.attrib]
        size = float(sizes[-1].removesuffix("px"))
        x, y = float(text.get("x", "0")), float(text.get("y", "0"))
        letters = "".join(text.itertext()).strip()
        self.across += x, x + _LETTER_WIDTH * size * len(letters)
        self.down.append(y - size)
        self.lines.append(
            f'<text x="{x:.10g}" y="{y:.10g}" stroke="none" '
            f'font-family="sans-serif" font-size="{size:.10g}">'
            f"{escape(letters)}</text>"
        )


class _System:
    """One line of music, that begins `left` on the page."""

    def __init__(
        self, element: ET.Element, left: float, glyphs: Mapping[str, Mapping[str, str]]
    ) -> None:
        parts = list(element)
        self._bars = [part for part in parts if part.get("class") == "measure"]
        # What reaches from one line of music into the next, such as ties, stands beside the bars.
        self._others = [part for part in parts if part.get("class") != "measure"]
        self._left, self._staff, self._glyphs = left, _staff(element), glyphs

    def line(self, width: float) -> Line:
        drawn = []
        for first in range(0, len(self._bars), _BARS_IN_PICTURE):
            drawn.append(picture := _Drawn())
            picture.add(() if first else self._others)
            picture.add(self._bars[first : first + _BARS_IN_PICTURE])
        down = [place for picture in drawn for place in picture.down]
        top, bottom = min(down) - self._staff, max(down) - self._staff
        # Pictures begin so high that the lines of their staff stand on whole staff spaces.
        edge = -ceil((_EDGE - top) / STAFF_SPACE) * STAFF_SPACE
        pictures = tuple(self._picture(each, edge, bottom + _EDGE - edge) for each in drawn)
        return Line(len(self._bars), width, -top, bottom, pictures, tuple(self._heads()))

    def _heads(self) -> Iterator[Head]:
        for bar in self._bars:
            for element in bar.iterfind(f".//{_SVG}g[@class='note']"):
                note = _NOTE.fullmatch(element.get("id", ""))
                if note is not None:
                    glyph = _child(element, f"{_SVG}g[@class='notehead']/{_SVG}use")
                    yield Head(int(note[1]), self._head_box(glyph))

    def _head_box(self, glyph: ET.Element) -> Box:
        x, y = _place(glyph)
        left, middle = x + self._left, y - self._staff
        width = _HEAD_WIDTHS.get(_plain(glyph.attrib[_LINK]), _HEAD_WIDTH)
        return Box(left, middle - _HEAD_HEIGHT / 2, width, _HEAD_HEIGHT)

    def _picture(self, drawn: _Drawn, top: float, height: float) -> Picture:
        left = min(drawn.across, default=0.0) - _EDGE + self._left
        right = max(drawn.across, default=0.0) + _EDGE + self._left
        box = Box(left, top, right - left, height)
        shapes = "".join(self._glyph(name) for name in sorted(drawn.glyphs))
        move = f"translate({self._left - left:.10g} {-self._staff - top:.10g})"
        svg = (
            f'<svg xmlns="{_SPACES["svg"]}" xmlns:xlink="{_SPACES["xlink"]}" '
            f'viewBox="0 0 {box.width:.10g} {box.height:.10g}"><defs>{shapes}</defs>'
            f'<g transform="{move}" stroke="black">{"".join(drawn.lines)}</g></svg>'
        )
        return Picture(box, svg.encode())

    def _glyph(self, name: str) -> str:
        shape = self._glyphs[name]
        return (
            f'<path id="{name}" stroke="none" transform="{shape["transform"]}" d="{shape["d"]}"/>'
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
