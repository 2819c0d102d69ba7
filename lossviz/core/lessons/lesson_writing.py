"""Writes a lesson as a teacher would: running text in folded blocks, names in one line, an empty line between steps."""

from collections.abc import Mapping, Sequence

import yaml

from lossviz.core.lessons.lesson import Lesson, Prediction, Step, Words
from lossviz.core.lessons.yaml_tree import BETWEEN_IDEOGRAPHS, Leaf, plain_value
from lossviz.core.names import LANGUAGE_NAMES

_WIDTH = 100
_LONG = 60  # letters from which a text gets a block of its own
_TEXT = "tag:yaml.org,2002:str"
_MAP = "tag:yaml.org,2002:map"
_LIST = "tag:yaml.org,2002:seq"

Pairs = list[tuple[str, yaml.Node]]


class _Writer(yaml.BaseDumper):
    """Lists are indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


def text_of(lesson: Lesson, version: int) -> str:
    """The text of the lesson's file."""
    pairs: Pairs = [("lossviz_lesson", _value(version)), ("key", _text(lesson.key))]
    if lesson.number:
        pairs.append(("number", _value(lesson.number)))
    pairs += [
        ("title", _words(lesson.title)),
        ("goal", _words(lesson.goal)),
        ("minutes", _value(lesson.minutes)),
        ("steps", yaml.SequenceNode(_LIST, [_step(step) for step in lesson.steps], flow_style=False)),
    ]
    text: str = yaml.serialize(_map(pairs), Dumper=_Writer, width=_WIDTH, allow_unicode=True)
    return text.replace("\n  - ", "\n\n  - ")  # whatever belongs to a step is indented further


def _step(step: Step) -> yaml.Node:
    pairs: Pairs = [("title", _words(step.title)), ("page", _text(step.page))]
    if step.show:
        pairs.append(("show", _value(step.show)))
    if step.state:
        pairs.append(("state", _map([(key, _value(value)) for key, value in step.state.items()])))
    if step.press:
        pairs.append(("press", _value(step.press)))
    pairs.append(("caption", _words(step.caption)))
    if step.look_at:
        pairs.append(("look_at", _value(step.look_at)))
    if step.predict:
        pairs.append(("predict", _prediction(step.predict)))
    if step.shows:
        pairs.append(("shows", _map([(name, _text(text)) for name, text in step.shows.items()])))
    return _map(pairs)


def _prediction(predict: Prediction) -> yaml.Node:
    pairs: Pairs = [("hide", _value(predict.hide))] if predict.hide else []
    pairs += [
        ("question", _words(predict.question)),
        ("options", yaml.SequenceNode(_LIST, [_words(option) for option in predict.options], flow_style=False)),
        ("answer", _value(predict.answer)),
        ("because", _words(predict.because)),
    ]
    if predict.tally:
        pairs.append(("tally", _value(predict.tally)))
    return _map(pairs)


def _words(words: Words) -> yaml.Node:
    if words.en == words.zh_CN:
        return _text(words.en)
    return _map([(language, _text(vars(words)[language])) for language in LANGUAGE_NAMES if vars(words)[language]])


def _text(text: str) -> yaml.Node:
    """A folded block for a long text, else plain; the writer itself takes quotation marks where neither will do."""
    is_block = len(text) > _LONG or "\n" in text
    return yaml.ScalarNode(_TEXT, text, style=_block_style(text) if is_block else None)


def _block_style(text: str) -> str:
    """A folded block loses some white space; what has any of that goes between quotation marks."""
    is_tidy = all(line == " ".join(line.split()) for line in text.split("\n")) and text == text.strip()
    is_foldable = is_tidy and not BETWEEN_IDEOGRAPHS.search(text)
    return ">" if is_foldable else '"'


def _value(value: object) -> yaml.Node:
    """What a state holds, in one line as far as it fits."""
    if isinstance(value, Mapping):
        return _map([(str(key), _value(entry)) for key, entry in value.items()], in_one_line=True)
    if isinstance(value, str):
        is_text = plain_value(Leaf(value.strip(), True, 0)) == value
        return yaml.ScalarNode(_TEXT, value, style=None if is_text else '"')
    if isinstance(value, Sequence):
        return yaml.SequenceNode(_LIST, [_value(item) for item in value], flow_style=True)
    names: dict[object, str] = {None: "null", True: "true", False: "false"}
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return yaml.ScalarNode(_TEXT, repr(value) if is_number else names[value])


def _map(pairs: Pairs, *, in_one_line: bool = False) -> yaml.Node:
    keys = [(yaml.ScalarNode(_TEXT, key), node) for key, node in pairs]
    return yaml.MappingNode(_MAP, keys, flow_style=in_one_line)
