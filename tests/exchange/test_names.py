import pytest

from mixer_app.exchange.names import make_name


@pytest.mark.parametrize(
    ("cells", "full", "given", "family"),
    [
        ({"full": "Ann Lee"}, "Ann Lee", "", ""),
        ({"full": "Lovelace, Ada"}, "Ada Lovelace", "Ada", "Lovelace"),
        ({"full": "SMITH, ANN"}, "ANN SMITH", "ANN", "SMITH"),
        ({"full": "van der Berg, Zoë"}, "Zoë van der Berg", "Zoë", "van der Berg"),
        ({"full": "Jane Smith, MD, PhD"}, "Jane Smith, MD, PhD", "", ""),
        ({"full": "Jane Smith, CRNA"}, "Jane Smith, CRNA", "", ""),
        ({"full": "Smith, Jane, MD"}, "Jane Smith, MD", "Jane", "Smith"),
        ({"full": "King, Jr., Martin"}, "Martin King, Jr.", "Martin", "King"),
        ({"given": "Jane", "family": "Smith, MD"}, "Jane Smith, MD", "Jane", "Smith"),
        ({"given": "Jane", "family": "Smith MD"}, "Jane Smith, MD", "Jane", "Smith"),
        ({"given": "ann", "family": "o’brien-SMITH"}, "ann o’brien-SMITH", "ann", "o’brien-SMITH"),
        ({"given": "小明", "family": "王"}, "王小明", "小明", "王"),
        ({"given": "美咲", "family": "佐藤"}, "佐藤 美咲", "美咲", "佐藤"),
        ({"full": "Ann Lee", "given": "Ann", "family": "Lee"}, "Ann Lee", "Ann", "Lee"),
        ({"full": "Dr Ann Lee", "given": "Ann", "family": "Lee"}, "Dr Ann Lee", "Ann", "Lee"),
        ({"given": "Na", "family": "Li"}, "Na Li", "Na", "Li"),
        ({"given": "Prince"}, "Prince", "Prince", ""),
        ({"full": "  Ann \n Lee "}, "Ann Lee", "", ""),
    ],
)
def test_names_keep_what_they_came_with(cells, full, given, family):
    name = make_name(**cells)
    assert name is not None
    assert (name.full, name.given, name.family) == (full, given, family)


@pytest.mark.parametrize("text", ["", "Anonymous", "N/A", "-", "anonyme", "匿名"])
def test_nobody_is_called_like_that(text):
    assert make_name(full=text) is None
