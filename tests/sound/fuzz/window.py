"""A program whose user cannot sit still, until it is killed.

python -m tests.sound.fuzz.window SEED OUTPUT … prints the process id of its player when it begins.
"""

import sys
from random import Random

from core.sound.player import Player
from tests.sound.fuzz.user import User
from tests.sound.watching import open_output


def main() -> None:
    seed, *outputs = sys.argv[1:]
    player = Player()
    player.start()
    open_output(player, outputs[0])
    print(player.pid, flush=True)
    while True:
        User(player, Random(seed), outputs).act(1000)


if __name__ == "__main__":
    main()
