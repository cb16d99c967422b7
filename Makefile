# The house from outside: what to type. Everything else is in Swift.

PREFIX ?= /usr/local
DESTDIR ?=

# What the program is linked from, and what its tests call besides.
BUILD_PACKAGES := libcmark-dev libxml2-dev libyaml-dev libsqlite3-dev libpcre2-dev libstemmer-dev \
  libjansson-dev libmd-dev libicu-dev liblzma-dev zlib1g-dev libcurl4-openssl-dev
TEST_PACKAGES := sqlite3 ripgrep cmark-gfm libxml2-utils python3-jsonschema less bsdutils \
  nodejs mandoc man-db groff systemd zeal xvfb xauth xdotool
# What judges the site: a browser, the Nu HTML checker's Java, and Python with what drives both.
JUDGE_PACKAGES := chromium default-jre-headless python3-lxml python3-tinycss2 python3-venv
JUDGES := .build/judges
# What asks `errkb mcp`: the official client.
CLIENT := .build/client
# What it is measured against.
BENCH_PACKAGES := ripgrep sqlite3 tealdeer

# What it is measured on: the corpus where that lies beside the clone, else the pages that come along.
BENCH_CONTENT ?= $(or $(wildcard ../shared/corpus/sql-docs ../shared/corpus/cpp-docs),content)

# Both programs bring Swift along, and are compiled once for both. lld, which comes with Swift, because
# other linkers warn about look-ups of users and hosts in Foundation, which errkb never makes.
RELEASE := swift build -c release --static-swift-stdlib -Xswiftc -use-ld=lld --product

PROGRAM := .build/release/errkb
# What it starts for the site.
SITE_PROGRAM := .build/release/errkb-site
CATALOGUE := build/catalogue.db

# Folders are listed along with their files: they change when a file goes.
SOURCES := Package.swift $(shell find Sources templates)
CONTENT := $(shell find content)

bindir = $(DESTDIR)$(PREFIX)/bin
libexecdir = $(DESTDIR)$(PREFIX)/libexec/errkb
datadir = $(DESTDIR)$(PREFIX)/share/errkb
docdir = $(DESTDIR)$(PREFIX)/share/doc/errkb

.DELETE_ON_ERROR:
# Swift builds in parallel by itself; here the order counts.
.NOTPARALLEL:
.PHONY: all help deps test-deps bench-deps build release catalogue test bench golden lint format \
  check install uninstall clean

all: deps release catalogue ## Install what is missing, build, and show an event (the default)
	$(PROGRAM) show 10061 --lang fr --catalogue $(CATALOGUE) --no-pager

help: ## List the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  \1\t\2/p' Makefile | expand -t 14

deps: ## Install the Debian packages that the build needs, if any is missing
	@scripts/require-packages $(BUILD_PACKAGES)

test-deps: ## The same for the build and its tests
	@scripts/require-packages $(BUILD_PACKAGES) $(TEST_PACKAGES) $(JUDGE_PACKAGES)
	@scripts/require-python $(JUDGES) Tests/SiteJudgeTests/Judges/requirements.txt
	@scripts/require-python $(CLIENT) Tests/ErrkbCommandsTests/Judges/requirements.txt

bench-deps:
	@scripts/require-packages $(BUILD_PACKAGES) $(BENCH_PACKAGES)

build: ## Build the programs for debugging: .build/debug/errkb
	swift build --product errkb
	swift build --product errkb-site

release: $(PROGRAM) $(SITE_PROGRAM) ## Build the programs, errkb as one static file: .build/release/errkb

catalogue: $(CATALOGUE) ## Build the catalogue of content/ and its site: build/catalogue.db, build/site

test: test-deps release ## Run every test
	swift test --disable-xctest

bench: bench-deps release ## Measure errkb against named peers, as ratios of one run
	$(RELEASE) bench
	.build/release/bench $(PROGRAM) $(BENCH_CONTENT)

golden: ## Record the expected outputs of tests anew; fails if any changed
	ERRKB_UPDATE_GOLDEN=1 swift test --disable-xctest

lint: ## Report what is not in the house's style
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## Put the sources into the house's style
	swift format format --in-place --parallel --recursive Package.swift Sources Tests

check: lint test ## Lint and test

install: $(PROGRAM) $(SITE_PROGRAM) $(CATALOGUE) ## Install programs and catalogue under PREFIX (/usr/local), in DESTDIR
	install -D -s -m 755 $(PROGRAM) $(bindir)/errkb
	install -D -s -m 755 $(SITE_PROGRAM) $(libexecdir)/errkb-site
	install -D -m 644 $(CATALOGUE) $(datadir)/catalogue.db
	install -D -m 644 LICENSE $(docdir)/LICENSE

uninstall: ## Remove what install has put there
	rm -f $(bindir)/errkb $(libexecdir)/errkb-site $(datadir)/catalogue.db $(docdir)/LICENSE
	-rmdir $(libexecdir) $(datadir) $(docdir)

clean: ## Remove what was built, not the packages fetched
	swift package clean
	rm -rf build

# Swift leaves a program alone that would come out the same; its date then says that it was seen to.
$(PROGRAM): $(SOURCES)
	$(RELEASE) errkb
	@touch $@

$(SITE_PROGRAM): $(SOURCES)
	$(RELEASE) errkb-site
	@touch $@

$(CATALOGUE): $(PROGRAM) $(SITE_PROGRAM) $(CONTENT)
	$(PROGRAM) build content -o build
