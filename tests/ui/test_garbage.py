import gc
import threading
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QObject

from mixer_app.ui.background import Background
from mixer_app.ui.garbage import GarbageCollection


class Cycle:
    def __init__(self) -> None:
        self.itself = self


def test_a_worker_that_allocates_much_frees_no_cycle_on_its_thread(qtbot, background: Background) -> None:
    freed_on: list[int] = []
    cycle = Cycle()
    weakref.finalize(cycle, lambda: freed_on.append(threading.get_ident()))
    del cycle
    done: list[int] = []
    background.run(lambda progress: len([[number] for number in range(200_000)]), on_done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    gc.unfreeze()  # it may have been set aside with the list
    gc.collect()
    assert freed_on == [threading.get_ident()]


def test_what_is_due_is_collected_on_the_gui_thread(qtbot) -> None:
    parent = QObject()
    collection = GarbageCollection(parent)
    freed: list[bool] = []
    cycle = Cycle()
    weakref.finalize(cycle, lambda: freed.append(True))
    del cycle
    kept = [[number] for number in range(5_000)]
    collection.collect_due()
    collection.stop()
    assert freed
    assert len(kept) == 5_000


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else in the process collects garbage."""
    monkeypatch.setattr(GarbageCollection, "running", set())


def test_python_collects_by_itself_again_afterwards(qtbot, alone) -> None:
    parent = QObject()
    collection = GarbageCollection(parent)
    assert not gc.isenabled()
    collection.stop()
    assert gc.isenabled()


def test_it_is_left_to_python_by_the_last_window_only(qtbot, alone) -> None:
    parent = QObject()
    first, second = GarbageCollection(parent), GarbageCollection(parent)
    second.stop()
    second.stop()
    assert not gc.isenabled(), "the workers of the first would collect it"
    first.stop()
    assert gc.isenabled()


def test_one_that_goes_with_its_window_leaves_it_too(qtbot, alone) -> None:
    window = QObject()
    GarbageCollection(window)
    shiboken6.delete(window)
    assert gc.isenabled()
