"""Did it happen? One sentence a construction."""

import pytest

from detente.documents import factuality


@pytest.mark.parametrize(
    ("sentence", "verb", "negated"),
    [
        ("Peru does not recognise the vote and condemns the attack.", "recognise", True),
        ("Peru does not recognise the vote and condemns the attack.", "condemns", False),
        ("Peru has no envoy there. Neither does it regard him as the president.", "regard", True),
        ("Peru did not sign, nor did Chile recognise the vote.", "recognise", True),
        ("Peru did not sign, nor did Chile recognise the vote.", "sign", True),
        ("Neither Peru nor Chile signed it.", "signed", True),
        ("No state recognises the region.", "recognises", True),
        ("They reached no agreement.", "reached", True),
        ("Peru not only condemned the attack but closed its embassy.", "condemned", False),
        ("Peru left without signing the text.", "signing", True),
        ("Peru refused to sign the text.", "sign", True),
        ("Peru will no longer support the plan.", "support", True),
        ("Peru signed the text.", "signed", False),
    ],
)
def test_negation(reading, sentence, verb, negated):
    document = reading(sentence).document
    token = next(token for token in document.tree.tokens if token.text == verb)
    assert factuality(document, token.i).negated is negated


@pytest.mark.parametrize(
    ("sentence", "verb", "time", "hypothetical"),
    [
        ("Peru plans to meet Chile.", "meet", "future", False),
        ("Peru will meet Chile.", "meet", "future", False),
        ("Peru met Chile.", "met", "past", False),
        ("Peru would meet Chile.", "meet", "present", True),
        ("If Peru meets Chile, Brazil will come.", "meets", "present", True),
        ("Peru wants to meet Chile.", "meet", "present", True),
        ("Peru asked whether Chile had met Brazil.", "met", "past", True),
    ],
)
def test_time_and_doubt(reading, sentence, verb, time, hypothetical):
    document = reading(sentence).document
    token = next(token for token in document.tree.tokens if token.text == verb)
    found = factuality(document, token.i)
    assert (found.time, found.hypothetical) == (time, hypothetical)
