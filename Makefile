# Cantilena. `make run` opens it; `make help` lists the rest.

PYTHON ?= python3
ARGS ?=

python = .venv/bin/python
setup = pyproject.toml .ci/constraints.txt .ci/environment .ci/requirements.py .ci/system

.PHONY: help run test lint bench long fuzz screenshot texts clean
.SILENT:

run: .venv/ready-to-run  ## open the window; a command with ARGS="generate --help"
	$(python) main.py $(ARGS)

test: .venv/ready-to-test  ## run every test
	$(python) -m pytest -m "" -n auto --maxprocesses 3 --dist loadgroup

lint: .venv/ready-to-test  ## check style and types
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy

bench: .venv/ready-to-test  ## measure; write build/bench.json
	$(python) -m tests.bench

long: .venv/ready-to-test  ## run the random tests at length
	$(python) -m pytest -m "" --hypothesis-profile=long --timeout=3600 --durations=15

fuzz: .venv/ready-to-fuzz  ## try all readers of files with wrong ones; READER and more with ARGS
	$(python) -m tests.fuzz $(ARGS)

screenshot: .venv/ready-to-test  ## take docs/window.png from the running program
	$(python) -m tests.screenshot docs/window.png

texts: .venv/ready-to-test  ## find the texts of the window, compile their translations
	$(python) -m tests.texts

clean:  ## remove the environment and all that tools wrote, except build/
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## this list
	sed -n 's/^\([a-z]*\):.*  ## /make \1\t/p' Makefile

.venv/ready-to-%: $(setup)
	PYTHON="$(PYTHON)" sh .ci/environment $*
