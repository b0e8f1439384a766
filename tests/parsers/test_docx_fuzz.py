from __future__ import annotations

import warnings

from hypothesis import given
from hypothesis import strategies as st

from tests.parsers.docx_fuzz import check, made


@given(st.integers(0, 2**64 - 1))
def test_file_made_by_chance_is_read_annotated_and_read_again(number: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a zip archive with two members of one name
        check(made(number), number)
