"""Every page, folder, file and section of the content that the program knows by name, once.

Pages are named by their key, the path below a language's folder (`docs/vi/`, `docs/en/`); other files by their path
from the project root; sections by the id that stands after their heading. Whoever renames one of them in `docs/`
changes it here, and nowhere else in the program.
"""

DOCS = "docs"
"""Folder of everything editors write."""
PROVISIONS_LOCK = f"{DOCS}/provisions.lock"
TRANSLATIONS_LOCK = f"{DOCS}/translations.lock"
HISTORY_LOCK = f"{DOCS}/history.lock"
DIGESTS_LOCK = f"{DOCS}/digests.lock"
"""What each entry of a digest was compared with."""
TERMS = f"{DOCS}/terms.toml"
"""The English rendering of each Vietnamese name, and the ones that are not used."""
RATES = f"{DOCS}/rates.toml"
"""Rates that a decree may change, from which day each holds, and the entry that says so."""
TOOLS = f"{DOCS}/tools.toml"
"""Numbers and days that the tools compute with, and the entries that state them."""
SYNONYMS = f"{DOCS}/synonyms.toml"
"""What people type, and the words of the pages that it stands for."""
LEAFLETS = f"{DOCS}/leaflets.toml"
"""Which leaflets there are, and what stands on them."""
WARD = f"{DOCS}/phuong.toml"
"""What only the ward knows."""

INDEX = "index.md"
"""The home page, and in each folder the page that stands for it."""
README = "README.md"
"""The other name that the page of a folder may have, as GitHub and MkDocs know it; its key is that of an index."""
ABOUT_PAGE = "gioi-thieu.md"
READERS_FOLDER = "danh-cho/"
"""One page for each group of readers; its name is what `readers="…"` of a question takes."""
LOOKUP_PAGE = f"tra-cuu/{INDEX}"
SEARCH_PAGE = "tra-cuu/tim-kiem.md"
"""Everything from A to Z; its own lists are not searched."""
GLOSSARY_PAGE = "tra-cuu/thuat-ngu.md"
"""Its headings of level 3 are the terms; the first paragraph under each explains it."""
NUMBERS_PAGE = "quyen-loi/con-so.md"
"""Its tables have a number, what it is about, and its articles in each row: sheets and pictures are made of them."""
DATA_PAGE = "tra-cuu/du-lieu.md"
"""The files to fetch."""
EDITING_FOLDER = "bien-tap/"
"""How the site is edited: for its editors, in no booklet."""
EDITING_PAGE = f"{EDITING_FOLDER}{INDEX}"
CHECKS_PAGE = f"{EDITING_FOLDER}kiem-tra.md"
"""What each finding means, a section a code."""

COPY_SECTION = "ve-ban-luu"
"""About the copy that is held: the program writes it below every document held in full."""
NEWS_SECTION = "co-gi-moi"
"""On the page about the site: what is new, written by editors."""
READ_ON_SECTION = "doc-tiep"
"""Leads on to other pages."""
LEADING_ON_SECTIONS = frozenset({READ_ON_SECTION, "hoi-dap-khau-hieu", "tra-loi-gi"})
"""Lead on to other pages and say nothing themselves."""
ASIDE_SECTIONS = frozenset({"goi-y", "ai-lien-quan", "cong-van-noi-gi"})
"""Stand beside the matter of their page."""
OVERVIEW_SECTION = "tra-loi-nhanh"
"""On a topic: its answers in a line each."""
STEPS_SECTION = "tung-buoc"
"""On a topic: what to do, step by step."""
DECIDING_SECTION = "ai-quyet-dinh"
"""On a topic: who decides, and where to ask."""
SUGGESTED_SECTION = "cau-hoi-goi-y"
"""Its links are the questions that the search suggests."""
ABBREVIATIONS_SECTION = "chu-viet-tat"
"""Its table has abbreviations that readers type."""


def language_folder(language: str) -> str:
    """Return the folder of a language's pages from the project root, with a slash at its end.

    >>> language_folder("vi")
    'docs/vi/'
    """
    return f"{DOCS}/{language}/"


def page_key(name: str) -> str:
    """Return the key of a page from its path below the folder of its language.

    >>> page_key("van-ban/README.md"), page_key("van-ban/cong-van.md")
    ('van-ban/index.md', 'van-ban/cong-van.md')
    """
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}{INDEX}" if file == README else name
