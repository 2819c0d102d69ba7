"""A sitting as one value: the page, the states of all pages, and what they refer to outside themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class DataReference:
    """The digits in use. path: where they came from, empty for built-in ones; sha256: as in DataIdentity."""

    name: str
    path: str
    sha256: str


@dataclass(frozen=True)
class RunReference:
    """A saved run. sha256: of the file's bytes."""

    path: str
    sha256: str


@dataclass(frozen=True)
class Session:
    """made_with: the version of lossviz that wrote it. view: how the window is arranged. states: of the stores, by key;
    whether they are any that a store takes is not known here.
    """

    made_with: str
    page: str
    states: Mapping[str, Mapping[str, object]]
    view: Mapping[str, object] = field(default_factory=dict)
    data: DataReference | None = None
    run: RunReference | None = None
