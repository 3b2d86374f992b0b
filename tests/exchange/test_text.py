import codecs

import pytest

from mixer_app.exchange.text import decode

TEXT = "Name,City\nJosé Ñandú,Zürich\nBjörn Ødegård,Århus\n"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("cp1252"), "Windows-1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 le", "utf-16 be", "utf-16 le bare", "utf-16 be bare", "cp1252"],
)
def test_the_letters_are_found_out(raw, name):
    text, encoding = decode(raw)
    assert text == TEXT
    assert encoding == name


def test_the_dash_of_microsoft_forms_saved_by_excel():
    text, _ = decode("Question – Option,“quoted”\nyes,no\n".encode("cp1252"))
    assert text.startswith("Question – Option,“quoted”")


@pytest.mark.parametrize(
    ("sample", "codec"),
    [
        ("氏名,役割\n佐藤 美咲,メンター\n田中 太郎,メンティー\n高橋 花子,メンター\n", "cp932"),
        ("姓名,角色\n王小明,导师\n李小龙,学员\n张三丰,学员\n欧阳修文,导师\n", "gb18030"),
        ("Имя,Роль\nОльга Петрова,наставник\nИван Сидоров,ученик\nМария Иванова,ученик\n", "cp1251"),
    ],
)
def test_other_alphabets_are_found_out(sample, codec):
    assert decode(sample.encode(codec))[0] == sample


def test_what_a_person_chose_is_used():
    assert decode("Żółć".encode("cp1250"), "cp1250") == ("Żółć", "cp1250")


def test_a_choice_that_does_not_exist_is_passed_over():
    assert decode(b"Ann", "klingon") == ("Ann", "UTF-8")


def test_one_broken_letter_does_not_change_the_others():
    text, encoding = decode("Žofie Müller, Łukasz Żółć, Ольга, 王小明, José, Zoë".encode() + b"\xff")
    assert "Łukasz" in text
    assert encoding == "UTF-8"
