"""A plot in words, for those who do not see it."""

import numpy as np
from PySide6.QtCore import QObject

from lossviz.widgets.joints import listed, listed_phrases, titled
from lossviz.widgets.minus_signs import shown_number
from lossviz.widgets.plots.picture import Curve, Dots, Handle, PlotPicture, Rule
from lossviz.widgets.plots.reading import readings_at
from lossviz.widgets.plots.spots import Spot, handle_of, place_of

_MOST_TOLD_DOTS = 20


class PlotWords(QObject):
    """In the user's language."""

    def summary(self, picture: PlotPicture, titles: tuple[str, str]) -> str:
        """Every curve, dot, rule and handle with its numbers, one a line."""
        lines = [self._bars(curve) if curve.is_bars else self._curve(curve) for curve in picture.curves]
        lines += [self._dots(dots) for dots in picture.dots]
        lines += [self._rule(rule) for rule in picture.rules]
        lines += [self._handle(handle) for handle in picture.handles]
        return "\n".join([self.name(titles), *lines] if lines else [self.tr("Nothing to show yet.")])

    def name(self, titles: tuple[str, str]) -> str:
        """What the plot shows over what."""
        if not titles[0] or not titles[1]:
            return titles[0] or titles[1] or self.tr("Plot")
        return self.tr("{y} over {x}").format(x=titles[0], y=titles[1])

    def reading(self, picture: PlotPicture, x: float, x_title: str) -> str:
        """The values of the curves at `x`, one a line."""
        rows = [f"{curve.name} {shown_number(value)}" for curve, value in readings_at(picture.curves, x)]
        return "\n".join([self.place(x, x_title), *rows])

    def place(self, x: float, x_title: str) -> str:
        """`x` and what it is."""
        return f"{x_title or 'x'} = {shown_number(x)}"

    def spot(self, picture: PlotPicture, spot: Spot, titles: tuple[str, str]) -> list[str]:
        """The name of a handle, and where the spot stands; nothing if the picture does not have it."""
        place, handle = place_of(picture, spot), handle_of(picture, spot)
        if place is None:
            return []
        names = [handle.text] if handle is not None and handle.text else []
        return [*names, self.place(place[0], titles[0]), f"{titles[1] or 'y'} = {shown_number(place[1])}"]

    def _curve(self, curve: Curve) -> str:
        is_known = np.isfinite(curve.xs) & np.isfinite(curve.ys)
        xs, ys = curve.xs[is_known], curve.ys[is_known]
        name = curve.name or curve.key
        if not len(xs):
            return self.tr("{name}: no values").format(name=name)
        least, most = int(ys.argmin()), int(ys.argmax())
        ends = self.tr("{name}: from {first} at {start} to {last} at {end}").format(
            name=name,
            first=shown_number(ys[0]),
            start=shown_number(xs[0]),
            last=shown_number(ys[-1]),
            end=shown_number(xs[-1]),
        )
        extremes = self.tr("least {least} at {least_x}, most {most} at {most_x}").format(
            least=shown_number(ys[least]),
            least_x=shown_number(xs[least]),
            most=shown_number(ys[most]),
            most_x=shown_number(xs[most]),
        )
        return listed_phrases((ends, extremes))

    def _bars(self, bars: Curve) -> str:
        lengths = np.abs(bars.ys[1::3] - bars.ys[::3])
        text = self.tr("{name}: {count}, the longest {length}")
        return text.format(name=bars.name, count=len(lengths), length=shown_number(lengths.max(initial=0.0)))

    def _dots(self, dots: Dots) -> str:
        count = len(dots.xs)
        if count > _MOST_TOLD_DOTS:
            return self.tr("{count} dots").format(count=count)
        pairs = zip(dots.xs.tolist(), dots.ys.tolist(), strict=True)
        places = listed(f"({shown_number(x)}, {shown_number(y)})" for x, y in pairs)
        return titled(self.tr("Dots"), places)

    def _rule(self, rule: Rule) -> str:
        name = rule.name or self.tr("line")
        return self.tr("{name} at {value}").format(name=name, value=shown_number(rule.value))

    def _handle(self, handle: Handle) -> str:
        name, place = handle.text or self.tr("Point"), f"({shown_number(handle.x)}, {shown_number(handle.y)})"
        return self.tr("{name}: can be dragged, at {place}").format(name=name, place=place)
