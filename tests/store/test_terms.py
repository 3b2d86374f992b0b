"""The organizer's list of topics and needs, and what people added."""

from dataclasses import replace

from mixer_app.domain.events import Need
from mixer_app.services.events import find_event, update_event
from mixer_app.services.people import get_attendee


def _change(database, event, now, **what):
    return database.write(update_event, replace(event, **what), station="Control", now=now)


def test_what_people_add_does_not_enter_the_organizers_list(database, event, add):
    add("Ann Smith", topics_wanted=("Knitting",), needs_wanted=("A cat",))
    found = database.read(find_event, None)
    assert (found.topics, found.needs) == (event.topics, event.needs)


def test_a_topic_taken_off_the_list_stays_with_those_who_have_it(database, event, add, now):
    ann = add("Ann Smith", topics_wanted=("Finance",))
    assert _change(database, event, now, topics=("Research",)).topics == ("Research",)
    assert database.read(get_attendee, ann.id).topics_wanted == ("Finance",)


def test_a_new_spelling_by_the_organizer_reaches_everybody(database, event, add, now):
    ann = add("Ann Smith", topics_wanted=("finance",))
    _change(database, event, now, topics=("FINANCE",))
    assert database.read(get_attendee, ann.id).topics_wanted == ("FINANCE",)


def test_a_sensitive_need_off_the_list_stays_hidden_as_long_as_someone_has_it(database, event, add, now):
    sensitive = Need(name="Interpersonal issue", sensitive=True)
    add("Ann Smith", needs_wanted=("Interpersonal issue",))
    changed = _change(database, event, now, needs=(Need(name="Relocation"),))
    assert changed.needs == (Need(name="Relocation"), sensitive)
    assert changed.is_sensitive("interpersonal issue")


def test_a_sensitive_need_that_nobody_has_can_be_taken_off(database, event, now):
    assert _change(database, event, now, needs=(Need(name="Relocation"),)).needs == (Need(name="Relocation"),)


def test_a_topic_with_another_name_at_its_place_is_renamed_for_everybody(database, event, add, now):
    ann = add("Ann Smith", topics_wanted=("Finance",), needs_offered=("Relocation",))
    needs = tuple(replace(need, name="Moving house") if need.name == "Relocation" else need for need in event.needs)
    changed = _change(database, event, now, topics=("Money", "Leadership"), needs=needs)
    assert (changed.topics, changed.needs) == (("Money", "Leadership"), needs)
    found = database.read(get_attendee, ann.id)
    assert (found.topics_wanted, found.needs_offered) == (("Money",), ("Moving house",))


def test_an_order_is_no_new_name(database, event, add, now):
    ann = add("Ann Smith", topics_wanted=("Finance",))
    _change(database, event, now, topics=("Leadership", "Finance"))
    assert database.read(get_attendee, ann.id).topics_wanted == ("Finance",)
