"""Five thousand badges with QR codes and names in many scripts, beside the plain ReportLab way in the same run.

Run with: `pytest tests/benchmarks/test_printing.py --benchmark-enable -s`
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

import pytest

from mixer_app.domain.badge_code import new_badge_code
from mixer_app.domain.errors import Cancelled
from mixer_app.domain.paper import BadgeFace
from mixer_app.domain.people import PersonName
from mixer_app.domain.roles import Role
from mixer_app.printing import marks
from mixer_app.printing.badges import write_badges
from mixer_app.printing.paper import Paper
from mixer_app.printing.preview import page_count
from mixer_app.printing.stock import find_stock

from .plain_badges import write_plain_badges

BADGES: Final = 5_000
PLAIN: Final = 250  # all of them take minutes the plain way, whose time grows by the badge
LEAST_TIMES_FASTER: Final = 5.0
MOST_TIMES_NO_QR: Final = 1.5
MOST_MB: Final = 300
SYLLABLES: Final = ("an", "be", "ka", "lo", "mi", "ni", "ra", "su", "to", "ve", "wi", "yo", "sch", "ber", "gar", "ton")
SCRIPTS: Final = (
    (("Łukasz", "Édith", "Nguyễn", "İbrahim", "Ødegård"), ("Żółć", "Ñandú", "Thị Ánh", "Iğdır", "O’Brien-Smith")),
    (("王", "佐藤", "김", "李", "田中"), ("小明", "美咲", "민준", "文华", "遥香")),
    (("محمد", "نور", "فاطمة", "علي", "سارة"), ("علي", "منصور", "الهدى", "حسن", "يوسف")),
    (("שרה", "דוד", "רות", "יעל", "משה"), ("כהן", "לוי", "מזרחי", "פרץ", "ביטון")),
    (("श्रीनिवास", "ক্ষুদিরাম", "சுப்பிரமணியன்", "สมชาย", "አበበ"), ("शर्मा", "বসু", "குமார்", "ใจดี", "ቢቂላ")),
    (("Ольга", "გიორგი", "Հայկ", "Νίκος", "Ірина"), ("Иванова", "ბერიძე", "Պետրոսյան", "Παπάς", "Шевченко")),
)
MEMORY: Final = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.benchmarks.test_printing import many_faces
from mixer_app.printing.badges import write_badges
from mixer_app.printing.stock import find_stock
write_badges(many_faces(), find_stock("label-90x60"), Path(sys.argv[1]))
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak.split()[1]) // 1024)
"""
pytestmark = pytest.mark.timeout(600)


def many_faces(number: int = BADGES) -> list[BadgeFace]:
    """People of whom half have Latin names, each of their own, and half have names in other scripts."""
    dice = Random(1)

    def latin() -> str:
        return " ".join("".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, 4))).title() for _ in range(2))

    def other() -> str:
        return " ".join(dice.choice(names) for names in dice.choice(SCRIPTS))

    return [
        BadgeFace(
            event_name="Physician Leadership Forum 2027",
            code=new_badge_code(dice),
            role=dice.choice(list(Role)),
            name=PersonName(full=latin() if dice.random() < 0.5 else other()),
            title="Associate Programme Director",
            employer=f"{latin()} Hospital",
            topics=("finance for clinicians", "night staffing"),
        )
        for _ in range(number)
    ]


def seconds_of(work: Callable[[], object]) -> float:
    """Work of this process alone: other programs on the machine do not count."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def test_badges_with_codes_cost_hardly_more_than_without_and_a_fraction_of_the_plain_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces, stock = many_faces(), find_stock("label-90x60")
    ours, bare, plain = (tmp_path / f"{name}.pdf" for name in ("ours", "bare", "plain"))
    write_badges(faces[:50], stock, ours)  # fonts and libraries are there
    write_plain_badges(faces[:5], plain)
    with_codes = seconds_of(lambda: write_badges(faces, stock, ours))
    plain_way = seconds_of(lambda: write_plain_badges(faces[:PLAIN], plain)) * BADGES / PLAIN
    with monkeypatch.context() as patch:
        patch.setattr(marks, "qr_bits", lambda content, level="Q": (b"", 21))
        patch.setattr(Paper, "mask", lambda *arguments, **named: None)
        without = seconds_of(lambda: write_badges(faces, stock, bare))
    times, more = plain_way / with_codes, with_codes / without
    sizes = [path.stat().st_size / count / 1024 for path, count in ((ours, BADGES), (plain, PLAIN), (bare, BADGES))]
    sys.stdout.write(
        f"\n{BADGES:,} badges: {with_codes:.1f} s ({BADGES / with_codes:,.0f} pages/s), {sizes[0]:.1f} kB a page\n"
        f"without codes: {without:.1f} s, {sizes[2]:.1f} kB a page; with codes {more:.2f} times as long\n"
        f"plain ReportLab: {plain_way:.0f} s ({BADGES / plain_way:,.0f} pages/s), {sizes[1]:.1f} kB a page; "
        f"ours {times:.1f} times as fast\n"
    )
    assert page_count(ours) == BADGES
    assert times >= LEAST_TIMES_FASTER or more <= MOST_TIMES_NO_QR
    assert sizes[0] < sizes[1]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the most memory is read from Linux")
def test_badges_of_thousands_take_little_memory(tmp_path: Path) -> None:
    folder = str(Path(__file__).parents[2])
    words = [sys.executable, "-c", MEMORY, str(tmp_path / "badges.pdf"), folder]
    most = int(subprocess.run(words, check=True, capture_output=True, text=True, cwd=folder).stdout)
    sys.stdout.write(f"\n{BADGES:,} badges: {most} MB at most\n")
    assert most < MOST_MB


def test_thousands_of_badges_tell_how_far_they_are_and_stop_when_asked(tmp_path: Path) -> None:
    told: list[float] = []

    def until_a_tenth(fraction: float, stage: str) -> bool:
        told.append(fraction)
        return fraction < 0.1

    with pytest.raises(Cancelled):
        write_badges(many_faces(), find_stock("label-90x60"), tmp_path / "badges.pdf", progress=until_a_tenth)
    assert told == sorted(told)
    assert len(told) == BADGES // 10 + 1
    assert list(tmp_path.iterdir()) == []
