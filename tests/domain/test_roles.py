"""The part a person takes."""

from mixer_app.domain.roles import Role


def test_mentors_host_mentees_seek_and_both_do_both():
    assert [(role.hosts, role.seeks) for role in (Role.MENTOR, Role.MENTEE, Role.BOTH)] == [
        (True, False),
        (False, True),
        (True, True),
    ]
