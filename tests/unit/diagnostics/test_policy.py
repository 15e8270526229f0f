"""What the company allows to be collected."""

import pytest

from itdesk.diagnostics.base import Probe, Tier
from itdesk.diagnostics.policy import Policy, permitted, policy_of
from itdesk.settings import Layer, Settings, Source, resolve

PROBES = tuple(
    Probe(name=name, tier=tier, why="", fields=(), measure=dict)
    for name, tier in (("host", Tier.ALWAYS), ("wireless", Tier.USUAL), ("software", Tier.SYMPTOM))
)


def settings(source: Source = Source.POLICY, **values: object) -> Settings:
    return resolve([Layer(source=source, origin="/etc/itdesk/policy.toml", values=values)])


def names(policy: Policy) -> list[str]:
    return [probe.name for probe in permitted(PROBES, policy)]


@pytest.mark.parametrize(
    ("tier", "allowed"),
    [
        ("none", []),
        ("0", ["host"]),
        ("1", ["host", "wireless"]),
        ("2", ["host", "wireless", "software"]),
    ],
)
def test_a_tier_is_the_most_that_is_asked(tier: str, allowed: list[str]) -> None:
    policy, complaints = policy_of(settings(diagnostics_tier=tier))
    assert names(policy) == allowed
    assert complaints == ()


def test_without_a_policy_everything_may_be_asked() -> None:
    policy, complaints = policy_of(resolve([]))
    assert policy == Policy(Tier.SYMPTOM, frozenset())
    assert complaints == ()


@pytest.mark.parametrize("text", ["host,software", " host software ", "Software;\n host", "HOST, , software"])
def test_forbidden_probes_are_never_asked(text: str) -> None:
    policy, complaints = policy_of(settings(forbidden_probes=text))
    assert names(policy) == ["wireless"]
    assert complaints == ()


def test_an_unknown_name_is_one_clear_sentence_and_stays_forbidden() -> None:
    policy, (sentence,) = policy_of(settings(forbidden_probes="hots, server, hots displays"))
    assert policy.forbidden == {"hots", "server", "displays"}
    assert sentence.startswith(
        "/etc/itdesk/policy.toml: the setting “forbidden_probes” is “hots”, expected names among "
    )
    assert "host" in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    "values",
    [
        {"diagnostics_tier": "none"},
        {"forbidden_probes": "host"},
        {"screenshots": False},
        {"redaction_patterns": "x"},
    ],
)
def test_the_person_s_own_choice_does_not_count(values: dict[str, object]) -> None:
    found = settings(Source.PERSON, **values)
    assert len(found.problems) == 1
    policy, _ = policy_of(found)
    assert names(policy) == ["host", "wireless", "software"]
