from mixer_app.exchange.files import read_tables
from mixer_app.exchange.headers import sheet_names_role, title_score


def test_titles_are_found_below_a_heading_and_facts_about_the_file(understand_text):
    read = understand_text("Mentor Mixer 2026\nExported:,2026-05-01\n\nName,Email,Role\nAnn Lee,ann@x.org,mentor\n")
    assert read.table.header_row == 4
    assert read.names == ["Ann Lee"]
    assert read.table.rows[0].number == 5


def test_titles_that_nobody_knows_are_taken_from_the_first_full_row(write):
    (table,) = read_tables(write("a.csv", "foo,bar\nAnn,1\nBo,2\n"))
    assert table.headers == ("foo", "bar")
    assert len(table.rows) == 2


def test_titles_that_occur_twice_or_not_at_all_get_names_of_their_own(write):
    (table,) = read_tables(write("a.csv", "Name,Diet,Diet,,Diet,\nAnn,a,b,c,d,\n"))
    assert table.headers == ("Name", "Diet", "Diet (2)", "Column D", "Diet (3)")


def test_a_numbered_title_that_is_there_already_is_not_taken_again(write):
    (table,) = read_tables(write("a.csv", "Diet (2),Diet,Diet\na,b,c\n"))
    assert len(set(table.headers)) == 3


def test_titles_with_line_breaks_stars_and_remarks_are_recognised(understand_text):
    read = understand_text(
        '"First name\n*",Last name (Optional),"E-mail address: ",Role *,"What brings\nyou here? "\n'
        "Ann,Lee,ann@x.org,mentee,Relocation\n"
    )
    (ann,) = read.people
    assert (ann.name.full, ann.email, ann.needs_wanted) == ("Ann Lee", "ann@x.org", ("Relocation",))
    assert read.table.headers[4] == "What brings you here?"


def test_titles_that_stand_again_among_the_rows_are_skipped(understand_text):
    read = understand_text("Name,Role\nAnn Lee,mentor\nName,Role\nBo Li,mentee\n")
    assert read.names == ["Ann Lee", "Bo Li"]
    assert [(one.row, one.reason) for one in read.skipped] == [(3, "The titles stand here once more.")]


def test_a_row_of_people_is_never_taken_for_a_second_line_of_titles(understand_text):
    read = understand_text("Name,Role,,Goal\nAnn Lee,mentor,extra,Response\nBo Li,mentee,,grow\n")
    assert read.names == ["Ann Lee", "Bo Li"]


def test_addresses_and_numbers_speak_against_titles():
    assert title_score(["Name", "Email"]) > 0 > title_score(["Ann", "ann@x.org", "12"])


def test_sheets_are_called_after_mentors_in_any_language():
    assert sheet_names_role("Mentors 2026")
    assert sheet_names_role("学员")
    assert not sheet_names_role("Sheet1")
