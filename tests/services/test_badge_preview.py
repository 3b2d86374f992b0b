"""Whose badge is looked at while a design is chosen, and who would not fit."""

from dataclasses import replace
from itertools import count

import pytest

from mixer_app.domain.badge_design import BadgeDesign
from mixer_app.domain.brand import Brand
from mixer_app.domain.errors import Cancelled
from mixer_app.domain.people import PersonName
from mixer_app.printing.badges import write_badges
from mixer_app.printing.preview import page_size_mm
from mixer_app.printing.stock import find_stock
from mixer_app.services.badge_preview import MADE_UP, BadgePreview, badge_facts

SINGLE = find_stock("label-90x60")


@pytest.fixture
def preview():
    return BadgePreview()


def test_the_people_who_tell_most_are_chosen(database, event, add):
    add("Bo Li", role="mentor", employer="Harbour General")
    add("Ana Sousa", role="mentee", employer="Karoo", topics_wanted=("Finance",))
    add("Maria Magdalena Theodora Apostolopoulou-Vandenberghe", employer="Isles")
    add("Nour Mansour", role="both", employer="Gulf Coast", pronouns="she/her")
    add("김서연 Kim", employer="Seoul")
    add("Eli Ode", employer="")
    samples = database.read(badge_facts, event.id).samples
    told = {sample.why: sample.face.name.full for sample in samples}
    assert told["Longest name"].startswith("Maria Magdalena")
    assert told["A mentor"] == "Bo Li"
    assert told["A mentee"] == "Ana Sousa"
    assert told["Mentor and mentee"] == "Nour Mansour"
    assert told["A name in its own script"] == "김서연 Kim"
    assert told["Without an employer"] == "Eli Ode"
    assert len({sample.face.code for sample in samples}) == len(samples)


def test_before_anyone_is_registered_people_are_made_up_and_said_to_be(database, event):
    facts = database.read(badge_facts, event.id)
    assert facts.faces == ()
    assert {sample.why for sample in facts.samples} == {MADE_UP}
    assert all(sample.face.event_name == event.name for sample in facts.samples)


def test_a_sensitive_need_never_stands_on_a_badge_that_is_looked_at(database, event, add):
    add("Eli Mentee", topics_wanted=("Finance",), needs_wanted=("Interpersonal issue",))
    facts = database.read(badge_facts, event.id)
    assert "finance" in repr(facts.faces).casefold()
    assert "interpersonal" not in repr((facts.faces, facts.samples)).casefold()


@pytest.mark.parametrize(("stock", "size"), [("label-90x60", (90, 60)), ("avery-5160", (66.7, 25.4))])
def test_one_label_is_drawn_in_its_size(database, event, add, preview, stock, size):
    add("Bo Li", role="mentor")
    [sample] = database.read(badge_facts, event.id).samples
    drawn = preview.picture(sample.face, find_stock(stock), BadgeDesign(name="bold"), Brand(), 96)
    assert (drawn.width_mm, drawn.height_mm) == pytest.approx(size, abs=0.2)
    assert drawn.image.width == pytest.approx(size[0] * 96 / 25.4, abs=1.5)
    assert bool(drawn.remarks) == (stock == "avery-5160")


@pytest.mark.parametrize("name", ["Bo Li", "Maria Magdalena Theodora Apostolopoulou-Vandenberghe"])
def test_from_a_roll_as_much_is_shown_as_is_cut_off(database, event, add, preview, tmp_path, name):
    add(name, role="mentor")
    [sample] = database.read(badge_facts, event.id).samples
    roll, pdf = find_stock("DK-22205"), tmp_path / "badge.pdf"
    drawn = preview.picture(sample.face, roll, BadgeDesign(), Brand(), 96)
    write_badges([sample.face], roll, pdf)
    width, length = page_size_mm(pdf)
    assert (drawn.width_mm, drawn.height_mm) == pytest.approx((length, width), abs=0.1)
    assert (length > roll.page_height + 10) == (len(name) > 10)


def test_who_does_not_fit_is_named(database, event, add, preview):
    add("Bo Li", role="mentor")
    faces = database.read(badge_facts, event.id).faces
    long = replace(faces[0], name=PersonName(full="W" * 70))
    assert preview.misfits(faces, SINGLE, BadgeDesign(), Brand()) == []
    [sentence] = preview.misfits([*faces, long], SINGLE, BadgeDesign(), Brand())
    assert sentence.startswith("W" * 70)


def test_looking_for_who_does_not_fit_can_be_stopped(database, event, add, preview):
    add("Bo Li")
    faces = database.read(badge_facts, event.id).faces * 50
    calls = count()
    with pytest.raises(Cancelled):
        preview.misfits(faces, SINGLE, BadgeDesign(), Brand(), progress=lambda *_: next(calls) < 3)
    assert next(calls) < 6
