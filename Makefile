# The house from outside: what to type. Everything else is in Swift.

PREFIX ?= /usr/local
DESTDIR ?=

# What the program is linked from, and what its tests call besides.
BUILD_PACKAGES := libcmark-dev libxml2-dev libyaml-dev libsqlite3-dev libpcre2-dev libstemmer-dev \
  libjansson-dev libmd-dev libxxhash-dev libicu-dev liblzma-dev zlib1g-dev libcurl4-openssl-dev
TEST_PACKAGES := sqlite3 ripgrep cmark-gfm libxml2-utils python3-jsonschema less bsdutils \
  nodejs mandoc man-db groff systemd zeal xvfb xauth xdotool bash-completion zsh fish mmdebstrap \
  lintian
# What makes a Debian package.
DEB_PACKAGES := dpkg-dev binutils xz-utils
# What judges the site: a browser, the Nu HTML checker's Java, and Python with what drives both.
JUDGE_PACKAGES := chromium default-jre-headless python3-lxml python3-tinycss2 python3-venv
JUDGES := .build/judges
# What asks `errkb mcp`: the official client.
CLIENT := .build/client
# What it is measured against.
BENCH_PACKAGES := hugo cmark cmark-gfm ripgrep sqlite3 tealdeer pandoc lowdown man-db hyperfine \
  valgrind python3-venv
PEERS := .build/peers
BENCH := .build/release/bench
# What is to stand in the README; of the plot only what was measured in full.
BENCH_TABLE := .build/bench.md
SIZE_TABLE := .build/size.md
SIZE_PLOT := $(if $(QUICK),.build/size.svg,docs/size.svg)

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

# What is made of the options of errkb, by its own declarations.
MANUAL_MAKER := .build/release/errkb-manual
WORDS := .build/words
MANUAL := $(WORDS)/errkb.1
COMPLETIONS := $(WORDS)/errkb.bash $(WORDS)/errkb.zsh $(WORDS)/errkb.fish

# What is installed, as it will lie below PREFIX.
TREE = .build/tree
# Below /usr, zsh looks where packages put what is theirs.
ZSH_FOLDER = share/zsh/$(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)

# Where the package is made, and a bare Debian to try it in.
DEB_FOLDER := .build/deb

.DELETE_ON_ERROR:
# Swift builds in parallel by itself; here the order counts.
.NOTPARALLEL:
.PHONY: all help deps test-deps bench-deps build release catalogue test bench bench-size bench-readme golden lint format \
  check manual tree install uninstall deb try-deb clean

all: deps release catalogue manual ## Install what is missing, build, and show an event (the default)
	$(PROGRAM) show 10061 --lang fr --catalogue $(CATALOGUE) --no-pager

help: ## List the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  \1\t\2/p' Makefile | expand -t 14

deps: ## Install the Debian packages that the build needs, if any is missing
	@scripts/require-packages $(BUILD_PACKAGES)

test-deps: ## The same for the build and its tests
	@scripts/require-packages $(BUILD_PACKAGES) $(TEST_PACKAGES) $(DEB_PACKAGES) \
	  $(JUDGE_PACKAGES)
	@scripts/require-python $(JUDGES) Tests/SiteJudgeTests/Judges/requirements.txt
	@scripts/require-python $(CLIENT) Tests/ErrkbCommandsTests/Judges/requirements.txt

bench-deps:
	@scripts/require-packages $(BUILD_PACKAGES) $(BENCH_PACKAGES)
	@scripts/require-python $(PEERS) Tests/Bench/requirements.txt

build: ## Build the programs for debugging: .build/debug/errkb
	swift build --product errkb
	swift build --product errkb-site

release: $(PROGRAM) $(SITE_PROGRAM) ## Build the programs, errkb as one static file: .build/release/errkb

catalogue: $(CATALOGUE) ## Build the catalogue of content/, its site and its man pages: build/

test: test-deps release ## Run every test, and try the Debian package
	scripts/run-tests
	$(MAKE) --no-print-directory try-deb

# Pagefind's package has its program among its own files.
bench: bench-deps release $(BENCH) ## Measure errkb against named peers; QUICK=1 in five minutes
	@PATH="$$(echo $(PEERS)/lib/python3*/site-packages/pagefind_bin):$$PATH" \
	  ERRKB_BENCH_QUICK=$(QUICK) ERRKB_BENCH_TABLE=$(BENCH_TABLE) \
	  $(BENCH) run $(PROGRAM) $(BENCH_CONTENT)

