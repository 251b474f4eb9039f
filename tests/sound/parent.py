"""A program that plays and holds a key until it is killed: python -m tests.sound.parent FOLDER."""

import sys
import time
from pathlib import Path

from core.sound.player import Player
from core.sound.reports import Outputs, Started
from tests.sound.fakes import FileOutlets
from tests.sound.songs import long_song


def main() -> None:
    player = Player(FileOutlets(Path(sys.argv[1])))
    player.start()
    while True:
        for report in player.poll():
            match report:
                case Outputs(names):
                    player.open_output(names[0])
                    player.press(100)
                    player.play(long_song())
                case Started():
                    print(player.pid, flush=True)
        time.sleep(0.015)


if __name__ == "__main__":
    main()
