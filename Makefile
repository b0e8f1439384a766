# Everything a fresh machine with Python 3.11 needs is put into .venv; nothing else is touched.
#   make samples   install medlint and lint the samples
#   make check     install everything and run what CI runs

PYTHON ?= python3
BIN := .venv/bin

.PHONY: samples check install develop format lint types test docs site floors benchmark model clean

samples: install
	@echo; echo "medlint samples/clinic-page.md"; echo
	@$(BIN)/medlint check samples --fail-on never

check: develop lint types test site floors

install: .venv/installed

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[all]"
	@touch $@

develop: .venv/developed

.venv/developed: pyproject.toml .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

lint: develop
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: develop
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: develop
	$(BIN)/mypy

test: develop
	$(BIN)/medlint test
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

floors: develop
	$(BIN)/python benchmarks/floors.py

docs: develop
	$(BIN)/python -m medlint.rule_docs > docs/rules.md

site: develop
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

model: develop
	$(BIN)/python models/claims/train.py

benchmark: develop
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf .venv .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
