"""The pins are exact and complete, and the files around the code tell the truth."""

import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from gui.menu.actions import ENTRIES

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONSTRAINTS = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8")
PINS = dict(
    line.split("==") for line in CONSTRAINTS.splitlines() if line and not line.startswith("#")
)
SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}


def tracked_files() -> list[Path]:
    done = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if (ROOT / name).is_file()]


def wanted(requirements: list[str], extras: set[str], environment: dict[str, str]) -> set[str]:
    """The names among requirements that such a machine installs."""
    return {
        canonicalize_name(requirement.name)
        for requirement in map(Requirement, requirements)
        if requirement.marker is None
        or any(requirement.marker.evaluate(environment | {"extra": e}) for e in extras | {""})
    }


def test_each_pin_is_one_exact_version_and_no_address() -> None:
    for line in CONSTRAINTS.splitlines():
        assert line.startswith("#") or re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line), line
    assert "://" not in CONSTRAINTS


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_package_that_gets_installed_is_pinned(system: str) -> None:
    environment = {name: str(value) for name, value in default_environment().items()}
    environment |= {"sys_platform": system, "platform_system": SYSTEMS[system]}
    extras = PROJECT["optional-dependencies"]
    asked = [*PROJECT["dependencies"], *extras["test"], *extras["train"], *extras["fuzz"]]
    waiting = wanted(asked, set(), environment)
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        try:
            requirements = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # not for this machine: its own needs are seen where it is installed
        waiting |= wanted(requirements, set(), environment) - seen
    assert seen <= PINS.keys()


def test_what_is_installed_is_what_is_pinned() -> None:
    installed: dict[str, str] = {
        canonicalize_name(distribution.name): distribution.version
        for distribution in importlib.metadata.distributions()
    }
    asked = {canonicalize_name(Requirement(text).name) for text in PROJECT["dependencies"]}
    assert asked <= installed.keys()
    differing = {name for name, version in installed.items() if PINS.get(name, version) != version}
    assert not differing, "make test brings the pinned versions"


def test_the_program_tells_the_version_of_the_project() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[-1] == PROJECT["version"]


def test_the_readme_names_only_targets_that_make_knows() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    for page in pages:
        named = set(re.findall(r"`make ([a-z]+)|^ *make ([a-z]+)", page.read_text(), re.MULTILINE))
        assert {a or b for a, b in named} <= targets, page.name


def test_the_readme_names_the_shortcut_of_every_action() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = {tuple(re.split(r" *\| *", line)[1:3]) for line in readme.splitlines() if "|" in line}
    assert {(entry.shortcut, entry.tip) for entry in ENTRIES} <= rows


def test_links_between_pages_lead_to_files() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_no_tune_of_the_essen_collection_is_in_the_tree() -> None:
    records = [rb"!!!EED:\s*Helmut", rb"!!!YEM:\s*Copyright 1995", rb"!!!ONB:\s*ESAC"]
    for file in tracked_files():
        content = file.read_bytes()
        assert not any(re.search(record, content) for record in records), file


def test_only_the_places_of_the_plan_are_at_the_top() -> None:
    planned = {"gui", "core", "resources", "tests", "docs", ".ci", "main.py", "pyproject.toml"}
    planned |= {"README.md", "LICENSE", "Makefile", ".gitignore"}
    assert {file.relative_to(ROOT).parts[0] for file in tracked_files()} <= planned
