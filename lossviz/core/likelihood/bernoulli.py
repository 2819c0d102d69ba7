"""How well one share of blue explains the drawn balls: -ln P of each ball, and the likelihood over all shares."""

import numpy as np

from lossviz.core.fit.cases import Column
from lossviz.core.likelihood.draws import IsBlue
from lossviz.core.likelihood.running_product import RunningProduct


def ball_product(share: float, is_blue: IsBlue) -> RunningProduct:
    """The draws as a product of probabilities: `share` for each blue ball, 1 - `share` for each white one."""
    with np.errstate(divide="ignore"):
        losses = np.where(is_blue, -np.log(share), -np.log1p(-share)) + 0.0  # no -0
    return RunningProduct(losses, np.where(is_blue, share, 1.0 - share))


def log_likelihoods(shares: Column, whites: int, blues: int) -> Column:
    """ln of the likelihood of so many balls at each share of blue, 0-1; -inf where they cannot come out."""
    with np.errstate(divide="ignore"):
        of_blues = blues * np.log(shares) if blues else np.zeros_like(shares)
        of_whites = whites * np.log1p(-shares) if whites else np.zeros_like(shares)
    return of_blues + of_whites


def best_share(whites: int, blues: int) -> float | None:
    """The share of blue at which the likelihood is largest, k/n; None without balls."""
    return blues / (whites + blues) if whites + blues else None


def single_loss(share: float, is_one: bool) -> float:
    """-ln P of one draw when 1, or blue, has the probability `share`; inf where it was impossible."""
    return float(ball_product(share, np.array([is_one])).losses[0])
