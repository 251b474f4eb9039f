"""What is said of the program and of its files."""

from xml.etree import ElementTree

from core.launcher.texts import MIME_TYPE, entry_text, mime_text
from core.project import HEAD, Project, text_from_project

NAMES = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def test_projects_are_told_by_their_name_and_by_how_they_begin() -> None:
    kind = ElementTree.fromstring(mime_text()).find("m:mime-type", NAMES)
    assert kind is not None
    assert kind.get("type") == MIME_TYPE
    glob, match = kind.find("m:glob", NAMES), kind.find("m:magic/m:match", NAMES)
    assert glob is not None
    assert match is not None
    assert glob.get("pattern") == "*.cantilena"
    begin = str(match.get("value")).replace("\\n", "\n")
    assert (begin, match.get("offset")) == (HEAD.decode(), "0")
    assert text_from_project(Project()).startswith(begin)


def test_the_entry_names_the_type_and_takes_one_file() -> None:
    lines = entry_text(["/opt/a b/python", "/opt/a b/main.py"]).splitlines()
    assert lines[0] == "[Desktop Entry]"
    values = dict(line.split("=", 1) for line in lines[1:])
    assert values["MimeType"] == f"{MIME_TYPE};"
    assert values["Exec"] == '"/opt/a b/python" "/opt/a b/main.py" %f'
    assert values["TryExec"] == "/opt/a b/python"
