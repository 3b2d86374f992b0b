from mixer_app.printing.paper import PrintKit
from mixer_app.printing.paragraphs import emphasised, sentences, span_lines


def test_whole_terms_are_set_apart_and_never_parts_of_words(kit: PrintKit):
    look = kit.look
    spans = emphasised("Shares AI, not retail.", ["ai"], look.small, look.strong)
    assert [span.text for span in spans if span.kind is look.strong] == ["AI"]


def test_sentences_get_their_capital_and_full_stop_and_figures_stay_with_what_they_count():
    assert sentences(["shares finance", "14 years ahead.", " "]) == "Shares finance. 14\u00a0years ahead."


def test_too_many_lines_end_with_an_ellipsis(kit: PrintKit):
    look = kit.look
    spans = emphasised("Went through a merger and " * 8, ["merger"], look.small, look.strong)
    lines = span_lines(kit.shaper, spans, 60, 2)
    assert len(lines) == 2
    assert lines[-1][-1].text.endswith("…")
