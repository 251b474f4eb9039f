"""How folders of songs are named on the command line."""

FOLDERS = (
    "folders of kern, MusicXML, ABC and MIDI files, or a collection that music21 has installed: "
    "music21:essenFolksong, music21:oneills1850, music21:ryansMammoth"
)
