"""What every sheet and file made for paper says beside its own words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Notices:
    """What every file says beside its own words."""

    publisher: str
    """Who publishes it, or nothing."""
    draft: str
    """That it is not approved yet; nothing when it is."""
    sources: str
    """The heading over the sources."""
    page: str
    """The word before the number of a page."""
