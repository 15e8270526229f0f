# One word for each chore; `make` alone lists them. Everything sets itself up: see CONTRIBUTING.md.

PYTHON ?= python3
VENV ?= .venv
ARGS ?=
WORKERS := --numprocesses=logical --dist=loadfile --no-loadscope-reorder
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SYSTEM := installer/system_packages.sh "$(PYTHON)"
TRANSLATIONS := resources/translations
DECLARED := build/declared_sentences.py
UI_SOURCES = $(shell find src/itdesk/ui -name '*.py' | LC_ALL=C sort)

.DEFAULT_GOAL := help
.PHONY: help demo test test-system bench lint format translations policy schema lock deb clean setup python system-packages

help:  ## list these commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-14s %s\n", $$1, $$2}'

demo: setup  ## show itdesk doing its whole job on this computer; ARGS="--lang pl --out DIR --headless"
	$(BIN)/itdesk demo $(ARGS)

test: setup  ## all tests that need nothing but Qt's libraries and pip; ARGS are pytest's
	$(BIN)/python -m pytest $(or $(ARGS),$(WORKERS))

test-system: setup  ## tests against the real desktop parts of Debian: X server, keyring; ARGS are pytest's
	@$(SYSTEM) system-tests packages
	$(BIN)/python -m pytest tests/system $(or $(ARGS),$(WORKERS))

bench: setup  ## print the table of measured budgets, row by row; ARGS="WORD…" picks rows
	$(BIN)/python -m tests.bench $(ARGS)

lint: setup  ## style, types, floors, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -q tests/unit/test_house.py tests/unit/test_translations.py

format: setup  ## let ruff lay out the code and mend what it can
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

translations: setup  ## collect every sentence of the windows into the .ts sources and compile them
	@mkdir -p build
	$(BIN)/python -m itdesk.diagnostics sentences >$(DECLARED)
	$(BIN)/pyside6-lupdate $(UI_SOURCES) $(DECLARED) -no-obsolete -locations none -ts $(TRANSLATIONS)/itdesk_pl.ts
	$(BIN)/pyside6-lupdate $(UI_SOURCES) -no-obsolete -locations none -pluralonly -ts $(TRANSLATIONS)/itdesk_en.ts
	$(BIN)/pyside6-lrelease $(TRANSLATIONS)/itdesk_pl.ts -qm $(TRANSLATIONS)/itdesk_pl.qm
	$(BIN)/pyside6-lrelease $(TRANSLATIONS)/itdesk_en.ts -qm $(TRANSLATIONS)/itdesk_en.qm

policy: setup  ## write the templates for administrators into installer/policy/templates
	$(BIN)/python installer/policy/make_templates.py installer/policy/templates

schema: setup  ## write the published form of the facts into docs/diagnostics.schema.json
	$(BIN)/python -m itdesk.diagnostics schema >docs/diagnostics.schema.json

lock: setup  ## resolve the newest allowed packages for every platform into requirements.txt
	@{ sed -n '/^#/!q;p' requirements.txt; \
	   $(BIN)/uv pip compile --quiet --color never --universal --python-version 3.11 --all-extras --upgrade \
	     --generate-hashes --no-emit-index-url --no-header pyproject.toml; } > $(VENV)/requirements.txt
	@mv $(VENV)/requirements.txt requirements.txt

deb: setup  ## the client as dist/itdesk_VERSION_amd64.deb, for Debian and Ubuntu
	@$(SYSTEM) packages
	PYTHON=$(abspath $(BIN))/python installer/linux/build.sh build/linux
	installer/linux/build_deb.sh build/linux/itdesk dist

clean:  ## remove the virtual environment and everything made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache demo-pictures
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -rf src/*.egg-info

# --- set-up: done once, then free -------------------------------------------------------------------------------------

setup: $(READY)

python:
	@command -v "$(PYTHON)" >/dev/null || { echo "itdesk needs Python 3.11 or newer, and there is no $(PYTHON) here." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "itdesk needs Python 3.11 or newer; $(PYTHON) is $$("$(PYTHON)" --version). Say which one to use: make PYTHON=/path/to/python3.11" >&2; \
	  exit 1; }

system-packages: python
	@$(SYSTEM) desktop

$(READY): requirements.txt pyproject.toml setup.py | system-packages
	@echo "Setting up $(VENV) (once)"
	@"$(PYTHON)" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
