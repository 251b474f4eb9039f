import numpy as np

from core.model.network import (
    GatedRecurrentUnit,
    Linear,
    LongShortTermMemory,
    Network,
    SimpleRecurrence,
    State,
    pin_threads,
)

UNITS, SYMBOLS = 6, 5
RANDOM = np.random.default_rng(4)


def weights(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return RANDOM.standard_normal(shape).astype(np.float32)


def stack() -> Network:
    """One layer of each kind."""
    return Network(
        table=weights(SYMBOLS, 4 * UNITS),
        cells=(
            LongShortTermMemory(weights(UNITS, 4 * UNITS)),
            GatedRecurrentUnit(weights(UNITS, 3 * UNITS), weights(3 * UNITS), after=True),
            GatedRecurrentUnit(weights(UNITS, 3 * UNITS), weights(3 * UNITS), after=False),
            SimpleRecurrence(weights(UNITS, UNITS)),
        ),
        between=(
            Linear(weights(UNITS, 3 * UNITS), weights(3 * UNITS)),
            Linear(weights(UNITS, 3 * UNITS), weights(3 * UNITS)),
            Linear(weights(UNITS, UNITS), weights(UNITS)),
        ),
        heads=(
            Linear(weights(UNITS, 7), weights(7), activation="relu"),
            Linear(weights(7, SYMBOLS), weights(SYMBOLS)),
        ),
        parameters=0,
    )


def heard(network: Network, takes: list[list[int]]) -> State:
    state = network.start(len(takes))
    for symbols in np.array(takes).T:
        state = network.hear(symbols, state)
    return state


def test_takes_in_one_batch_do_not_touch_each_other() -> None:
    network = stack()
    takes = RANDOM.integers(0, SYMBOLS, (3, 10)).tolist()
    together = network.logits(heard(network, takes))
    for row, take in zip(together, takes, strict=True):
        np.testing.assert_allclose(row, network.logits(heard(network, [take]))[0], atol=1e-5)


def test_hearing_leaves_the_state_before_as_it_was() -> None:
    network = stack()
    state = heard(network, [[1, 2, 3]])
    copies = [[array.copy() for array in layer] for layer in state]
    network.hear(np.array([4]), state)
    for layer, kept in zip(state, copies, strict=True):
        for array, copy in zip(layer, kept, strict=True):
            np.testing.assert_array_equal(array, copy)


def test_what_was_heard_long_ago_can_still_matter() -> None:
    network = stack()
    one, other = (network.logits(heard(network, [[first, 2, 3]])) for first in (0, 1))
    assert np.abs(one - other).max() > 1e-4


def test_a_network_knows_its_sizes() -> None:
    network = stack()
    assert (network.inputs, network.outputs) == (SYMBOLS, SYMBOLS)
    assert network.logits(network.start(4)).shape == (4, SYMBOLS)


def test_products_stay_on_one_thread_once_a_model_is_open() -> None:
    from threadpoolctl import threadpool_info  # type: ignore[import-untyped]

    pin_threads()
    pools = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    assert {pool["num_threads"] for pool in pools} <= {1}
