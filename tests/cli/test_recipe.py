import json
from dataclasses import replace
from pathlib import Path

import pytest

from core import cli
from core.batch import Batch
from core.carried import recipe_in_file
from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.measures import Take
from core.compose.take import Takes
from core.files.midi import song_from_midi
from core.model.bundle import open_model
from core.model.identity import mark_of
from core.model.library import DEFAULT_MODEL, name_of
from core.model.mark import Maker
from core.music.song import Song
from core.music.text import melody_from_text
from core.project import Project, save_project
from core.recipe import text_from_recipe

IRISH = DEFAULT_MODEL.with_name("irish.keras")


def generate(*arguments: str | Path) -> int:
    return cli.run(["generate", *map(str, arguments)])


@pytest.mark.parametrize(
    "wishes",
    [
        ["--out", "tune.mid"],
        ["--out", "tune.txt", "--temperature", ".8", "--ending", "tonic", "--quote", "12"],
        ["--out", "tune.cantilena", "--key", "F major", "--meter", "3/4", "--tempo", "90"],
        ["--out", "tune.cantilena", "--pin", "3 g4/2", "--particles", "4"],
        ["--out", "tune.mid", "--blend", str(IRISH), "--blend-share", ".4"],
        ["--out", "tune.mid", "--model", str(DEFAULT_MODEL.with_name("german-classic.keras"))],
    ],
)
def test_a_tune_is_made_again_to_the_byte(
    wishes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert generate("--seed", "c4 d4/8 e4 g4/4", "--bars", "4", *wishes) == 0
    file = Path(wishes[1])
    again = file.with_stem("again")
    assert generate("--recipe", file, "--out", again) == 0
    assert again.read_bytes() == file.read_bytes()


def test_each_take_carries_its_own(tmp_path: Path) -> None:
    assert generate("--seed", "c4 e4", "--out", tmp_path / "t.mid", "--takes", "3") == 0
    assert generate("--recipe", tmp_path / "t-2.mid", "--out", tmp_path / "again.mid") == 0
    assert (tmp_path / "again.mid").read_bytes() == (tmp_path / "t-2.mid").read_bytes()


@pytest.fixture
def project() -> Project:
    """Two tunes of one seed, one of them by another model than the project's."""
    seed = Song(melody_from_text("c4 e4"))
    seed = replace(seed, seed_end=seed.melody.end)
    takes = []
    for path in (DEFAULT_MODEL, IRISH):
        model = open_model(path)
        drawing = Takes(
            continue_song(model, seed, Controls(bars=2)),
            maker=Maker(mark_of(model, name_of(path))),
        )
        takes += [thing for thing in drawing if isinstance(thing, Take)]
    german, irish = takes
    return Project(
        replace(german.song, title="Renamed"),
        *(Controls(), "german", "", (irish,)),
        batch=Batch((german,)),
        asked=german.controls,
        maker=german.maker,
    )


def test_the_tune_and_the_takes_of_a_project_are_made_again(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, again = tmp_path / "tune.cantilena", tmp_path / "again.mid"
    save_project(project, file)
    (irish,), (german,) = project.takes, project.batch.takes
    for which, song in (("", german.song), ("#1", irish.song), ("#2", german.song)):
        assert generate("--recipe", f"{file}{which}", "--out", again, "--json") == 0
        assert json.loads(capsys.readouterr().out)["differing"] == 0
        assert song_from_midi(again).melody == song.melody
    assert cli.run(["convert", str(file), str(again)]) == 0
    assert recipe_in_file(again).maker == german.maker
    save_project(replace(project, takes=(replace(irish, maker=None),)), file)
    capsys.readouterr()
    for which, sentence in (
        ("#1", f"Nobody knows by which model take 1 of '{file}' was made.\n"),
        ("#3", f"'{file}' has no take 3; it has 2 takes.\n"),
    ):
        assert generate("--recipe", f"{file}{which}", "--out", again) == 2
        assert capsys.readouterr().err == sentence


def test_another_model_under_the_same_name_is_not_taken_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, out = tmp_path / "mine.keras", tmp_path / "tune.mid"
    model.write_bytes(DEFAULT_MODEL.with_name("german-classic.keras").read_bytes())
    stranger = {"name": str(model), "title": "Mine", "identity": "ab" * 32}
    file = spoilt(tmp_path, model=stranger)
    capsys.readouterr()
    assert generate("--recipe", file, "--out", out) == 2
    assert capsys.readouterr().err == (
        "The recipe needs the model 'Mine' (hash abababababab), "
        f"but '{model}' is another one by now; name its file by --model.\n"
    )


def test_bars_drawn_anew_are_drawn_so_again(tmp_path: Path) -> None:
    first, second, third = (tmp_path / f"{name}.mid" for name in "abc")
    assert generate("--seed", "c4 e4", "--out", first) == 0
    assert generate("--seed", first, "--redraw", "3-4", "--random-seed", "9", "--out", second) == 0
    assert generate("--recipe", second, "--out", third) == 0
    assert third.read_bytes() == second.read_bytes() != first.read_bytes()


def spoilt(tmp_path: Path, **members: object) -> Path:
    """A recipe with other members."""
    file = tmp_path / "tune.mid"
    if not file.exists():
        assert generate("--seed", "c4 e4", "--bars", "2", "--out", file) == 0
    values = json.loads(text_from_recipe(recipe_in_file(file)))
    out = tmp_path / "recipe.json"
    out.write_text(json.dumps(values | members))
    return out


def test_what_is_missing_or_other_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stranger = {"name": "/nowhere.keras", "title": "Mine", "identity": "ab" * 32}
    out = tmp_path / "again.mid"
    file = spoilt(tmp_path, model=stranger)
    capsys.readouterr()
    assert generate("--recipe", file, "--out", out) == 2
    assert capsys.readouterr().err == (
        "The recipe needs the model 'Mine' (hash abababababab), which is not here; "
        "name its file by --model.\n"
    )
    assert generate("--recipe", file, "--model", IRISH, "--out", out) == 2
    assert "is not the model 'Mine'" in capsys.readouterr().err
    notes = [[0, 480, 60, 88], [480, 480, 64, 88], [960, 960, 65, 88]]
    assert generate("--recipe", spoilt(tmp_path, notes=notes), "--out", out, "--json") == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["differing"] > 0
    assert "differ from the tune that the recipe keeps" in told.err


def test_a_recipe_stands_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = spoilt(tmp_path)
    capsys.readouterr()
    for extra in (["--bars", "9"], ["--seed", "c4"], ["--low", "c4"], ["--blend-share", ".2"]):
        assert generate("--recipe", file, "--out", tmp_path / "b.mid", *extra) == 2
        assert f"leave {extra[0]} out" in capsys.readouterr().err
    assert generate("--out", tmp_path / "b.mid") == 2
    assert "Give a --seed" in capsys.readouterr().err
    assert generate("--recipe", tmp_path / "none.mid", "--out", tmp_path / "b.mid") == 2


def test_a_share_of_no_second_model_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "b.mid"
    assert generate("--seed", "c4", "--blend-share", ".5", "--out", out) == 2
    assert "name it by --blend" in capsys.readouterr().err
    assert generate("--seed", "c4", "--blend", IRISH, "--blend-share", "2", "--out", out) == 2
    assert "Share of the second model must be 0 to 1" in capsys.readouterr().err


def test_models_of_two_families_are_not_mixed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    classic = DEFAULT_MODEL.with_name("german-classic.keras")
    assert generate("--seed", "c4", "--blend", classic, "--out", tmp_path / "b.mid") == 2
    assert "only models of one family can be mixed" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
