"""Secrets in facts: each is named by its place, and hidden there alone."""

import copy

from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.redaction import FactFinding, findings_in, with_hidden
from itdesk.domain.redaction import Finding, Rules, Secret

RULES = Rules(own_addresses=frozenset({"joanna@example.com"}))
FACTS: dict[str, dict[str, object]] = {
    "host": {"name": "PC-17", "owner": "joanna@example.com", "count": 3, "up": True},
    "adapters": {
        "adapters": [
            {"name": "eth0", "mtu": 1500},
            {"name": "wlan0", "mac": "a4:5e:60:00:11:22", "notes": ["fe80::1", "x http://a:b@nas/ y"]},
        ],
        "hosts": ["10.0.0.1 printer", "10.0.0.2 anna.kos@example.com"],
    },
    "crashes": {"error": "OSError: /home/joanna/.cache"},
    "odd": {"tree": {"leaf": [["PIN: 1234"]]}, "nothing": None},
}
MAC = FactFinding("adapters", "adapters", 1, "mac", Finding(0, 17, Secret.MAC))
URL = FactFinding("adapters", "adapters", 1, "notes", Finding(9, 12, Secret.URL_CREDENTIALS), (1,))
EMAIL = FactFinding("adapters", "hosts", 1, "", Finding(9, 29, Secret.EMAIL))
HOME = FactFinding("crashes", "error", None, "", Finding(15, 21, Secret.HOME))
PIN = FactFinding("odd", "tree", None, "leaf", Finding(5, 9, Secret.PASSWORD), (0, 0))


def test_each_secret_is_named_by_its_place() -> None:
    assert findings_in(FACTS, RULES) == (MAC, URL, EMAIL, HOME, PIN)


def test_what_is_hidden_is_hidden_in_its_place_alone() -> None:
    before = copy.deepcopy(FACTS)
    facts = with_hidden(FACTS, [MAC, URL, EMAIL])
    assert before == FACTS
    assert facts["adapters"] == {
        "adapters": [
            {"name": "eth0", "mtu": 1500},
            {"name": "wlan0", "mac": "▇▇▇▇", "notes": ["fe80::1", "x http://▇▇▇▇@nas/ y"]},
        ],
        "hosts": ["10.0.0.1 printer", "10.0.0.2 ▇▇▇▇"],
    }
    assert facts["crashes"] == FACTS["crashes"]
    assert findings_in(facts, RULES) == (HOME, PIN)
    assert findings_in(with_hidden(facts, [HOME, PIN]), RULES) == ()


def test_two_secrets_in_one_text_are_hidden_together() -> None:
    facts = {"log": {"lines": ["PIN: 1234 i hasło: kot-i-pies"]}}
    findings = findings_in(facts, RULES)
    assert [found.row for found in findings] == [0, 0]
    assert with_hidden(facts, findings) == {"log": {"lines": ["PIN: ▇▇▇▇ i hasło: ▇▇▇▇"]}}
    assert with_hidden(facts, findings[:1]) == {"log": {"lines": ["PIN: ▇▇▇▇ i hasło: kot-i-pies"]}}


NAMES = st.text(min_size=1, max_size=4)
TEXTS = st.sampled_from(["ok", "hasło: a", "key=b c", "a@b.pl", "/home/jan/x", "44051401359"]) | st.text(
    max_size=8
)
VALUES = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from("abc"), st.dictionaries(NAMES, VALUES, max_size=3)))
def test_whatever_the_facts_are_everything_found_can_be_hidden(facts: dict[str, dict[str, object]]) -> None:
    findings = findings_in(facts, RULES)
    assert findings_in(with_hidden(facts, findings), RULES) == ()
    assert with_hidden(facts, []) == facts
