"""Safe suggestions put in place of the words they are for: `check --fix`.

Bytes come in and bytes go out. A finding that is `fixable` becomes an edit of the file (`edits`), unless its
words are somebody else's or no prose (`protected`). What was edited is read and checked again: an edit
stays only if the text is the old one with exactly these words changed, and a finding less (`rounds`). So a
format need not be understood to be written safely; `text_files` and `docx_files` only put words into bytes.
Alone `files` touches a disk.
"""
