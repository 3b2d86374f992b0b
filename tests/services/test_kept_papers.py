"""Documents that wait to be printed are in their own folder, and nothing else is."""

import pytest

from mixer_app.domain.errors import MixerError
from mixer_app.services.kept_papers import KeptPapers


@pytest.mark.parametrize("name", ["../secret.pdf", "/etc/passwd", "a/b.pdf", ""])
def test_a_name_that_leads_out_of_the_folder_is_no_document(tmp_path, name):
    (tmp_path / "secret.pdf").write_bytes(b"%PDF of somebody else")
    kept = KeptPapers(tmp_path / "queue")
    kept.folder.mkdir()
    assert not kept.has(name)
    with pytest.raises(MixerError, match="not on this computer"):
        kept.take(name, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


def test_a_document_is_kept_whole_and_can_be_taken(tmp_path):
    pdf = tmp_path / "made.pdf"
    pdf.write_bytes(b"%PDF-1.4 pages")
    kept = KeptPapers(tmp_path / "queue")
    name = kept.keep(pdf)
    assert kept.has(name)
    kept.take(name, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == pdf.read_bytes()
    assert (kept.folder.stat().st_mode & 0o777) == 0o700
