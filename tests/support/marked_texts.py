"""Finds in the code what is marked for translation, and what is marked in a way that lupdate cannot read."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[2] / "lossviz"
_SEEN = ("widgets", "panels", "pages", "shell")
_CALLS = {"tr": 1, "translate": 2, "QT_TRANSLATE_NOOP": 2}  # each with how many texts it is handed


@dataclass(frozen=True)
class MarkedText:
    """One call. context, source: empty where they are not plain literals; owner: the class that it stands in."""

    call: str
    context: ast.expr | None
    source: ast.expr
    owner: str
    place: str

    @property
    def context_name(self) -> str:
        """Where the text is looked up."""
        return self.owner if self.call == "tr" else _literal(self.context)

    @property
    def text(self) -> str:
        """The literal text."""
        return _literal(self.source)


@cache
def marked_texts() -> tuple[MarkedText, ...]:
    """Every call of tr, translate and QT_TRANSLATE_NOOP in lossviz."""
    return tuple(
        text
        for file in sorted(_PACKAGE.rglob("*.py"))
        for text in texts_in(file.read_text(encoding="utf-8"), str(file.relative_to(_PACKAGE.parent)))
    )


def texts_in(code: str, file: str) -> Iterator[MarkedText]:
    """The calls in the code of one file."""
    yield from _texts_below(ast.parse(code), file, "")


def untranslated_errors() -> list[str]:
    """Where what people see is made of an error's English: str() of a LossvizError, or of a store's problem."""
    return [
        f"{file.relative_to(_PACKAGE.parent)}:{node.lineno}"
        for folder in _SEEN
        for file in sorted((_PACKAGE / folder).rglob("*.py"))
        for node in _written_out(ast.parse(file.read_text(encoding="utf-8")))
    ]


def fault_of(text: MarkedText) -> str:
    """Why lupdate cannot read the call; empty if it can."""
    if text.call != "translate" and not text.text:
        return "not a plain literal"
    if isinstance(text.source, ast.JoinedStr | ast.BinOp | ast.Call):
        return "put together before it is translated"
    if not text.context_name:
        return "not self.tr within a class" if text.call == "tr" else "its context is not a plain literal"
    return ""


def _written_out(tree: ast.Module) -> Iterator[ast.expr]:
    caught = {
        id(node)
        for handler in ast.walk(tree)
        if isinstance(handler, ast.ExceptHandler) and getattr(handler.type, "id", "") == "LossvizError"
        for node in ast.walk(handler)
        if isinstance(node, ast.Name) and node.id == handler.name
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue):
            written: ast.expr | None = node.value
        else:
            is_str = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "str" and node.args
            written = node.args[0] if is_str and isinstance(node, ast.Call) else None
        if written is not None and (id(written) in caught or getattr(written, "attr", "") == "problem"):
            yield written


def _texts_below(node: ast.AST, file: str, owner: str) -> Iterator[MarkedText]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _text_of(child, file, owner)
        yield from _texts_below(child, file, child.name if isinstance(child, ast.ClassDef) else owner)


def _text_of(call: ast.Call, file: str, owner: str) -> Iterator[MarkedText]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    handed = _CALLS.get(name)
    if handed and len(call.args) >= handed and not _is_other(call):
        context, source = (None, call.args[0]) if handed == 1 else (call.args[0], call.args[1])
        yield MarkedText(name, context, source, owner if _is_own(call) else "", f"{file}:{call.lineno}")


def _is_own(call: ast.Call) -> bool:
    """Another object's tr looks in that object's class, and lupdate writes down the class around the call."""
    return (
        isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "self"
    )


def _is_other(call: ast.Call) -> bool:
    """Painters and matrices can be translated too, by two numbers; a str by a table."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "translate" and not _is_application(call.func)


def _is_application(function: ast.Attribute) -> bool:
    return isinstance(function.value, ast.Name) and function.value.id == "QCoreApplication"


def _literal(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
