"""Whatever is our own and public in the screens says what it is (Qt's own methods are documented by Qt)."""

import ast
from pathlib import Path

import mixer_app.ui


def test_every_public_thing_of_the_screens_has_a_docstring() -> None:
    folder = Path(mixer_app.ui.__file__).parent
    missing: list[str] = []
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for owner in (tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))):
            if isinstance(owner, ast.ClassDef) and owner.name.startswith("_"):
                continue
            for node in owner.body:
                named = isinstance(node, ast.FunctionDef | ast.ClassDef)
                if named and is_ours(node.name) and not ast.get_docstring(node) and not is_refresh(node.name):
                    missing.append(f"{path.relative_to(folder)}: {node.name}")
    assert not missing, "\n".join(missing)


def is_ours(name: str) -> bool:
    """Public, and not named as Qt names its methods."""
    return not name.startswith("_") and (name == name.lower() or name[0].isupper())


def is_refresh(name: str) -> bool:
    """What `Page` or `KioskPage` documents and each page overrides."""
    return (
        name
        in {"refresh", "first_focus", "search_field", "regions", "show_event", "show_target", "release"}
        | KIOSK_PAGE
        | QT_OWN
    )


QT_OWN = {"event", "data", "index", "parent", "flags", "sort", "paint", "clone", "pixmap", "count", "draw"}
KIOSK_PAGE = {
    "retranslate",
    "wipe",
    "back_words",
    "forward_words",
    "forward_is_filled",
    "sentence",
    "announcement",
    "go_back",
    "go_forward",
    "clipped",
}
