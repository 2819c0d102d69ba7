"""The names by which files, settings and the command line know pages, themes, languages and processors."""

from typing import Literal

DeviceName = Literal["auto", "cpu", "cuda", "mps"]
Language = Literal["en", "zh_CN"]

PAGE_NAMES = ("fit", "softmax", "losses", "overfit", "mnist")
THEME_NAMES = ("light", "dark", "projector")
LANGUAGE_NAMES: tuple[Language, ...] = ("en", "zh_CN")
DEVICE_NAMES: tuple[DeviceName, ...] = ("auto", "cpu", "cuda", "mps")
