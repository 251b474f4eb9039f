"""How the ports that this program has itself are called, and any port for people."""

from core.words import Words, joined

SYNTH = Words("Built-in synth")
"""The name under which the synth of this program stands among the ports."""

OWN_PORT = Words("Own port, for other programs")
"""How the port that other programs connect to stands among those that are there already."""

_OWN = {str(name): name for name in (SYNTH, OWN_PORT)}


def port_words(name: str) -> Words:
    """What to show for the port of a name: ours in any language, others as they are."""
    return _OWN.get(name) or joined("", (name,))
