import tomllib

import pytest

from mixer_app.domain.imports import Field
from mixer_app.exchange.vocabulary import load_vocabulary
from mixer_app.paths import resource

LANGUAGES = ["en", "es", "fr", "de", "pt", "it", "ar", "zh", "ja", "hi"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_of_the_application_has_the_words_that_matter(language):
    words = tomllib.loads(resource("vocabulary", f"{language}.toml").read_text(encoding="utf-8"))
    assert {"given_name", "family_name", "name", "email", "role", "employer", "title", "status"} <= set(
        words["columns"]
    )
    assert all(words["roles"][role] for role in ("mentor", "mentee", "both"))
    assert words["answers"]["yes"]
    assert words["answers"]["no"]
    assert all(words["status"][kind] for kind in ("cancelled", "declined", "pending"))


def test_no_word_says_two_roles_or_both_yes_and_no():
    vocabulary = load_vocabulary()
    roles = [vocabulary.roles[role].whole for role in ("mentor", "mentee", "both")]
    assert not roles[0] & roles[1]
    assert not roles[0] & roles[2]
    assert not roles[1] & roles[2]
    assert not vocabulary.answers["yes"].whole & vocabulary.answers["no"].whole


def test_every_list_belongs_to_a_field():
    assert set(load_vocabulary().columns) <= set(Field)
