"""Run by the packaged program before every other module, also before those of the packager."""

import os

from itdesk.entrypoints.planted_variables import forget_planted

forget_planted(os.environ)
