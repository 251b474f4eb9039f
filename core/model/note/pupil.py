"""The network of the note family in training."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args

import numpy as np

from core.model.note.dataset import lesson_from_song
from core.model.note.features import WIDTH, Group, hide
from core.model.note.graph import NoteGraph
from core.model.note.vocabulary import NoteVocabulary
from core.model.training.devices import Devices
from core.model.training.hyperparameters import NoteHyperparameters
from core.model.training.pupil import Arrays
from core.model.training.recurrence import Dropout, recurrence
from core.model.training.shelf import Columns
from core.music.song import Song


class NotePupil:
    """The network of core/model/note/graph.py."""

    def __init__(
        self, devices: Devices, hyper: NoteHyperparameters, vocabulary: NoteVocabulary
    ) -> None:
        self._tf, self._hyper = devices.tf, hyper
        self._graph = NoteGraph(vocabulary, hyper.sizes)
        self.network = self._graph.model()
        self.aside = [v for layer in self._graph.aside for v in layer.trainable_variables]
        self.columns: Mapping[str, tuple[int, ...]] = {
            "codes": (WIDTH,),
            "durations": (),
            "landings": (len(vocabulary.durations),),
            "pitches": (),
        }

    def hide(self, batch: Arrays, random: np.random.Generator) -> None:
        """Some groups of inputs, and the wished ending."""
        groups = get_args(Group)
        for codes, landings in zip(batch["codes"], batch["landings"], strict=True):
            lots = random.random(len(groups) + 1)
            hidden = [g for g, lot in zip(groups, lots, strict=False) if lot < self._hyper.hidden]
            hide(codes, landings, hidden, bool(lots[-1] < self._hyper.ending_hidden))

    def costs(self, batch: Mapping[str, Any], dropout: Dropout | None) -> tuple[Any, Any]:
        sizes = self._hyper.sizes
        # The saved network keeps its own layers; here masks must be the same wherever they are.
        self._graph.dropout = _hiding(dropout, sizes.dropout)
        self._graph.head_dropout = _hiding(dropout, sizes.head_dropout)
        logits = self._graph.logits(
            batch["codes"], batch["durations"], batch["landings"], recur=self._recur
        )
        names = ("durations", "pitches", "pitches", "durations", "pitches")
        of_durations, of_pitches, *beside = (
            self._tf.nn.sparse_softmax_cross_entropy_with_logits(batch[name], of_them)
            for name, of_them in zip(names, logits, strict=False)
        )
        nats = of_durations + of_pitches
        return nats, sum(beside, nats)  # compass and phrases are learnt beside, see NoteGraph

    def _recur(self, x: Any) -> Any:
        """What the LSTM computes, faster."""
        tf = self._tf
        kernel, recurrent, bias = map(
            tf.convert_to_tensor, self._graph.layers["lstm"].trainable_variables
        )
        inputs = tf.tensordot(tf.transpose(x, (1, 0, 2)), kernel, 1) + bias
        return tf.transpose(recurrence(inputs, recurrent), (1, 0, 2))


def _hiding(dropout: Dropout | None, rate: float) -> Any:
    return (lambda x: x) if dropout is None else lambda x: dropout(x, rate)


def columns_from_song(song: Song, vocabulary: NoteVocabulary) -> tuple[Columns, int]:
    """The lesson of a song in small numbers, and the number of its events."""
    lesson = lesson_from_song(song, vocabulary)
    columns = {field.name: getattr(lesson, field.name).astype(np.int16) for field in fields(lesson)}
    return columns, len(lesson.pitches)
