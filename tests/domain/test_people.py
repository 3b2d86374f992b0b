"""Names and registrations."""

from mixer_app.domain.people import PersonName, Registration, Status, registration_of


def test_a_name_is_shown_in_its_own_script_first():
    assert PersonName(full="Wang Xiaoming", native="王小明").shown == "王小明 Wang Xiaoming"
    assert PersonName(full="Ann Smith").shown == "Ann Smith"


def test_only_who_is_checked_in_is_here(an_attendee):
    assert [status for status in Status if an_attendee(status=status).here] == [Status.CHECKED_IN]


def test_what_an_attendee_said_is_kept_apart_from_what_the_evening_made_of_it(an_attendee):
    ann = an_attendee("Ann Smith", role="mentor", topics_offered=("Finance",))
    said = registration_of(ann)
    assert type(said) is Registration
    assert (said.name, said.role, said.topics_offered) == (ann.name, ann.role, ("Finance",))
