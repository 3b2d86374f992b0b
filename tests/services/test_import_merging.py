from mixer_app.domain.people import PersonName
from mixer_app.services.import_merging import merged, same_content


def test_what_is_said_now_replaces_and_what_is_blank_stays(a_registration):
    known = a_registration(
        "Ann Smith", employer="City", topics_wanted=("Law",), answers=(("Diet", "none"), ("Car", "no"))
    )
    said = a_registration("Ann Smith", role="mentor", topics_wanted=("Tax",), answers=(("Diet", "vegan"),))
    both = merged(known, said)
    assert (both.role, both.employer, both.topics_wanted) == ("mentor", "City", ("Tax",))
    assert both.answers == (("Diet", "vegan"), ("Car", "no"))


def test_a_whole_name_does_not_wipe_its_parts(a_registration):
    known = a_registration("Ann Smith")
    said = a_registration("Ann Smith")
    whole = merged(known, type(said)(name=PersonName(full="Ann Smith"), role=said.role))
    assert whole.name.family == "Smith"


def test_order_of_answers_and_case_of_topics_do_not_count(a_registration):
    one = a_registration(topics_wanted=("Law",), answers=(("A", "1"), ("B", "2")))
    other = a_registration(topics_wanted=("LAW",), answers=(("B", "2"), ("A", "1")))
    assert same_content(one, other)
    assert not same_content(one, a_registration(topics_wanted=("Tax",)))
