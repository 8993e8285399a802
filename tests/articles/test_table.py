import gzip

import pytest

from detente.articles import Article, read
from detente.errors import SourceError


@pytest.fixture
def table(tmp_path):
    def found(data, name="a.csv"):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return [
            (each.source.removeprefix(f"{tmp_path}/"), each if isinstance(each, Article) else each.reason)
            for each in read([str(path)])
        ]

    return found


def test_columns_are_understood_and_others_kept(table):
    data = 'id,Date,text,Source,desk\r\na,5 August 2021,"Peru ""rejects"" it,\r\nhe said.",Andina,world\r\n'
    ((source, article),) = table(data)
    assert source == "a.csv:2"
    assert article.text == 'Peru "rejects" it,\r\nhe said.'
    assert (article.id, article.published, article.published_from, article.outlet) == (
        "a",
        "2021-08-05",
        "column",
        "Andina",
    )
    assert article.extras == {"desk": "world"}
    assert (article.encoding, article.encoding_from) == ("utf-8", "content")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators(table, separator):
    rows = f"id{separator}text\na{separator}Peru rejects it.\n"
    assert [article.text for _, article in table(rows)] == ["Peru rejects it."]
    assert [article.id for _, article in table(gzip.compress(rows.encode()), "b.csv.gz")] == ["a"]


def test_encodings_are_found_row_by_row(table):
    latin = "a,José Béjar spoke.\n".encode("cp1252")
    rows = table(b"id,text\n" + latin + "b,José Béjar spoke.\n".encode())
    assert [(article.text, article.encoding) for _, article in rows] == [
        ("José Béjar spoke.", "windows-1252"),
        ("José Béjar spoke.", "utf-8"),
    ]
    ((_, article),) = table("id,text\na,José Béjar spoke.\n".encode("utf-16"))
    assert article.text == "José Béjar spoke."


def test_a_bad_row_is_named_by_its_line_and_the_others_go_on(table):
    data = (
        "id,text\n"
        'a,"Peru rejects\nit."\n'
        "b\n"
        "c,Peru rejects it,too,often.\n"
        'd,"Peru" rejects it.\n'
        "e,\n"
        "f,Peru rejects it.\n"
        'g,"Peru never ends.\n'
        "h,Peru rejects it.\n"
    )
    found = [(source, each.id if isinstance(each, Article) else each.partition(";")[0]) for source, each in table(data)]
    assert found == [
        ("a.csv:2", "a"),
        ("a.csv:4", "found 1 values"),
        ("a.csv:5", "found 4 values"),
        ("a.csv:6", "found a row that cannot be read: ',' expected after '\"'"),
        ("a.csv:7", "found nothing"),
        ("a.csv:8", "f"),
        ("a.csv:9", "found a quoted value that never ends"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "found nothing; expected a line of column names"),
        ("\n\n", "found a blank line; expected a line of column names"),
        ("id,body\na,Peru rejects it.\n", "found the columns id, body; expected `text` among them"),
        ("text,Text\na,b\n", "found the column `text` twice; expected each once"),
        ("id,text\n", "found column names and no row; expected an article on each"),
        (b"PK\x03\x04 words", "found binary data (a ZIP archive or office document); expected text"),
        (b"\0\x01\x02\xfe\xfd", "binary data"),
    ],
)
def test_what_is_no_table(table, data, said):
    ((source, reason),) = table(data)
    assert source == "a.csv"
    assert said in reason
    assert isinstance(reason, str)


def test_an_error_is_an_error_of_a_source(tmp_path):
    (tmp_path / "a.csv").write_text("id,body\n")
    assert all(isinstance(each, SourceError) for each in read([str(tmp_path)]))
