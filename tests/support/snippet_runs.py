"""Runs the code that the window gives to be copied."""

LINE_LENGTH = 96  # the most that its lines may have


def result_of(code: str) -> float:
    """What the code leaves as `result`, pasted into an empty Python."""
    names: dict[str, object] = {}
    exec(code, names)
    result = names["result"]
    assert isinstance(result, float)
    return result
