"""What data sets are called in the language of the window; in files they keep their English names."""

from PySide6.QtCore import QCoreApplication

from lossviz.core.data.mnist_identity import OTHER_IMAGES

_BEFORE, _AFTER = OTHER_IMAGES.split("{place}")


def spoken_data_name(name: str) -> str:
    """name: of a DataIdentity."""
    if name.startswith(_BEFORE) and name.endswith(_AFTER):
        place = name[len(_BEFORE) : -len(_AFTER)]
        return QCoreApplication.translate("data", OTHER_IMAGES).format(place=place)
    return QCoreApplication.translate("data", name)
