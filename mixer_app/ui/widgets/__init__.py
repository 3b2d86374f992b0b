"""Widgets that know nothing of events; each page builds on them."""

from mixer_app.ui.icons import icon, icon_pixmap, paint_icon
from mixer_app.ui.widgets.bars import BarRow, ShareBar
from mixer_app.ui.widgets.buttons import DANGER, LINK, PLAIN, PRIMARY, QUIET, Button, IconButton
from mixer_app.ui.widgets.cards import Card, EmptyState, IconLabel, line
from mixer_app.ui.widgets.chips import Chip, StatusMark
from mixer_app.ui.widgets.fields import DecimalField, NumberField, TimeField
from mixer_app.ui.widgets.labels import ElidedLabel, label, restyle
from mixer_app.ui.widgets.link_row import LinkRow
from mixer_app.ui.widgets.menus import menu, pop_up
from mixer_app.ui.widgets.message_bar import MessageBar
from mixer_app.ui.widgets.page_head import PageHead, head_note
from mixer_app.ui.widgets.roles import RoleMark, paint_mark, paint_role, role_color, role_font, role_width
from mixer_app.ui.widgets.search_field import SearchField
from mixer_app.ui.widgets.segments import Segment, SegmentedControl
from mixer_app.ui.widgets.sheet import Sheet
from mixer_app.ui.widgets.whole_row import WholeRow

__all__ = [
    "DANGER",
    "LINK",
    "PLAIN",
    "PRIMARY",
    "QUIET",
    "BarRow",
    "Button",
    "Card",
    "Chip",
    "DecimalField",
    "ElidedLabel",
    "EmptyState",
    "IconButton",
    "IconLabel",
    "LinkRow",
    "MessageBar",
    "NumberField",
    "PageHead",
    "RoleMark",
    "SearchField",
    "Segment",
    "SegmentedControl",
    "ShareBar",
    "Sheet",
    "StatusMark",
    "TimeField",
    "WholeRow",
    "head_note",
    "icon",
    "icon_pixmap",
    "label",
    "line",
    "menu",
    "paint_icon",
    "paint_mark",
    "paint_role",
    "pop_up",
    "restyle",
    "role_color",
    "role_font",
    "role_width",
]
