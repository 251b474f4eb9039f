"""What TensorFlow computes for every network in training: the LSTM, quickly, and dropout."""

from itertools import count
from typing import Any


def recurrence(inputs: Any, recurrent: Any) -> Any:
    """The outputs of an LSTM, (steps, batch, units), as Keras' layer computes them, but faster.

    `inputs` are (steps, batch, 4 units), already multiplied by the input weights and biased;
    `recurrent` is (units, 4 units). The gradient of `recurrent` is one product over all steps in
    the end, where TensorFlow's own would add up one for each step.
    """
    import tensorflow as tf  # type: ignore[import-untyped]

    def outputs(inputs: Any, recurrent: Any) -> tuple[Any, Any]:
        steps, units = tf.shape(inputs)[0], recurrent.shape[0]
        zeros = tf.zeros((1, tf.shape(inputs)[1], units))

        def array(width: int) -> Any:
            return tf.TensorArray(tf.float32, steps, element_shape=(None, width))

        def forward(step: Any, h: Any, c: Any, hs: Any, cs: Any, gates: Any) -> tuple[Any, ...]:
            i, f, g, o = tf.split(inputs[step] + tf.matmul(h, recurrent), 4, axis=1)
            i, f, g, o = tf.sigmoid(i), tf.sigmoid(f), tf.tanh(g), tf.sigmoid(o)
            c = f * c + i * g
            h = o * tf.tanh(c)
            gates = gates.write(step, tf.concat([i, f, g, o], 1))
            return step + 1, h, c, hs.write(step, h), cs.write(step, c), gates

        start = (0, zeros[0], zeros[0], array(units), array(units), array(4 * units))
        *_, hs, cs, gates = tf.while_loop(lambda step, *_: step < steps, forward, start)
        hidden, memory, opened = hs.stack(), cs.stack(), gates.stack()

        def gradient(wanted: Any) -> tuple[Any, Any]:
            before, squashed = tf.concat([zeros, memory[:-1]], 0), tf.tanh(memory)
            transposed = tf.transpose(recurrent)

            def backward(step: Any, dh: Any, dc: Any, inward: Any) -> tuple[Any, ...]:
                i, f, g, o = tf.split(opened[step], 4, axis=1)
                dh, tanh_c = dh + wanted[step], squashed[step]
                dc = dc + dh * o * (1 - tanh_c * tanh_c)
                d = tf.concat(
                    [
                        dc * g * i * (1 - i),
                        dc * before[step] * f * (1 - f),
                        dc * i * (1 - g * g),
                        dh * tanh_c * o * (1 - o),
                    ],
                    1,
                )
                return step - 1, tf.matmul(d, transposed), dc * f, inward.write(step, d)

            end = (steps - 1, zeros[0], zeros[0], array(4 * units))
            *_, inward = tf.while_loop(lambda step, *_: step >= 0, backward, end)
            d = inward.stack()
            carried = tf.reshape(tf.concat([zeros, hidden[:-1]], 0), (-1, units))
            return d, tf.matmul(carried, tf.reshape(d, (-1, 4 * units)), transpose_a=True)

        return hidden, gradient

    return tf.custom_gradient(outputs)(inputs, recurrent)


class Dropout:
    """What is hidden from the network in one step.

    Every mask is drawn for all tunes of the step at once, from a seed of its own, and then cut to
    the tunes that are here: so it is the same however the tunes are parted among devices, and the
    same again after a training was interrupted.
    """

    def __init__(self, seed: Any, first: Any, tunes: Any, share: float = 1.0) -> None:
        """`seed` are two integers; here are the tunes from `first` on, of `tunes` in all.

        `share` of each rate is applied.
        """
        self._seed, self._first, self._tunes, self._share = seed, first, tunes, share
        self._masks = count()

    def __call__(self, x: Any, rate: float, axis: int = 0) -> Any:
        """`x` with a share of `rate` set to 0 and the rest made larger; tunes are along `axis`."""
        import tensorflow as tf

        rate *= self._share
        if not rate:
            return x
        seed = tf.random.experimental.stateless_fold_in(self._seed, next(self._masks))
        here = tf.shape(x)
        at_axis = tf.one_hot(axis, len(x.shape), dtype=tf.int32)
        whole = here + at_axis * (self._tunes - here[axis])
        lots = tf.random.stateless_uniform(whole, seed)
        lots = tf.slice(lots, at_axis * self._first, here)
        return tf.where(lots < rate, tf.zeros_like(x), x / (1 - rate))
