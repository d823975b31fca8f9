"""The typed record of a document: what is known of it, and how each field is known.

A field that nobody here knows stays `None`; what the dispatch does not say carries `source: outside`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

OUTSIDE = "outside"
"""Provenance of a fact that is not in the dispatch: shown as “Ngoài Công văn”."""

TYPES: Mapping[str, Mapping[str, str]] = {
    "cong-van": {"vi": "Công văn", "en": "Dispatch"},
    "chi-thi": {"vi": "Chỉ thị", "en": "Directive"},
    "chuong-trinh-hanh-dong": {"vi": "Chương trình hành động", "en": "Action Programme"},
    "ke-hoach": {"vi": "Kế hoạch", "en": "Plan"},
    "bo-luat": {"vi": "Bộ luật", "en": "Code"},
    "luat": {"vi": "Luật", "en": "Law"},
    "nghi-dinh": {"vi": "Nghị định", "en": "Decree"},
    "nghi-quyet": {"vi": "Nghị quyết", "en": "Resolution"},
    "hien-phap": {"vi": "Hiến pháp", "en": "Constitution"},
    "phap-lenh": {"vi": "Pháp lệnh", "en": "Ordinance"},
    "lenh": {"vi": "Lệnh", "en": "Order"},
    "quyet-dinh": {"vi": "Quyết định", "en": "Decision"},
    "thong-tu": {"vi": "Thông tư", "en": "Circular"},
    "thong-tu-lien-tich": {"vi": "Thông tư liên tịch", "en": "Joint Circular"},
    "nghi-quyet-lien-tich": {"vi": "Nghị quyết liên tịch", "en": "Joint Resolution"},
    "van-ban-hop-nhat": {"vi": "Văn bản hợp nhất", "en": "Consolidated Text"},
    "quy-che": {"vi": "Quy chế", "en": "Regulation"},
    "quy-dinh": {"vi": "Quy định", "en": "Rules"},
    "quy-hoach": {"vi": "Quy hoạch", "en": "Master Plan"},
    "thong-cao": {"vi": "Thông cáo", "en": "Communiqué"},
    "thong-bao": {"vi": "Thông báo", "en": "Announcement"},
    "thong-tri": {"vi": "Thông tri", "en": "Circular Instruction"},
    "huong-dan": {"vi": "Hướng dẫn", "en": "Guidance"},
    "chuong-trinh": {"vi": "Chương trình", "en": "Programme"},
    "phuong-an": {"vi": "Phương án", "en": "Scheme"},
    "de-an": {"vi": "Đề án", "en": "Proposal"},
    "du-an": {"vi": "Dự án", "en": "Project"},
    "bao-cao": {"vi": "Báo cáo", "en": "Report"},
    "bien-ban": {"vi": "Biên bản", "en": "Minutes"},
    "to-trinh": {"vi": "Tờ trình", "en": "Submission"},
    "hop-dong": {"vi": "Hợp đồng", "en": "Contract"},
    "cong-dien": {"vi": "Công điện", "en": "Telegram"},
    "ban-ghi-nho": {"vi": "Bản ghi nhớ", "en": "Memorandum"},
    "ban-thoa-thuan": {"vi": "Bản thỏa thuận", "en": "Agreement"},
    "giay-uy-quyen": {"vi": "Giấy ủy quyền", "en": "Power of Attorney"},
    "giay-moi": {"vi": "Giấy mời", "en": "Invitation"},
    "giay-gioi-thieu": {"vi": "Giấy giới thiệu", "en": "Letter of Introduction"},
    "giay-chung-nhan": {"vi": "Giấy chứng nhận", "en": "Certificate"},
    "giay-di-duong": {"vi": "Giấy đi đường", "en": "Travel Order"},
    "giay-nghi-phep": {"vi": "Giấy nghỉ phép", "en": "Leave Certificate"},
    "phieu-gui": {"vi": "Phiếu gửi", "en": "Dispatch Slip"},
    "phieu-chuyen": {"vi": "Phiếu chuyển", "en": "Transfer Slip"},
    "phieu-bao": {"vi": "Phiếu báo", "en": "Notice Slip"},
    "thu-cong": {"vi": "Thư công", "en": "Official Letter"},
    "ket-luan": {"vi": "Kết luận", "en": "Conclusion"},
    "tuyen-bo": {"vi": "Tuyên bố", "en": "Declaration"},
    "loi-keu-goi": {"vi": "Lời kêu gọi", "en": "Appeal"},
    "chien-luoc": {"vi": "Chiến lược", "en": "Strategy"},
    "cuong-linh-chinh-tri": {"vi": "Cương lĩnh chính trị", "en": "Political Platform"},
    "dieu-le": {"vi": "Điều lệ", "en": "Charter"},
}
"""Types of document in both languages.

