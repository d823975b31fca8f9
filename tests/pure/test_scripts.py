"""Modules of the browser become one script, or are refused with what is wrong."""

import pytest

from hooks.screen.scripts import joined


def test_a_module_is_joined_once_after_what_it_imports() -> None:
    modules = {
        "main": 'import { one } from "./one.js";\nimport { two } from "./two.js";\none(two());\n',
        "two": 'import { one } from "./one.js";\nexport function two() {\n  return one();\n}\n',
        "one": "// What it is for.\nexport const one = () => 1;\n",
    }
    script = joined(modules, "main")
    assert script.count("const one = () => 1;") == 1
    assert script.index("$one =") < script.index("$two =") < script.index("$main =")
    assert "What it is for" not in script
    assert "import" not in script
    assert "export" not in script


def test_a_module_of_another_folder_is_found_from_where_it_is_imported() -> None:
    modules = {"a/one": 'import { two } from "../b/two.js";\ntwo();\n', "b/two": "export function two() {}\n"}
    assert joined(modules, "a/one").index("$b_two =") < joined(modules, "a/one").index("$a_one =")


def test_a_script_carries_only_the_words_it_names() -> None:
    modules = {"main": 'import { words } from "./words.js";\nalert(words.hello);\n'}
    script = joined(modules, "main", {"hello": "Chào", "bye": "Tạm biệt"})
    assert "Chào" in script
    assert "Tạm biệt" not in script


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        ({"main": 'import { a } from "./a.js";\n', "a": 'import { b } from "./main.js";\n'}, "main → a → main"),
        ({"main": 'import { a } from "./gone.js";\n'}, "no module gone.js"),
        ({"main": 'import all from "./a.js";\n', "a": ""}, "cannot be joined"),
        ({"main": "export default 1;\n"}, "cannot be joined"),
        ({"main": 'import { words } from "./words.js";\nwords.gone;\n'}, "there are no words gone"),
    ],
)
def test_what_cannot_be_joined_is_said(modules: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        joined(modules, "main")
