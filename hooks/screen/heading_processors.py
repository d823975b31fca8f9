"""Tree processors for the headings of a page: ids of entries, permalinks, and a section around what follows each."""

from collections.abc import Mapping
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from .fragment import headings

_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}


class EntryIds(Treeprocessor):
    """Gives the headings of a digest the ids under which their entries are cited."""

    def __init__(self, md: Markdown, entries: Mapping[str, str]) -> None:
        """Take id of a heading as it is written → its id for browsers."""
        super().__init__(md)
        self.entries = entries

    def run(self, root: ElementTree.Element) -> None:
        """Rename the headings below `root` that have an entry's id."""
        for heading in headings(root):
            name = heading.get("id", "")
            if name in self.entries:
                heading.set("id", self.entries[name])


class WithoutPermalinks(Treeprocessor):
    """Takes the permalinks out of the headings of an official text: a script offers the link of each provision."""

    def run(self, root: ElementTree.Element) -> None:
        """Remove the permalinks of headings in the texts below `root`."""
        for text in root.iterfind("div[@class='vb']"):
            for heading in headings(text):
                for link in heading.findall("a[@class='headerlink']"):
                    heading.remove(link)


class Sections(Treeprocessor):
    """Puts each heading and what follows it into a section, on pages laid out by their sections."""

    def run(self, root: ElementTree.Element) -> None:
        """Move the children of `root` into a section each, a deeper one within the one above it."""
        children, open_sections = list(root), [(1, root)]
        for child in children:
            level = _LEVELS.get(child.tag, 0)
            if level > 1:
                while open_sections[-1][0] >= level:
                    open_sections.pop()
                section = ElementTree.SubElement(
                    open_sections[-1][1], "section", {"class": f"lc-section lc-section--{level}"}
                )
                open_sections.append((level, section))
            if len(open_sections) > 1:
                root.remove(child)
                open_sections[-1][1].append(child)
