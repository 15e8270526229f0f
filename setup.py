"""What pyproject.toml cannot say: packages found under src/, plus the top-level folder resources/.

Everything else about the build is declared in pyproject.toml.
"""

from setuptools import find_packages, setup

setup(packages=[*find_packages("src"), "itdesk.resources"])
