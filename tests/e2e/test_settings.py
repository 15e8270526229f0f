"""`itdesk settings`: where each value comes from, and what was passed over."""

from collections.abc import Callable

from tests.e2e.processes import Client

Computer = Callable[[str], Client]


def test_each_value_tells_where_it_comes_from_and_a_bad_line_is_named(computer: Computer) -> None:
    joanna = computer("joanna")
    chosen = joanna.folder / "settings.toml"
    chosen.write_text('theme = "dark"\nlanguage = "polish"\nproxy = "http://ewa:secret@p.example.com:1"\n')
    document = joanna.ask("settings")
    found = {one["name"]: one for one in document["settings"]}
    assert (found["theme"]["value"], found["theme"]["source"]) == ("dark", "person")
    assert found["theme"]["origin"] == str(chosen)
    assert found["language"]["source"] == "default"
    assert "secret" not in found["proxy"]["value"]
    assert document["problems"] == [
        {
            "place": str(chosen),
            "line": 2,
            "key": "language",
            "got": "“polish”",
            "expected": 'one of "auto", "en", "pl"',
        }
    ]
    said = joanna.run("settings").stdout
    assert "person: " in said
    assert f"{chosen}, line 2" in said
