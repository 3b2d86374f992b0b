import pytest

from mixer_app.exchange.names import asks_family_first, make_name


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
        ({"full": "DUPONT Pierre", "family_first": True}, "DUPONT Pierre", "Pierre", "DUPONT"),
        ({"full": "LE ROY Anne Marie", "family_first": True}, "LE ROY Anne Marie", "Anne Marie", "LE ROY"),
        ({"full": "Jean Dupont", "family_first": True}, "Jean Dupont", "", ""),
        ({"full": "ANN LEE", "family_first": True}, "ANN LEE", "", ""),
        ({"full": "DUPONT Pierre"}, "DUPONT Pierre", "", ""),
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


@pytest.mark.parametrize("title", ["NOM Prénom", "Nom et prénom", "Cognome e nome", "Last name, first name"])
def test_a_title_may_ask_for_the_family_name_first(title):
    assert asks_family_first(title)


@pytest.mark.parametrize(
    "title", ["Name", "Prénom et nom", "Nombre y apellidos", "First and last name", "Vor- und Nachname"]
)
def test_other_titles_do_not(title):
    assert not asks_family_first(title)
