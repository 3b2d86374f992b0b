"""The failures that a person is told about."""


class MixerError(Exception):
    """Something a person can put right; its text says what is wrong, where, and what to do."""


class DatabaseDamaged(MixerError):  # noqa: N818  # says what is the matter
    """The file of the database is not whole; a backup puts it right."""


class EventThereError(MixerError):
    """An event is in the database already to which it was to go; this one may take its place."""

    def __init__(self, sentence: str, *, there: str, here: str) -> None:
        super().__init__(sentence)
        self.there, self.here = there, here
        """What is known of the copy there, and of this one: people, arrivals, and when it was changed last."""


class ConnectionLostError(MixerError):
    """A shared database does not answer: nothing is known to have been kept there."""


class Cancelled(Exception):  # noqa: N818  # the name is in the contract of the planner
    """The person asked for the work to stop; nothing of it was kept."""


class SendUnsureError(MixerError):
    """A document was on its way to a printer and nobody knows whether it arrived: it may come out, or not."""


class PlainConnectionError(MixerError):
    """Names would cross a network for everybody to read; the sentence is for a window, `typed` for a command line."""

    def __init__(self, problem: str) -> None:
        where = "Where the network is yours alone, such as a cable between two laptops,"
        super().__init__(f"{problem} {where} tick “Connect without encryption too”.")
        self.typed = f"{problem} {where} say --allow-plain."


class FileQuestionError(MixerError):
    """A file cannot be taken without an answer; the sentence is for a window, `typed` for a command line."""

    def __init__(self, sentence: str, *, option: str) -> None:
        super().__init__(sentence)
        self.typed = f"{sentence} Answer with {option}."
