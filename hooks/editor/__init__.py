"""The editor that `make edit` opens in a browser: pages, forms, findings at their place, publish and undo.

It serves this machine alone. A page is known by its path, and only the paths that `files.read` found are known.
"""
