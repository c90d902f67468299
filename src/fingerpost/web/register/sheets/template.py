"""The file to fill in: the columns of a kind of record, as an Excel workbook or as CSV."""

from __future__ import annotations

import csv
import io

from fingerpost.web.register.sheets.kinds import Kind

EMPTY_LINES = 200
"""Lines of the workbook whose cells are set up as text, so that a spreadsheet leaves "2019-05" alone."""


def template_csv(kind: Kind) -> bytes:
    """Give the headings as CSV, with the mark by which Excel knows UTF-8."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(column.heading for column in kind.columns)
    return out.getvalue().encode("utf-8-sig")


def template_xlsx(kind: Kind) -> bytes:
    """Give a workbook with the headings on its first sheet, and what each column takes on its second."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    workbook = Workbook()
    sheet = workbook.active
    sheet.title = str(kind.model._meta.verbose_name_plural).capitalize()
    head, green = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="00633D")
    for at, column in enumerate(kind.columns, 1):
        cell = sheet.cell(1, at, column.heading)
        cell.font, cell.fill = head, green
        sheet.column_dimensions[cell.column_letter].width = max(12, len(column.heading) + 4)
        for line in range(2, EMPTY_LINES + 2):
            sheet.cell(line, at).number_format = "@"
    sheet.freeze_panes = "A2"
    about = workbook.create_sheet("How to fill it in")
    about.column_dimensions["A"].width, about.column_dimensions["C"].width = 20, 90
    about.append(("Column", "Needed", "What it takes"))
    for column in kind.columns:
        about.append((column.heading, "yes" if column.needed else "", column.help))
    for cell in about[1]:
        cell.font, cell.fill = head, green
    for row in about.iter_rows():
        row[2].alignment = Alignment(wrap_text=True, vertical="top")
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()
