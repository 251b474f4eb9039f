"""Small tunes and small networks of our own, for the tests of models."""

import numpy as np
from hypothesis import strategies as st

from core.model.archive.weights import Layer
from core.model.card import Card
from core.model.event import events_from_melody
from core.model.grid.model import GridModel
from core.model.grid.vocabulary import vocabulary_of
from core.model.network import Linear, LongShortTermMemory, Network
from core.model.note.assembly import layer_shapes, notenetwork_from_layers
from core.model.note.compass import Compass
from core.model.note.model import NoteModel
from core.model.note.vocabulary import NoteVocabulary
from core.music.melody import SIXTEENTH, Melody, Note
from core.music.text import melody_from_text


def tiny_model(
    random_seed: int = 0, units: int = 8, lowest: int = 50, highest: int = 80
) -> GridModel:
    """A network that was never trained, on every pitch from `lowest` to `highest`."""
    vocabulary = vocabulary_of(range(lowest, highest + 1))
    random = np.random.default_rng(random_seed)

    def weights(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return random.standard_normal(shape).astype(np.float32)

    size = len(vocabulary)
    network = Network(
        table=weights(size, 4 * units),
        cells=(LongShortTermMemory(weights(units, 4 * units)),),
        between=(),
        heads=(Linear(weights(units, size), weights(size)),),
        parameters=0,
    )
    return GridModel(network, vocabulary, Card("tiny", "grid", command="none"))


TUNES = tuple(
    melody_from_text(text)
    for text in (
        "c4 d4 e4 f4 g4/2 e4 c4/4 d4/8 e4 d4 c4 b3/2 r/4 g3 c4/1",
        "a4/8 b4 c5/4. b4/8 a4/4 e4 | f4/8. e4/16 d4/4 r/8 a4 g#4/2 a4/2.",
        "r/2 g4/4. g4/8 c5/4 c5 e5/2 d5/4 r b4/16 c5 d5 b4 c5/1",
    )
)


NOTE_WORDS = NoteVocabulary(
    tuple(sorted({event.duration for tune in TUNES for event in events_from_melody(tune)})),
    50,
    80,
    {"major": 0.8, "minor": 0.9},
    {"major": {Compass(60, 72): 5, Compass(59, 67): 2}, "minor": {Compass(57, 69): 3}},
    phrases=True,
)


_HIDDEN = ("duration_hidden", "compass_hidden", "phrased_duration_hidden", "phrased_pitch_hidden")
ACTIVATIONS = {"lstm": "tanh", **dict.fromkeys(_HIDDEN, "relu")}


def note_layers(
    vocabulary: NoteVocabulary = NOTE_WORDS, random_seed: int = 0, units: int = 8
) -> dict[str, Layer]:
    """The layers of a note network that was never trained."""
    random = np.random.default_rng(random_seed)
    widths = {"context": 3, "flag": 2, "duration": 2, "pitch": 4, "room": 3, "phrase_left": 2}
    return {
        name: Layer(
            "Dense",
            {
                "name": name,
                "epsilon": 1e-3,
                "activation": ACTIVATIONS.get(name, "linear"),
            },
            tuple(random.normal(0, 0.5, shape).astype(np.float32) for shape in shapes),
        )
        for name, shapes in layer_shapes(vocabulary, units, widths).items()
    }


def tiny_note_model(
    vocabulary: NoteVocabulary = NOTE_WORDS, random_seed: int = 0, units: int = 8
) -> NoteModel:
    network = notenetwork_from_layers(note_layers(vocabulary, random_seed, units), vocabulary)
    return NoteModel(network, vocabulary, Card("tiny", "note", command="none"))


@st.composite
def melodies(draw: st.DrawFn, step: int = SIXTEENTH, most: int = 20) -> Melody:
    """Melodies whose notes and rests are multiples of `step` ticks."""
    lengths = st.integers(1, 24)
    notes, tick = [], 0
    for _ in range(draw(st.integers(0, most))):
        tick += step * draw(st.sampled_from((0, 0, 0, 1, 3)))
        note = Note(tick, step * draw(lengths), draw(st.integers(0, 127)))
        notes.append(note)
        tick = note.end
    return Melody(tuple(notes), tick + step * draw(st.sampled_from((0, 0, 1, 4))))
