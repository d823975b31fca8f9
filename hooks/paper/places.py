"""Where the files made beside the pages stand below the site."""

from ..content.model import Page

LIST_MARKS = ("<!--lc-pdfs-->", "<!--/lc-pdfs-->")
"""Stand around what the list of all booklets and leaflets takes the place of."""


def gallery(page: Page) -> str:
    """Return the path of the picture that holds the posters of all slogans of a page."""
    return f"ap-phich/{page.key.removesuffix('.md').replace('/', '-')}.svg"


def picture(slogan: str) -> str:
    """Return the path of the picture of a slogan's poster, by its id."""
    return f"ap-phich/{slogan}.svg"


def print_sheet(slogan: str, sheet: str) -> str:
    """Return the path of a slogan as PDF, by the name of the sheet."""
    return f"ap-phich/{slogan}-{sheet}.pdf"


def word_file(text: str) -> str:
    """Return the path of a text as Word file, by its id."""
    return f"word/{text}.docx"
