"""The few marks of an article."""

from hypothesis import given
from hypothesis import strategies as some

from itdesk.ui.requester.article_markdown import Block, BlockKind, Span, blocks, spans


def test_headings_lists_and_paragraphs() -> None:
    text = "First line\nwent on.\n\n## A heading\nText at once.\n- one\n  more of one\n* two\n3. three\n\nEnd"
    assert [
        (block.kind.value, block.mark, "".join(span.text for span in block.spans)) for block in blocks(text)
    ] == [
        ("paragraph", "", "First line went on."),
        ("heading", "", "A heading"),
        ("paragraph", "", "Text at once."),
        ("item", "•", "one more of one"),
        ("item", "•", "two"),
        ("item", "3.", "three"),
        ("paragraph", "", "End"),
    ]


def test_bold_is_two_stars_around_words() -> None:
    assert spans("a **b c** d") == (Span("a "), Span("b c", is_bold=True), Span(" d"))
    assert spans("2 ** 3 ** 4") == (Span("2 ** 3 ** 4"),)


def test_a_picture_is_a_line_of_its_own_that_names_a_file_of_the_store() -> None:
    picture = f"![A button](file:{'5a' * 16})"
    assert [(one.kind, one.file_id) for one in blocks(f"Here:\n{picture}\nand on")] == [
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.PICTURE, "5a" * 16),
        (BlockKind.PARAGRAPH, ""),
    ]
    for text in (
        f"see {picture}",
        picture.upper(),
        picture.replace("5a)", ")"),
        f"![x](file:../{'5a' * 16})",
    ):
        assert all(block.kind is not BlockKind.PICTURE for block in blocks(text)), text


def test_everything_else_is_text() -> None:
    line = "<b>x</b> ![y](file:///etc/passwd) [z](javascript:1) `code` _no_"
    assert blocks(line) == (Block(BlockKind.PARAGRAPH, (Span(line),)),)


@given(some.text(some.characters(codec="utf-8"), max_size=200))
def test_no_letter_is_ever_lost(text: str) -> None:
    shown = "".join(block.mark + "".join(span.text for span in block.spans) for block in blocks(text))
    assert [one for one in shown if one.isalnum()] == [one for one in text if one.isalnum()]
