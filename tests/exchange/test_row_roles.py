import pytest

from mixer_app.domain.imports import Field
from mixer_app.domain.roles import Role
from mixer_app.exchange.row_roles import read_role


@pytest.mark.parametrize(
    ("cells", "told", "assumed", "role"),
    [
        ({Field.ROLE: "Mentor"}, None, None, "mentor"),
        ({Field.ROLE: ""}, None, Role.MENTEE, "mentee"),
        ({Field.ROLE: "Mentor"}, None, Role.MENTEE, "mentor"),
        ({Field.ROLE: "Mentor"}, Role.MENTEE, None, None),
        ({Field.ROLE: "Both"}, Role.MENTEE, None, "both"),
        ({Field.BOTH_FLAG: "yes"}, Role.MENTEE, None, "both"),
        ({Field.BOTH_FLAG: "no"}, Role.MENTEE, None, "mentee"),
        ({Field.MENTOR_FLAG: "yes", Field.MENTEE_FLAG: "yes"}, None, None, "both"),
        ({Field.MENTOR_FLAG: "no"}, None, None, "mentee"),
        ({}, None, None, None),
    ],
)
def test_the_row_speaks_before_the_file(cells, told, assumed, role):
    assert read_role(cells, told=told, assumed=assumed).role == role
