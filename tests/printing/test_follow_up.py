from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
import zxingcpp

from mixer_app.domain.paper import SharedContact
from mixer_app.domain.roles import Role
from mixer_app.printing.follow_up import write_follow_up
from mixer_app.printing.paper import PrintKit


def test_contacts_and_ticks_only_where_both_said_yes(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_follow_up(sample.follow_ups()[:1], tmp_path / "letter.pdf", kit=kit)
    written = read(tmp_path / "letter.pdf")
    text = written.text()
    assert text.count("You both said yes") == 2
    assert "m.osullivan@stbrigids.example" in text
    assert "two of them would like to stay in touch with you, as you would with them." in text
    assert written.place("Margaret O’Sullivan").left == pytest.approx(28.3, abs=0.5)
    assert written.place("Two dates").top == pytest.approx(205.6, abs=1.2)


def test_the_contact_card_holds_name_employer_mail_and_telephone_only(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    write_follow_up(sample.follow_ups()[:1], tmp_path / "letter.pdf", kit=kit)
    cards = sorted(code.text for code in zxingcpp.read_barcodes(read(tmp_path / "letter.pdf").pixels(dpi=300)))
    assert len(cards) == 2
    assert cards[0].split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:O’Sullivan;Margaret;;;",
        "FN:Margaret O’Sullivan",
        "ORG:St Brigid’s Health",
        "EMAIL:m.osullivan@stbrigids.example",
        "TEL:+353 1 555 0142",
        "END:VCARD",
    ]


def test_without_a_mutual_match_nothing_counts_what_is_missing(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    write_follow_up([sample.follow_up(sample.met_people()[2:], Role.MENTEE)], tmp_path / "plain.pdf", kit=kit)
    text = read(tmp_path / "plain.pdf").text()
    assert "Thank you for coming. You met two mentors." in text
    for word in ("yes", "none", "nobody", "no one"):
        assert word not in text.replace("both said yes; every answer", "").lower().split()


def test_a_long_evening_runs_on_without_losing_anyone(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    report = write_follow_up([sample.follow_ups()[2]], tmp_path / "long.pdf", kit=kit)
    assert report.pages == 2
    assert read(tmp_path / "long.pdf").all_text().count("Lerato Mokoena") == 2


def test_nobody_met_is_still_a_letter(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    write_follow_up([sample.follow_up(())], tmp_path / "alone.pdf", kit=kit)
    text = read(tmp_path / "alone.pdf").text()
    assert "Thank you for coming." in text
    assert "Whom you met" not in text


def test_a_long_address_breaks_before_the_host(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    contact = SharedContact(email="bartholomew.longfellow@meridian-regional.example")
    met = replace(sample.met_people()[0], contact=contact)
    write_follow_up([sample.follow_up((met,))], tmp_path / "address.pdf", kit=kit)
    written = read(tmp_path / "address.pdf")
    name, host = written.place("bartholomew.longfellow"), written.place("@meridian-regional.example")
    assert host.top > name.top
    assert host.left == pytest.approx(name.left, abs=0.6)


def test_large_print_tells_the_same_in_larger_letters_on_more_pages(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    summaries = sample.follow_ups()[:1]
    usual = write_follow_up(summaries, tmp_path / "usual.pdf", kit=kit)
    large = write_follow_up(summaries, tmp_path / "large.pdf", large=True, kit=kit)
    assert large.pages > usual.pages
    small, big = (read(tmp_path / name).place("Thank you") for name in ("usual.pdf", "large.pdf"))
    assert (big.bottom - big.top) / (small.bottom - small.top) == pytest.approx(1.4, abs=0.03)
    text = " ".join(read(tmp_path / "large.pdf").text(page) for page in range(large.pages))
    for told in ("m.osullivan@stbrigids.example", "+353 1 555 0142", "h.tanaka@seiwa.example", "Lerato Mokoena"):
        assert told in text
    pictures = [read(tmp_path / "large.pdf").pixels(page, dpi=200) for page in range(large.pages)]
    codes = [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]
    assert sum("BEGIN:VCARD" in code for code in codes) == 2
