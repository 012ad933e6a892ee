"""Loading the questionnaires, and what can be judged of all of them together."""

from pathlib import Path

from bindery.findings import Report
from bindery.intake import Located
from bindery.model.questionnaire import Questionnaire
from bindery.settings.documents import check_file_name, read_document, yaml_files
from bindery.settings.elements import check_elements
from bindery.settings.scoring import check_scoring
from bindery.settings.uniqueness import Names
from bindery.settings.validate import validate
from bindery.settings.value import QuestionnaireFile


def load_questionnaires(root: Path, report: Report) -> tuple[tuple[QuestionnaireFile, ...], frozenset[str]]:
    """The questionnaires of book/questionnaires/*.yaml by file name, and the names of those that could not be read."""
    titles = Names("Q002", "the questionnaire", report)
    names = Names("Q003", "the name", report)
    files: list[QuestionnaireFile] = []
    broken: set[str] = set()
    for path in yaml_files("questionnaires", root, report):
        file = _load(path, root, report)
        if file is None:
            broken.add(path.stem)
            continue
        _check_names(file, names)
        if titles.meet(file.value.name, file.place):
            files.append(file)
    return tuple(files), frozenset(broken)


def _load(path: Path, root: Path, report: Report) -> QuestionnaireFile | None:
    located = read_document(path, root, report)
    if located is None or not _is_licensed(located, report):
        return None
    questionnaire = validate(Questionnaire, located, report)
    if questionnaire is None:
        return None
    check_file_name(questionnaire.name, path, located.place(("name",)), report)
    check_elements(questionnaire, located, report)
    check_scoring(questionnaire, located, report)
    return QuestionnaireFile(questionnaire, located)


def _is_licensed(located: Located, report: Report) -> bool:
    licence = located.at(("source", "license"))
    if isinstance(located.data, dict) and (licence is None or not str(licence).strip()):
        hint = 'write "source: {author: Whose it is, license: CC-BY-SA-4.0}", and be sure that you may'
        report.add("Q001", "this questionnaire has no licence", located.place(("source", "license")), hint)
        return False
    return True


def _check_names(file: QuestionnaireFile, names: Names) -> None:
    """Elements and items have one name each in the whole book: answers are kept under it."""
    for index, element in enumerate(file.value.elements):
        names.meet(element.name, file.located.place(("elements", index, "name")))
        for number, row in enumerate(element.rows):
            names.meet(row.value, file.located.place(("elements", index, "rows", number, "value")))
