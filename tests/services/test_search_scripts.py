"""Names in other scripts are found by Latin letters, at the desk and at the kiosk."""

import pytest

from mixer_app.services.kiosk_search import KioskIndex
from mixer_app.services.search import PeopleIndex

NAMES = (
    "王小明",
    "欧阳娜娜",
    "曾国藩",
    "李娜",
    "ヤマダ タロウ",
    "きむら しょうこ",
    "はっとり けん",
    "김민준",
    "이영호",
)
NAMES += ("محمد السيد", "علي حسن", "أحمد يوسف", "राहुल शर्मा", "अमित पटेल", "שרה כהן", "สมชาย", "Ann Smith", "Oto Kahn")


@pytest.fixture
def people(an_attendee):
    return [an_attendee(name) for name in NAMES]


TYPED = [
    ("wang xiaoming", "王小明"),
    ("Wang Xiao Ming", "王小明"),
    ("xiaoming wang", "王小明"),
    ("wangxiaoming", "王小明"),
    ("xiaoming", "王小明"),
    ("ouyang nana", "欧阳娜娜"),
    ("zeng guofan", "曾国藩"),
    ("やまだ", "ヤマダ タロウ"),
    ("ヤマダ", "ヤマダ タロウ"),
    ("キムラ", "きむら しょうこ"),
    ("yamada tarou", "ヤマダ タロウ"),
    ("yamada taro", "ヤマダ タロウ"),
    ("shoko kimura", "きむら しょうこ"),
    ("shouko", "きむら しょうこ"),
    ("hattori", "はっとり けん"),
    ("kim minjun", "김민준"),
    ("minjun kim", "김민준"),
    ("kim min joon", "김민준"),
    ("lee young", "이영호"),
    ("mohamed", "محمد السيد"),
    ("muhammad elsayed", "محمد السيد"),
    ("mohammed al-sayed", "محمد السيد"),
    ("ali hassan", "علي حسن"),
    ("ahmed youssef", "أحمد يوسف"),
    ("rahul", "राहुल शर्मा"),
    ("sharma", "राहुल शर्मा"),
    ("amit patel", "अमित पटेल"),
    ("sara cohen", "שרה כהן"),
    ("somchai", "สมชาย"),
]


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_the_desk_finds_a_name_in_its_own_script_by_latin_letters(people, typed, meant):
    assert next(iter(PeopleIndex(people).search(typed))).name.full == meant


@pytest.mark.parametrize(("typed", "meant"), [*TYPED, ("li na", "李娜"), ("lina", "李娜")])
def test_the_kiosk_finds_it_too(people, typed, meant):
    (hit,) = KioskIndex(people).find(typed).hits
    assert {one.id: one.name.full for one in people}[hit.attendee_id] == meant


def test_at_the_kiosk_two_latin_letters_still_find_nobody(people):
    for typed in ("xi", "wa", "li", "mo", "ya"):
        assert KioskIndex(people).find(typed).too_short


def test_the_kiosk_shows_no_more_of_another_script_than_was_typed(people):
    index = KioskIndex(people)
    shown = {
        typed: "".join(text for text, _ in index.find(typed).hits[0].name_mask) for typed in ("wang", "やま", "yama")
    }
    assert shown == {"wang": "王•••", "やま": "ヤマ••• タ•••", "yama": "ヤマ••• タ•••"}


def test_a_latin_name_written_as_typed_comes_before_one_in_another_script(an_attendee):
    index = PeopleIndex([an_attendee("محمد علي"), an_attendee("Mohamed Ali")])
    assert [found.name.full for found in index.search("mohamed ali")] == ["Mohamed Ali", "محمد علي"]
