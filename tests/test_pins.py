"""The lists of what is installed: exact, with hashes, and free of where it came from."""

import re
from pathlib import Path

import pytest

LISTS = sorted((Path(__file__).parent.parent / ".ci" / "pins").glob("*.txt"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_package_of_a_list_is_there_in_one_version_and_with_its_hashes_only(path):
    head, *packages = re.split(r"(?m)^(?=[a-z0-9][\w.-]*(?:==| |$))", path.read_text("ascii"))
    assert re.fullmatch(r"# Made by [^\n]+\n(-r (run|test)\.txt\n)?", head)
    assert len(packages) > 10
    for package in packages:
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n", package), package


def test_there_is_a_list_for_each_way_to_set_up():
    assert [path.stem for path in LISTS] == ["develop", "run", "test"]
