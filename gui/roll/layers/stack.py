"""What is drawn on what. A layer stays until something of it changes; the overlays, which move
with the hand, are drawn over it in every frame."""

from gui.roll.layers import (
    bars,
    box,
    chosen,
    cursor,
    field,
    hint,
    lines,
    loop,
    notes,
    picked,
    pins,
    pointed,
    rows,
    traces,
)

LAYERS = (
    *(rows.draw, lines.draw, field.draw, bars.draw, loop.draw),
    *(traces.draw, notes.draw, chosen.draw, pins.draw, picked.draw, hint.draw),
)
"""From back to front; each draws what lies between two pixels."""

OVERLAYS = (
    *((pointed.place, pointed.draw), (cursor.place, cursor.draw)),
    *((box.place, box.draw),),
)
"""Where each lies, and what draws it there."""
