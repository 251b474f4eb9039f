"""MEI engraved as SVG, by Verovio (https://www.verovio.org).

It holds the interpreter's lock while it works, so whoever has a window engraves in a process of
its own (core.engraving.engraver).
"""

from functools import cache
from typing import TYPE_CHECKING

from core.errors import UserError

if TYPE_CHECKING:
    from verovio import toolkit

NARROWEST_PAGE, WIDEST_PAGE = 3000, 100_000
"""In units of the SVG, of which a staff space takes 180."""

_UNIT_OF_PAGE = 10  # units of the SVG
_TALLEST = 60_000
_MARGIN = 20
_BETWEEN = 8
_USUAL, _TIGHT = 0.32, 0.26  # how far notes stand apart; a little wider than on paper
_OPTIONS = {
    "adjustPageHeight": True,
    "footer": "none",
    "header": "none",
    "justifyVertically": False,
    "pageHeight": _TALLEST,
    "pageMarginBottom": _MARGIN,
    "pageMarginLeft": 0,
    "pageMarginRight": 0,
    "pageMarginTop": _MARGIN,
    "smuflTextFont": "none",
    "spacingSystem": _BETWEEN,
    "svgFormatRaw": True,
}


def svg_from_mei(mei: str, page_width: int | None, is_tight: bool = False) -> list[str]:
    """Pages as long as can be, with systems `page_width` units wide within the limits; or, for
    None, one system as long as it takes. Lines are broken where the MEI says so, and where they
    are full; `is_tight` ones hold a little more. UserError where Verovio cannot read the MEI.
    """
    engraver = _toolkit()
    if page_width is None:
        layout = {"breaks": "none", "adjustPageWidth": True}
    else:
        width = min(max(page_width, NARROWEST_PAGE), WIDEST_PAGE)
        layout = {"breaks": "smart", "breaksSmartSb": 0.0, "adjustPageWidth": False}
        layout["pageWidth"] = width // _UNIT_OF_PAGE
    layout["spacingLinear"] = _TIGHT if is_tight else _USUAL
    engraver.setOptions(_OPTIONS | layout)
    engraver.resetXmlIdSeed(1)  # the same score has the same names, which else go by lot
    if not engraver.loadData(mei):
        raise UserError("The score cannot be drawn: the engraver does not take it.")
    return [engraver.renderToSVG(page) for page in range(1, engraver.getPageCount() + 1)]


@cache
def _toolkit() -> "toolkit":
    try:
        import verovio
    except ImportError as error:
        raise UserError(
            "The score needs Verovio ({reason}); 'make run' installs it.", reason=str(error)
        ) from error
    verovio.enableLog(verovio.LOG_OFF)
    return verovio.toolkit()
