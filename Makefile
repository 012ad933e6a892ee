# Every chore of the house is a target here; `make` alone prints them.
# To change a default:  make workbook EDITION=acme   make workbook PYTHON=python3.12   make prove PROVE="--scale 0.01"

EDITION ?= standard
NAME ?=
PROVE ?=
PYTHON ?= python3

BIN := .venv/bin
SETUP := PYTHONPATH=scripts $(PYTHON) -m bindery.setup
LOCK := uv pip compile --no-config --quiet --universal --python-version 3.11 --only-binary :all: \
	--generate-hashes --custom-compile-command 'make lock' pyproject.toml --group backend

.DEFAULT_GOAL := help
.PHONY: help workbook editions ebook edition preview check clean test test-fast prove lint bench lock named ready ready-tests

help:
	@awk 'BEGIN { FS = ":.*## " } \
		/^##@ / { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@printf '\nEDITION=name chooses an edition of book/editions; without it, it is "standard".\n'

##@ Make a book

workbook: ready ## everything of an edition: PDF, e-book and report, in output/
	$(BIN)/bindery build "$(EDITION)"

editions: ready ## every edition there is
	$(BIN)/bindery build --all

ebook: ready ## only the e-book of an edition
	$(BIN)/bindery build "$(EDITION)" --only epub

##@ Write a book

edition: named ready ## your own edition: make edition NAME=acme
	$(BIN)/bindery new "$(NAME)"

preview: ready ## an edition in the browser while you write it
	$(BIN)/bindery preview "$(EDITION)"

check: ready ## judge the manuscript and the finished files of an edition
	$(BIN)/bindery check "$(EDITION)"

clean: ## delete the built files in output/, and what the press keeps between runs
	find output -mindepth 1 -not -path output/.gitignore -delete
	rm -rf .cache

##@ Work on the press

test: ready-tests lint ## every test there is
	$(BIN)/pytest --numprocesses auto

test-fast: ready-tests lint ## the tests that take no more than a moment
	$(BIN)/pytest --numprocesses auto -m "not slow"

prove: ready-tests ## attack the walls in thousands of ways (under an hour on two cores; goes on where it was), and write RELIABILITY.md
	PYTHONPATH=tests $(BIN)/python -m walls.prove $(PROVE)

lint: ready-tests ## style, types, and who may import whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: ready-tests ## how long books of many sizes take, beside other programs (about an hour)
	@PYTHONPATH=tests $(BIN)/python -m bench

lock: ## choose new versions of the Python packages (needs uv)
	$(LOCK) --upgrade --output-file requirements/workbook.lock
	$(LOCK) --upgrade --group tests --constraints requirements/workbook.lock --output-file requirements/tests.lock

named:
	@test -n "$(NAME)" || { echo 'Give your edition a name: make edition NAME=acme' >&2; exit 2; }

ready:
	@$(SETUP) workbook

ready-tests:
	@$(SETUP) tests
