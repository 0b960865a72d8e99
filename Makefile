# Everything a contributor or an analyst types. `make` alone lists the targets.
SWIFT ?= swift
PREFIX ?= /usr/local
BUILD ?= .build
BENCH ?= .build-bench
SOURCES := Sources Tests Package.swift Benchmarks/Benchmarks Benchmarks/Sources Benchmarks/Package.swift
# Apple systems carry the Swift libraries themselves.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)

.PHONY: help setup build demo test lint format docs reference bench bench-build bench-peers install uninstall clean

help:
	@echo "make demo       build the tool and write rankings and maps of the datasets to notebooks-output/"
	@echo "make test       build and run all tests"
	@echo "make lint       check the layout of the code"
	@echo "make format     mend the layout of the code"
	@echo "make docs       build the documentation into $(BUILD)/documentation"
	@echo "make reference  make the reference values anew and compare with NetworkX and igraph (needs Python 3 and the network)"
	@echo "make bench      time and count single kernels: instructions, allocations, retains (Benchmarks/README.md)"
	@echo "make bench-peers  measure beside igraph, NetworKit and others, ROWS=... for some rows: Benchmarks/RESULTS.md"
	@echo "make install    install the tool under PREFIX (now $(PREFIX))"

setup:
	@Tools/setup.sh

build: setup
	$(SWIFT) build -c release --product ecograph --scratch-path $(BUILD)

demo: build
	@ECOGRAPH=$(BUILD)/release/ecograph Tools/notebooks.sh notebooks-output
	@$(BUILD)/release/ecograph orchestrators datasets/innovation-networks --top 10

test: setup
	$(SWIFT) test --scratch-path $(BUILD)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	@Tools/check-text.sh

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

docs:
	@Tools/docs.sh $(BUILD)/documentation

reference: build
	@Tools/reference/fixtures.sh
	@ECOGRAPH=$(BUILD)/release/ecograph Tools/reference/run.sh

bench: bench-build
	cd Benchmarks && $(SWIFT) package --scratch-path ../$(BENCH)/swift benchmark --no-progress
	@python3 Benchmarks/instructions.py $(BENCH)/swift/release/peer-kernels

# The build plan is made anew: SwiftPM does not see files that come and go in a package named by its path.
bench-build:
	@rm -f $(BENCH)/swift/release.yaml
	$(SWIFT) build -c release --package-path Benchmarks --scratch-path $(BENCH)/swift

bench-peers: bench-build build
	@BENCH=$(BENCH) TOOL=$(BUILD)/release/ecograph Benchmarks/peers/all.sh $(if $(ROWS),--rows $(ROWS)) $(PEERS)

install: setup
	$(SWIFT) build -c release --product ecograph $(STATIC) --scratch-path $(BUILD)-install
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BUILD)-install/release/ecograph $(DESTDIR)$(PREFIX)/bin/ecograph
	@ECOGRAPH=$(BUILD)-install/release/ecograph Tools/install-completions.sh $(DESTDIR)$(PREFIX)

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/ecograph
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ecograph
	rm -f $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ecograph
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ecograph.fish

clean:
	$(SWIFT) package clean --scratch-path $(BUILD)
