"""The finished document: what was hidden is not in it, nothing in it acts, and it can be sent."""

from random import Random

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from itdesk.services.failures import WorldFailed
from itdesk.ui.recorder.choice import MOST_FRAME_BYTES, Frame
from itdesk.ui.recorder.document import Sheet, steps_file
from itdesk.ui.recorder.frame_file import encoded, picture_of
from itdesk.ui.recorder.recording import Recorded
from itdesk.ui.recorder.reel import Reel
from itdesk.ui.recorder.steps import RecordedStep, hidden_from_here
from itdesk.ui.widgets.picture_editor_steps import Arrow, BlackOut, Crop, Pixelate, Step
from tests.ui.recorder.conftest import SECRET, InBackground
from tests.ui.recorder.pdf_pictures import everything, pictures

FRAME = Frame(number=1, at_ms=0, bytes=1)


def reds(image: QImage) -> int:
    """Return how many of some pixels are about as red as the secret was."""
    colours = (
        image.pixelColor(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)
    )
    return sum(colour.red() > 150 and colour.green() < 90 and colour.blue() < 90 for colour in colours)


def noise(width: int, height: int) -> QImage:
    """Return a picture that no format makes small."""
    content = Random(7).randbytes(width * height * 4)
    return QImage(content, width, height, QImage.Format.Format_RGB32).copy()


def document_of(reel: Reel, steps: list[RecordedStep], in_background: InBackground) -> bytes:
    sheets = [Sheet(frame=step.frame, heading="Step", drawn=step.drawn) for step in steps if step.is_kept]
    return in_background(lambda: steps_file(sheets, reel.picture, "Recorded steps")).content


def test_the_secret_is_found_where_nobody_hid_it(
    reel: Reel, recorded: Recorded, in_background: InBackground
) -> None:
    steps = [RecordedStep(frame=frame) for frame in recorded.kept.frames]
    document = document_of(reel, steps, in_background)
    found = in_background(lambda: [reds(image) for image in pictures(document)])
    assert len(found) == 4
    assert all(found)


@pytest.mark.parametrize("hide", [BlackOut(SECRET), Pixelate(SECRET), Crop(QRect(0, 200, 640, 200))])
def test_hidden_pixels_are_destroyed(
    reel: Reel, recorded: Recorded, in_background: InBackground, hide: Step
) -> None:
    steps = [RecordedStep(frame=frame, drawn=(hide,)) for frame in recorded.kept.frames]
    document = document_of(reel, steps, in_background)
    shown = in_background(lambda: pictures(document))
    if isinstance(hide, Pixelate):  # where ground and secret met, one colour is left
        above, below = shown[0].pixelColor(100, 50), shown[0].pixelColor(100, 62)
        assert abs(above.red() - below.red()) < 12
    else:
        assert [reds(image) for image in shown] == [0, 0, 0, 0]


def test_a_place_is_hidden_on_all_later_pictures_and_on_none_before(
    reel: Reel, recorded: Recorded, in_background: InBackground
) -> None:
    steps = [RecordedStep(frame=frame) for frame in recorded.kept.frames]
    arrow = Arrow(SECRET.topLeft(), SECRET.bottomRight())
    steps[1] = RecordedStep(frame=steps[1].frame, drawn=(BlackOut(SECRET), arrow))
    steps = hidden_from_here(hidden_from_here(steps, 1), 1)
    assert steps[2].drawn == (BlackOut(SECRET),)
    document = document_of(reel, steps, in_background)
    found = in_background(lambda: [reds(image) for image in pictures(document)])
    assert found[0]
    assert found[2:] == [0, 0]


def test_what_is_left_out_is_not_in_it(reel: Reel, recorded: Recorded, in_background: InBackground) -> None:
    steps = [
        RecordedStep(frame=frame, is_kept=number == 2) for number, frame in enumerate(recorded.kept.frames)
    ]
    document = document_of(reel, steps, in_background)
    assert document.count(b"/Type /Page\n") == 1
    assert document.count(b"/Subtype /Image") == 1


def test_nothing_in_it_acts_and_it_says_nothing_of_the_computer(
    reel: Reel, recorded: Recorded, in_background: InBackground
) -> None:
    words = "<script>alert(1)</script> https://example.org/ (\\) Zażółć"
    sheets = [Sheet(frame=recorded.kept.frames[0], heading=words, caption=words)]
    file = in_background(lambda: steps_file(sheets, reel.picture, words))
    content = everything(file.content)
    assert file.name == "steps.pdf"
    assert file.content.startswith(b"%PDF-")
    for acting in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/OpenAction", b"/AA", b"/EmbeddedFile"):
        assert acting not in content
    assert b"/home/" not in content


def test_a_document_that_is_too_large_is_made_of_smaller_pictures(in_background: InBackground) -> None:
    image = noise(1500, 900)
    sheets = [Sheet(frame=FRAME, heading="Step")]
    whole = in_background(lambda: steps_file(sheets, lambda _frame: image, "Steps"))
    fitting = in_background(
        lambda: steps_file(sheets, lambda _frame: image, "Steps", len(whole.content) // 2)
    )
    sizes = in_background(lambda: [one.width() for one in pictures(fitting.content)])
    assert len(fitting.content) <= len(whole.content) // 2
    assert sizes[0] < 1500
    with pytest.raises(WorldFailed, match=r"too large"):
        in_background(lambda: steps_file(sheets, lambda _frame: image, "Steps", 1_000))


def test_no_picture_on_disk_is_larger_than_the_most(in_background: InBackground) -> None:
    content = in_background(lambda: encoded(noise(1600, 1000)))
    assert len(content) <= MOST_FRAME_BYTES
    assert not in_background(lambda: picture_of(content)).isNull()
