# Hai lệnh là đủ: `make serve` xem thử, `make test` kiểm tra. Không cần cài gì trước ngoài Python, make, git.
# Two commands: `make serve` and `make test`. Each sets up what it needs.

MAKEFLAGS += --no-builtin-rules
# Material prints a notice about its end when MkDocs loads the theme, before any hook: only the environment can silence it.
export NO_MKDOCS_2_WARNING := 1

BIN := .venv/bin
PANGO := tests/needs "$(BIN)/python -c 'import weasyprint'" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
LINT := $(BIN)/ruff check hooks tests && $(BIN)/ruff format --check hooks tests && $(BIN)/mypy && $(BIN)/python -m hooks check
PYTEST := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadgroup
FIND_PYTHON := for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null && { echo $$p; break; }; done
PYTHON ?= $(shell $(FIND_PYTHON))

.PHONY: help serve edit site usb hosting check lock history translations verify new tidy ward reminders publish undo quick test test-all audit shots pictures torture bench-scale ties bench bench-search shared-words requirements clean
.DEFAULT_GOAL := help

help: ## liệt kê các lệnh / list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

serve: .venv/site.stamp ## xem thử tại http://127.0.0.1:8000, tự làm mới khi lưu / preview with live reload
	$(BIN)/mkdocs serve

edit: .venv/site.stamp ## sửa trang trong trình duyệt của máy này, có xem thử bên cạnh / edit pages in this machine's browser, the preview beside them
	@$(BIN)/python -m hooks edit

site: .venv/site.stamp ## ghi trang và tệp PDF vào site/ / write the publishable folder site/, with PDFs
	@$(PANGO) || true
	HANDBOOK_HISTORY=error HANDBOOK_COMPRESSED=$(or $(HANDBOOK_COMPRESSED),true) HANDBOOK_PDF=$(or $(HANDBOOK_PDF),$(if $(CI),require,make)) $(BIN)/mkdocs build --strict
	@$(BIN)/python -m hooks hosting

hosting: .venv/site.stamp ## ghi cấu hình nginx, Caddy vào deploy/made / write the configuration of nginx and Caddy into deploy/made
	@$(BIN)/python -m hooks hosting

usb: site ## đóng gói bản xem trên USB, không cần mạng / pack the copy that opens from a memory stick without a network
	HANDBOOK_CARRIED=true HANDBOOK_PDF=make $(BIN)/mkdocs build --strict --site-dir .cache/usb
	@$(BIN)/python -m hooks usb

ward: .venv/site.stamp ## điền những điều chỉ phường mới biết: máy hỏi từng điều / fill in what only the ward knows: it asks
	@$(BIN)/python -m hooks ward

reminders: .venv/site.stamp ## việc đang chờ: xem lại, dịch, trả lời, dẫn tới, điền / what waits: reviews, translations, answers, links, details
	@$(BIN)/python -m hooks reminders

publish: .venv/site.stamp ## xem người đọc sẽ thấy gì đổi, rồi đăng / see what readers will see changed, then publish
	@$(PANGO) || true
	@$(BIN)/python -m hooks publish

undo: .venv/site.stamp ## đưa site/ về bản đã đăng trước, nói rõ điều vừa hủy / bring back the site published before and say what is undone
	@$(BIN)/python -m hooks undo

check: .venv/site.stamp ## kiểm tra nội dung, không dựng trang / check the content without building
	@$(BIN)/python -m hooks check

lock: .venv/site.stamp ## ghi nhận lời văn đã đổi có chủ ý / accept changed provisions
	@$(BIN)/python -m hooks lock

history: .venv/site.stamp ## ghi phiên bản mới của các trang vào lịch sử / record the new versions of the pages
	@$(BIN)/python -m hooks history

translations: .venv/site.stamp ## phần tiếng Anh cần dịch lại / what has changed since it was translated
	@$(BIN)/python -m hooks translations

verify: .venv/site.stamp ## đối chiếu tóm lược với văn bản gốc trong OFFICIAL_TEXTS / prove the digests against the texts in OFFICIAL_TEXTS
	@$(BIN)/python -m hooks verify

new: .venv/site.stamp ## viết sẵn khung trang, câu hỏi, khẩu hiệu, văn bản …: máy hỏi từng điều / begin a page, question, slogan, document …: it asks
	@$(BIN)/python -m hooks new

tidy: .venv/site.stamp ## sửa dạng của tệp chữ / mend line ends, tabs and letters of text files
	@$(BIN)/python -m hooks tidy

quick: .venv/test.stamp ## kiểm tra nhanh trong chừng một phút, không dựng trang / in about a minute: lint, types, content, all tests that need no build
	@$(LINT)
	$(PYTEST) hooks tests/pure

test: .venv/test.stamp ## kiểm tra trước khi gửi, vài phút / before you send a change: quick, a real build, each kind of page in a browser and on paper
	@$(LINT)
	$(BIN)/python -m tests.helpers.chromium
	@$(PANGO)
	$(PYTEST)

