import pytest

from mixer_app.exchange.words import contains_words, fold, fold_title


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("E-Mail", "e mail"),
        ("firstName", "first name"),
        ("Prénom", "prenom"),
        ("Order #", "order number"),
        ("  What's  your company? ", "what s your company"),
        ("पहला नाम", "पहला नाम"),
        ("الاسم الأوّل", "الاسم الاول"),
        ("ＮＡＭＥ", "name"),
    ],
)
def test_words_are_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("title", ["Email*", "Email (Optional)", "Email:", "Email ", "Email2", "EMAIL"])
def test_titles_lose_what_says_nothing(title):
    assert fold_title(title) == "email"


def test_only_whole_words_count():
    assert contains_words(("i", "am", "retail"), ("am", "retail"))
    assert not contains_words(("retail",), ("ai",))
