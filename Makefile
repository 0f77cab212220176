# Everything one does with Heartline; `make` alone lists it. Each target brings in what it needs first.

with := tools/with-tools
wasm := --target wasm32-unknown-unknown
page := $(wasm) --features browser
strict := -- -D warnings
# The demo holds answers that the core gave: another core is another demo.
demo := public/demo/first-answers.bin
demo_sources := Cargo.toml Cargo.lock $(shell find src/core src/protocol src/bin/demo_data -type f)
bench := benches/browser

.DEFAULT_GOAL := help
.PHONY: help run dev build demo schema test test-core test-browser test-site test-apis lint fmt bench scale ready
.PHONY: ready-lint ready-test ready-apis ready-bench ready-scale
# Each step uses all there is of the machine.
.NOTPARALLEL:

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

run: $(demo) ## Build the site and serve it on http://127.0.0.1:8080
	$(with) trunk serve --release --offline --no-autoreload

dev: $(demo) ## Serve it unoptimised, and again after every change of a file
	$(with) trunk serve --offline

build: $(demo) ## Build the site into dist/, for any static host
	$(with) trunk build --release --offline

demo: $(demo) ## Generate the demo data, if what makes them has changed

schema: ## Write the schemas of config.json and of connections, if what they say has changed
	$(with) cargo run --bin schema -- public/schema

$(demo): $(demo_sources) | ready
	$(with) cargo run --profile native --features demo --bin demo_data -- public/demo

test: ready-test test-core lint test-browser test-site ## Run every test there is

test-core: $(demo) ## Test the core without a browser, and the charts' options
	$(with) cargo test
	$(with) cargo test --features charts --lib charts
	tools/wall

test-browser: $(demo) | ready-test ## Test in headless Chromium what only a browser can answer
	$(with) cargo test $(page) --test browser
	$(with) cargo test $(wasm) --test reference

test-site: build | ready-test ## Test the built site in headless Chromium, from end to end
	$(with) playwright test -c tests/e2e/playwright.config.mjs

test-apis: build | ready-apis ## Test it in the browser against other people's servers
	$(with) playwright test -c tests/apis/playwright.config.mjs

lint: ready-lint ## Check the form of all code
	$(with) cargo fmt --check
	$(with) cargo clippy --all-targets $(strict)
	$(with) cargo clippy --features charts,demo --all-targets $(strict)
	$(with) cargo clippy $(page) --bin heartline --bin overview --bin analysis --bin sources --bin mapper --test browser $(strict)
	$(with) cargo clippy $(wasm) --features wasm --bin engine $(strict)
	$(with) cargo clippy $(wasm) --features wasm,charts --bin charts $(strict)
	$(with) biome check

fmt: ready-lint ## Put all code into form
	$(with) cargo fmt
	$(with) biome check --write

bench: ready-bench build $(bench)/node_modules/.package-lock.json ## Measure it natively, and side by side with its peers
	$(with) cargo bench --bench growth
	$(with) node $(bench)/run.mjs

scale: build | ready-scale ## Run docs/scale.md on real databases: check what they count, and measure it
	$(with) node benches/scale/run.mjs

$(bench)/node_modules/.package-lock.json: $(bench)/package-lock.json
	cd $(bench) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

ready:
	@tools/setup build

ready-lint:
	@tools/setup lint

ready-test:
	@tools/setup test

ready-apis:
	@tools/setup apis

ready-bench:
	@tools/setup bench

ready-scale:
	@tools/setup scale
