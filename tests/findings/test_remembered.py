"""Reading the same thing once."""

from bindery.findings import Place, Report, remembered

PLACE = Place("book/a.md", 1)


def test_the_same_thing_is_read_once_and_what_was_found_in_it_is_told_each_time() -> None:
    read: list[str] = []

    @remembered(8)
    def reader(text: str, report: Report) -> str:
        read.append(text)
        report.add("M019", "nothing stands here", PLACE)
        return text.upper()

    first, second = Report(), Report()
    assert [reader("a", first), reader("a", second), reader("b", Report())] == ["A", "A", "B"]
    assert read == ["a", "b"]
    assert list(first) == list(second) != []


def test_what_one_asker_adds_is_not_told_to_the_next() -> None:
    @remembered(8)
    def reader(text: str, _report: Report) -> str:
        return text

    first, second = Report(), Report()
    reader("a", first)
    first.add("M019", "nothing stands here", PLACE)
    reader("a", second)
    assert list(second) == []
