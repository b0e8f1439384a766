import pytest

from medlint.errors import UsageError
from medlint.reporters import REPORTERS, RenderOptions
from tests.reporters.reports import FULL, document, finding, report


def rendered(path, text, made=FULL):
    path.write_text(text, encoding="utf-8")
    return REPORTERS["template"](made, RenderOptions(template=path))


def test_a_template_sees_the_data_of_the_json_report(tmp_path):
    text = rendered(
        tmp_path / "report.txt.j2",
        "{% for document in documents %}\n"
        "{{ document.path }}: {{ document.findings | length }}\n"
        "{% endfor %}\n"
        "{{ summary.error }} errors as of {{ tool.as_of }}\n",
    )

    assert text == "leaflets/zelpax für alle.md: 5\nvisit.txt: 2\n2 errors as of 2026-11-24\n"


@pytest.mark.parametrize("name", ["report.html", "report.html.j2", "report.xml"])
def test_words_are_escaped_in_html(tmp_path, name):
    made = report(document("page.md", finding("It is safe.", "safe", message="<b>")))

    assert rendered(tmp_path / name, "{{ documents[0].findings[0].message }}", made) == "&lt;b&gt;"


def test_a_template_may_include_its_neighbour(tmp_path):
    (tmp_path / "head.txt").write_text("Head", encoding="utf-8")

    assert rendered(tmp_path / "a.txt", "{% include 'head.txt' %}!") == "Head!"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a\n{% for %}\n", ":2: "),
        ("a\n{{ documnts }}\n", ":2: 'documnts' is undefined"),
        ("{{ tool.nam }}", "has no attribute 'nam'"),
        ("{% include '../secret.txt' %}", "there is no template ../secret.txt"),
        ("{% include '/etc/hostname' %}", "there is no template /etc/hostname"),
        ("{{ ''.__class__.__mro__ }}", "is unsafe"),
        ("{{ documents.append(1) }}", "is unsafe"),
        ("\n{{ tool + 1 }}", ":2: unsupported operand"),
        ("{% for i in range(999999999) %}{% endfor %}", "Range too big"),
    ],
)
def test_a_wrong_template_names_its_place_and_problem(tmp_path, text, problem):
    with pytest.raises(UsageError) as caught:
        rendered(tmp_path / "a.txt", text)

    assert str(tmp_path / "a.txt") in str(caught.value)
    assert problem in str(caught.value)


def test_a_template_that_is_not_named_is_asked_for():
    with pytest.raises(UsageError, match="name a file, as in template:"):
        REPORTERS["template"](FULL, RenderOptions())