Those of laws; the 29 administrative ones of Nghị định 30/2020/NĐ-CP, Điều 7; the 25 of the Party and its 8
papers of Quy định 399-QĐ/TW of 9 January 2026, Phần II (its Điều lệ Đảng as Điều lệ). An action programme is
the kind of programme that the dispatch names.
"""

LAWS = frozenset({"hien-phap", "bo-luat", "luat", "phap-lenh"})
"""Types that are cited by name only (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

TEXTS = ("full", "as-relayed", "none")
"""How much text is held: all of it, what the dispatch says of it, or none."""

RELATIONS = ("relays", "implements", "names", "amended_by", "replaces", "consolidated_by")
"""What one document can be to another."""


@dataclass(frozen=True)
class PartialDate:
    """A date of which only the year, or nothing after it, is known."""

    year: int
    """Year of the Common Era."""
    month: int | None = None
    """Month, or nothing while it is left blank."""
    day: int | None = None
    """Day, or nothing while it is left blank."""

    @property
    def whole(self) -> date | None:
        """The date, when all of it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


@dataclass(frozen=True)
class Provenance:
    """How one field is known."""

    source: str
    """A provision of a document held in full that has the value word for word, or `outside`."""
    verified: bool = True
    """Whether someone compared it with an official source (a provision of the dispatch is one)."""
    checked_on: date | None = None
    """Day on which it was compared."""
    checked_against: str | None = None
    """What it was compared with."""


@dataclass(frozen=True)
class Origin:
    """Where a text that is held was copied from."""

    copied_from: str
    """Name of the file, or URL of the page."""
    copied_on: date | None = None
    """Day on which it was copied."""
    verified: bool = False
    """Whether somebody compared it with an official source."""


@dataclass(frozen=True)
class Repair:
    """One editorial repair of a source text, shown on its page."""

    at: str
    """Provision in which it was made."""
    joined: str
    """What was joined, with `|` where the copy breaks off."""
    note: str
    """What was done, as a sentence for readers."""


@dataclass(frozen=True)
class Coverage:
    """Which parts of a document the pages have to treat."""

    full: tuple[str, ...] = ()
    """Parts whose every leaf needs a theme section, a question and a slogan or kit item."""
    mention: tuple[str, ...] = ()
    """Parts whose every leaf needs a theme section or a reader's page."""


@dataclass(frozen=True)
class Words:
    """The fields of a record that are words, in one language."""

    name: str | None = None
    """A law's own name."""
    issuer: str | None = None
    """Who issued it."""
    subject: str | None = None
    """Its official subject; empty when not known, never made up."""
    reported: str | None = None
    """What is only reported, as a plain sentence."""
    repairs: tuple[Repair, ...] = ()
    """Every editorial repair of its text."""


@dataclass(frozen=True)
class DocumentRecord:
    """One document, as its record page states it."""

    id: str
    """Short name in citations: `cv`, `ct58`."""
    page: str
    """Page below a language's folder: `van-ban/cong-van.md`."""
    type: str
    """One of `TYPES`."""
    text: str
    """One of `TEXTS`."""
    symbol: str | None = None
    """Number and symbol; a symbol that starts with “/” has its number left blank."""
    date: PartialDate | None = None
    """Day of signing or passing, as far as it is known."""
    effective: PartialDate | None = None
    """Day from which it is in force."""
    words: Mapping[str, Words] = field(default_factory=dict)
    """Language → the fields that are words."""
    provenance: Mapping[str, Provenance] = field(default_factory=dict)
    """Field or relation → how it is known."""
    relations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Relation → ids of documents, or symbols of documents without a record."""

    coverage: Coverage | None = None
    """Which parts the pages have to treat, if any."""
    origin: Origin | None = None
    """Where its text was copied from, if that stands in the record."""

    @property
    def number_blank(self) -> bool:
        """Whether the number is left blank on the copy that is held."""
        return bool(self.symbol and self.symbol.startswith("/"))

    @property
    def blank(self) -> bool:
        """Whether its number or its date is blank on our copy."""
        return self.number_blank or self.date_blank

    @property
    def date_blank(self) -> bool:
        """Whether part of the date is left blank on the copy that is held."""
        return bool(self.date and self.date.whole is None)

    def in_language(self, language: str) -> Words:
        """Return the words in `language`, those of the original where there are none."""
        return self.words.get(language) or self.words.get("vi") or Words()
