"""What the choices of a training run are called on screen."""

from PySide6.QtCore import QCoreApplication

from lossviz.core.errors import QT_TRANSLATE_NOOP

_LABELS: dict[str, dict[str, str]] = {
    "preset": {
        "course_run": QT_TRANSLATE_NOOP("choices", "Course run"),
        "fast_99": QT_TRANSLATE_NOOP("choices", "Fast 99%"),
        "overfit": QT_TRANSLATE_NOOP("choices", "Overfit on purpose"),
        "": QT_TRANSLATE_NOOP("choices", "Your own settings"),
    },
    "network": {
        "softmax_regression": QT_TRANSLATE_NOOP("choices", "Softmax regression"),
        "mlp": QT_TRANSLATE_NOOP("choices", "MLP 784–128–10"),
        "course_cnn": QT_TRANSLATE_NOOP("choices", "Course CNN"),
    },
    "loss": {
        "cross_entropy": QT_TRANSLATE_NOOP("choices", "Cross-entropy"),
        "mse_softmax": QT_TRANSLATE_NOOP("choices", "MSE on softmax"),
        "mse_logits": QT_TRANSLATE_NOOP("choices", "MSE on raw logits"),
        "mse_number": QT_TRANSLATE_NOOP("choices", "MSE on one number"),
        "sigmoid_cross_entropy": QT_TRANSLATE_NOOP("choices", "Sigmoid cross-entropy"),
        "double_softmax_cross_entropy": QT_TRANSLATE_NOOP("choices", "Softmax twice (mistake)"),
    },
    "averaging": {
        "mean": QT_TRANSLATE_NOOP("choices", "Mean over classes"),
        "sum": QT_TRANSLATE_NOOP("choices", "Sum over classes"),
    },
    "scaling": {
        "zero_one": QT_TRANSLATE_NOOP("choices", "0 to 1"),
        "standardised": QT_TRANSLATE_NOOP("choices", "Standardised"),
    },
    "initialisation": {
        "pytorch": QT_TRANSLATE_NOOP("choices", "PyTorch default"),
        "he": QT_TRANSLATE_NOOP("choices", "He"),
        "xavier": QT_TRANSLATE_NOOP("choices", "Xavier"),
    },
    "optimizer": {
        "sgd": QT_TRANSLATE_NOOP("choices", "SGD"),
        "momentum": QT_TRANSLATE_NOOP("choices", "SGD, momentum 0.9"),
        "adam": QT_TRANSLATE_NOOP("choices", "Adam"),
        "adamw": QT_TRANSLATE_NOOP("choices", "AdamW"),
    },
    "schedule": {
        "constant": QT_TRANSLATE_NOOP("choices", "Constant"),
        "one_cycle": QT_TRANSLATE_NOOP("choices", "One cycle"),
    },
    "augmentation": {
        "none": QT_TRANSLATE_NOOP("choices", "None"),
        "pen": QT_TRANSLATE_NOOP("choices", "Pen variations"),
    },
    "precision": {
        "full": QT_TRANSLATE_NOOP("choices", "Full (float32)"),
        "mixed": QT_TRANSLATE_NOOP("choices", "Mixed (bfloat16)"),
    },
    "device": {
        "auto": QT_TRANSLATE_NOOP("choices", "Automatic"),
        "cpu": QT_TRANSLATE_NOOP("choices", "CPU"),
        "cuda": QT_TRANSLATE_NOOP("choices", "NVIDIA GPU (cuda)"),
        "mps": QT_TRANSLATE_NOOP("choices", "Apple GPU (mps)"),
    },
}

_EXPLANATIONS: dict[str, str] = {
    "cross_entropy": QT_TRANSLATE_NOOP("choices", "−ln of the probability that softmax gives the true digit"),
    "mse_softmax": QT_TRANSLATE_NOOP("choices", "squared distance between softmax(z) and the one-hot label"),
    "mse_logits": QT_TRANSLATE_NOOP("choices", "squared distance between the raw scores z and the one-hot label"),
    "mse_number": QT_TRANSLATE_NOOP("choices", "the network has one output, the digit as a number; squared error"),
    "sigmoid_cross_entropy": QT_TRANSLATE_NOOP("choices", "ten yes-or-no questions, each with its own sigmoid"),
    "double_softmax_cross_entropy": QT_TRANSLATE_NOOP(
        "choices", "a common mistake: softmax in the network and again in the loss, which then never comes near 0"
    ),
}


def choices_of(field: str) -> list[tuple[str, str]]:
    """(value, label) of every choice of a field, in the order of the list."""
    return [(value, QCoreApplication.translate("choices", label)) for value, label in _LABELS[field].items()]


def label_of(field: str, value: str) -> str:
    """What one choice of a field is called."""
    return QCoreApplication.translate("choices", _LABELS[field][value])


def explanation_of(loss: str) -> str:
    """One line on what a loss measures."""
    return QCoreApplication.translate("choices", _EXPLANATIONS[loss])
