"""An article's text, with the few marks it may carry shown, and nothing else in it believed."""

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QWidget

from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.requester.article_markdown import Block, BlockKind, Span, blocks
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.foreign_text import ForeignText, pieces

LINE_HEIGHT_PERCENT = 135.0
INDENT_PX = 24


class ArticleText(ForeignText):
    """Foreign text with headings, lists and bold. Its document is built piece by piece, never parsed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("role", "body")

    def set_text(self, text: str) -> None:
        """Show an article."""
        super().set_text("")
        cursor = QTextCursor(self.document())
        for number, block in enumerate(blocks(text)):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(block_format(block, is_first=number == 0))
            self._write(cursor, block)
        self.setAccessibleName(self.toPlainText())
        self._fit()

    def _write(self, cursor: QTextCursor, block: Block) -> None:
        if block.mark:
            cursor.insertText(f"{block.mark}\t", char_format(block, Span(block.mark)))
        for span in block.spans:
            form = char_format(block, span)
            for piece, address in pieces(span.text):
                cursor.insertText(piece, self._linked(form, address))

    def _linked(self, form: QTextCharFormat, address: str) -> QTextCharFormat:
        if not address:
            return form
        linked = QTextCharFormat(form)
        linked.setAnchor(True)
        linked.setAnchorHref(address)
        linked.setFontUnderline(True)
        linked.setForeground(tokens_of(self.palette()).color("accent_text"))
        return linked


def block_format(block: Block, *, is_first: bool) -> QTextBlockFormat:
    """Return the space around a block and where it begins."""
    form = QTextBlockFormat()
    form.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    above = {BlockKind.HEADING: 20, BlockKind.PARAGRAPH: 10, BlockKind.ITEM: 6}[block.kind]
    form.setTopMargin(0 if is_first else scaled(above))
    if block.kind is BlockKind.ITEM:
        indent = scaled(INDENT_PX)
        form.setLeftMargin(indent)
        form.setTextIndent(-indent)
        form.setTabPositions([QTextOption.Tab(indent, QTextOption.TabType.LeftTab)])
    return form


def char_format(block: Block, span: Span) -> QTextCharFormat:
    """Return the font of a piece."""
    form = QTextCharFormat()
    form.setFont(text_font(TextRole.BODY))
    if span.is_bold or block.kind is BlockKind.HEADING:
        form.setFontWeight(QFont.Weight.DemiBold)
    return form
