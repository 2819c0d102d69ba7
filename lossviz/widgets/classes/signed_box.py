"""A number field beside painted numbers: its minus is theirs, as wide as a plus."""

from lossviz.widgets.number_boxes import NumberBox


class SignedBox(NumberBox):
    """Takes a hyphen as well."""

    def textFromValue(self, value: float) -> str:
        """As short as the number allows."""
        return ("−" if value < 0 else "") + super().textFromValue(abs(value))
