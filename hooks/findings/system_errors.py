"""What the system refuses, in words for editors: a full disk, a folder without permission, a file that is gone."""

import errno

from .wording import say_both

_WORDS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "system-full"),
    **dict.fromkeys((errno.EACCES, errno.EPERM), "system-denied"),
    errno.EROFS: "system-read-only",
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), "system-missing"),
    errno.EISDIR: "system-folder",
    errno.EEXIST: "system-taken",
    errno.ENAMETOOLONG: "system-long-name",
    errno.EIO: "system-disk",
}


def reason(error: OSError) -> str:
    """Return why the system refused something, in both languages; its own words where editors have no use for others.

    >>> reason(OSError(errno.ENOSPC, "No space left on device"))
    'ổ đĩa đã đầy: xóa bớt tệp không dùng rồi chạy lại / the disk is full: remove what is not needed and run again'
    """
    name = _WORDS.get(error.errno or 0)
    return say_both(name) if name else error.strerror or str(error)


def sentence(error: OSError, where: str = "") -> str:
    """Return one line with the file an error is about (`where` if it does not say so) and why."""
    named = str(error.filename2 or error.filename or where)
    return f"{named}: {reason(error)}" if named else reason(error)
