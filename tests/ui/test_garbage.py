import gc
import threading
import weakref

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


def test_python_collects_by_itself_again_afterwards(qtbot) -> None:
    parent = QObject()
    collection = GarbageCollection(parent)
    assert not gc.isenabled()
    collection.stop()
    assert gc.isenabled()
