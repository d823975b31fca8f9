"""The headers that every answer of the site carries, in one place; all servers' files are made from it.

Sources: Content Security Policy Level 3 (W3C), Permissions Policy (W3C), and the Fetch standard for `nosniff`.
"""

from collections.abc import Mapping, Sequence

_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # QR codes and icons stand in the pages
    "font-src": "'self'",
    "connect-src": "'self'",  # asks whether a printed sheet is current, and what to keep for reading offline
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""What a page may load and do; nothing inline, nothing from elsewhere."""
_ALLOWED = ("fullscreen", "clipboard-write", "web-share", "screen-wake-lock")
"""What our scripts use."""
_FORBIDDEN = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope"),
    *("magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "usb", "xr-spatial-tracking"),
)
PERMANENT = "public, max-age=31536000, immutable"
"""How long caches hold a file whose name changes with its content: a year, the longest that HTTP knows a use for."""
CHECKED = "no-cache"
"""Caches may hold any other file, and ask each time whether it has changed."""


def page_policy() -> str:
    """Return the policy as a page can carry it in itself: without the rule on frames, which only a header can give."""
    return "; ".join(f"{name} {sources}" for name, sources in _SOURCES.items())


def headers(framed_by: Sequence[str] = ()) -> Mapping[str, str]:
    """Return name → value of the headers of every answer; `framed_by` are origins that may show pages in a frame."""
    ancestors = " ".join(["'self'", *framed_by]) if framed_by else "'none'"
    allowed = [f"{name}=(self)" for name in _ALLOWED]
    permissions = ", ".join([*allowed, *(f"{name}=()" for name in _FORBIDDEN)])
    found = {
        "Content-Security-Policy": f"{page_policy()}; frame-ancestors {ancestors}",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": permissions,
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    if not framed_by:  # the older header cannot name who may; browsers that know the policy do not look at it
        found["X-Frame-Options"] = "DENY"
    return found
