"""The note network as Keras draws it. Keras is loaded here when it is asked for.

    codes -> embeddings -> dense, normalised (x) -> LSTM (h) -> duration | its duration -> pitch

Both heads see h and x. Besides what each learns for every symbol, every candidate of
core/model/note/lookback.py has a learnt number, its gate, that is added to the logit of the very
symbol that it proposes; the pitch head has one for every interval from the last pitch, and from the
lowest and the highest one so far, the duration head one for every place of the bar that a duration
can lead to. So what is true of all pitches is learnt once (copying: Gu et al. 2016, "Incorporating
copying mechanism in sequence-to-sequence learning").

A wished compass is heard by a small head of its own: it sees what the pitch head sees and the room
that is left, and has a logit for every interval from the lowest and the highest pitch wished for.
No gradient flows back from it, so that the wish changes nothing where it is not asked for. Phrases
are heard in the same way, by a head for durations and one for pitches; a network whose songs mark
none is without these.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from core.model.note.features import (
    BOUNDS,
    CONTEXT,
    HEARD,
    REFERENCES,
    ROOM_CODES,
    ROOM_SIZE,
    ROOMS,
    SINCE,
    UNTIL,
    WIDTH,
    candidate_sizes,
    context_sizes,
)
from core.model.note.lookback import CANDIDATES
from core.model.note.phrase import (
    FINEST,
    LEFT_SIZE,
    MET,
    OVER,
    SINCE_SIZE,
    SIXTEENTH_STEPS,
    SIXTEENTHS,
)
from core.model.note.ruler import LANDINGS
from core.model.note.vocabulary import NoteVocabulary

WIDEST = 24
"""The widest interval, in semitones, that has a logit of its own; wider ones share it."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the layers: all hidden ones, and the kinds of embeddings."""

    units: int = 256
    context: int = 16
    flag: int = 8
    duration: int = 6
    pitch: int = 12
    room: int = 8
    phrase: int = 8
    dropout: float = 0.25
    head_dropout: float = 0.4


