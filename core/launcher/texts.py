"""What a desktop is told of the program and of its files, as freedesktop.org has it."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from core.launcher.command import exec_from_command, value_from_text
from core.project import HEAD, SUFFIX

NAME = "cantilena"
"""Of the entry, of the program's icon and of its windows."""

MIME_TYPE = "application/x-cantilena"
TYPE_ICON = MIME_TYPE.replace("/", "-")


def entry_text(command: Sequence[str]) -> str:
    """The desktop entry of the program that `command` starts. UserError where there can be none."""
    return f"""[Desktop Entry]
Type=Application
Version=1.0
Name=Cantilena
GenericName=Composing assistant
GenericName[de]=Kompositionshilfe
Comment=Goes on with your melody
Comment[de]=Führt Ihre Melodie weiter
Exec={exec_from_command(command)}
TryExec={value_from_text(command[0])}
Icon={NAME}
Terminal=false
StartupNotify=true
StartupWMClass={NAME}
MimeType={MIME_TYPE};
Categories=AudioVideo;Audio;Midi;Sequencer;
Keywords=music;melody;score;piano roll;composer;
Keywords[de]=Musik;Melodie;Noten;Pianorolle;Komponieren;
"""


def mime_text() -> str:
    """The type of project files, which is told by their names or by how they begin."""
    head = quoteattr(HEAD.decode("ascii").replace("\\", "\\\\").replace("\n", "\\n"))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MIME_TYPE}">
    <comment>Cantilena project</comment>
    <comment xml:lang="de">Cantilena-Projekt</comment>
    <sub-class-of type="application/json"/>
    <icon name="{TYPE_ICON}"/>
    <generic-icon name="audio-x-generic"/>
    <magic priority="80">
      <match type="string" offset="0" value={head}/>
    </magic>
    <glob pattern="*{SUFFIX}"/>
  </mime-type>
</mime-info>
"""
