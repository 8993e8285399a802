"""The page of an article: what is in it, and what a reader sees of it in a real browser."""

import base64
import os
import re
import shutil
from html.parser import HTMLParser
from importlib import resources
from itertools import pairwise

import pytest
from handmade import VERSION, printed, stance, tenure, utterance
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.keys import Keys

from detente.claims import KINDS
from detente.positions import accept, reject, shown, undo
from detente.record import Record
from detente.surfaces.page import page
from detente.surfaces.page_marks import numbered, paragraphs, runs

TEXT = "Ana Luz said Peru rejects sanctions. <b>She</b> is foreign minister.\n\nNobody & nothing else.\r\n\r\nEnd."
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1300,900"
)


@pytest.fixture
def article():
    found = printed(
        TEXT,
        "one",
        "2021-08-05",
        utterances=(utterance(TEXT, "person/ana-luz", "said", "Peru rejects sanctions"),),
        stances=(stance(TEXT, "rejects sanctions", "against", asserted_by="utterances/1"),),
        tenures=(tenure(TEXT, "foreign minister", "person/ana-luz"),),
    )
    found["article"]["title"] = "A <script>alert(1)</script> & title"
    return found


class Words(HTMLParser):
    """Collects the elements of a page and the words of its article."""

    def __init__(self):
        super().__init__()
        self.tags, self.words, self.inside = [], [], False

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = self.inside or tag == "article"

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "article"

    def handle_data(self, data):
        if self.inside:
            self.words.append(data)


def test_the_text_is_whole_and_no_part_of_it_is_markup(article):
    seen = Words()
    seen.feed(page(article))
    assert " ".join("".join(seen.words).split()) == " ".join(TEXT.split())
    assert [tag for tag, _ in seen.tags].count("script") == 1
    assert not any(tag == "b" for tag, attributes in seen.tags if attributes.get("class") != "number")


def test_the_page_needs_nothing_else(article):
    seen = Words()
    html = page(article)
    seen.feed(html)
    links = [value for _, attributes in seen.tags for name, value in attributes.items() if name in ("href", "src")]
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= {attributes.get("id") for _, attributes in seen.tags}
    assert "url(" not in html
    assert "@import" not in html


def test_overlapping_claims_share_pieces_and_every_claim_begins_once(article):
    claims = numbered(article, KINDS)
    pieces = [piece for each in paragraphs(TEXT, claims) for piece in each]
    shared = next(piece for piece in pieces if piece.words == "rejects sanctions")
    assert (len(shared.claims), shared.kind, shared.said) == (2, "stances", True)
    starts = [number for piece in pieces for number in piece.starts]
    assert sorted(starts) == [claim.number for claim in claims]


def test_what_people_judged_stands_beside_the_claim(article, tmp_path):
    for kind in ("stances", "tenures"):
        article[kind][0]["id"] = f"{kind}/1"
    with Record.open(tmp_path / "record.db") as record:
        record.add(article, VERSION)
        assert 'class="judged"' not in page(shown(record, "one"))
        reject(record, "stances/1@one", why="<i>irony</i>", by="eva")
        withdrawn = accept(record, "tenures/1@one", why="checked", by="eva")
        undo(record, withdrawn.number, by="eva")
        found = page(shown(record, "one"))
    assert re.findall('<p class="judged".*>(.*)</p>', found) == ["rejected, by eva (1): &lt;i&gt;irony&lt;/i&gt;"]
    assert "version 1 of 1, recorded 20" in found


def test_claims_in_blank_lines_and_at_the_edges_are_kept(article):
    article["stances"][0]["evidence"] = [[0, len(TEXT)]]
    pieces = [piece for each in paragraphs(TEXT, numbered(article, KINDS)) for piece in each]
    assert all(piece.claims for piece in pieces)


def test_text_meets_the_contrast_that_readers_need():
    css = resources.files("detente.surfaces").joinpath("web", "page.css").read_text("utf-8")
    colours = {name: pair for name, *pair in re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", css)}
    for theme in (0, 1):
        for ink in ("ink", "soft", "link"):
            for ground in ("paper", "panel"):
                assert contrast(colours[ink][theme], colours[ground][theme]) >= 4.5
        for ground in ("said", "chosen"):
            assert contrast(colours["ink"][theme], colours[ground][theme]) >= 4.5
        for kind in KINDS[1:]:
            assert contrast(colours[kind][theme], colours["said"][theme]) >= 3


def contrast(one, other):
    """The ratio that WCAG 2 defines."""
    lights = []
    for colour in (one, other):
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        lights.append(sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)))
    return (max(lights) + 0.05) / (min(lights) + 0.05)


