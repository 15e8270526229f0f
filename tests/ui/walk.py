"""Walks every widget of a window: is it named, does its text fit."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QScrollBar,
    QToolButton,
    QWidget,
)

SMALLEST_SCREEN = QSize(1024, 600)
"""In pixels of a small notebook. Text and spacing at 150 % (the fixture `scale`) must still fit on it."""


def every_widget(window: QWidget) -> Iterator[QWidget]:
    """Yield the window and every visible widget in it, but for those that Qt makes for itself."""
    yield window
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not widget.objectName().startswith("qt_"):
            yield widget


def called(widget: QWidget) -> str:
    """Return how a message names `widget`."""
    text = getattr(widget, "text", None)
    words = text() if callable(text) else text if isinstance(text, str) else ""
    return f"{type(widget).__name__} {widget.objectName()!r} {str(words)[:60]!r}"


def accessible_name(widget: QWidget) -> str:
    """Return what a screen reader would say."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def focused() -> QWidget:
    """Return where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the keyboard is nowhere"
    return widget


def assert_named(window: QWidget) -> None:
    """Each widget that the keyboard reaches says what it is."""
    nameless = [
        called(widget)
        for widget in every_widget(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget is not window
        and not isinstance(widget, QScrollBar | QScrollArea)
        and not accessible_name(widget).strip()
    ]
    assert not nameless, f"without an accessible name: {nameless}"


def settle(window: QWidget, size: QSize | None = None) -> None:
    """Show the window, at `size` where one is given, and let its layouts come to rest."""
    if size is not None:
        window.resize(size)
    window.show()
    for _ in range(4):
        QApplication.processEvents()


def assert_not_clipped(window: QWidget, size: QSize | None = None) -> None:
    """No words of the house are cut: every label and button has the room it asks for.

    Text that people wrote may be elided by a widget that does so openly (`elides`); ours may not.
    """
    settle(window, size)
    if size is not None:
        assert window.width() <= size.width(), f"the window is {window.width()} wide, not {size.width()}"
        assert window.height() <= size.height(), f"the window is {window.height()} high, not {size.height()}"
    clipped = [called(widget) for widget in every_widget(window) if is_clipped(widget, window)]
    assert not clipped, f"not all of the text is visible: {clipped}"


def is_clipped(widget: QWidget, window: QWidget) -> bool:
    """Tell whether some of the widget's own words are out of sight."""
    return _has_too_little_room(widget) or (_has_words(widget) and _leaves_its_parents(widget, window))


def _has_too_little_room(widget: QWidget) -> bool:
    if getattr(widget, "elides", False):
        return False
    if hasattr(widget, "is_elided"):
        return bool(widget.is_elided)
    if isinstance(widget, QLabel):
        return _label_is_clipped(widget)
    if isinstance(widget, QToolButton) and not widget.text():
        return False
    if isinstance(widget, QAbstractButton | QComboBox):
        hint = widget.minimumSizeHint() if isinstance(widget, QComboBox) else widget.sizeHint()
        return widget.width() < hint.width() or widget.height() < hint.height() - 2
    return False


def _label_is_clipped(label: QLabel) -> bool:
    if not label.text() or label.pixmap().width():
        return False
    if label.wordWrap():
        return label.height() + 1 < label.heightForWidth(label.width())
    return label.contentsRect().width() < label.fontMetrics().horizontalAdvance(label.text())


def _has_words(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton) and not getattr(widget, "elides", False)


def _leaves_its_parents(widget: QWidget, window: QWidget) -> bool:
    """Whether the widget sticks out of one that holds it; what a scroll area holds can be scrolled to."""
    parent = widget.parentWidget()
    while parent is not None and widget is not window:
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            parent = parent.parentWidget()
            return parent is not None and parent is not window and _leaves_its_parents(parent, window)
        area = widget.rect().translated(widget.mapTo(parent, widget.rect().topLeft()))
        if area.left() < -1 or area.right() > parent.width() + 1 or area.bottom() > parent.height() + 1:
            return True
        if parent is window:
            return False
        parent = parent.parentWidget()
    return False
