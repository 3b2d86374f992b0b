"""Mentors keep their table."""

from mixer_app.store.tables import assign_tables, seat_mentors, table_numbers


def test_a_mentor_keeps_a_table_and_a_new_one_takes_the_first_that_is_free(database, event, add):
    ann, bob, eve = (add(name, role="mentor") for name in ("Ann Smith", "Bob Jones", "Eve Adams"))
    assert database.write(seat_mentors, event.id, [ann.id, bob.id]) == {ann.id: 1, bob.id: 2}
    database.write(assign_tables, event.id, {ann.id: 7})
    assert database.write(seat_mentors, event.id, [eve.id, bob.id, ann.id]) == {ann.id: 7, bob.id: 2, eve.id: 1}
    assert database.read(table_numbers, event.id) == {eve.id: 1, bob.id: 2, ann.id: 7}


def test_tables_can_be_swapped_and_a_table_given_away_is_gone(database, event, add):
    ann, bob, eve = (add(name, role="mentor") for name in ("Ann Smith", "Bob Jones", "Eve Adams"))
    database.write(assign_tables, event.id, {ann.id: 1, bob.id: 2})
    database.write(assign_tables, event.id, {ann.id: 2, bob.id: 1})
    assert database.read(table_numbers, event.id) == {bob.id: 1, ann.id: 2}
    database.write(assign_tables, event.id, {eve.id: 1})
    assert database.read(table_numbers, event.id) == {eve.id: 1, ann.id: 2}