bench-size: deps release $(BENCH) ## Measure errkb with up to a million pages, and plot it; QUICK=1 with 10,000
	@ERRKB_BENCH_QUICK=$(QUICK) ERRKB_BENCH_TABLE=$(SIZE_TABLE) \
	  $(BENCH) size $(PROGRAM) $(SIZE_PLOT)

bench-readme: bench bench-size ## Measure both in full, and put what came of it into README.md
	scripts/paste-table README.md bench $(BENCH_TABLE)
	scripts/paste-table README.md size $(SIZE_TABLE)

golden: ## Record the expected outputs of tests anew; fails if any changed
	ERRKB_UPDATE_GOLDEN=1 swift test --disable-xctest

lint: ## Report what is not in the house's style
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## Put the sources into the house's style
	swift format format --in-place --parallel --recursive Package.swift Sources Tests

check: lint test ## Lint and test

manual: $(MANUAL) $(COMPLETIONS) ## Write errkb's own man page and completions: .build/words

tree: $(PROGRAM) $(SITE_PROGRAM) $(CATALOGUE) $(MANUAL) $(COMPLETIONS)
	rm -rf $(TREE)
	install -D -s -m 755 $(PROGRAM) $(TREE)/bin/errkb
	install -D -s -m 755 $(SITE_PROGRAM) $(TREE)/libexec/errkb/errkb-site
	install -D -m 644 $(CATALOGUE) $(TREE)/share/errkb/catalogue.db
	install -d $(TREE)/share/man
	cp -R build/man/. $(TREE)/share/man
	install -D -m 644 $(MANUAL) $(TREE)/share/man/man1/errkb.1
	install -D -m 644 $(WORDS)/errkb.bash $(TREE)/share/bash-completion/completions/errkb
	install -D -m 644 $(WORDS)/errkb.zsh $(TREE)/$(ZSH_FOLDER)/_errkb
	install -D -m 644 $(WORDS)/errkb.fish $(TREE)/share/fish/vendor_completions.d/errkb.fish
	install -D -m 644 -t $(TREE)/share/doc/errkb LICENSE README.md

# The tree lies elsewhere, so that what root installs leaves nothing here that is root's.
install: ## Install programs, catalogue, man pages and completions under PREFIX (/usr/local), in DESTDIR
	@tree=$$(mktemp -d) && trap "rm -rf $$tree" EXIT && $(MAKE) --no-print-directory tree TREE=$$tree && \
	  scripts/install-tree $$tree $(DESTDIR)$(PREFIX)

uninstall: ## Remove what install has put there
	scripts/uninstall-tree $(DESTDIR)$(PREFIX)

deb: ## Make a Debian package: .build/deb
	@scripts/require-packages $(BUILD_PACKAGES) $(DEB_PACKAGES)
	$(MAKE) --no-print-directory tree PREFIX=/usr
	rm -f $(DEB_FOLDER)/errkb_*.deb
	scripts/make-deb $(TREE) $(DEB_FOLDER) $(BUILD_PACKAGES)

try-deb: deb ## Install the package into a bare Debian 12 and ask it there; see what lintian says
	lintian --allow-root --fail-on error,warning $(DEB_FOLDER)/errkb_*.deb
	scripts/try-deb $(DEB_FOLDER)/errkb_*.deb $(DEB_FOLDER)/bookworm

clean: ## Remove what was built, not the packages fetched
	swift package clean
	rm -rf build $(WORDS) $(TREE) $(DEB_FOLDER)/errkb_*.deb

# Swift leaves a program alone that would come out the same; its date then says that it was seen to.
$(PROGRAM): $(SOURCES)
	$(RELEASE) errkb
	@touch $@

$(SITE_PROGRAM): $(SOURCES)
	$(RELEASE) errkb-site
	@touch $@

$(BENCH): $(SOURCES) $(shell find Tests/Bench Tests/BenchSupport)
	$(RELEASE) bench
	@touch $@

$(CATALOGUE): $(PROGRAM) $(SITE_PROGRAM) $(CONTENT)
	$(PROGRAM) build content -o build

$(MANUAL_MAKER): $(SOURCES)
	$(RELEASE) errkb-manual
	@touch $@

$(MANUAL): $(PROGRAM) $(MANUAL_MAKER)
	@mkdir -p $(@D)
	$(PROGRAM) --experimental-dump-help | $(MANUAL_MAKER) >$@

$(WORDS)/errkb.%: $(PROGRAM) packaging/completions.sed
	@mkdir -p $(@D)
	$(PROGRAM) --generate-completion-script $* >$@.made
	sed -f packaging/completions.sed $@.made >$@
	@rm $@.made
