"""What the catalogue says of each loss: its name, its formula, when to use it, and what its slope is good for."""

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.losses.entries import LossKey, LossWords

_MEAN = r"\frac{1}{n}\sum_{i=1}^{n}"

LOSS_WORDS: dict[LossKey, LossWords] = {
    "zero_one": LossWords(
        QT_TRANSLATE_NOOP("losses", "0-1"),
        r"\ell = \begin{cases} 1 & \hat{y} \ne y \\ 0 & \hat{y} = y \end{cases}",
        QT_TRANSLATE_NOOP(
            "losses",
            "To judge a finished classifier: its mean is the share of errors, 1 − accuracy. Not to train one. A score"
            " of exactly 0 decides for neither class and counts as an error here.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "Flat on both sides of the jump: the gradient is 0 everywhere, so it tells no parameter which way to go."
            " That is why every other loss here exists.",
        ),
    ),
    "squared": LossWords(
        QT_TRANSLATE_NOOP("losses", "Squared error"),
        r"\ell = (p - y)^2",
        QT_TRANSLATE_NOOP(
            "losses",
            "For one sample of a regression, where the label is a number and twice the distance is four times as bad."
            " Its mean is the MSE, its sum the SSE.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "Over the residual it is a straight line: the further off, the stronger the pull. Behind a sigmoid it is"
            " not: over the margin the pull fades exactly where the model is surely wrong.",
        ),
    ),
    "mse": LossWords(
        QT_TRANSLATE_NOOP("losses", "MSE"),
        rf"L = {_MEAN}\left(p_i - y_i\right)^2",
        QT_TRANSLATE_NOOP(
            "losses",
            "Mean squared error: the usual loss of regression. It does not grow with the number of samples, so that the"
            " same learning rate serves for small and large batches. For a classifier take a cross-entropy.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "After a sigmoid its slope carries the factor σ(m)(1 − σ(m)), which dies on both sides: a sample that is"
            " surely wrong hardly pulls, and the loss is not convex in the weights.",
        ),
    ),
    "sse": LossWords(
        QT_TRANSLATE_NOOP("losses", "SSE"),
        r"L = \sum_{i=1}^{n}\left(p_i - y_i\right)^2",
        QT_TRANSLATE_NOOP(
            "losses",
            "Sum of squared errors: in statistics, and where every sample is to count in full. It has its minimum where"
            " the MSE has it.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "n times the slope of the MSE: twice the samples are twice the step, so the learning rate has to follow the"
            " batch size.",
        ),
    ),
    "mae": LossWords(
        QT_TRANSLATE_NOOP("losses", "MAE"),
        rf"L = {_MEAN}\left|p_i - y_i\right|",
        QT_TRANSLATE_NOOP(
            "losses",
            "Mean absolute error (also MAD): for regression with wild outliers, which it does not let rule. Its best"
            " constant is the median, that of the MSE the mean. It is in the unit of the label.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "Over the residual it is −1 or 1, however far off: steady against outliers, but as strong a hair’s breadth"
            " from the goal as a mile away, so steps of a fixed size overshoot there.",
        ),
    ),
    "rmse": LossWords(
        QT_TRANSLATE_NOOP("losses", "RMSE"),
        rf"L = \sqrt{{{_MEAN}\left(p_i - y_i\right)^2}}",
        QT_TRANSLATE_NOOP(
            "losses",
            "Root mean squared error: to report a regression in the unit of its label. It ranks models as the MSE does."
            " Of a single sample it is the absolute error.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "The slope of the MSE divided by 2 RMSE: the direction is the same, only the length of the step differs,"
            " and at 0 there is none. So the MSE is trained, and the RMSE is reported.",
        ),
    ),
    "huber": LossWords(
        QT_TRANSLATE_NOOP("losses", "Huber"),
        r"h_{\delta}(r) = \begin{cases} \frac{1}{2} r^2 & |r| \le \delta \\"
        r" \delta\left(|r| - \frac{\delta}{2}\right) & |r| > \delta \end{cases},\quad r = p - y",
        QT_TRANSLATE_NOOP(
            "losses",
            "For regression with some outliers: squared near the goal, absolute far from it. δ says from where on a"
            " residual counts as far.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "Grows with the residual up to δ and no further: it comes to rest at the goal like the squared error, and"
            " an outlier pulls no harder than δ.",
        ),
    ),
    "log": LossWords(
        QT_TRANSLATE_NOOP("losses", "Log loss (BCE)"),
        r"\ell = -y\,\ln p - (1 - y)\,\ln(1 - p)",
        QT_TRANSLATE_NOOP(
            "losses",
            "Binary cross-entropy, for two classes and a model that gives a probability: minus the logarithm of what it"
            " gave to the true class. It is the negative log-likelihood of the labels.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "Over p it is −1/p: the less was given to the truth, the harder the pull. Over the margin that becomes"
            " −(1 − σ(m)): nearly −1 where the model is surely wrong, nearly 0 where it is right.",
        ),
    ),
    "sigmoid_ce": LossWords(
        QT_TRANSLATE_NOOP("losses", "Sigmoid CE"),
        r"\ell = \max(z, 0) - z y + \ln\left(1 + e^{-|z|}\right)",
        QT_TRANSLATE_NOOP(
            "losses",
            "The log loss straight from the score z, with the sigmoid inside: for two classes, or for labels that do"
            " not exclude each other. Take it rather than a sigmoid and then the log loss: it cannot overflow.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "With respect to the score it is σ(z) − y, prediction minus label: never larger than 1, never lost where"
            " the model is wrong, and the loss is convex in the score.",
        ),
    ),
    "weighted_ce": LossWords(
        QT_TRANSLATE_NOOP("losses", "Weighted sigmoid CE"),
        r"\ell = -w\,y\,\ln \sigma(z) - (1 - y)\,\ln\left(1 - \sigma(z)\right)",
        QT_TRANSLATE_NOOP(
            "losses",
            "When positive samples are rare, or missing one is worse than a false alarm: each counts w times"
            " (pos_weight). w above 1 finds more of them, and raises more false alarms. The curves over m and p are"
            " those of a positive sample.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "w times that of the log loss for positive samples, unchanged for the others: over the residual, left and"
            " right are no longer alike. The log-odds that come out are shifted by ln w.",
        ),
    ),
    "softmax_ce": LossWords(
        QT_TRANSLATE_NOOP("losses", "Softmax CE"),
        r"\ell = -\sum_{k} y_k\,\ln p_k,\quad p_k = \frac{e^{z_k}}{\sum_{j} e^{z_j}}",
        QT_TRANSLATE_NOOP(
            "losses",
            "For classes that exclude each other, from their scores, with the softmax inside: labels are one-hot or"
            " soft. With two classes of scores 0 and z it is the sigmoid cross-entropy, and so it is drawn here.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "With respect to each score it is p − y: each wrong class is pushed down as far as it got probability, the"
            " true one is pulled up by what it lacks.",
        ),
    ),
    "sparse_ce": LossWords(
        QT_TRANSLATE_NOOP("losses", "Sparse CE"),
        r"\ell = -\ln p_c,\quad p_k = \frac{e^{z_k}}{\sum_{j} e^{z_j}}",
        QT_TRANSLATE_NOOP(
            "losses",
            "The softmax cross-entropy with the label as an index c, not a row of zeros and a 1: the same number, less"
            " memory. The index has to be a whole number; soft labels need the other form.",
        ),
        QT_TRANSLATE_NOOP("losses", "That of the softmax cross-entropy: p − y, with a 1 in y at place c."),
    ),
    "hinge": LossWords(
        QT_TRANSLATE_NOOP("losses", "Hinge"),
        r"\ell = \max(0,\,1 - m),\quad m = \begin{cases} z & y = 1 \\ -z & y = 0 \end{cases}",
        QT_TRANSLATE_NOOP(
            "losses",
            "For support vector machines: a classifier with a safe distance that need not give probabilities.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "−1 up to the margin 1 and 0 beyond: samples that are safely right no longer pull, so that a few of them"
            " carry the whole solution.",
        ),
    ),
    "squared_hinge": LossWords(
        QT_TRANSLATE_NOOP("losses", "Squared hinge"),
        r"\ell = \max(0,\,1 - m)^2,\quad m = \begin{cases} z & y = 1 \\ -z & y = 0 \end{cases}",
        QT_TRANSLATE_NOOP(
            "losses",
            "A support vector machine that is smooth at the margin and harder on what is far on the wrong side.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "Runs straight to 0 at the margin 1, without the hinge’s jump; far on the wrong side one outlier can"
            " outweigh all others.",
        ),
    ),
    "exponential": LossWords(
        QT_TRANSLATE_NOOP("losses", "Exponential"),
        r"\ell = e^{-m},\quad m = \begin{cases} z & y = 1 \\ -z & y = 0 \end{cases}",
        QT_TRANSLATE_NOOP(
            "losses", "Where AdaBoost comes from. Only for labels that can be trusted: a wrong one costs dearly."
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "As large as the loss itself, without bound: the sample that is most wrong rules. It is the weight by which"
            " AdaBoost counts each sample.",
        ),
    ),
    "focal": LossWords(
        QT_TRANSLATE_NOOP("losses", "Focal"),
        r"\ell = -\left(1 - p_t\right)^2\,\ln p_t",
        QT_TRANSLATE_NOOP(
            "losses",
            "For detection, with thousands of easy samples to a hard one: what is right already counts almost nothing."
            " Here with its usual exponent 2 and without class weights (Lin et al. 2017, equation 4).",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "About that of the log loss where the model is wrong; much smaller where it is right, so that many easy"
            " samples do not drown the hard ones.",
        ),
    ),
    "squared_score": LossWords(
        QT_TRANSLATE_NOOP("losses", "Squared, raw score"),
        r"\ell = (1 - m)^2,\quad m = \begin{cases} z & y = 1 \\ -z & y = 0 \end{cases}",
        QT_TRANSLATE_NOOP(
            "losses",
            "The straight line through labels −1 and 1, without a sigmoid: solved in one step, but no probability, and"
            " not made for classes.",
        ),
        QT_TRANSLATE_NOOP(
            "losses",
            "Turns round at the margin 1: a sample that is right beyond doubt is pulled back. That is how far, correct"
            " points tilt the line.",
        ),
    ),
}
