"""Many records at once: a sheet uploaded or pasted, looked at line by line, then entered as a whole."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fingerpost.web.accounts.permissions import EDIT_REGISTER
from fingerpost.web.desk.guard import needs
from fingerpost.web.register.sheets.checking import Checked, check
from fingerpost.web.register.sheets.entering import NotEntered, enter_sheet
from fingerpost.web.register.sheets.kinds import KINDS, Kind
from fingerpost.web.register.sheets.sheet import MOST_BYTES, BadSheet, Sheet, as_text, sheet_of, sheet_of_text
from fingerpost.web.register.sheets.template import template_csv, template_xlsx

TEMPLATES = {
    "xlsx": (template_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (template_csv, "text/csv; charset=utf-8"),
}


class SheetForm(forms.Form):
    """A sheet, as a file or pasted; ``seen`` is the digest of what was looked at."""

    file = forms.FileField(required=False, label="An Excel workbook (.xlsx) or a CSV file")
    text = forms.CharField(
        required=False,
        strip=False,
        label="Or paste the lines, the headings with them",
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 10, "wrap": "off", "spellcheck": "false"}),
    )
    name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def sheet(self) -> tuple[Sheet, str]:
        """Give the sheet, and what to call it.

        Raises:
            BadSheet: there is none, or it cannot be read.
        """
        if file := self.cleaned_data["file"]:
            return sheet_of(file.read(MOST_BYTES + 1), file.name), file.name
        name = self.cleaned_data["name"] or "pasted lines"
        if not self.cleaned_data["text"].strip():
            raise BadSheet("Choose a file, or paste the lines.")
        return sheet_of_text(self.cleaned_data["text"]), name


@needs(EDIT_REGISTER)
def sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """Take a sheet; say what each line comes to; on a second word, enter it."""
    of = _kind(kind)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _page(request, of, form)
    if not form.is_valid():
        return _page(request, of, form, problem="The file is empty, or the text too long.", status=400)
    try:
        given, name = form.sheet()
        if request.POST.get("do") != "enter" or form.cleaned_data["file"]:
            return _looked_at(request, of, given, name, check(given, of))
        made = enter_sheet(by=request.user, sheet=given, kind=of, name=name, seen=form.cleaned_data["seen"])
    except BadSheet as problem:
        return _page(request, of, form, problem=str(problem), status=400)
    except NotEntered as problem:
        return _looked_at(request, of, given, name, problem.checked, problem=str(problem), status=409)
    messages.success(request, f"Recorded: {len(made)} of {of.plural}.")
    return redirect("records", kind=kind) if kind == "law" else redirect("ties")


def _looked_at(
    request: HttpRequest, kind: Kind, given: Sheet, name: str, checked: Checked, **more: Any
) -> HttpResponse:
    """Show what each line comes to, with the sheet to mend and what was looked at."""
    form = SheetForm(initial={"text": as_text(given), "name": name, "seen": checked.digest})
    return _page(request, kind, form, checked=checked, **more)


def _page(
    request: HttpRequest, kind: Kind, form: SheetForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"form": form, "kind": kind, **more}
    return render(request, "register/sheet.html", context, status=status)


@needs(EDIT_REGISTER)
def template(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    """The file to fill in."""
    of = _kind(kind)
    if form not in TEMPLATES:
        raise Http404("There is no such template.")
    write, media_type = TEMPLATES[form]
    response = HttpResponse(write(of), content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{of.name}.{form}"'
    return response


def _kind(name: str) -> Kind:
    if name not in KINDS:
        raise Http404(f"There is no sheet for {name}.")
    return KINDS[name]