@pytest.fixture
def browser(article, tmp_path):
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        assert "CI" not in os.environ, "chromium and chromium-driver are missing; .ci/run installs them"
        pytest.skip("not run: chromium and chromedriver are not installed")
    options = ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS.split(), f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    (tmp_path / "page.html").write_text(page(article), "utf-8")
    opened = Chrome(options=options, service=ChromeService(driver))
    opened.get((tmp_path / "page.html").as_uri())
    yield opened
    opened.quit()


def test_a_reader_filters_and_chooses_in_a_real_browser(browser, tmp_path):
    def find(selector):
        return browser.find_elements("css selector", selector)

    def visible():
        return [item.get_attribute("data-kind") for item in find("li[data-kind]") if item.is_displayed()]

    assert browser.get_log("browser") == []
    for numbers in ([3], [3, 4], [3, 4, 6, 7, 8, 9], [1, 2, 3, 5]):
        assert browser.execute_script("return runs(arguments[0])", numbers) == runs(numbers)
    assert sorted(visible()) == ["stances", "tenures", "utterances"]
    find("input[value=stances]")[0].click()
    assert sorted(visible()) == ["tenures", "utterances"]
    assert find("#count")[0].text == "2 of 3 claims"
    assert not find(".mark.stances")
    find("input[value=stances]")[0].click()
    (mark,) = find(".mark.stances")
    mark.click()
    assert sorted(visible()) == ["stances", "utterances"]
    assert "2 chosen" in find("#count")[0].text
    assert len(find("[aria-current]")) == 2
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert len(visible()) == 3
    claim = find("li[data-kind=tenures] .claim")[0]
    claim.send_keys(Keys.ENTER)
    assert [each.text.lstrip("0123456789 ") for each in find(".mark.chosen")] == ["foreign minister"]
    assert browser.switch_to.active_element == find(".mark.chosen")[0]
    browser.switch_to.active_element.send_keys(Keys.ARROW_LEFT)
    assert browser.switch_to.active_element == mark
    before = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    find("#theme")[0].click()
    assert browser.execute_script("return getComputedStyle(document.body).backgroundColor") != before
    assert browser.save_screenshot(str(tmp_path / "page.png"))
    assert (tmp_path / "page.png").stat().st_size > 10_000


LINE = """
const sample = document.createElement("a");
sample.className = `mark ${arguments[0]}`;
sample.textContent = "words";
document.querySelector("article p").append(sample);
const seen = getComputedStyle(sample);
return [seen.textDecorationStyle, parseFloat(seen.textDecorationThickness), seen.borderTopStyle, seen.printColorAdjust];
"""


def test_claims_can_be_told_apart_in_print_without_colour(browser):
    def line(classes):
        return browser.execute_script(LINE, classes)

    def visible(selector):
        return [each for each in browser.find_elements("css selector", selector) if each.is_displayed()]

    browser.find_element("css selector", "input[value=tenures]").click()
    browser.find_element("css selector", ".mark.utterances").click()
    assert (len(visible("li[data-kind]")), len(visible(".key")), len(visible("form"))) == (1, 0, 1)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert len(visible("li[data-kind]")) == 2, (
        "what is chosen to look at is printed with the rest, what is filtered out is not"
    )
    assert (len(visible(".key")), len(visible("form"))) == (1, 0)
    lines = [tuple(line(kind)[:2]) for kind in (*KINDS[1:], "several")]
    for style in {style for style, _ in lines}:
        widths = sorted(width for each, width in lines if each == style)
        assert all(thicker >= 1.9 * thinner for thinner, thicker in pairwise(widths)), (style, widths)
    assert line("stances said")[2:] == ["solid", "exact"]
    assert line("stances")[2] == "none"
    assert {heading.get_attribute("class").split()[1] for heading in visible("h4 .sample")} == {"stances", "utterances"}
    assert base64.b64decode(browser.print_page()).startswith(b"%PDF")
