"""The open data of small projects: what is said only when it is so, and schemas that stay what they were."""

import json
from pathlib import Path

import pytest

from hooks.screen.exports import akoma_ntoso as written
from hooks.screen.exports import linked_data, schema
from hooks.screen.urls import Urls
from hooks.unchanged import Unchanged

from ..helpers import akoma_ntoso, law_texts, projects, schema_org

_STORED = Path(__file__).parents[1] / "cases/open_data"
_HOME = "docs/vi/index.md"
_WARD = 'ten = "Ủy ban nhân dân phường Lê Chân"\ndia-chi = "1 đường Thử"\ndien-thoai = "0225 000 000"\n'
URLS = Urls("https://sotay.lechan.vn/")


def home(ward: str) -> list[dict[str, object]]:
    """Return what the home page says of itself to search engines."""
    book = projects.analysed({_HOME: projects.page("# Trang đầu\n\nChào.\n"), "docs/phuong.toml": ward})
    data = linked_data.linked_data(book.pages["vi"]["index.md"], [], book, URLS, Unchanged())
    return schema_org.things(json.loads(data)) if data else []


def test_the_publisher_is_a_government_organisation_once_the_ward_has_taken_the_site_on() -> None:
    assert home(_WARD) == [schema_org.PUBLISHER]


def test_nobody_is_named_as_the_publisher_before() -> None:
    assert home('ten = ""\n') == []


def test_no_words_of_a_page_end_the_block_of_json_ld() -> None:
    book = projects.analysed({"docs/vi/vi-du.md": projects.page("# Ví dụ\n\nXem [ý](cite:cv.I).\n")})
    data = linked_data.linked_data(book.pages["vi"]["vi-du.md"], [("</script><b>", ".")], book, URLS, Unchanged())
    assert "<" not in data
    assert "</script><b>" in data.encode().decode("unicode_escape")


@pytest.mark.parametrize("articles", [12, 120])
def test_a_law_held_in_full_is_an_act_that_the_standard_takes(articles: int) -> None:
    front = law_texts.FRONT.format(name="Luật Thử", id="lt").replace("text: full", "text: full\n  date: 2020-05-06")
    book = projects.analysed({"docs/vi/van-ban/lt.md": front + law_texts.law(articles, "lt")})
    document = book.registry.documents["lt"]
    text = document.texts["vi"]
    root = akoma_ntoso.read(written.written(document.record, text, "vi", "2026-11-28", (URLS.root_url, "Sổ tay")))
    assert akoma_ntoso.refused(root) == []
    assert akoma_ntoso.wrong_eids(root) == []
    assert akoma_ntoso.words(root) == {one: " ".join(words.split()) for one, words in text.own_words.items()}
    found = {element.get("GUID"): element.get("eId") for element in root.iter() if element.get("GUID")}
    assert found["lt.d7.k2.đ"] == "art_7__para_2__point_dd"


_EVERY_KIND = """## Phần thứ nhất MỤC ĐÍCH

A. YÊU CẦU

1. Mỗi phiên có ít nhất 30 gian hàng:

a) rau, quả;

đ) bánh, mứt.

B. ĐỊA ĐIỂM

- Sân nhà văn hóa:

+ cổng trước.

## Phụ lục I DANH SÁCH

1. Tổ một.

## Phụ lục II MẪU ĐƠN

### Mẫu số 01 ĐƠN ĐĂNG KÝ

Họ và tên: …
"""


def test_a_text_of_parts_capital_letters_and_annexes_is_what_the_standard_takes() -> None:
    front = law_texts.FRONT.format(name="Kế hoạch", id="kh").replace("text: full", "text: full\n  date: 2026-11-20")
    document = projects.analysed({"docs/vi/van-ban/kh.md": front + _EVERY_KIND}).registry.documents["kh"]
    text = document.texts["vi"]
    kinds = {one.kind for one in text.provisions.values()}
    assert {"phan", "letter", "khoan", "diem", "dash", "plus", "phu-luc", "mau"} <= kinds
    root = akoma_ntoso.read(written.written(document.record, text, "vi", "2026-11-28", (URLS.root_url, "Sổ tay")))
    assert akoma_ntoso.refused(root) == []
    assert akoma_ntoso.wrong_eids(root) == []
    assert set(akoma_ntoso.words(root)) == set(text.provisions)


def test_the_tables_of_a_published_version_of_the_schemas_stay_as_they_are(pytestconfig: pytest.Config) -> None:
    shape = {
        table.name: {column.name: column.form + (" or empty" if column.empty else "") for column in table.columns}
        for table in schema.tables().values()
    }
    stored = _STORED / f"{schema.VERSION}.json"
    if pytestconfig.option.rewrite and not stored.exists():
        stored.parent.mkdir(exist_ok=True)
        stored.write_text(json.dumps(shape, indent=1) + "\n", "utf-8")
    assert shape == json.loads(stored.read_text("utf-8"))
