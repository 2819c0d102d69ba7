"""An explanation for each control that brings none itself, by its objectName; # stands for any number."""

from lossviz.core.errors import QT_TRANSLATE_NOOP

HELP: dict[str, str] = {
    "code.code": QT_TRANSLATE_NOOP("help", "Lines that give the number on screen when they are run."),
    "code.code_of": QT_TRANSLATE_NOOP("help", "Which number the lines work out."),
    "code.copy_code": QT_TRANSLATE_NOOP("help", "Put the lines on the clipboard."),
    "fit.batch_size": QT_TRANSLATE_NOOP("help", "How many cases each step of a stochastic descent looks at."),
    "fit.cost_fn": QT_TRANSLATE_NOOP("help", "What a positive case that is called negative costs."),
    "fit.cost_fp": QT_TRANSLATE_NOOP("help", "What a negative case that is called positive costs."),
    "fit.count": QT_TRANSLATE_NOOP("help", "How many cases are drawn from the law."),
    "fit.descent_preset": QT_TRANSLATE_NOOP("help", "A start, an optimiser and a learning rate that show something."),
    "fit.descent_state": QT_TRANSLATE_NOOP(
        "help",
        "λmax is the sharpest bend of the surface here. With a learning rate above 2/λmax steps overshoot the valley "
        "and swing wider and wider.",
    ),
    "fit.gradient_ratio": QT_TRANSLATE_NOOP(
        "help", "|∇BCE| is the length of the gradient of BCE, how steep the surface is here; likewise |∇MSE|."
    ),
    "fit.next_phase": QT_TRANSLATE_NOOP("help", "Forward, loss, backward or update: whatever comes next."),
    "fit.optimizer": QT_TRANSLATE_NOOP("help", "How a step follows from the gradients so far."),
    "fit.race_adam": QT_TRANSLATE_NOOP("help", "Runs from the same start at the same time, on a path of its own."),
    "fit.race_gd": QT_TRANSLATE_NOOP("help", "Runs from the same start at the same time, on a path of its own."),
    "fit.race_momentum": QT_TRANSLATE_NOOP("help", "Runs from the same start at the same time, on a path of its own."),
    "fit.race_rmsprop": QT_TRANSLATE_NOOP("help", "Runs from the same start at the same time, on a path of its own."),
    "fit.scenario": QT_TRANSLATE_NOOP("help", "The situation that the cases are drawn from."),
    "fit.slice_b": QT_TRANSLATE_NOOP("help", "Both losses while b changes and w stays."),
    "fit.slice_w": QT_TRANSLATE_NOOP("help", "Both losses while w changes and b stays."),
    "fit.step_count": QT_TRANSLATE_NOOP("help", "How many steps a press of Step takes."),
    "fit.threshold": QT_TRANSLATE_NOOP("help", "A case is called positive if its probability reaches this."),
    "losses.add_sample": QT_TRANSLATE_NOOP("help", "One more sample, at the end of the table."),
    "losses.axis": QT_TRANSLATE_NOOP("help", "What the losses are drawn over: only those that can be are."),
    "losses.best_share": QT_TRANSLATE_NOOP("help", "The share of blue among the draws; no other makes them likelier."),
    "losses.by_hand_binary_samples": QT_TRANSLATE_NOOP("help", "How many samples with labels 0 and 1 are drawn."),
    "losses.by_hand_classes": QT_TRANSLATE_NOOP("help", "How many classes the second experiment has."),
    "losses.by_hand_multiclass_samples": QT_TRANSLATE_NOOP("help", "How many samples of several classes are drawn."),
    "losses.by_hand_seed": QT_TRANSLATE_NOOP("help", "The same seed draws the same scores and labels."),
    "losses.by_hand_toggle": QT_TRANSLATE_NOOP("help", "The lines that both ways of reckoning come from."),
    "losses.card_loss": QT_TRANSLATE_NOOP("help", "The same as in the list of the catalogue."),
    "losses.distribution_preset": QT_TRANSLATE_NOOP("help", "Two distributions to begin with; each can be changed."),
    "losses.draw_source": QT_TRANSLATE_NOOP("help", "The drawn balls, or the labels of the cases on the Fit page."),
    "losses.draw_table": QT_TRANSLATE_NOOP("help", "The arrow keys and page keys scroll it."),
    "losses.gradients": QT_TRANSLATE_NOOP("help", "A second plot with how steep each loss is."),
    "losses.labels_table": QT_TRANSLATE_NOOP("help", "The arrow keys choose a form of labels; it is explained below."),
    "losses.likelihood_form": QT_TRANSLATE_NOOP("help", "The likelihood itself, or the loss that it becomes."),
    "losses.likelihood_view": QT_TRANSLATE_NOOP("help", "How the likelihood grows with every draw, or a table of it."),
    "losses.list": QT_TRANSLATE_NOOP("help", "Arrow keys select a loss, Space compares it with others."),
    "losses.outcomes": QT_TRANSLATE_NOOP("help", "Both distributions have so many."),
    "losses.race_cancel": QT_TRANSLATE_NOOP("help", "End the race; what was measured so far stays."),
    "losses.race_kind": QT_TRANSLATE_NOOP("help", "A tensor's elements one by one, or floats from a list."),
    "losses.race_seconds": QT_TRANSLATE_NOOP(
        "help", "How many numbers there are is chosen so that it takes this long."
    ),
    "losses.race_start": QT_TRANSLATE_NOOP("help", "Add the same numbers in a Python loop and with torch.sum."),
    "losses.remove_sample": QT_TRANSLATE_NOOP("help", "Take the chosen sample out of the table."),
    "losses.samples": QT_TRANSLATE_NOOP("help", "Arrow keys choose a cell; F2 edits a score, Space changes a label."),
    "losses.samples_loss": QT_TRANSLATE_NOOP("help", "What each sample is measured by."),
    "losses.samples_toggle": QT_TRANSLATE_NOOP("help", "The lines that give the result."),
    "losses.share_p_#": QT_TRANSLATE_NOOP("help", "How probable p says this outcome is; the others give way."),
    "losses.share_q_#": QT_TRANSLATE_NOOP("help", "How probable q says this outcome is; the others give way."),
    "losses.swap": QT_TRANSLATE_NOOP("help", "The divergence is not the same the other way round."),
    "losses.unit": QT_TRANSLATE_NOOP("help", "Nats belong to the natural logarithm, bits to that of base 2."),
    "mnist.answering": QT_TRANSLATE_NOOP("help", "The network that ships with lossviz, or the one in training."),
    "mnist.augmentation": QT_TRANSLATE_NOOP("help", "Pen variations bend, shift and thicken the digits of each batch."),
    "mnist.averaging": QT_TRANSLATE_NOOP(
        "help", "Whether squared errors are added up over the ten classes or averaged."
    ),
    "mnist.batch_size": QT_TRANSLATE_NOOP("help", "How many images each step looks at."),
    "mnist.cancel_download": QT_TRANSLATE_NOOP("help", "Stop; nothing half is left behind."),
    "mnist.choose_file": QT_TRANSLATE_NOOP("help", "A file of digits, such as mnist.json.gz or mnist.npz."),
    "mnist.choose_folder": QT_TRANSLATE_NOOP("help", "A folder with MNIST's four files."),
    "mnist.compare": QT_TRANSLATE_NOOP("help", "Train all variants side by side on the same batches."),
    "mnist.compare_add": QT_TRANSLATE_NOOP("help", "One more variant."),
    "mnist.compare_difference": QT_TRANSLATE_NOOP("help", "The one thing in which the variants differ."),
    "mnist.compare_pause": QT_TRANSLATE_NOOP("help", "Hold all variants, or let them go on."),
    "mnist.compare_scaling": QT_TRANSLATE_NOOP("help", "Grey values from 0 to 1, or standardised; the same for all."),
    "mnist.compare_stop": QT_TRANSLATE_NOOP("help", "End the comparison; its numbers so far stay."),
    "mnist.confusion_cancel": QT_TRANSLATE_NOOP("help", "Stop; nothing is shown of half a measurement."),
    "mnist.confusion_evaluate": QT_TRANSLATE_NOOP("help", "Let the network as it is now read all images of this part."),
    "mnist.confusion_part": QT_TRANSLATE_NOOP("help", "Which images are counted."),
    "mnist.data": QT_TRANSLATE_NOOP("help", "Which digits are trained on."),
    "mnist.device": QT_TRANSLATE_NOOP(
        "help", "Where the network is trained; automatic takes a graphics card if there is one."
    ),
    "mnist.download": QT_TRANSLATE_NOOP("help", "From the internet, 11 MB; each file is checked."),
    "mnist.drawn_digits": QT_TRANSLATE_NOOP("help", "How many built-in digits are trained on beside the others."),
    "mnist.epochs": QT_TRANSLATE_NOOP("help", "How often the training goes through all images."),
    "mnist.ignore_outliers": QT_TRANSLATE_NOOP(
        "help", "Lets the few highest values leave the plot, where they squash the rest."
    ),
    "mnist.initialisation": QT_TRANSLATE_NOOP("help", "How the weights are drawn before the first step."),
    "mnist.landscape_grid": QT_TRANSLATE_NOOP("help", "More points show more and take longer."),
    "mnist.load": QT_TRANSLATE_NOOP("help", "A run from a file, with its settings and curves."),
    "mnist.log_loss": QT_TRANSLATE_NOOP("help", "Equal steps up for equal factors."),
    "mnist.loss": QT_TRANSLATE_NOOP("help", "What the training makes small."),
    "mnist.mistakes_cancel": QT_TRANSLATE_NOOP("help", "Stop; nothing is shown of half a measurement."),
    "mnist.mistakes_evaluate": QT_TRANSLATE_NOOP("help", "Let the network as it is now read all images of this part."),
    "mnist.mistakes_part": QT_TRANSLATE_NOOP("help", "The images that are looked through."),
    "mnist.network": QT_TRANSLATE_NOOP(
        "help",
        "The layers between the image and the ten scores. Softmax regression: 784 → 10, 7850 parameters. MLP: 784 → "
        "128, ReLU, → 10, 101770 parameters. Course CNN: two convolutions of 5 × 5 with 20 channels, each with pooling "
        "and ReLU, then 980 → 10, 20350 parameters.",
    ),
    "mnist.optimizer": QT_TRANSLATE_NOOP("help", "How a step follows from the gradients so far."),
    "mnist.pause": QT_TRANSLATE_NOOP("help", "Hold the training, or let it go on."),
    "mnist.precision": QT_TRANSLATE_NOOP(
        "help", "How exactly the network reckons; less is faster on some graphics cards."
    ),
    "mnist.preset": QT_TRANSLATE_NOOP("help", "All settings at once; each can be changed."),
    "mnist.runs": QT_TRANSLATE_NOOP(
        "help", "Arrow keys select a run, Space draws its curves, F2 renames, Delete removes."
    ),
    "mnist.saliency_digit": QT_TRANSLATE_NOOP("help", "The digit whose score or cost is asked about."),
    "mnist.saliency_of": QT_TRANSLATE_NOOP("help", "Whether pixels are asked for a score or for what a digit costs."),
    "mnist.save": QT_TRANSLATE_NOOP("help", "The run with its settings and curves, to go on with it anywhere."),
    "mnist.scaling": QT_TRANSLATE_NOOP(
        "help", "Grey values from 0 to 1, or shifted and scaled to mean 0 and spread 1."
    ),
    "mnist.schedule": QT_TRANSLATE_NOOP("help", "Whether the learning rate stays or rises and falls once."),
    "mnist.seed": QT_TRANSLATE_NOOP("help", "The same seed gives the same weights and the same batches."),
    "mnist.start": QT_TRANSLATE_NOOP("help", "Train a network with these settings."),
    "mnist.stop": QT_TRANSLATE_NOOP("help", "End the training; what was learnt stays."),
    "mnist.timeline_play": QT_TRANSLATE_NOOP(
        "help", "Everything on the page follows the network through its training."
    ),
    "mnist.training_images": QT_TRANSLATE_NOOP("help", "How many images of the data set are trained on."),
    "overfit.answer_falls": QT_TRANSLATE_NOOP("help", "Your guess, before the held-out error is shown."),
    "overfit.answer_rises": QT_TRANSLATE_NOOP("help", "Your guess, before the held-out error is shown."),
    "overfit.answer_same": QT_TRANSLATE_NOOP("help", "Your guess, before the held-out error is shown."),
    "overfit.count": QT_TRANSLATE_NOOP("help", "How many points are drawn around the true curve."),
    "softmax.class_count": QT_TRANSLATE_NOOP("help", "Two to ten; classes are added or taken away at the end."),
    "softmax.logit_#": QT_TRANSLATE_NOOP("help", "The score z of this class, before the softmax."),
    "softmax.name": QT_TRANSLATE_NOOP("help", "Return takes the name, Escape keeps the old one."),
    "softmax.saturated_label": QT_TRANSLATE_NOOP("help", "Which answer is right: at the wrong end the loss runs away."),
    "softmax.saturated_z": QT_TRANSLATE_NOOP("help", "At large ones float32 rounds the probability to 0 or 1."),
}
