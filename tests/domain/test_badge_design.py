"""What can be chosen for badges."""

from mixer_app.domain.badge_design import BadgeBlock, BadgeDesign, BadgePart, SizeStep, smallest_reason
from mixer_app.domain.staff_settings import EventSettings


def test_what_cannot_be_read_smaller_stays_as_designed() -> None:
    sizes = dict.fromkeys(BadgeBlock, SizeStep.SMALLER)
    assert BadgeDesign(name="bold", sizes=sizes).size(BadgeBlock.QR) is SizeStep.DESIGNED
    assert BadgeDesign(name="classic", sizes=sizes).size(BadgeBlock.QR) is SizeStep.SMALLER
    assert BadgeDesign(name="classic", sizes=sizes).size(BadgeBlock.EVENT) is SizeStep.DESIGNED
    assert "11.6 mm" in smallest_reason("bold", BadgeBlock.QR)
    assert smallest_reason("minimal", BadgeBlock.NAME) == ""


def test_only_the_lines_below_the_name_have_an_order() -> None:
    chosen = BadgeDesign(parts=(BadgePart.QR, BadgePart.TOPICS, BadgePart.EVENT, BadgePart.TITLE))
    assert chosen.lines == (BadgePart.TOPICS, BadgePart.TITLE)
    assert not chosen.shows(BadgePart.LOGO)
    assert chosen.without(BadgePart.TOPICS, BadgePart.QR).parts == (BadgePart.EVENT, BadgePart.TITLE)


def test_a_design_comes_back_from_the_settings_as_it_went_in() -> None:
    design = BadgeDesign(
        name="minimal",
        parts=(BadgePart.EMPLOYER, BadgePart.TITLE),
        sizes={BadgeBlock.LOGO: SizeStep.LARGER, BadgeBlock.NAME: SizeStep.SMALLER},
    )
    assert EventSettings(**design.settings).badges == design
    assert BadgeDesign(sizes={BadgeBlock.NAME: SizeStep.DESIGNED}).settings == BadgeDesign().settings
