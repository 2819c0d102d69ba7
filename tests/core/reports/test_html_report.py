"""The report: a page that is whole, escapes everything, and says what the runs say."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import numpy as np
import pytest

from lossviz.core.reports.html_report import html_report
from lossviz.core.reports.report_plots import MOST_DOTS, curves_svg
from lossviz.core.reports.report_run import ReportRun
from lossviz.core.reports.setting_words import ReportWords
from lossviz.core.reports.svg_plot import RIGHT, WIDTH
from lossviz.core.training.metric_log import MemoryRelief, MetricLog, RateChange
from tests.support.report_runs import report_run
from tests.support.tiny_runs import TINY_RUN

VOID = {"meta", "path", "circle", "rect"}  # the ones that the report uses; the last three end themselves
ODD_NAME = "<script>alert(\"1\")</script> & 'co' </title></svg>"
DATE = "2026-01-02 03:04"


class Page(HTMLParser):
    """texts: by the element that they stand in. tags: all, in order. problems: what is not balanced."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[tuple[str, str]] = []
        self.problems: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and data.strip():
            self.texts.append((self.open[-1], data.strip()))

    def said(self, tag: str) -> list[str]:
        """All that stands in elements of this kind."""
        return [text for where, text in self.texts if where == tag]


def page_of(*runs: ReportRun) -> Page:
    page = Page(html_report(runs, DATE))
    assert page.problems == []
    assert page.open == []
    return page


def test_the_page_is_a_document_with_a_language_and_a_title() -> None:
    text = html_report([report_run()], DATE)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page_of(report_run()).said("title")[0] == "Training runs"


def test_a_run_with_any_name_stays_a_name() -> None:
    page = page_of(report_run(ODD_NAME), report_run("other", seed=2))
    assert "script" not in page.tags
    assert ODD_NAME in page.said("th")
    assert ODD_NAME in page.said("li")
    assert not [name for name, _ in page.attributes if name.startswith("on")]


def test_the_page_asks_nobody_for_anything() -> None:
    text = html_report([report_run(), report_run("two")], DATE)
    assert "http" not in text.replace("http-equiv", "")
    assert not {"link", "img", "iframe", "script", "a"} & set(page_of(report_run()).tags)


def test_the_results_are_those_of_the_log() -> None:
    run = report_run(steps=1234)
    assert run.best is not None
    said = page_of(run).said("td")
    assert said[:5] == ["1,234", f"{run.best.accuracy:.2%}", "1,230", "98.77%", "0.1235"]


def test_settings_in_which_the_runs_differ_are_marked_and_no_others() -> None:
    runs = [report_run(), report_run("other", settings=TINY_RUN.changed(optimizer="adam", seed=7))]
    marked = re.findall(r'<tr class="differs"><th scope="row">([^<]*)</th>', html_report(runs, DATE))
    assert marked == ["optimiser", "seed"]


def test_each_kind_of_loss_has_a_plot_of_its_own_and_accuracy_one_for_all() -> None:
    runs = [
        report_run("one"),
        report_run("two", settings=TINY_RUN.changed(loss="mse_softmax")),
        report_run("three", settings=TINY_RUN.changed(loss="mse_softmax", averaging="sum")),
        report_run("four", settings=TINY_RUN.changed(seed=3)),
    ]
    titles = page_of(*runs).said("h3")
    assert titles == ["Accuracy", "Loss: cross entropy", "Loss: mse softmax, mean", "Loss: mse softmax, sum"]


def test_a_rate_changed_on_the_way_is_told() -> None:
    run = report_run()
    run.log.append_rate_change(RateChange(12, 0.025))
    assert "0.025 after step 12" in page_of(run, report_run("other")).said("td")


def test_memory_that_ran_out_on_the_way_is_told() -> None:
    run = report_run()
    run.log.append_memory_relief(MemoryRelief(12, "half_batches"))
    run.log.append_memory_relief(MemoryRelief(1300, "cpu"))
    expected = "memory ran out after step 12: batches in two halves; memory ran out after step 1,300: on the CPU"
    assert expected in page_of(run, report_run("other")).said("td")


def test_a_run_that_diverged_says_so_and_is_drawn_as_far_as_it_goes() -> None:
    log = MetricLog()
    log.extend(np.array([2.0, 1e200, np.inf]), np.array([0.1, 0.2, 0.0]))
    run = replace(report_run(), log=log, test=None, has_diverged=True)
    text = html_report([run], DATE)
    assert "3, diverged" in text
    assert not re.search(r'd="[^"]*(nan|inf)', text)


@pytest.mark.parametrize("steps", [0, 1])
def test_a_run_without_steps_or_with_one_makes_a_page(steps: int) -> None:
    page_of(replace(report_run(), log=report_run(steps=steps).log, test=None))


def test_no_runs_make_a_page() -> None:
    page_of()


def points_of(svg: str) -> list[np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
    """The points of each curve that has dashes, in units of the picture."""
    paths = re.findall(r'<path d="(M[^"]*)" fill="none"[^>]*dasharray', svg)
    return [np.array([pair.split(" ") for pair in re.split("[ML]", path)[1:]], float) for path in paths if "L" in path]


def test_the_drawing_is_xml_and_its_curve_falls_where_the_loss_falls() -> None:
    run = report_run(ODD_NAME, steps=120)
    svg = curves_svg([run], ReportWords())
    ElementTree.fromstring(svg)
    accuracy, loss = points_of(svg)
    assert len(loss) == 120
    sums = run.log.columns().loss_sums
    means = np.array([(sums[end] - sums[max(end - 20, 0)]) / min(end, 20) for end in range(1, 121)])
    assert "loss (log scale)" in svg
    assert np.corrcoef(np.log10(means), -loss[:, 1])[0, 1] == pytest.approx(1, abs=1e-5)
    assert np.allclose(np.diff(accuracy[:, 0]), np.diff(accuracy[:, 0])[0], atol=0.11)


def test_of_very_many_evaluations_as_many_are_drawn_as_can_be_told_apart() -> None:
    svg = curves_svg([report_run(steps=3000)], ReportWords())  # 300 evaluations, two plots and a sample in the key
    places = re.findall(r'<circle cx="([^"]*)"', svg)
    assert len(places) == 2 * MOST_DOTS + 1
    assert float(places[MOST_DOTS]) == WIDTH - RIGHT
