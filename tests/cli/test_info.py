"""`info` without a model: what there is in the box."""

import json

import pytest

from core import cli
from core.model.library import bundled_models


def test_the_models_in_the_box_are_listed_with_their_cards(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["info", "--json"]) == 0
    models = json.loads(capsys.readouterr().out)["models"]
    assert [model["file"] for model in models] == [str(path) for path in bundled_models()]
    assert cli.run(["info"]) == 0
    shown = capsys.readouterr().out
    for model in models:
        assert model["bits_per_note"] is not None
        for value in ("name", "corpus", "licence", "bits_per_note"):
            assert f": {model[value]}\n" in shown


def test_a_mapping_alone_belongs_to_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["info", "--mapping", "symbols.json"]) == 2
    assert "name the MODEL" in capsys.readouterr().err
