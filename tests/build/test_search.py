"""The committed questions of readers are about this site."""

from pathlib import Path

from ..helpers import search_queries


def test_the_committed_answers_are_places_of_the_site(site: Path) -> None:
    answers = {
        one for _, answers in [*search_queries.asked()["full"], *search_queries.asked()["short"]] for one in answers
    }
    answers |= {one for _, answers in search_queries.asked_in_english() for one in answers}
    lost = []
    for answer in sorted(answers):
        page, _, anchor = answer.partition("#")
        path = site / page / "index.html"
        if not path.exists() or (anchor and f'id="{anchor}"' not in path.read_text("utf-8")):
            lost.append(answer)
    assert lost == []
