"""Pages full of citations, for a site of any size."""

import re
from pathlib import Path

from . import projects

_SECTIONS, _CITATIONS = 5, 4
FRONT = "description: Trang thử.\nkind: overview\n"


def generate(root: Path, count: int) -> None:
    """Write `count` pages with 20 citations each, half of them in each language, into a copied project."""
    read = projects.base().pages["docs/vi/van-ban/cong-van.md"]
    leaves = re.findall(r"^(?:    \+|-) (.*)$", read[read.index("## II. ") : read.index("## III. ")], re.MULTILINE)
    ids = [*(f"cv.II.1.{n}" for n in range(1, 5)), "cv.II.2.1"]
    ids += ["cv.II.2.2", *(f"cv.II.2.2.{n}" for n in range(1, 8)), "cv.II.2.3", *(f"cv.II.3.{n}" for n in range(1, 5))]
    for language in ("vi", "en"):
        folder = root / "docs" / language / "thu"
        folder.mkdir()
        for page in range(count // 2):
            parts = [f"---\ntitle: Trang {page}\n{FRONT}own_figures: ['{page}']\n---\n\n# Trang\n"]
            for section in range(_SECTIONS):
                at = (page + section) % len(ids)
                parts.append(f"## Phần {{#phan-{section}}}\n\n> {leaves[at]}\n>\n> [](cite:{ids[at]})\n")
                for other in range(1, _CITATIONS):
                    cited = ids[(at + other) % len(ids)]
                    parts.append(
                        f"Trang này giải thích bằng lời thường và chỉ rõ mỗi ý nằm ở câu nào ([mục](cite:{cited})).\n"
                    )
            (folder / f"trang-{page}.md").write_text("\n".join(parts), "utf-8")
