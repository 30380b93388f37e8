# What Chancery is built, tested and shown with. One configuration serves all, so that nothing is compiled twice.
BUILD := -c release -Xswiftc -enable-testing
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PACKAGES := libdnnl-dev
SOURCES := Sources Tests Package.swift

.PHONY: demo test build install format lint

# Reads the articles under Examples.
demo: build
	.build/release/chancery read Examples/articles.jsonl

# Runs all tests.
test: build
	swift test $(BUILD) --skip-build

build: install
	swift build $(BUILD) --build-tests

# Installs the Debian packages that are missing; elsewhere (macOS) oneDNN has to be there already.
install:
	@if command -v dpkg-query > /dev/null; then \
	  dpkg-query -W -f '$${db:Status-Status}\n' $(PACKAGES) 2> /dev/null | grep -qx installed \
	  || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -qy --no-install-recommends $(PACKAGES); }; \
	fi

format:
	swift format --in-place --recursive $(SOURCES)

lint:
	swift format lint --strict --recursive $(SOURCES)
