# `make run` starts Pivotal from a fresh clone, `make test` tests all of it. Both install what they need.
# The work is done by scripts/, so that it can be read, and run without make.

.DEFAULT_GOAL := help
.PHONY: help setup run dev full test check lint fmt acceptance bench faults seed migrate reset schema sqlx rebuild verify screenshots

# Builds need no database: the committed .sqlx describes the queries.
export SQLX_OFFLINE ?= true
# Arguments for the command behind a target: make rebuild ARGS=contacts
ARGS ?=
PIVOTAL = "$$(scripts/build $(or $(BUILD),release))"

help: ## What can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|'

setup: ## Check and install what is needed, also for the tests
	@scripts/setup --tests

run: ## Install, build and start everything in one process
	@scripts/run $(ARGS)

dev: ## The same with reload on change, and vite in front
	@scripts/dev $(ARGS)

full: ## The distributed shape: PostgreSQL, RabbitMQ, one serving and two working processes
	@scripts/full $(ARGS)

test: ## Every test there is
	@scripts/test

check: ## Does it compile? The quickest answer
	@cargo check --workspace --all-targets
	@scripts/web-build --modules && npm --prefix web run --silent typecheck

lint: ## Formatting, clippy, licences and advisories, the web's linters
	@cargo fmt --all --check
	@cargo clippy --workspace --all-targets --features pivotal-api/failpoints -- -D warnings
	@if command -v cargo-deny >/dev/null; then cargo deny check; else echo "cargo-deny is not installed, skipped: cargo install cargo-deny"; fi
	@scripts/web-build --modules && npm --prefix web run --silent lint && npm --prefix web run --silent format:check

fmt: ## Format everything
	@cargo fmt --all
	@scripts/web-build --modules && npm --prefix web run --silent format

acceptance: ## The users' stories in a real browser, with the release build
	@scripts/setup --tests
	@BUILD=release scripts/e2e $(ARGS)

bench: ## Measure the bars of docs/BENCHMARKS.md (ARGS=P1 for one)
	@scripts/setup
	@scripts/web-build
	@scripts/bench $(ARGS)

faults: ## Hurt everything, and kill it at the failpoints ROUNDS times (100)
	@scripts/setup --tests
	@FAULT_ROUNDS=$(or $(ROUNDS),100) scripts/with-services cargo test --workspace --features pivotal-api/failpoints --test faults -- $(ARGS)

seed: ## Fill in the sample company (again: no change)
	@$(PIVOTAL) seed $(ARGS)

migrate: ## Bring the database to this version
	@$(PIVOTAL) migrate $(ARGS)

reset: ## Throw the private database and its files away (asks first; YES=1 does not)
	@scripts/reset

schema: ## Write api/schema.graphql, api/openapi.json and the web's types anew
	@scripts/generated write

sqlx: ## Write .sqlx anew after a query or migration changed
	@scripts/sqlx prepare

rebuild: ## Build read models anew from the log (ARGS=contacts for one)
	@$(PIVOTAL) rebuild $(ARGS)

verify: ## Compare every read model with a fresh fold of the log
	@$(PIVOTAL) verify $(ARGS)

screenshots: ## Take the pictures of the documentation
	@scripts/setup --tests
	@BUILD=release scripts/e2e --config playwright.screenshots.config.ts $(ARGS)
