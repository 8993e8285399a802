# make check = what .ci/run runs. Every target makes the virtual environment first if it is missing or out of date.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.detente-ready

.PHONY: help check format lint types contracts test gate docs demo pictures lock clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(READY): requirements.lock requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

check: format lint types contracts test gate  ## everything that must be green before a commit

format: $(READY)  ## is the code formatted?
	$(BIN)/ruff format --check .

lint: $(READY)  ## lint
	$(BIN)/ruff check .

types: $(READY)  ## mypy, strict
	$(BIN)/mypy

contracts: $(READY)  ## imports go one way
	$(BIN)/lint-imports

test: $(READY)  ## the whole suite, doctests and the documentation's tests included; the commands' tests run beside the others
	@log=$$(mktemp); $(BIN)/pytest tests/surfaces >$$log 2>&1 & beside=$$!; \
	$(BIN)/pytest --ignore=tests/surfaces; rest=$$?; \
	wait $$beside; commands=$$?; cat $$log; rm $$log; test $$rest -eq 0 -a $$commands -eq 0

gate: $(READY)  ## quality may not fall below its floors
	$(BIN)/python -m evaluate gate

docs: $(READY)  ## only the documentation's tests
	$(BIN)/pytest tests/test_docs.py

demo: $(READY)  ## the main job: read the example threads, print who stood where
	@$(BIN)/python -m detente demo

pictures: $(READY)  ## draw the pictures of the README anew
	@$(BIN)/python -m detente demo --pictures docs/pictures >/dev/null

lock: $(READY)  ## write the lock files anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --python-version 3.11 --extra analysis --extra plots --extra postgresql --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock

clean:  ## remove what was built
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
