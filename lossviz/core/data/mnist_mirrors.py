"""Where MNIST's four files can be downloaded, and what they must contain."""

from dataclasses import dataclass

# yann.lecun.com, where MNIST was published, answers 403 and 404 since 2024 (pytorch/vision#8568).
MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://raw.githubusercontent.com/fgnt/mnist/master/",
    "https://azureopendatastorage.blob.core.windows.net/mnist/",
)


@dataclass(frozen=True)
class MnistFile:
    """One of the four files, known by its decompressed content.

    Not by the .gz itself: copies compressed by another program are as genuine and differ in every byte.
    download_bytes: the published .gz, for the progress only.
    """

    name: str
    download_bytes: int
    content_bytes: int
    content_sha256: str


MNIST_FILES = (
    MnistFile(
        "train-images-idx3-ubyte.gz",
        9_912_422,
        47_040_016,
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    ),
    MnistFile(
        "train-labels-idx1-ubyte.gz",
        28_881,
        60_008,
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    ),
    MnistFile(
        "t10k-images-idx3-ubyte.gz",
        1_648_877,
        7_840_016,
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    ),
    MnistFile(
        "t10k-labels-idx1-ubyte.gz",
        4_542,
        10_008,
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    ),
)
