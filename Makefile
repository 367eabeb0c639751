# make report   the example's chapter for Word, as PDF and Markdown; installs what is missing (needs cargo alone)
# make test     everything that must hold: format, lints, documentation, tests, examples
# make bench    how long the parts take, how much memory a million respondents take, and the same tables in R
# make table    the table of accuracy and speed in the README, measured anew
# make accuracy docs/ACCURACY.md, made anew: NIST's certified values, R, distribution functions
# make fuzz     every fuzz target for FUZZ_SECONDS (600); needs a C++ compiler
# make install  puts bab4 into cargo's folder of programs

TYPST_VERSION := 0.15.1
CARGO ?= cargo
EXAMPLE := examples/disnaker-semarang
TARGET := $(or $(CARGO_TARGET_DIR),target)
CARGO_BIN := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin
SKIPPED := $(TARGET)/tmp/skipped.txt

export PATH := $(CARGO_BIN):$(PATH)

.PHONY: report test bench table accuracy fuzz install typst format lint documentation tests examples skipped-none skipped clean

report: typst
	$(CARGO) build --release --locked
	$(TARGET)/release/bab4 render $(EXAMPLE)/study.yaml -f docx,pdf,md,json
	@echo "$(EXAMPLE)/out/bab-4.docx"
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
	@formats=docx,md,json,typ; \
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

# Times are of whole processes where they say so; run it on a machine that does nothing else.
BENCH := $(TARGET)/bench
RESPONDENTS ?= 1000000
TIMED := $(shell if /usr/bin/time -f %e true >/dev/null 2>&1; then echo "/usr/bin/time -f '%e s, %M kB'"; elif [ -x /usr/bin/time ]; then echo "/usr/bin/time -l"; fi)

bench:
	$(CARGO) build --release --locked
	$(CARGO) bench --locked --bench line
	$(CARGO) bench --locked --bench diagnostics
	$(CARGO) bench --locked --quiet --bench write_survey -- $(abspath $(BENCH)) $(RESPONDENTS)
	@echo "whole process: analyze $(RESPONDENTS) respondents (time, peak memory)"
	@$(TIMED) $(TARGET)/release/bab4 analyze $(BENCH)/study.yaml -o $(BENCH)/results.json
	@echo "whole process: analyze the example with 10 000 resamples"
	@$(TIMED) $(TARGET)/release/bab4 analyze $(EXAMPLE)/study.yaml -o $(BENCH)/example.json
	@echo "whole process: a batch of 500 units"
	$(CARGO) bench --locked --quiet --bench batch -- $(abspath $(TARGET))/release/bab4 $(abspath $(BENCH))/batch 500
	@if Rscript -e 'library(psych); library(boot)' >/dev/null 2>&1; then \
		echo "whole process: the same tables in R"; \
		$(TIMED) Rscript benches/compare.R $(EXAMPLE)/responses.csv >$(BENCH)/R.txt 2>$(BENCH)/R.log; tail -n 1 $(BENCH)/R.log; \
	else echo "R with psych and boot is not here: not compared"; fi

# The table of the README: what the tests prove, and times of whole processes on this machine.
table:
	$(CARGO) build --release --locked
	@mkdir -p $(BENCH)
	@rm -f $(BENCH)/proofs.txt
	BAB4_PROOFS=$(abspath $(BENCH))/proofs.txt $(CARGO) test --locked --quiet --test suite -- published reference_cases nist
	$(CARGO) bench --locked --quiet --bench write_survey -- $(abspath $(BENCH)) 1000000
	$(CARGO) bench --locked --quiet --bench readme_table -- $(abspath README.md) $(abspath $(BENCH))/proofs.txt $(abspath $(TARGET))/release/bab4 \
		$(EXAMPLE)/study.yaml $(BENCH)/study.yaml benches/compare.R $(EXAMPLE)/responses.csv

# The page of accuracy; a test fails where it is not what this makes.
accuracy:
	BAB4_UPDATE_DOCS=1 $(CARGO) test --locked --quiet --test suite -- docs::reference::generated
	@echo "docs/ACCURACY.md"

# cargo-fuzz asks for a nightly compiler; RUSTC_BOOTSTRAP lets the stable one stand in, without a sanitizer (the code has no unsafe).
FUZZ_SECONDS ?= 600
FUZZ_TARGETS ?= study csv workbook binary claim markdown audit_tables audit_statements
fuzz:
	@command -v cargo-fuzz >/dev/null 2>&1 || $(CARGO) install --locked cargo-fuzz
	@for target in $(FUZZ_TARGETS); do \
		mkdir -p tests/fuzz/work/$$target; \
		RUSTC_BOOTSTRAP=1 $(CARGO) fuzz run -s none --fuzz-dir tests/fuzz $$target tests/fuzz/work/$$target tests/fuzz/corpus/$$target -- \
			-max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=3000 -max_len=6000 || exit 1; \
	done

install:
	$(CARGO) install --locked --path .

clean:
	$(CARGO) clean
	rm -rf examples/*/out
