"""How the libraries call each loss, exactly as it is to be written.

Source: the reference documentation of PyTorch 2, TensorFlow 2 with Keras, PaddlePaddle 3 and scikit-learn 1.
"""

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.losses.entries import LibraryKey, LibraryName, LossKey

_NO_SLOPE = QT_TRANSLATE_NOOP("losses", "nothing to train with; 1 − accuracy is the same number")
_TWO_CLASSES = QT_TRANSLATE_NOOP("losses", "the form for several classes, divided by their number")
_PENALTY = QT_TRANSLATE_NOOP("losses", "as what an estimator is trained with")
_AFTER_SIGMOID = QT_TRANSLATE_NOOP("losses", "takes probabilities, not scores")
_IN_PROBABILITIES = QT_TRANSLATE_NOOP("losses", "takes softmax probabilities, not scores")
_BY_HAND = QT_TRANSLATE_NOOP("losses", "by hand from the mean squared error")
_SIGNED = QT_TRANSLATE_NOOP("losses", "against labels −1 and 1")


def _names(
    torch: LibraryName, tensorflow: LibraryName, paddle: LibraryName, sklearn: LibraryName
) -> dict[LibraryKey, LibraryName]:
    return {"torch": torch, "tensorflow": tensorflow, "paddle": paddle, "sklearn": sklearn}


