# make report   the example's chapter as PDF and Markdown; installs what is missing (needs cargo alone)
# make test     everything that must hold: format, lints, documentation, tests, examples
# make install  puts bab4 into cargo's folder of programs

TYPST_VERSION := 0.15.1
CARGO ?= cargo
EXAMPLE := examples/disnaker-semarang
TARGET := $(or $(CARGO_TARGET_DIR),target)
CARGO_BIN := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin
SKIPPED := $(TARGET)/tmp/skipped.txt

export PATH := $(CARGO_BIN):$(PATH)

.PHONY: report test install typst format lint documentation tests examples skipped-none skipped clean

report: typst
	$(CARGO) build --release --locked
	$(TARGET)/release/bab4 render $(EXAMPLE)/study.yaml -f pdf,md,json
	@echo "$(EXAMPLE)/out/bab-4.pdf"
	@echo "$(EXAMPLE)/out/bab-4.md"

# The PDF is typeset by typst. A typst that is there is used, whatever its version; the layout was made for $(TYPST_VERSION).
typst:
	@if command -v typst >/dev/null 2>&1; then \
		typst --version | grep -q ' $(TYPST_VERSION)' || echo "note: the layout was made for typst $(TYPST_VERSION), this is $$(typst --version)"; \
	else \
		echo "typst is not here: installing typst-cli $(TYPST_VERSION), which takes some minutes"; \
		$(CARGO) install --locked typst-cli@$(TYPST_VERSION); \
	fi

# One after the other, whatever -j says: they share one build folder, and the last line counts what was skipped.
test:
	@$(MAKE) --no-print-directory skipped-none
	@$(MAKE) --no-print-directory format
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory documentation
	@$(MAKE) --no-print-directory tests
	@$(MAKE) --no-print-directory examples
	@$(MAKE) --no-print-directory skipped

# rustfmt and clippy are parts of a Rust installation that may be missing: added where rustup is, else said to be skipped.
format:
	@if $(CARGO) fmt --version >/dev/null 2>&1 || rustup component add rustfmt >/dev/null 2>&1; then \
		echo "format"; $(CARGO) fmt --check; \
	else echo "format: rustfmt is not installed" | tee -a $(SKIPPED); fi

lint:
	@if $(CARGO) clippy --version >/dev/null 2>&1 || rustup component add clippy >/dev/null 2>&1; then \
		echo "lint"; $(CARGO) clippy --locked --all-targets --quiet -- -D warnings; \
	else echo "lint: clippy is not installed" | tee -a $(SKIPPED); fi

documentation:
	@echo "documentation"
	@RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps --document-private-items --quiet

tests:
	$(CARGO) test --locked --quiet

# Every example, written to the build folder and not beside its study.
examples:
	@$(CARGO) build --locked --quiet
	@formats=md,json,typ; \
	if command -v typst >/dev/null 2>&1; then formats=$$formats,pdf; \
	else echo "examples as PDF: typst is not installed" | tee -a $(SKIPPED); fi; \
	for study in examples/*/study.yaml; do \
		name=$$(basename "$$(dirname "$$study")"); \
		$(TARGET)/debug/bab4 render "$$study" -f $$formats -o "$(TARGET)/examples/$$name" || exit $$?; \
	done

skipped-none:
	@mkdir -p $(dir $(SKIPPED))
	@rm -f $(SKIPPED)

# The last line of `make test`.
skipped:
	@if [ -s $(SKIPPED) ]; then \
		sort -u $(SKIPPED) -o $(SKIPPED); \
		echo "$$(wc -l < $(SKIPPED) | tr -d ' ') skipped: $$(paste -sd ';' $(SKIPPED) | sed 's/;/; /g')"; \
	else echo "0 skipped"; fi

install:
	$(CARGO) install --locked --path .

clean:
	$(CARGO) clean
	rm -rf examples/*/out
