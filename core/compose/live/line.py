"""The tune changes while it plays: what was heard stays, what is to come is drawn again."""

from dataclasses import replace

from core.compose.continuation import Continuation, SeedTooLong, continue_song
from core.compose.controls import Controls
from core.model.family import Model
from core.music.melody import Melody
from core.music.song import Song
from core.words import Words


def continue_from(model: Model, song: Song, controls: Controls, tick: int) -> Continuation:
    """Prepares the tune that is `song` up to `tick` and goes on from there under `controls`.

    A note that sounds across `tick` stays whole. The new notes have the random numbers of their
    places in the tune: under the controls that `song` was made with the note family draws it as it
    was, unless a rest was cut at `tick`. Up to the end of the seed it is the same as
    `continue_song`. SeedTooLong where what was played leaves no room in the bars asked for.
    """
    seed = song.with_melody(song.seed)
    continuation = continue_song(model, seed, controls)
    kept = tuple(n for n in song.melody if song.seed_end <= n.onset < tick)
    line = max(tick, kept[-1].end if kept else 0)
    if line >= continuation.end:
        raise SeedTooLong(Words("What was played already is as long as the tune shall be."), None)
    if line <= seed.melody.end:
        return continuation
    return replace(continuation, played=Melody(kept, line))
