"""The house's icons: SVG in `currentColor`, tinted when painted, so that they follow light and dark.

All files are read once at the start (`IconSet.load`); the GUI thread reads no disk afterwards.
"""

from importlib import resources

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from itdesk.ui.tokens import tokens_of

GRID = 20
DEFAULT_ROLE = "text_secondary"


class IconSet(QObject):
    """The bytes of every icon, by name. Owned by the application, so that it lives as long."""

    def __init__(self, files: dict[str, bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self.copies: list[QIconEngine] = []

    @classmethod
    def load(cls, app: QObject) -> "IconSet":
        """Read all icons. Touches the disk: call it once, at the start."""
        folder = resources.files("itdesk.resources") / "icons"
        files = {file.name[:-4]: file.read_bytes() for file in folder.iterdir() if file.name.endswith(".svg")}
        return cls(files, app)

    def names(self) -> tuple[str, ...]:
        """Return the names of all icons."""
        return tuple(sorted(self._files))

    def svg(self, name: str, color: QColor) -> bytes:
        """Return one icon drawn in `color`. Raises KeyError for a name that is no icon."""
        return self._files[name].replace(b"currentColor", color.name().encode())


def icon_set() -> IconSet:
    """Return the set that the running application owns. Raises LookupError before it was loaded."""
    app = QGuiApplication.instance()
    found = app.findChild(IconSet) if app is not None else None
    if found is None:
        raise LookupError("IconSet.load(app) was not called")
    return found


def icon(name: str, role: str = DEFAULT_ROLE) -> QIcon:
    """Return the icon `name`, tinted with the token `role` of whatever theme is worn at paint."""
    return QIcon(TintedEngine(icon_set(), name, role))


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, color: QColor) -> None:
    """Draw one icon into `rect` in `color`; for delegates and painted widgets."""
    QSvgRenderer(QByteArray(icon_set().svg(name, color))).render(painter, QRectF(rect))


def icon_pixmap(name: str, color: QColor, size: QSize, ratio: float = 1.0) -> QPixmap:
    """Return one icon for a screen of `ratio`, square at the left of `size`, which is logical.

    What is left over at the right is the gap to a button's words. Kept in Qt's cache.
    """
    key = f"itdesk/{name}/{color.name()}/{size.width()}x{size.height()}/{ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    side = min(size.width(), size.height())
    paint_icon(painter, QRectF(0, (size.height() - side) / 2, side, side), name, color)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


class TintedEngine(QIconEngine):
    """Paints one SVG in a colour of the theme that is worn now."""

    def __init__(self, icons: IconSet, name: str, role: str) -> None:
        super().__init__()
        icons.svg(name, QColor())
        self._icons = icons
        self._name = name
        self._role = role

    def color(self, mode: QIcon.Mode) -> QColor:
        """Return the colour for `mode`; disabled things are grey whatever their role."""
        tokens = tokens_of(QGuiApplication.palette())
        return tokens.color("text_disabled" if mode is QIcon.Mode.Disabled else self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw into `rect`, square and at its left."""
        side = min(rect.width(), rect.height())
        square = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
        paint_icon(painter, square, self._name, self.color(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return the drawing for a screen of ratio 1."""
        return self.scaledPixmap(size, mode, _state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        """Return the drawing for a screen of ratio `scale`; `size` is logical."""
        return icon_pixmap(self._name, self.color(mode), size, scale)

    def clone(self) -> "TintedEngine":
        """Return a copy, as Qt asks for when an icon is changed.

        The binding does not hand the copy over to Qt: it would die at once if the set did not keep it.
        """
        copy = TintedEngine(self._icons, self._name, self._role)
        self._icons.copies.append(copy)
        return copy

    def key(self) -> str:
        """Return the engine's name."""
        return "itdesk-tinted"