class NoteGraph:
    """The layers of a note network by their names, and how they are joined.

    Those `aside` hear of phrases; no other's weights depend on them.
    """

    def __init__(self, vocabulary: NoteVocabulary, sizes: Sizes) -> None:
        import keras  # type: ignore[import-untyped]

        self._keras = keras
        self._vocabulary = vocabulary
        layers = keras.layers
        flags, durations, pitches, _ = candidate_sizes(vocabulary)
        width = sizes.units
        self.dropout = layers.Dropout(sizes.dropout, name="dropout")
        self.head_dropout = layers.Dropout(sizes.head_dropout, name="head_dropout")
        made = [
            layers.Embedding(sum(context_sizes(vocabulary)), sizes.context, name="context"),
            layers.Embedding(CANDIDATES * flags, sizes.flag, name="flag"),
            layers.Embedding(durations, sizes.duration, name="duration"),
            layers.Embedding(pitches, sizes.pitch, name="pitch"),
            layers.Dense(width, name="input"),
            layers.LayerNormalization(epsilon=1e-3, name="normal"),
            layers.LSTM(width, return_sequences=True, name="lstm"),
            layers.Dense(width, activation="relu", name="duration_hidden"),
            layers.Dense(durations - 1, name="duration_logits"),
            layers.Dense(LANDINGS, name="landing_logits"),
            layers.Dense(CANDIDATES, name="duration_gate"),
            layers.Embedding(CANDIDATES * flags, 1, name="duration_trust"),
            layers.Embedding(durations - 1, width, name="chosen"),
            layers.Embedding(LANDINGS, width, name="landing"),
            layers.Dense(width, use_bias=False, name="agreement"),
            layers.Dense(width, name="pitch_hidden"),
            layers.Dense(pitches - 1, name="pitch_logits"),
            layers.Embedding(ROOMS * ROOM_SIZE, sizes.room, name="room"),
            layers.Dense(width // 2, activation="relu", name="compass_hidden"),
            *(
                layers.Dense(2 * WIDEST + 1, name=f"from_{name}_logits")
                for name in (*REFERENCES, *BOUNDS)
            ),
        ]
        for kind in ("pitch", "moved"):
            made += [
                layers.Dense(CANDIDATES, name=f"{kind}_gate"),
                layers.Dense(CANDIDATES, name=f"{kind}_agreed_gate"),
                layers.Embedding(CANDIDATES * flags, 1, name=f"{kind}_trust"),
            ]
        self.aside = []
        if vocabulary.phrases:  # last, so that all others begin as they would without
            self.aside = [
                layers.Embedding(SINCE_SIZE, sizes.phrase, name="phrase_since"),
                layers.Embedding(LEFT_SIZE, sizes.phrase, name="phrase_left"),
                layers.Dense(width // 2, activation="relu", name="phrased_duration_hidden"),
                layers.Dense(durations - 1, name="phrased_duration_logits"),
                layers.Dense(LEFT_SIZE, name="left_logits"),
                layers.Dense(width // 2, activation="relu", name="phrased_pitch_hidden"),
                layers.Dense(2 * WIDEST + 1, name="phrased_from_last_logits"),
            ]
        self.layers = {layer.name: layer for layer in (*made, *self.aside)}

    def logits(
        self, codes: Any, durations: Any, landings: Any, *, recur: Callable[[Any], Any], **call: Any
    ) -> tuple[Any, ...]:
        """Logits of durations, of pitches, and of pitches within the compass told of; where the
        network hears of phrases, then those of durations and of pitches within compass and phrase.

        Each is (tunes, events, symbols).

        `codes` are (tunes, events, WIDTH or less), `durations` the chosen ones, (tunes, events),
        and `landings` (tunes, events, durations). `recur` is the LSTM or what computes the same;
        `call` goes to the layers that hide something in training.
        """
        keras, ops, layer = self._keras, self._keras.ops, self.layers
        concatenate = keras.layers.Concatenate()
        sizes = context_sizes(self._vocabulary)
        starts = [sum(sizes[:n]) for n in range(CONTEXT)]
        flags_size = candidate_sizes(self._vocabulary)[0]
        context = codes[..., :CONTEXT] + ops.convert_to_tensor(starts, "int32")
        ends = range(CONTEXT, HEARD + 1, CANDIDATES)
        flags, lengths, pitches, moved = (codes[..., start:end] for start, end in pairwise(ends))
        trusts = flags + ops.convert_to_tensor([n * flags_size for n in range(CANDIDATES)], "int32")

        def flat(name: str, numbers: Any) -> Any:
            embedding = layer[name]
            return keras.layers.Reshape((-1, numbers.shape[-1] * embedding.output_dim))(
                embedding(numbers)
            )

        def copied(logits: Any, gate: Any, kind: str, symbols: Any) -> Any:
            """`gate` of each candidate, and its trust, added to the logit of its symbol."""
            gate = gate + layer[f"{kind}_trust"](trusts)[..., 0]
            places = ops.one_hot(symbols, logits.shape[-1] + 1)[..., 1:]
            return logits + ops.matmul(gate[..., None, :], places)[..., 0, :]

        told = [
            flat("context", context),
            flat("flag", trusts),
            flat("duration", lengths),
            flat("pitch", pitches),
            flat("pitch", moved),
        ]
        x = self.dropout(layer["normal"](layer["input"](concatenate(told))), **call)
        z = concatenate([self.head_dropout(recur(x), **call), x])

        rhythm = layer["duration_hidden"](z)
        hidden = self.head_dropout(rhythm, **call)
        led = ops.take_along_axis(layer["landing_logits"](hidden), landings, axis=-1)
        of_durations = copied(
            layer["duration_logits"](hidden) + led,
            layer["duration_gate"](hidden),
            "duration",
            lengths,
        )
        agreed = ops.cast(ops.equal(lengths, durations[..., None] + 1), "float32")
        hidden = layer["pitch_hidden"](z) + layer["agreement"](agreed)
        landed = ops.take_along_axis(landings, durations[..., None], axis=-1)[..., 0]
        hidden = hidden + layer["chosen"](durations) + layer["landing"](landed)
        whole = ops.relu(hidden)
        hidden = self.head_dropout(whole, **call)
        of_pitches = layer["pitch_logits"](hidden)
        for name, place in REFERENCES.items():
            intervals = layer[f"from_{name}_logits"](hidden)
            of_pitches = of_pitches + self._of_intervals(intervals, codes[..., place, None])
        for kind, symbols in (("pitch", pitches), ("moved", moved)):
            gate = layer[f"{kind}_gate"](hidden) + agreed * layer[f"{kind}_agreed_gate"](hidden)
            of_pitches = copied(of_pitches, gate, kind, symbols)
        rooms = codes[..., ROOM_CODES] + ops.convert_to_tensor(
            [n * ROOM_SIZE for n in range(ROOMS)], "int32"
        )
        seen = concatenate([ops.stop_gradient(whole), flat("room", rooms)])
        hidden, within = layer["compass_hidden"](seen), ops.stop_gradient(of_pitches)
        for name, place in BOUNDS.items():
            intervals = layer[f"from_{name}_logits"](hidden)
            within = within + self._of_intervals(intervals, codes[..., place, None])
        if not self._vocabulary.phrases:
            return of_durations, of_pitches, within
        phrased = self._phrased(codes, durations, rhythm, whole)
        unphrased = of_durations, within
        return (
            of_durations,
            of_pitches,
            within,
            *(ops.stop_gradient(a) + b for a, b in zip(unphrased, phrased, strict=True)),
        )

    def _phrased(self, codes: Any, durations: Any, rhythm: Any, whole: Any) -> tuple[Any, Any]:
        """What the phrase that is told of adds to the logits of durations and of pitches.

        `rhythm` and `whole` are what both heads make of all else.
        """
        keras, ops, layer = self._keras, self._keras.ops, self.layers
        concatenate = keras.layers.Concatenate()
        since, until = codes[..., SINCE], codes[..., UNTIL]
        lasting = ops.convert_to_tensor([n // FINEST for n in self._vocabulary.durations], "int32")

        def left(steps: Any, until: Any) -> Any:
            """As left_of_phrase."""
            begun = ops.minimum((steps + SIXTEENTH_STEPS - 1) // SIXTEENTH_STEPS, SIXTEENTHS)
            return ops.where(
                ops.equal(until, 0), 0, ops.where(ops.less(steps, 0), OVER, MET + begun)
            )

        def hidden(name: str, seen: Any, left: Any) -> Any:
            told = [
                ops.stop_gradient(seen),
                layer["phrase_since"](since),
                layer["phrase_left"](left),
            ]
            return layer[name](concatenate(told))

        is_told = ops.cast(ops.greater(until, 0), "float32")[..., None]
        within = hidden("phrased_duration_hidden", rhythm, left(until, until))
        lefts = left(until[..., None] - lasting, until[..., None])
        led = ops.take_along_axis(layer["left_logits"](within), lefts, axis=-1)
        of_durations = is_told * (layer["phrased_duration_logits"](within) + led)
        after = ops.take_along_axis(lefts, durations[..., None], axis=-1)[..., 0]
        within = hidden("phrased_pitch_hidden", whole, after)
        intervals = layer["phrased_from_last_logits"](within)
        last = codes[..., REFERENCES["last"], None]
        return of_durations, is_told * self._of_intervals(intervals, last)

    def _of_intervals(self, intervals: Any, reference: Any) -> Any:
        """For each pitch the logit of its interval from a pitch; of the widest for a rest."""
        ops = self._keras.ops
        symbols = ops.arange(self._vocabulary.pitches, dtype="int32")
        steps = ops.clip(symbols - reference + WIDEST, 0, 2 * WIDEST)
        is_interval = ops.logical_and(ops.not_equal(reference, 0), ops.not_equal(symbols, 0))
        return ops.take_along_axis(intervals, ops.where(is_interval, steps, 0), axis=-1)

    def model(self) -> Any:
        """The whole network as a functional Keras model, as it is saved.

        Where it does not hear of phrases it takes no codes that tell of them.
        """
        keras = self._keras
        width = WIDTH if self._vocabulary.phrases else SINCE
        inputs = [
            keras.Input((None, width), dtype="int32", name="codes"),
            keras.Input((None,), dtype="int32", name="durations"),
            keras.Input((None, len(self._vocabulary.durations)), dtype="int32", name="landings"),
        ]
        return keras.Model(inputs, list(self.logits(*inputs, recur=self.layers["lstm"])))
