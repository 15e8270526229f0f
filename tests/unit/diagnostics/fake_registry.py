"""A registry in memory."""


class FakeRegistry:
    """Values by key; a key is there when it has values or keys below."""

    def __init__(self, keys: dict[str, dict[str, object]]) -> None:
        self._keys = keys

    def value(self, key: str, name: str) -> object:
        return self._keys.get(key, {}).get(name)

    def exists(self, key: str) -> bool:
        return any(known == key or known.startswith(f"{key}\\") for known in self._keys)

    def subkeys(self, key: str) -> list[str]:
        below = (known.removeprefix(f"{key}\\") for known in self._keys if known.startswith(f"{key}\\"))
        return list(dict.fromkeys(name.partition("\\")[0] for name in below))
