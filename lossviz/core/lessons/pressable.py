"""The buttons that a lesson may press: a lesson may come from a stranger, so all others are refused.

What stands here changes only what the pages show, and a person can take it back or stop it. No button is here that
writes or opens a file, touches a run or the clipboard, draws over what a person has written, or starts a training.
"""

PRESSABLE_BY_PAGE: dict[str, tuple[str, ...]] = {
    "fit": (
        *("bands", "best", "best_threshold", "curvature", "discretised", "fit_view", "law", "line", "line_surface"),
        *("next_phase", "play", "quantile", "race_adam", "race_gd", "race_momentum", "race_rmsprop", "remedy"),
        *("resample", "reset", "slice_b", "slice_w", "slow_motion", "step", "step_back", "view_3d"),
    ),
    "softmax": (
        *("add_constant", "double", "overflow", "play", "release", "step", "step_ten", "two_classes"),
        *("use_network",),
    ),
    "losses": (
        *("add_sample", "best_share", "by_hand_reset", "by_hand_toggle", "clear_balls", "draw_1", "draw_10"),
        *("draw_100", "gradients", "next_ball_seed", "put_blue", "put_white", "race_cancel", "race_start"),
        *("reduction_mean", "reduction_none", "reduction_sum", "remove_sample", "reset_samples", "reveal"),
        *("samples_toggle", "swap", "take_back"),
    ),
    "overfit": (
        *("add_held_out", "add_train", "answer_falls", "answer_rises", "answer_same", "ask_again", "best_degree"),
        *("change_side", "log_axis", "remove", "resample", "residuals", "restore", "truth"),
    ),
    "mnist": (
        *("as_logits", "confusion_cancel", "confusion_evaluate", "fit_curves", "ignore_outliers", "landscape_3d"),
        *("landscape_quantile", "log_loss", "mistakes_cancel", "mistakes_evaluate", "timeline_live"),
        *("timeline_play", "units_back", "units_on"),
    ),
}
PRESSABLE = frozenset(f"{page}.{word}" for page, words in PRESSABLE_BY_PAGE.items() for word in words)
