from hypothesis import given
from hypothesis import strategies as st

from detente.articles import from_text
from detente.documents import structure
from detente.documents.document import Document

LEAD = "The ministers of both countries met for two days and agreed on nothing."


def blocks(text):
    document = structure.annotate(Document(from_text(text, "a.txt")))
    return [(block.kind, block.span.of(text), block.prose.of(text)) for block in document.blocks]


def test_header_title_dateline_heading():
    text = f"date: 2021-08-05\nTalks end\n\nLIMA, Aug 5 (Agency) - {LEAD}\n\nRegional integration\n\n{LEAD}"
    assert blocks(text) == [
        ("header", "date: 2021-08-05", "date: 2021-08-05"),
        ("title", "Talks end", "Talks end"),
        ("paragraph", f"LIMA, Aug 5 (Agency) - {LEAD}", LEAD),
        ("heading", "Regional integration", "Regional integration"),
        ("paragraph", LEAD, LEAD),
    ]


def test_a_dateline_alone_holds_no_prose():
    assert blocks(f"SÃO PAULO, Brazil (Agency) --\n\n{LEAD}")[0] == ("paragraph", "SÃO PAULO, Brazil (Agency) --", "")


def test_a_dash_after_a_name_is_no_dateline():
    assert blocks("Castillo - who was elected in June - spoke.\n\nHe left.")[0][2].startswith("Castillo")


def test_speakers_labels():
    assert blocks(f"SECRETARY BLINKEN: {LEAD}\n\nQUESTION: Who left?")[1][2] == "Who left?"


def test_wrapped_lines_make_one_paragraph():
    wrapped = "The ministers of both\ncountries met for two\ndays and agreed on\nnothing at all today."
    assert blocks(f"{wrapped}\n\nThey left.") == [
        ("paragraph", wrapped, wrapped),
        ("paragraph", "They left.", "They left."),
    ]


@given(st.text(alphabet=st.sampled_from("aZ .:-—\n\r\t\u2028é👍\u0301\"'«»(1)d"), max_size=120))
def test_blocks_lie_in_the_text_in_order_and_lose_nothing(text):
    if not text.strip():
        return
    document = structure.annotate(Document(from_text(text, "a.txt")))
    end, inside = 0, set()
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        assert block.span.start <= block.prose.start <= block.prose.end == block.span.end or block.kind == "header"
        end = block.span.end
        inside.update(range(*block.span))
    assert not {text[n] for n in set(range(len(text))) - inside} - set(" \t\n\r\u2028")
