"""A part printed apart: laid out, looked at, its side notes moved to their room, written, and finished."""

from dataclasses import replace

from bindery.pdf.crossing import apart
from bindery.pdf.engine import Engine, Sheets
from bindery.pdf.fence import Fence
from bindery.pdf.finish import finish_part
from bindery.pdf.guard import StructureFault
from bindery.pdf.log import Remark
from bindery.pdf.moving import move_notes
from bindery.pdf.noted_pages import note_shifts
from bindery.pdf.positions import read
from bindery.pdf.readings import PartReading
from bindery.pdf.signature import Signature
from bindery.pdf.task import PrintTask


def print_part(task: PrintTask) -> Signature:
    """The signature of a part: a pure function of its HTML and the files that it names.

    What could not be had is in the signature. MachineError for another version of the engine.
    """
    engine = Engine(Fence(task.folders))
    sheets = engine.lay_out(replace(task.part, html=apart(task.part.html)))
    reading = None if _is_missing_something(engine) else read(sheets)
    pdf = _written(engine, sheets, reading) if reading is not None and task.write else b""
    return Signature(
        reading=reading,
        pdf=pdf,
        said=tuple(engine.remarks),
        refused=engine.fence.refused,
        borrowed=engine.borrowed(sheets) if pdf else (),
        addresses=engine.addresses(sheets),
        files=engine.fence.passed,
    )


def _written(engine: Engine, sheets: Sheets, reading: PartReading) -> bytes:
    """The finished part; nothing, and a remark of the engine's, where its structure cannot be put right."""
    move_notes(sheets, note_shifts(reading))
    try:
        return finish_part(engine.write(sheets))
    except StructureFault as fault:
        engine.remarks.append(Remark(str(fault), is_error=True, code="P030"))
        return b""


def _is_missing_something(engine: Engine) -> bool:
    return bool(engine.fence.refused) or any(remark.is_error for remark in engine.remarks)
