"""Cards as another program reads them."""

from dataclasses import replace

import vobject
from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.contact_card import ContactCard
from mixer_app.domain.people import PersonName
from mixer_app.exchange.vcf import card_file

SEEN = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"), include_characters="\u200c\u200d\u200e\u200f"),
    max_size=120,
).map(lambda text: text.replace("\ufffe", "").replace("\uffff", "").strip())
A_TEXT = SEEN.filter(bool)
CARD = ContactCard(
    name=PersonName(full="Tanaka Haruka", given="Haruka", family="Tanaka", native="田中 遥香"),
    employer="Seiwa; Memorial, Hospital",
    title="Vice President",
    email="h.tanaka@seiwa.example",
    phone="+81 3 5555 0100",
    note="Met at the forum\nLikes video",
    uid="GJBE9EB0@mixer",
)


def read(card):
    return vobject.readOne(card_file([card]).decode())


def test_an_address_book_finds_everything_in_its_place():
    found = read(CARD)
    assert (found.version.value, found.fn.value) == ("3.0", "Tanaka Haruka")
    assert (found.n.value.family, found.n.value.given) == ("Tanaka", "Haruka")
    assert found.nickname.value == "田中 遥香"
    assert found.org.value == ["Seiwa; Memorial, Hospital"]
    assert found.email.value == "h.tanaka@seiwa.example"
    assert found.tel.value == "+81 3 5555 0100"
    assert found.note.value == "Met at the forum\nLikes video"
    assert found.uid.value == "GJBE9EB0@mixer"


def test_a_name_whose_parts_are_not_known_is_a_name_all_the_same():
    found = read(ContactCard(name=PersonName(full="สมชาย ใจดี")))
    assert (found.fn.value, found.n.value.given) == ("สมชาย ใจดี", "สมชาย ใจดี")
    assert "EMAIL" not in card_file([ContactCard(name=PersonName(full="Bo"))]).decode()


@given(full=A_TEXT, given_name=SEEN, family=SEEN, employer=A_TEXT, note=A_TEXT)
def test_whatever_somebody_is_called_another_program_reads_it_back(full, given_name, family, employer, note):
    name = PersonName(full=full, given=given_name, family=family)
    found = read(ContactCard(name=name, employer=employer, note=note))
    assert found.fn.value == full
    assert (found.n.value.family, found.n.value.given) == ((family, given_name) if family or given_name else ("", full))
    assert found.org.value == [employer]
    assert found.note.value == note


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=80))
def test_no_name_can_add_a_line_or_a_card(text):
    evil = f"x\r\nEMAIL:evil@x.example\nEND:VCARD\u2028TEL:1{text}"
    card = replace(CARD, name=PersonName(full=evil, family=evil), employer=evil, note=evil)
    cards = list(vobject.readComponents(card_file([card, CARD]).decode()))
    assert len(cards) == 2
    assert [line.value for line in cards[0].contents["email"]] == ["h.tanaka@seiwa.example"]
    assert [line.value for line in cards[0].contents["tel"]] == ["+81 3 5555 0100"]


def test_letters_beyond_ascii_say_how_they_are_written():
    lines = card_file([CARD]).decode().split("\r\n")
    assert "NICKNAME;CHARSET=UTF-8:田中 遥香" in lines
    assert "FN:Tanaka Haruka" in lines
