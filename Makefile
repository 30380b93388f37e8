# What Chancery is built, tested and shown with. One configuration serves all, so that nothing is compiled twice.
BUILD := -c release -Xswiftc -enable-testing
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PACKAGES := libdnnl-dev libgumbo-dev libcld2-dev libuchardet-dev libxml2-dev libzip-dev libsqlite3-dev zlib1g-dev
# What the desk's pages draw with, and what tests look at them with.
DESK_PACKAGES := libjs-chart.js libjs-leaflet
BROWSER_PACKAGES := chromium chromium-driver
SOURCES := Sources Tests Benchmarks Package.swift

.PHONY: demo desk test browser-test build install install-desk install-browser accuracy bench bench-archive api-check format lint

# Reads the articles under Examples.
demo: install
	swift build $(BUILD) --product chancery
	.build/release/chancery read Examples/articles.jsonl

# Opens the desk on a year of invented news, at http://127.0.0.1:8080 (PORT=8081 for another port).
PORT := 8080
desk: install install-desk
	swift build $(BUILD) --product chancery
	.build/release/chancery ingest Examples/desk/articles.jsonl --archive .build/desk.sqlite
	.build/release/chancery serve --archive .build/desk.sqlite --port $(PORT)

# Runs all tests; those in a browser where one is installed.
test: build
	swift test $(BUILD) --skip-build

build: install
	swift build $(BUILD) --build-tests

# Runs the tests of the desk's pages in a real browser; what they look like is kept in .build/screenshots.
browser-test: install-desk install-browser build
	swift test $(BUILD) --skip-build --filter BrowserTests

# Installs the Debian packages that are missing; elsewhere (macOS) the libraries have to be there already.
install-desk: PACKAGES := $(DESK_PACKAGES)
install-browser: PACKAGES := $(BROWSER_PACKAGES)
install install-desk install-browser:
	@command -v dpkg-query > /dev/null || exit 0; \
	for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${db:Status-Status}' $$package 2> /dev/null | grep -qx installed \
	  || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] \
	|| { $(SUDO) apt-get update -q && $(SUDO) apt-get install -qy --no-install-recommends $$missing; }

# Holds the desk's answers against the description of its API.
api-check: install
	swift build $(BUILD) --product chancery
	Tests/ServerTests/api-check.sh .build/release/chancery

format:
	swift format --in-place --recursive $(SOURCES)

lint:
	swift format lint --strict --recursive $(SOURCES)

# What the reading is worth: F1 over the annotated articles that training has not seen.
accuracy: build
	swift test $(BUILD) --skip-build --filter AccuracyTests

# How fast it reads, held against what the machine's matrix products give.
bench: install
	swift build $(BUILD) --product chancery
	swift build $(BUILD) --product Benchmark
	.build/release/Benchmark

# What an archive costs and how fast it answers, up to a million events; takes some minutes.
bench-archive: install
	swift build $(BUILD) --product ArchiveBenchmark
	.build/release/ArchiveBenchmark
