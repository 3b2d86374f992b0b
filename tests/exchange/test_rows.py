from mixer_app.domain.imports import RowDecision


def test_every_answer_is_kept_under_its_own_question_except_who_someone_is(understand_text):
    read = understand_text(
        "Name,Email,Role,Grade,Diet,Keep apart from,Needs\nAnn,a@x.org,mentor,SEO,none,Bo,Relocation\n"
    )
    assert dict(read.people[0].answers) == {"Role": "mentor", "Grade": "SEO", "Diet": "none"}


def test_needs_and_topics_go_to_the_side_the_person_takes(understand_text):
    read = understand_text("Name,Role,Topics\nAnn,mentor,Law\nBo,mentee,Law\nCy,both,Law\n")
    assert [(one.topics_offered, one.topics_wanted) for one in read.people] == [
        (("Law",), ()),
        ((), ("Law",)),
        (("Law",), ("Law",)),
    ]


def test_what_a_mentor_would_like_to_learn_is_wanted(understand_text):
    read = understand_text("Name,Role,What can you offer?,What would you like to learn?\nAnn,mentor,Law,Finance\n")
    assert (read.people[0].topics_offered, read.people[0].topics_wanted) == (("Law",), ("Finance",))


def test_several_tickets_with_one_name_are_one_person_and_a_remark(understand_text):
    read = understand_text("Name,Role,Quantity\nAnn,mentor,3\nBo,mentee,1\n")
    assert read.names == ["Ann", "Bo"]
    assert any("several tickets" in warning and "row 2" in warning for warning in read.warnings)


def test_a_shortened_telephone_number_is_left_open(understand_text):
    read = understand_text("Name,Role,Phone\nAnn,mentor,1.84416E+10\nBo,mentee,+44 1234 567\n")
    assert [one.phone for one in read.people] == ["", "+44 1234 567"]
    assert any("shortened by a spreadsheet" in warning for warning in read.warnings)


def test_a_number_that_stands_in_two_rows_tells_nobody_apart(understand_text):
    read = understand_text("Name,Role,Order\nAnn,mentor,AB12\nBo,mentee,AB12\n", given={"Order": "external_id"})
    assert [one.external_id for one in read.people] == ["", ""]


def test_consent_remote_and_times_are_read(understand_text):
    read = understand_text(
        "Name,Role,May we share your contact details?,Open to remote,Arrival time,Leaves,Rounds to rest\n"
        'Ann,mentor,Yes,virtual,7:15 pm,20:00,"2, 4"\nBo,mentee,,whatever,soon,,\n'
    )
    ann, bo = read.people
    assert (ann.contact_consent, ann.remote_ok, str(ann.arrives), str(ann.leaves), ann.rests) == (
        True, True, "19:15:00", "20:00:00", (2, 4),
    )  # fmt: skip
    assert (bo.contact_consent, bo.remote_ok, bo.arrives) == (None, None, None)


def test_whether_colleagues_are_fine_is_read_as_an_answer_or_as_the_rule_it_softens(understand_text):
    read = understand_text(
        "Name,Role,Employer,Are you fine with meeting colleagues?\n"
        "Ann,mentor,City,Yes\nBo,mentee,City,no\nChi,mentee,City,Prefer outside\nDee,mentee,City,never\n"
        "Eli,mentee,City,\n"
    )
    assert [one.colleagues_ok for one in read.people] == [True, False, True, False, None]


def test_several_addresses_in_one_cell_give_the_first(understand_text):
    read = understand_text("Name,Role,Email\nAnn,mentor,a@x.org; b@x.org\n")
    assert read.people[0].email == "a@x.org"
    assert any("the first was taken" in warning for warning in read.warnings)


def test_what_a_person_decided_about_a_row_is_done(understand_text):
    decisions = (
        RowDecision(row=2, values=(("email", "ann@x.org"),)),
        RowDecision(row=3, leave_out=True),
        RowDecision(row=4, values=(("Name", "Cy Fox"),)),
    )
    read = understand_text(
        "Name,Role,Email\nAnn,mentor,ann@\nBo,mentee,b@x.org\n,mentee,c@x.org\n", decisions=decisions
    )
    assert [(one.name.full, one.email) for one in read.people] == [("Ann", "ann@x.org"), ("Cy Fox", "c@x.org")]
    assert read.skipped[0].reason == "Left out by hand."


def test_wishes_name_people_one_after_the_other(understand_text):
    read = understand_text('Name,Role,Wishes\nAnn,mentee,"Bo Li; Fox, Cy"\nBo,mentee,Cy Fox\n')
    assert [one.wishes for one in read.people] == [("Bo Li", "Fox, Cy"), ("Cy Fox",)]
