# What Dakehu does, in one word each. A fresh machine needs Python 3.10 and 3.12, and make.
.PHONY: help up test lint bench train sync
.DEFAULT_GOAL := help

# uv may be missing: then it goes into a folder of the project's.
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
ENGINE := UV_PROJECT_ENVIRONMENT=.venv-engine $(UV)
export RASA_TELEMETRY_ENABLED := false
# npm trusts whom the machine trusts, as uv and pip do.
export NODE_USE_SYSTEM_CA := 1

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

up: sync ## set up what is missing, start everything, print the sign-in links
	@.venv/bin/dakehu up

test: sync .venv-engine/.tested tests/node_modules/.synced ## every test, in both environments
	@./tests/run

lint: sync ## ruff, mypy, import-linter, rasa data validate, data files
	@./tests/lint

bench: sync .venv-engine/.tested .venv-peers/.synced ## the benchmarks against their peers, as a table with ratios
	@.venv/bin/python -m bench

train: sync ## train the model, if its sources changed
	@.venv/bin/dakehu train

# Environments, made again only when what they are made of has changed.
sync: .venv/.synced .venv-engine/.synced web/node_modules/.synced

.venv/.synced: pyproject.toml uv.lock | $(UV)
	@echo "Python 3.12 environment…"
	@$(UV) sync --quiet --locked
	@touch $@

.venv-engine/.synced: pyproject.toml uv.lock | $(UV)
	@echo "Python 3.10 environment with Rasa…"
	@$(ENGINE) sync --quiet --locked --only-group engine --python 3.10
	@touch $@

.venv-engine/.tested: .venv-engine/.synced | $(UV)
	@$(ENGINE) sync --quiet --locked --only-group engine-test --python 3.10
	@touch $@

.venv-peers/.synced: pyproject.toml uv.lock | $(UV)
	@UV_PROJECT_ENVIRONMENT=.venv-peers $(UV) sync --quiet --locked --only-group peers --python 3.10
	@touch $@

# What the page and its tests take from npm, by the Node that comes with the environment.
%/node_modules/.synced: %/package.json %/package-lock.json .venv/.synced
	@PATH=$(CURDIR)/.venv/bin:$$PATH .venv/bin/npm ci --prefix $* --ignore-scripts --no-audit --no-fund --silent
	@touch $@

.uv/bin/uv:
	@echo "uv…"
	@python3 -m venv .uv && .uv/bin/pip install --quiet uv
