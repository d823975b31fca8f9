"""A site that was built goes into the published folder file by file; `site.py` is where to begin.

Why into the folder, and not in its place: the published folder may be a symbolic link, a mount point, or what a web
server's container was given (a bind mount shows the folder that was there when it started). Whoever renames another
folder over it replaces the link, fails with EBUSY, or publishes where nobody looks. So the folder stays and its files
change, in an order in which no reader finds a link that leads nowhere:

1. Every new or changed file is written to `.publishing` inside the folder, on the same disk, and flushed. A full disk
   or a folder that cannot be written to is noticed here, when nothing has changed yet.
2. The files are renamed into place, each in one step: styles, scripts, data and PDFs; pages that are new, which no
   page links to yet; pages that change, the home page last; what names pages, as the site map and the service worker
   do. Equal files keep their inode and time. Before a file changes, compressed copies beside it go, whoever made them:
   servers send them in its place without looking whether they fit.
3. Withdrawn pages go at once. Other files that the site no longer has stay for `manifest.GRACE`: pages in the caches
   of browsers and proxies still ask for them.

Before step 2 the manifest names all files that are or will be there, so that a run that was killed leaves nothing the
next one does not know. Only what the manifest names is ever removed. The manifest lies in `.cache/publishing` of the
project, not in the folder: what is in the folder is served. Without it (a new clone, `make clean`) files of before are
taken for somebody else's: they are replaced where the site has the same name, otherwise left alone, and this is said.

Before the first change of a publication a copy of what is published is made beside the manifest. One copy is kept; a
rollback publishes it in the same way, and keeps a copy of what it undoes. Copies, not hard links: whoever edits a
published file in place must not change the copy.

Locks are those of the system (`flock`): they end with the process however it ends, so none is ever stale.
"""
