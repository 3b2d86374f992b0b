"""Where the tables name attendees: found by themselves, so that a new table is emptied too."""

from sqlalchemy import func, select

from mixer_app.store.references import part_from, references
from mixer_app.store.rows import AttendeeRow, Row


def test_every_column_that_names_an_attendee_is_known():
    columns = {(one.table.name, one.column.name) for one in references()}
    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table is AttendeeRow.__table__ for key in column.foreign_keys):
                assert (table.name, column.name) in columns
    assert {("answers", "from_id"), ("journal", "attendee_id"), ("contact_checks", "mentor_id")} <= columns


def test_after_parting_no_row_names_them_and_the_attendees_stay(database, event, add, introduce, now):
    ann, bob, eve = add("Ann Smith", role="mentor", wishes=("Bob Jones",)), add("Bob Jones"), add("Eve Adams")
    introduce((ann, bob), (ann, eve), took_place=True)
    database.write(part_from, [bob.id])

    def left(session):
        return [
            (one.table.name, one.column.name)
            for one in references()
            if session.scalar(select(func.count()).select_from(one.table).where(one.column == bob.id))
        ]

    assert database.read(left) == []
    assert database.read(lambda session: session.scalar(select(func.count()).select_from(AttendeeRow))) == 3
