"""No value ever becomes a part of an SQL statement: it is handed over beside it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import mixer_app

ROOT: Final = Path(mixer_app.__file__).parent
STORE: Final = ROOT / "store"  # all SQL is there, as the layers have it
TAKES_SQL: Final = frozenset({"text", "execute", "executemany", "executescript", "exec_driver_sql", "literal_column"})
PUTS_TOGETHER: Final = ("format", "join", "replace")
OURS: Final = frozenset(
    {
        ("store/attendee_lists.py", "source"),
        ("store/engine.py", "'OFF' if writes else 'ON'"),
        ("store/shrinking.py", "table.name"),
        ("store/migrations/__init__.py", "_MIGRATION_LOCK"),
    }
)
"""What may stand in a statement: words of the schema and of this code, none of them from outside."""


def test_statements_are_put_together_from_our_own_words_only() -> None:
    strange = [place for path in sorted(STORE.rglob("*.py")) for place in _pieces(path) if place[:2] not in OURS]
    assert strange == []


def test_what_may_stand_in_a_statement_is_still_there() -> None:
    used = {place[:2] for path in STORE.rglob("*.py") for place in _pieces(path)}
    assert used >= OURS


def test_a_value_in_a_statement_is_found(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text('s.execute(text(f"DELETE FROM x WHERE name = {name}"))\nc.execute("SELECT " + what)\n', "utf-8")
    assert {what for _, what, _ in _pieces(bad, tmp_path)} == {"name", "'SELECT ' + what"}


def _pieces(path: Path, root: Path = ROOT) -> Iterator[tuple[str, str, int]]:
    """The file, what is put into a statement, and the line."""
    name = path.relative_to(root).as_posix()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and _called(node) in TAKES_SQL:
            for piece in _parts(node.args[0]):
                yield name, ast.unparse(piece), node.lineno


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _parts(statement: ast.expr) -> Iterator[ast.expr]:
    if isinstance(statement, ast.JoinedStr):
        yield from (part.value for part in statement.values if isinstance(part, ast.FormattedValue))
    elif isinstance(statement, ast.BinOp) or (isinstance(statement, ast.Call) and _called(statement) in PUTS_TOGETHER):
        yield statement
