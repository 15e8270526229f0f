"""The main job by the windows: the demo's own story, lived while the guard watches the GUI thread."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from itdesk.entrypoints.demo.checks import check_story
from itdesk.entrypoints.demo.script import script_in
from itdesk.entrypoints.demo.stage import Stage, set_stage
from itdesk.entrypoints.demo.story import Story
from tests.ui.gui_guard import in_background


@pytest.fixture(params=["en", "pl"])
def stage(request: pytest.FixtureRequest, dressed_app: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """The demo's whole world: a seeded store behind HTTP, two desktops that reach it."""
    with set_stage(dressed_app, tmp_path, request.param, "light") as made:
        yield made


@pytest.mark.timeout(180)
def test_the_story_is_lived_through_the_windows(stage: Stage) -> None:
    script = script_in(stage.translation.language)
    told: list[str] = []
    lived = Story(stage, script, lambda step, _ms: told.append(step)).live()
    assert [
        check.what for check in in_background(lambda: check_story(stage, lived, script)) if not check.holds
    ] == []
    assert len(told) > 10