test-all: .venv/test.stamp ## kiểm tra mọi trang và thử ngẫu nhiên lâu / every page and the long random runs; SEED=… repeats one, SHARE=3 draws a third, REST=yes leaves out what test has run
	@$(LINT)
	$(BIN)/python -m tests.helpers.chromium
	@$(PANGO)
	SHARE=$(SHARE) REST=$(REST) $(PYTEST) --every

audit: .venv/test.stamp .venv/audit.stamp ## kiểm tra HTML, tệp Word và Lighthouse, cần Java, Node và LibreOffice / the heavy checks: HTML validator, Word files, Lighthouse
	$(BIN)/python -m tests.helpers.chromium
	$(BIN)/python -m tests.audit

MINUTES ?= 40
torture: .venv/test.stamp ## hành hạ: 1.000 lỗi gieo, 500 tệp hỏng, 200 lần ngắt, mỗi loại trang 10.000 lần tải; MINUTES=40, SEED=…, ONLY="kills twins" / faults, damages, kills, requests, in figures
	$(BIN)/python -m tests.torture --minutes $(MINUTES) $(if $(SEED),--seed $(SEED)) $(if $(ONLY),--only $(ONLY))

shots: .venv/test.stamp ## chụp từng loại trang vào .shots/ để người xem / photograph every kind of page for people to look at
	$(BIN)/python -m tests.helpers.chromium
	$(BIN)/python -m tests.helpers.screenshots

SIZES ?= 0 1000
bench: .venv/test.stamp ## đo thời gian bên cạnh bản dựng thường; SIZES="0 1000 3000" thêm cỡ lớn, PAPER=all mọi tệp PDF / time the hooks beside a plain build; SIZES for more pages, PAPER=all for every PDF
	$(BIN)/python -m tests.bench.hooks_cost --sizes $(SIZES)
	@$(PANGO)
	$(BIN)/python -m tests.bench.paper_cost $(if $(filter all,$(PAPER)),--all)

bench-scale: .venv/test.stamp ## đo trang web lớn: thời gian, bộ nhớ, tìm kiếm; SCALES="326 5726" / measure large sites: time, memory, search
	$(BIN)/python -m tests.helpers.chromium
	$(BIN)/python -m tests.bench.scale --sizes $(or $(SCALES),326 5726)

bench-search: .venv/test.stamp .venv/audit.stamp ## đo phần tìm kiếm bên cạnh Material và Pagefind / measure the search beside Material's and Pagefind
	$(BIN)/python -m tests.helpers.chromium
	$(BIN)/python -m tests.bench.search_cost

shared-words: .venv/test.stamp ## đo phần lời lặp lại giữa các trang / measure how much of the words stands on several pages
	$(BIN)/python -m tests.bench.shared_runs vi en

ties: ## nơi chạm tới MkDocs, Material, static-i18n / the places that touch MkDocs, Material and static-i18n
	@git grep -nE '\b(from|import) (mkdocs|material)|plugins\["i18n"\]' -- hooks
	@git grep -nE '\.icons/material|\bpage\.[a-z]|\bfile\.[a-z]|\bconfig\.[a-z]|i18n_|\| url' -- overrides/theme
	@git grep -nE 'mkdocs|material|i18n|pymdownx' -- mkdocs.yml requirements.in Makefile

requirements: .venv/test.stamp ## khóa lại phiên bản thư viện; UPGRADE=--upgrade lấy bản mới / lock the versions of packages; UPGRADE=--upgrade for newer ones
	$(BIN)/pip install --quiet uv
	for folder in . tests tests/audit; do $(BIN)/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11.5 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make requirements' \
		$$folder/requirements.in -o $$folder/requirements.txt; done

clean: ## xóa những gì máy tạo ra / remove what was generated
	rm -rf .venv site .cache .shots tests/audit/node_modules .mypy_cache .pytest_cache .ruff_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Cần Python 3.11.5 trở lên / Python 3.11.5 or newer is needed: sudo apt-get install python3 (Debian 13), brew install python, hoặc/or https://www.python.org/downloads/" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python thiếu venv / Python lacks venv: sudo apt-get install python3-venv" >&2; exit 2; }
	$(PYTHON) -m venv .venv

.venv/site.stamp: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/test.stamp: tests/requirements.txt .venv/site.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@

.venv/audit.stamp: tests/audit/package-lock.json tests/audit/requirements.txt | .venv/bin/python
	@tests/needs "command -v java" default-jre-headless
	@tests/needs "command -v npm" nodejs npm
	@tests/needs "command -v soffice" libreoffice-writer-nogui
	cd tests/audit && npm ci --silent --no-progress
	$(BIN)/python -m venv .venv/audit
	.venv/audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/audit/requirements.txt
	@touch $@
