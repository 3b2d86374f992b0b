"""Questions to begin a talk with."""

from mixer_app.domain.events import DEFAULT_NEEDS
from mixer_app.domain.roles import Role
from mixer_app.services.prompts import PER_MEETING, PromptChooser, prompt_book
from mixer_app.services.sample_event import sample_planning


def test_every_need_that_is_not_sensitive_and_every_sample_topic_has_prompts_for_both_sides() -> None:
    book = prompt_book()
    for need in DEFAULT_NEEDS:
        assert need.sensitive or {"mentee", "mentor"} <= book.needs[need.name.casefold()].keys()
    for topic in sample_planning().topics:
        assert {"mentee", "mentor"} <= book.topics[topic.casefold()].keys()


def test_a_sensitive_need_has_no_prompts_that_could_give_it_away() -> None:
    assert not [need.name for need in DEFAULT_NEEDS if need.sensitive and need.name.casefold() in prompt_book().needs]


def test_the_first_prompt_fits_the_need_and_the_second_the_topic() -> None:
    book = prompt_book()
    need, topic = PromptChooser(book, Role.MENTEE).choose(["Relocation"], ["Finance"], turn=0)
    assert need in book.needs["relocation"]["mentee"]
    assert topic in book.topics["finance"]["mentee"]


def test_nothing_in_common_gives_general_prompts() -> None:
    book = prompt_book()
    chosen = PromptChooser(book, Role.MENTOR).choose([], ["Beekeeping"], turn=5)
    assert set(chosen) <= set(book.general["mentor"])
    assert len(chosen) == PER_MEETING


def test_no_prompt_is_printed_twice_on_a_sheet() -> None:
    chooser = PromptChooser(prompt_book(), Role.MENTEE)
    chosen = [prompt for _ in range(3) for prompt in chooser.choose(["Relocation"], ["Finance"], turn=1)]
    assert len(chosen) == len(set(chosen)) == 6


def test_sheets_differ_by_turn() -> None:
    book = prompt_book()
    assert PromptChooser(book, Role.MENTEE).choose(["Relocation"], [], turn=0) != PromptChooser(
        book, Role.MENTEE
    ).choose(["Relocation"], [], turn=1)
