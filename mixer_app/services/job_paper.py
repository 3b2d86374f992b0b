"""The paper of any job of the print queue: badges are drawn when their turn comes, documents were kept."""

from dataclasses import dataclass
from pathlib import Path

from mixer_app.domain.print_jobs import PrintJob
from mixer_app.services.badge_paper import BadgePaper
from mixer_app.services.kept_papers import KeptPapers


@dataclass(frozen=True, slots=True)
class JobPaper:
    """See `badge_dispatch.PaperMaker`."""

    badges: BadgePaper
    kept: KeptPapers

    def __call__(self, job: PrintJob, path: Path) -> str:
        """Write the PDF of `job`; of a document that was stopped in its midst, the pages that are left."""
        if not job.kept:
            return self.badges(job, path)
        self.kept.take(job.paper, path, after=job.printed)
        return ""