LIBRARY_NAMES: dict[LossKey, dict[LibraryKey, LibraryName]] = {
    "zero_one": _names(
        LibraryName("", _NO_SLOPE),
        LibraryName("", QT_TRANSLATE_NOOP("losses", "1 − tf.keras.metrics.BinaryAccuracy")),
        LibraryName("", QT_TRANSLATE_NOOP("losses", "1 − paddle.metric.accuracy")),
        LibraryName("sklearn.metrics.zero_one_loss"),
    ),
    "squared": _names(
        LibraryName('torch.nn.functional.mse_loss(…, reduction="none")'),
        LibraryName("tf.math.squared_difference"),
        LibraryName("paddle.nn.functional.square_error_cost"),
        LibraryName("", QT_TRANSLATE_NOOP("losses", "numpy.square(p - y)")),
    ),
    "mse": _names(
        LibraryName("torch.nn.functional.mse_loss"),
        LibraryName("tf.keras.losses.MeanSquaredError"),
        LibraryName("paddle.nn.functional.mse_loss"),
        LibraryName(
            "sklearn.metrics.mean_squared_error",
            QT_TRANSLATE_NOOP("losses", "for probabilities also sklearn.metrics.brier_score_loss"),
        ),
    ),
    "sse": _names(
        LibraryName('torch.nn.functional.mse_loss(…, reduction="sum")'),
        LibraryName("tf.math.reduce_sum(tf.math.squared_difference(…))"),
        LibraryName('paddle.nn.functional.mse_loss(…, reduction="sum")'),
        LibraryName("", QT_TRANSLATE_NOOP("losses", "n times sklearn.metrics.mean_squared_error")),
    ),
    "mae": _names(
        LibraryName("torch.nn.functional.l1_loss"),
        LibraryName("tf.keras.losses.MeanAbsoluteError"),
        LibraryName("paddle.nn.functional.l1_loss"),
        LibraryName("sklearn.metrics.mean_absolute_error"),
    ),
    "rmse": _names(
        LibraryName("torch.nn.functional.mse_loss(…).sqrt()", _BY_HAND),
        LibraryName("tf.keras.metrics.RootMeanSquaredError"),
        LibraryName("paddle.sqrt(paddle.nn.functional.mse_loss(…))", _BY_HAND),
        LibraryName("sklearn.metrics.root_mean_squared_error", QT_TRANSLATE_NOOP("losses", "from version 1.4 on")),
    ),
    "huber": _names(
        LibraryName("torch.nn.functional.huber_loss(…, delta=δ)"),
        LibraryName("tf.keras.losses.Huber(delta=δ)"),
        LibraryName(
            "paddle.nn.functional.smooth_l1_loss(…, delta=δ)",
            QT_TRANSLATE_NOOP("losses", "is Huber’s loss, unlike the PyTorch function of that name"),
        ),
        LibraryName('sklearn.linear_model.SGDRegressor(loss="huber", epsilon=δ)', _PENALTY),
    ),
    "log": _names(
        LibraryName("torch.nn.functional.binary_cross_entropy"),
        LibraryName("tf.keras.losses.BinaryCrossentropy()"),
        LibraryName("paddle.nn.functional.binary_cross_entropy"),
        LibraryName("sklearn.metrics.log_loss"),
    ),
    "sigmoid_ce": _names(
        LibraryName("torch.nn.functional.binary_cross_entropy_with_logits"),
        LibraryName("tf.nn.sigmoid_cross_entropy_with_logits"),
        LibraryName("paddle.nn.functional.binary_cross_entropy_with_logits"),
        LibraryName("sklearn.metrics.log_loss", _AFTER_SIGMOID),
    ),
    "weighted_ce": _names(
        LibraryName("torch.nn.functional.binary_cross_entropy_with_logits(…, pos_weight=w)"),
        LibraryName("tf.nn.weighted_cross_entropy_with_logits(…, pos_weight=w)"),
        LibraryName("paddle.nn.functional.binary_cross_entropy_with_logits(…, pos_weight=w)"),
        LibraryName(
            "sklearn.linear_model.LogisticRegression(class_weight={0: 1, 1: w})",
            _PENALTY,
        ),
    ),
    "softmax_ce": _names(
        LibraryName("torch.nn.functional.cross_entropy(scores, one_hot)"),
        LibraryName("tf.nn.softmax_cross_entropy_with_logits"),
        LibraryName("paddle.nn.functional.cross_entropy(…, soft_label=True)"),
        LibraryName("sklearn.metrics.log_loss", _IN_PROBABILITIES),
    ),
    "sparse_ce": _names(
        LibraryName("torch.nn.functional.cross_entropy(scores, index)"),
        LibraryName("tf.nn.sparse_softmax_cross_entropy_with_logits"),
        LibraryName("paddle.nn.functional.cross_entropy"),
        LibraryName("sklearn.metrics.log_loss", _IN_PROBABILITIES),
    ),
    "hinge": _names(
        LibraryName("torch.nn.functional.multi_margin_loss", _TWO_CLASSES),
        LibraryName("tf.keras.losses.Hinge"),
        LibraryName("paddle.nn.functional.multi_margin_loss", _TWO_CLASSES),
        LibraryName("sklearn.metrics.hinge_loss"),
    ),
    "squared_hinge": _names(
        LibraryName("torch.nn.functional.multi_margin_loss(…, p=2)", _TWO_CLASSES),
        LibraryName("tf.keras.losses.SquaredHinge"),
        LibraryName("paddle.nn.functional.multi_margin_loss(…, p=2)", _TWO_CLASSES),
        LibraryName('sklearn.svm.LinearSVC(loss="squared_hinge")', _PENALTY),
    ),
    "exponential": _names(
        LibraryName("", QT_TRANSLATE_NOOP("losses", "torch.exp(-margin)")),
        LibraryName("", QT_TRANSLATE_NOOP("losses", "tf.math.exp(-margin)")),
        LibraryName("", QT_TRANSLATE_NOOP("losses", "paddle.exp(-margin)")),
        LibraryName("sklearn.ensemble.AdaBoostClassifier", QT_TRANSLATE_NOOP("losses", "what boosting makes small")),
    ),
    "focal": _names(
        LibraryName("", QT_TRANSLATE_NOOP("losses", "torchvision.ops.sigmoid_focal_loss(…, alpha=-1, gamma=2)")),
        LibraryName("tf.keras.losses.BinaryFocalCrossentropy(gamma=2)"),
        LibraryName(
            "paddle.nn.functional.sigmoid_focal_loss(…, gamma=2)",
            QT_TRANSLATE_NOOP("losses", "also weighs the classes, by alpha"),
        ),
        LibraryName(""),
    ),
    "squared_score": _names(
        LibraryName("torch.nn.functional.mse_loss", _SIGNED),
        LibraryName("tf.keras.losses.MeanSquaredError", _SIGNED),
        LibraryName("paddle.nn.functional.mse_loss", _SIGNED),
        LibraryName("sklearn.linear_model.RidgeClassifier", _PENALTY),
    ),
}
