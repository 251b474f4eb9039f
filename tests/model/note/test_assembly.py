from dataclasses import replace

import numpy as np
import pytest

from core.errors import UserError
from core.model.note.assembly import notenetwork_from_layers
from core.model.note.features import WIDTH
from core.model.note.ruler import LANDINGS
from tests.model.tunes import NOTE_WORDS, note_layers


def test_the_network_counts_its_weights() -> None:
    layers = note_layers()
    network = notenetwork_from_layers(layers, NOTE_WORDS)
    assert network.parameters == sum(a.size for layer in layers.values() for a in layer.arrays)


@pytest.mark.parametrize("name", sorted(note_layers()))
def test_every_layer_must_be_there_and_fit(name: str) -> None:
    layers = note_layers()
    layer = layers.pop(name)
    with pytest.raises(UserError, match=f"no layer '{name}'"):
        notenetwork_from_layers(layers, NOTE_WORDS)
    for arrays in (layer.arrays[:-1], (*layer.arrays[:-1], layer.arrays[-1][:-1])):
        layers[name] = replace(layer, arrays=arrays)
        with pytest.raises(UserError, match=name):
            notenetwork_from_layers(layers, NOTE_WORDS)
    layers[name] = replace(layer, settings={**layer.settings, "activation": "gelu"})
    if name != "normal":
        with pytest.raises(UserError, match=f"'{name}' has another activation"):
            notenetwork_from_layers(layers, NOTE_WORDS)


def test_another_vocabulary_is_refused() -> None:
    for words in (
        replace(NOTE_WORDS, highest=81),
        replace(NOTE_WORDS, durations=NOTE_WORDS.durations[1:]),
    ):
        with pytest.raises(UserError, match="do not fit its vocabulary"):
            notenetwork_from_layers(note_layers(), words)


@pytest.mark.parametrize("name", sorted(note_layers()))
def test_weights_that_would_overflow_are_refused(name: str) -> None:
    layers = note_layers()
    large = tuple(np.full_like(array, 2e6) for array in layers[name].arrays)
    layers[name] = replace(layers[name], arrays=large)
    with pytest.raises(UserError, match=f"'{name}' has a weight beyond"):
        notenetwork_from_layers(layers, NOTE_WORDS)


def test_the_largest_weights_still_give_numbers() -> None:
    layers = {
        name: replace(layer, arrays=tuple(np.full_like(a, 1e6) for a in layer.arrays))
        for name, layer in note_layers().items()
    }
    network = notenetwork_from_layers(layers, NOTE_WORDS)
    codes = np.ones((1, WIDTH), np.intp)
    state = network.hear(codes, network.hear(codes, network.start()))
    zeros = np.zeros((1, len(NOTE_WORDS.durations)), np.intp)
    assert np.isfinite(network.duration_logits(state, zeros)).all()
    assert np.isfinite(network.pitch_logits(state, np.array([0]), zeros[:, 0])).all()


@pytest.mark.parametrize("epsilon", [0.0, -1.0, None, float("nan"), "1e-3"])
def test_an_epsilon_that_could_divide_by_zero_is_refused(epsilon: object) -> None:
    layers = note_layers()
    layers["normal"] = replace(layers["normal"], settings={"name": "normal", "epsilon": epsilon})
    with pytest.raises(UserError, match="epsilon"):
        notenetwork_from_layers(layers, NOTE_WORDS)


def test_takes_do_not_touch_each_other() -> None:
    network = notenetwork_from_layers(note_layers(), NOTE_WORDS)
    random = np.random.default_rng(3)
    codes = random.integers(0, 3, (2, 5, WIDTH)).astype(np.intp)
    landings = random.integers(0, LANDINGS, (5, len(NOTE_WORDS.durations))).astype(np.intp)
    durations = random.integers(0, len(NOTE_WORDS.durations), 5)
    together = network.start(5)
    for heard in codes:
        together = network.hear(heard, together)
    of_durations = network.duration_logits(together, landings)
    of_pitches = network.pitch_logits(together, durations, landings[np.arange(5), durations])
    for take in range(5):
        alone = network.start()
        for heard in codes:
            alone = network.hear(heard[take : take + 1], alone)
        one = slice(take, take + 1)
        np.testing.assert_allclose(
            network.duration_logits(alone, landings[one])[0], of_durations[take], rtol=1e-4
        )
        pitches = network.pitch_logits(alone, durations[one], landings[one, durations[take]])
        np.testing.assert_allclose(pitches[0], of_pitches[take], rtol=1e-4, atol=1e-5)
