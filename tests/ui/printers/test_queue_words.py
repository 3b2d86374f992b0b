"""The print queue in words."""

from mixer_app.ui.printers.queue_words import PrinterLine, WayOut, fit_lines


def a_line(title: str, way_out: WayOut = WayOut.NONE) -> PrinterLine:
    return PrinterLine(title=title, sentence="", way_out=way_out)


def test_where_there_is_little_room_what_needs_someone_comes_first() -> None:
    lines = [a_line("here"), a_line("well"), a_line("failed", WayOut.JOB), a_line("fine")]
    assert fit_lines(lines, 4) == lines
    shown = fit_lines(lines, 3)
    assert [line.title for line in shown] == ["here", "failed", "2 more lines"]
    assert shown[-1].way_out is WayOut.QUEUE
