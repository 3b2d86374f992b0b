"""One choice among the print options."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget


def option_part(title: str, field: QWidget, column: QVBoxLayout, *, below: QWidget | None = None) -> QWidget:
    """A title, its field, and what stands under it, as one."""
    part = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)  # of the note that wraps
    part.setSizePolicy(policy)
    lines = QVBoxLayout(part)
    lines.setContentsMargins(0, 0, 0, 12)
    lines.setSpacing(4)
    heading = QLabel(title)
    heading.setProperty("look", "caption")
    heading.setBuddy(field)
    field.setAccessibleName(title)
    lines.addWidget(heading)
    lines.addWidget(field)
    if below is not None:
        lines.addWidget(below)
    column.addWidget(part)
    return part
