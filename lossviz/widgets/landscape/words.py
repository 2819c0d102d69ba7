"""What a landscape is worth, in words: of what it is, on how many images, how much of the path it holds."""

from PySide6.QtCore import QCoreApplication

from lossviz.core.landscape.evaluation import Place
from lossviz.core.landscape.survey import Landscape
from lossviz.core.per_cents import per_cent
from lossviz.widgets.choice_labels import label_of
from lossviz.widgets.data_names import spoken_data_name
from lossviz.widgets.joints import in_a_row, listed
from lossviz.widgets.minus_signs import shown_number

translate = QCoreApplication.translate  # as lupdate knows it


def landscape_text(landscape: Landscape) -> str:
    """The network, the images, and both losses at its weights with their standard errors."""
    subject, middle = landscape.subject, landscape.settings.grid // 2
    losses = [
        f"{label_of('loss', loss)} {landscape.values[loss][middle, middle]:.3g} ± {error:.1g}"
        for loss, error in landscape.centre_errors.items()
    ]
    text = translate(
        "landscape",
        "{network} after {steps} steps, first {images} training images of {data}. At its weights (± standard error): "
        "{losses}.",
    )
    network, steps = label_of("network", subject.network), _grouped(subject.step)
    images, data = _grouped(landscape.images), spoken_data_name(landscape.data)
    return text.format(network=network, steps=steps, images=images, data=data, losses=listed(losses))


def plane_text(landscape: Landscape) -> str:
    """Which plane it is, and how much of the path lies in it."""
    share = landscape.path.share
    text = translate("landscape", "Random directions, seed {seed}.").format(seed=landscape.settings.seed)
    if landscape.settings.directions == "path":
        text = translate("landscape", "Principal components of the path.")
    if share is None:
        unknown = translate("landscape", "Its path is not known.")
        return in_a_row((text, unknown))
    in_plane = translate("landscape", "The plane explains {share} of the path's variance.")
    return in_a_row((text, in_plane.format(share=_percent(share))))


def plane_tip(landscape: Landscape) -> str:
    """What 1 means on the axes, and of which variance the plane explains a part."""
    text = translate("landscape", "At 1 each filter has moved by as much as it is long itself; biases stay.")
    if landscape.settings.directions == "path":
        text = translate("landscape", "At 1 the weights are as far from the present ones as the path went that way.")
    variance = translate(
        "landscape",
        "The path's variance: the squared distances of earlier weights from the present ones, added up. "
        "The line is where on the plane the path came nearest.",
    )
    return in_a_row((text, variance))


def unknown_text(landscape: Landscape, *, is_3d: bool) -> str:
    """What the part of the picture looks like that is only drawn between the points known; empty if there is none."""
    if landscape.is_whole:
        return ""
    if is_3d:
        return translate("landscape", "Dark: not computed yet, drawn between the points that are.")
    return translate("landscape", "Hatched: not computed yet, drawn between the points that are.")


def progress_text(landscape: Landscape | None, *, is_running: bool) -> str:
    """How many of the points are known."""
    if landscape is None:
        return translate("landscape", "Computing the first points …")
    known, whole = int(landscape.is_known.sum()), landscape.settings.grid**2
    if is_running:
        text = translate("landscape", "{known} of {whole} points")
    else:
        text = translate("landscape", "Cancelled at {known} of {whole} points")
    return text.format(known=known, whole=whole)


def hover_text(landscape: Landscape, place: Place) -> str:
    """Both losses at the computed point that is nearest to `place`: exact, and where that is."""
    nearest = landscape.nearest_known(place)
    if nearest is None:
        return ""
    row, column = nearest
    lines = [
        translate("landscape", "point a {a}, b {b}").format(
            a=shown_number(float(landscape.axis[column])), b=shown_number(float(landscape.axis[row]))
        )
    ]
    for loss, values in landscape.values.items():
        lines.append(f"{label_of('loss', loss)} {values[nearest]:.6g}")
    return "\n".join(lines)


def _percent(share: float) -> str:
    """To a tenth where that is not rounded to nothing or everything."""
    return per_cent(share, 1 if 0.001 <= share <= 0.999 else 3 if share < 0.5 else 2)


def _grouped(number: int) -> str:
    return f"{number:,}"
