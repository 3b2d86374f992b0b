from hypothesis import given
from hypothesis import strategies as st

from mixer_app.domain.content_lines import escaped, folded

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)


@given(ANY_TEXT)
def test_whatever_a_text_is_it_stays_one_line_that_no_reader_splits(text):
    assert len(f"NOTE:{escaped(text)}".splitlines()) == 1


@given(ANY_TEXT)
def test_no_line_of_a_file_is_longer_than_75_octets_and_no_letter_is_cut(text):
    line = f"NOTE:{escaped(text)}"
    written = folded([line])
    parts = written.split(b"\r\n")[:-1]
    assert all(len(part) <= 75 for part in parts)
    assert [part.decode() for part in parts]
    assert written.decode().replace("\r\n ", "").removesuffix("\r\n") == line


def test_what_would_end_a_value_is_escaped():
    assert escaped("a;b,c\\d\re\u2028f\0") == "a\\;b\\,c\\\\d\\ne\\nf"
