"""What static-i18n does to a build: which language it is at, which page a file is, and what a failure leaves behind.

It builds the second language inside its own `on_post_build`, on the same config object.
"""

from typing import Any

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig

from ..conventions import page_key

_clean_directory = utils.clean_directory


def is_nested(config: MkDocsConfig) -> bool:
    """Whether static-i18n is building a further language inside the first one's build."""
    return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]


def language(config: MkDocsConfig) -> str:
    """Return the language that is being built."""
    return str(config.plugins["i18n"].current_language or "vi")  # type: ignore[attr-defined]


def key(file: Any) -> str:
    """Return the key of the page of a file."""
    return page_key(str(file.norm_src_uri))


def site_names(config: MkDocsConfig) -> dict[str, str]:
    """Return language → the name of the site, as the settings of static-i18n have it."""
    languages = config.plugins["i18n"].config.languages
    return {str(one.locale): str(one.site_name or config.site_name) for one in languages}


def restore() -> None:
    """Undo what it leaves behind in MkDocs when a nested build fails: removed pages would stay served."""
    utils.clean_directory = _clean_directory
