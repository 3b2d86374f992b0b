from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
import zxingcpp

from mixer_app.domain.paper import SharedContact
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
    write_follow_up([sample.follow_up(sample.met_people()[2:])], tmp_path / "plain.pdf", kit=kit)
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


def test_how_two_like_to_be_in_contact_stands_with_the_contact(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    write_follow_up([sample.follow_ups()[5]], tmp_path / "wishes.pdf", kit=kit)
    written = read(tmp_path / "wishes.pdf")
    assert "Both by e-mail, both once a month" in written.text()
    assert "You by e-mail, Haruka by video; you once a month, Haruka every two months: begin with" in written.text()
    assert written.place("You by e-mail").left == pytest.approx(written.place("h.tanaka@seiwa").left, abs=0.5)


def test_who_waits_for_a_place_is_told_so_without_a_contact(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    report = write_follow_up([sample.follow_ups()[3]], tmp_path / "waits.pdf", kit=kit)
    text = read(tmp_path / "waits.pdf").text()
    assert report.pages == 1
    assert "You met five mentors; two of them would like to stay in touch with you" in text
    assert "You are on the waiting list" in text
    assert text.count("You both said yes") == 2
    assert "m.osullivan" not in text
    assert "Write to Haruka." in text
    codes = zxingcpp.read_barcodes(read(tmp_path / "waits.pdf").pixels(dpi=300))
    assert len(codes) == 1


def test_somebody_met_outside_the_rounds_has_no_number(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    met = replace(sample.met_people()[2], round=0, talked_about=())
    write_follow_up([sample.follow_up((met,), suggestion="")], tmp_path / "outside.pdf", kit=kit)
    assert "– Lerato Mokoena" in read(tmp_path / "outside.pdf").text()


def test_whom_to_talk_to_next_is_named_with_the_way_there(
    tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType
):
    write_follow_up([sample.follow_ups()[4]], tmp_path / "next.pdf", kit=kit)
    written = read(tmp_path / "next.pdf")
    text = written.all_text()
    assert "Whom you could talk to next" in text
    assert "Samuel would be glad to hear from you: write to events@leadershipforum.example, and the organizers" in text
    assert "Went through relocation, 12 years ahead" in text
    assert "If you would like to meet Nour, write to events@leadershipforum.example: the organizers will ask" in text
    assert "You are warmly invited to the next evening" in text
    assert written.place("Samuel Osei").top > written.place("Lerato Mokoena").bottom


def test_who_has_agreed_is_not_suggested_once_more(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    one = sample.suggested_people()[:1]
    summary = sample.follow_up((), suggestion="", referred_to=one, suggested=one)
    write_follow_up([replace(summary, questions_to="")], tmp_path / "once.pdf", kit=kit)
    text = read(tmp_path / "once.pdf").text()
    assert text.count("Samuel Osei") == 1
    assert "tell the organizers, and the organizers bring you together" in text


def test_no_line_runs_into_the_foot_of_the_page(tmp_path: Path, kit: PrintKit, read: Callable, sample: ModuleType):
    met = sample.met_people()
    for number in range(4, 13):
        write_follow_up([sample.follow_up((met * 3)[:number])], tmp_path / "foot.pdf", kit=kit)
        written = read(tmp_path / "foot.pdf")
        for page in range(written.pages):
            for told in ("Contacts appear only", "done", "this week, ask her"):
                assert all(place.bottom < 278 for place in written.places(told, page))


def test_the_same_summary_is_the_same_file(tmp_path: Path, kit: PrintKit, sample: ModuleType):
    for name in ("one.pdf", "two.pdf"):
        write_follow_up(sample.follow_ups(), tmp_path / name, kit=kit)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
