"""An article's text, with the few marks it may carry shown, and nothing else in it believed."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from itdesk.services.articles import marks
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.pictures import PicturesById
from itdesk.ui.requester.article_markdown import Block, BlockKind, Span, blocks
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.foreign_text import ForeignText, pieces

LINE_HEIGHT_PERCENT = 135.0
INDENT_PX = 24
PICTURE_PX = 520
"""Pictures are shown no wider, at 100 %."""
PICTURE_SCHEME = "itdesk-picture"


class ArticleText(ForeignText):
    """Foreign text with headings, lists, bold and given pictures.

    Its document is built piece by piece, never parsed, and loads nothing: a picture that was not handed in
    is told in words.
    """

    _article = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = ""
        self._pictures: PicturesById = {}
        self._room = 0
        self.setProperty("role", "body")

    def set_text(self, text: str) -> None:
        """Show an article without marks of a search."""
        self.show_text(text, "")

    def show_text(self, text: str, words: str) -> None:
        """Show an article; what was searched with `words` is marked."""
        self._article, self._words = text, words
        self._build()

    def show_pictures(self, pictures: PicturesById) -> None:
        """Show these pictures where the article names them."""
        self._pictures = dict(pictures)
        if self._shown_pictures():
            self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures into the width that there is."""
        super().resizeEvent(event)
        if self._room != self._width() and self._shown_pictures():
            self._build()

    def changeEvent(self, event: QEvent) -> None:
        """Colour marks and links anew when the theme changes."""
        super(ForeignText, self).changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._article:
            self._build()

    def _build(self) -> None:
        self._room = self._width()
        super().set_text("")
        cursor = QTextCursor(self.document())
        listed = blocks(self._article)
        for number, block in enumerate(listed):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(block_format(block, is_first=number == 0))
            self._write(cursor, block)
        self.setAccessibleName("\n".join(spoken(block) for block in listed))
        self._fit()

    def _write(self, cursor: QTextCursor, block: Block) -> None:
        if block.kind is BlockKind.PICTURE:
            self._write_picture(cursor, block)
            return
        if block.mark:
            cursor.insertText(f"{block.mark}\t", char_format(block, Span(block.mark)))
        for span in block.spans:
            form = char_format(block, span)
            for piece, address in pieces(span.text):
                for part, is_found in cut(piece, self._words):
                    cursor.insertText(part, self._dressed(form, address, is_found=is_found))

    def _write_picture(self, cursor: QTextCursor, block: Block) -> None:
        image = self._pictures.get(block.file_id)
        if image is None:
            form = char_format(block, Span(""))
            form.setForeground(tokens_of(self.palette()).color("text_secondary"))
            cursor.insertText(missing_words(block.spans[0].text), form)
            return
        name = QUrl(f"{PICTURE_SCHEME}:{block.file_id}")
        self.document().addResource(QTextDocument.ResourceType.ImageResource.value, name, image)
        form = QTextImageFormat()
        form.setName(name.toString())
        form.setWidth(min(self._room, image.width(), scaled(PICTURE_PX)))
        form.setProperty(QTextImageFormat.Property.ImageAltText.value, block.spans[0].text)
        cursor.insertImage(form)

    def _dressed(self, form: QTextCharFormat, address: str, *, is_found: bool) -> QTextCharFormat:
        dressed = QTextCharFormat(form)
        tokens = tokens_of(self.palette())
        if address:
            dressed.setAnchor(True)
            dressed.setAnchorHref(address)
            dressed.setFontUnderline(True)
            dressed.setForeground(tokens.color("accent_text"))
        if is_found:
            dressed.setFontWeight(QFont.Weight.DemiBold)
            dressed.setBackground(tokens.color("select_active"))
        return dressed

    def _shown_pictures(self) -> list[QImage]:
        named = (block.file_id for block in blocks(self._article) if block.kind is BlockKind.PICTURE)
        return [self._pictures[one] for one in named if one in self._pictures]

    def _width(self) -> int:
        return max(1, self.viewport().width())


def cut(text: str, words: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text, each with whether it is one of the `words` that were searched."""
    end = 0
    for begin, stop in marks(text, words):
        if begin > end:
            yield text[end:begin], False
        yield text[begin:stop], True
        end = stop
    if end < len(text):
        yield text[end:], False


def missing_words(shows: str) -> str:
    """Return what stands in place of a picture that is not here."""
    if shows:
        words = QCoreApplication.translate("ArticleText", "Picture: {what} (it comes when you are online)")
        return words.format(what=shows)
    return QCoreApplication.translate("ArticleText", "Picture (it comes when you are online)")


def spoken(block: Block) -> str:
    """Return a block as it is read out."""
    words = "".join(span.text for span in block.spans)
    return f"{block.mark} {words}" if block.mark else words


def block_format(block: Block, *, is_first: bool) -> QTextBlockFormat:
    """Return the space around a block and where it begins."""
    form = QTextBlockFormat()
    if block.kind is not BlockKind.PICTURE:
        height = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        form.setLineHeight(LINE_HEIGHT_PERCENT, height)
    above = {BlockKind.HEADING: 20, BlockKind.PARAGRAPH: 10, BlockKind.ITEM: 6, BlockKind.PICTURE: 12}
    form.setTopMargin(0 if is_first else scaled(above[block.kind]))
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
