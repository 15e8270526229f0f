"""A registry in memory."""

from datetime import datetime


class FakeRegistry:
    """Values by key; a key is there when it has values or keys below. `changed` tells when keys were."""

    def __init__(
        self, keys: dict[str, dict[str, object]], changed: dict[str, datetime] | None = None
    ) -> None:
        self._keys = keys
        self._changed = changed or {}

    def value(self, key: str, name: str) -> object:
        return self._keys.get(key, {}).get(name)

    def values(self, key: str) -> dict[str, object]:
        return dict(self._keys.get(key, {}))

    def exists(self, key: str) -> bool:
        return any(known == key or known.startswith(f"{key}\\") for known in self._keys)

    def subkeys(self, key: str) -> list[str]:
        below = (known.removeprefix(f"{key}\\") for known in self._keys if known.startswith(f"{key}\\"))
        return list(dict.fromkeys(name.partition("\\")[0] for name in below))

    def changed_at(self, key: str) -> datetime | None:
        return self._changed.get(key)
