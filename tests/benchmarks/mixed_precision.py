"""Images a second in full and in mixed precision, in turns in one run, and the test accuracy that each comes to.

On the built-in digits. Run it with:
python -m tests.benchmarks.mixed_precision [--device auto] [--network course_cnn] [--batch-sizes 100 1000] [--rounds 5]
"""

import argparse
import statistics
import sys
import time

from lossviz.core.built_in.stroke_digits import built_in_digits
from lossviz.core.data.digits import Digits
from lossviz.core.latest_value import LatestValue
from lossviz.core.names import DEVICE_NAMES
from lossviz.core.training.devices import DeviceChoice, choose_device
from lossviz.core.training.loop import train
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.settings import CHOICES, TrainingSettings
from lossviz.core.training.training_data import prepare_data
from lossviz.core.training.training_run import new_run


def epoch(digits: Digits, settings: TrainingSettings, device: DeviceChoice) -> tuple[float, float]:
    """Images a second over one epoch with both evaluations, all that is logged included; and the test accuracy."""
    data = prepare_data(digits, settings, device.device)
    run = new_run(settings, device.device, MetricLog())
    run.plan_leg(settings.epochs, len(data.train))
    start = time.perf_counter()
    outcome = train(run, data, RunControl(settings.learning_rate), LatestValue())
    seconds = time.perf_counter() - start
    assert outcome.test is not None
    return len(data.train) * settings.epochs / seconds, outcome.test.accuracy


def main() -> None:
    """Print a row for each batch size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--device", choices=DEVICE_NAMES, default="auto")
    parser.add_argument("--network", choices=CHOICES["network"], default="course_cnn")
    parser.add_argument("--batch-sizes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    digits, device = built_in_digits(), choose_device(arguments.device)
    sys.stdout.write(f"{arguments.network} on {device.label}; images/s, test accuracy\n")
    sys.stdout.write(f"{'batch':>6} {'full':>18} {'mixed':>18} {'mixed / full':>13}\n")
    for batch_size in arguments.batch_sizes:
        base = TrainingSettings(optimizer="adam", learning_rate=0.002, epochs=1)
        base = base.changed(network=arguments.network, batch_size=batch_size)
        ways = [base, base.changed(precision="mixed")]
        rounds = [[epoch(digits, way, device) for way in ways] for _ in range(arguments.rounds + 1)][1:]  # one warms up
        full, mixed = (statistics.median(speed for speed, _ in column) for column in zip(*rounds, strict=True))
        ratio = statistics.median(one[1][0] / one[0][0] for one in rounds)
        shares = [f"{accuracy:.2%}" for _, accuracy in rounds[-1]]
        row = f"{batch_size:6} {full:10,.0f} {shares[0]:>7} {mixed:10,.0f} {shares[1]:>7} {ratio:13.2f}\n"
        sys.stdout.write(row)


if __name__ == "__main__":
    main()
