from mixer_app.exchange.files import read_tables


def test_one_column_for_each_option_becomes_one_answer(write):
    (table,) = read_tables(
        write("a.csv", "Name,Topics – Finance,Topics – Law; tax,Topics – Other\nAnn,Yes,No,\nBo,TRUE,x,No\n")
    )
    assert table.headers == ("Name", "Topics")
    assert table.column("Topics") == ("Finance", "Finance; Law; tax")
    assert table.options == {"Topics": ("Finance", "Law; tax", "Other")}


def test_an_option_that_holds_the_separator_stays_whole(understand_text):
    read = understand_text("Name,Role,Topics – Finance,Topics – Law; tax\nAnn,mentor,Yes,Yes\n")
    assert read.people[0].topics_offered == ("Finance", "Law; tax")


def test_columns_with_the_option_itself_in_them_are_options_too(write):
    (table,) = read_tables(write("a.csv", "Name,Topics [Finance],Topics [Law]\nAnn,Finance,\nBo,,Law\n"))
    assert table.column("Topics") == ("Finance", "Law")


def test_ratings_stay_columns_of_their_own(write):
    (table,) = read_tables(write("a.csv", "Name,Rate [A],Rate [B]\nAnn,very important,unimportant\n"))
    assert table.headers == ("Name", "Rate [A]", "Rate [B]")


def test_blank_columns_stay_columns_of_their_own(write):
    (table,) = read_tables(write("a.csv", "Name,Topics – A,Topics – B\nAnn,,\n"))
    assert len(table.headers) == 3


def test_two_questions_keep_their_rows_apart(write):
    (table,) = read_tables(write("a.csv", "Q – A,Name,Q – B,P – A,P – B\nYes,Ann,No,No,Yes\nNo,Bo,Yes,Yes,No\n"))
    assert table.headers == ("Q", "Name", "P")
    assert table.column("Q") == ("A", "B")
    assert table.column("P") == ("B", "A")
