"""Translations made for one test, compiled as those that ship are."""

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from scripts import qt_tools


def compile_texts(folder: Path, texts: Mapping[tuple[str, str], str]) -> Path:
    """A resources folder whose i18n/zh_CN.qm translates (context, source) as given."""
    source, compiled = folder / "zh_CN.ts", folder / "i18n" / "zh_CN.qm"
    compiled.parent.mkdir()
    source.write_text(_written(texts), encoding="utf-8")
    qt_tools.release(source, compiled)
    return compiled


def _written(texts: Mapping[tuple[str, str], str]) -> str:
    contexts = "".join(
        f"<context><name>{escape(context)}</name><message><source>{escape(source)}</source>"
        f"<translation>{escape(translation)}</translation></message></context>"
        for (context, source), translation in texts.items()
    )
    return f'<?xml version="1.0" encoding="utf-8"?><TS version="2.1" language="zh_CN">{contexts}</TS>'
