"""The forms of a case, its motions, votes, decisions and follow-ups."""

from __future__ import annotations

from typing import Any

from django import forms

from fingerpost.web.casework.models import Motion
from fingerpost.web.dates import check_partial_date
from fingerpost.web.desk.fields import RecordField
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.models import Body, Decision, Person, Tie

DATE_HELP = "As 2022-03-08; empty where it is not known."


class DateField(forms.CharField):
    """A date known to the year, month or day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=10, required=False, help_text=DATE_HELP, **kwargs)

    def clean(self, value: Any) -> str:
        """Give the date, checked."""
        words = str(super().clean(value) or "").strip()
        if words:
            check_partial_date(words)
        return words


class CaseForm(forms.Form):
    """What a case says of itself."""

    title = forms.CharField(max_length=300)
    question = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    tie = RecordField(Tie, where="pk", required=False, help_text="The tie's number, as #12.")
    vote_due = DateField(label="The vote is due")


class MotionForm(forms.Form):
    """A motion, with its vote where there was one."""

    body = RecordField(Body, help_text="The council or other body it is before.")
    text = forms.CharField(
        max_length=5000, widget=forms.Textarea(attrs={"rows": 4}), label="The motion's words"
    )
    mover = RecordField(Person, required=False)
    seconder = RecordField(Person, required=False)
    date = DateField()
    outcome = forms.ChoiceField(choices=Motion.Outcome.choices)
    votes_for = forms.IntegerField(required=False, min_value=0, label="For")
    votes_against = forms.IntegerField(required=False, min_value=0, label="Against")
    abstained = forms.IntegerField(required=False, min_value=0)
    absent = forms.IntegerField(required=False, min_value=0)
    source = RecordField(Source, required=False, help_text="The minutes, by their file name or number.")


class RollCallForm(forms.Form):
    """The names, a line each."""

    votes_for = forms.CharField(required=False, widget=forms.Textarea, label="For", max_length=20_000)
    votes_against = forms.CharField(required=False, widget=forms.Textarea, label="Against", max_length=20_000)
    abstained = forms.CharField(required=False, widget=forms.Textarea, max_length=20_000)
    absent = forms.CharField(required=False, widget=forms.Textarea, max_length=20_000)


class DecisionForm(forms.Form):
    """What was decided, from the instrument."""

    result = forms.ChoiceField(choices=[("", "Choose what the instrument says"), *Decision.Result.choices])
    body = RecordField(Body)
    instrument = forms.CharField(max_length=300, required=False, help_text="As Resolution 22-104.")
    operative_words = forms.CharField(
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The words of the instrument that decide, exactly.",
    )
    date = DateField()
    effective = DateField(label="In effect from")
    condition = forms.CharField(
        max_length=2000, required=False, help_text="For a suspension: the words for what would lift it."
    )
    review = DateField(label="To be reviewed on")
    press_verb = forms.CharField(
        max_length=100,
        required=False,
        label="The press wrote",
        help_text="Where it differs: cut, sever, end.",
    )
    must_tell_partner = forms.CharField(max_length=300, required=False, label="Who must tell the partner")
    tell_by = forms.DateField(required=False, label="By when", widget=forms.DateInput(attrs={"type": "date"}))
    source = RecordField(Source, required=False, help_text="By its file name or number.")


class WithdrawForm(forms.Form):
    """Why a decision is withdrawn."""

    why = forms.CharField(
        max_length=2000,
        help_text="It stays in the record, and no longer counts. A later decision is one of its own.",
    )


class FollowUpForm(forms.Form):
    """Something to be done."""

    what = forms.CharField(max_length=1000)
    owner = forms.CharField(
        max_length=200,
        required=False,
        help_text="The mail address or name of somebody who signs in here, who is then reminded; or any name.",
    )
    until_words = forms.CharField(
        max_length=300,
        required=False,
        label="Until (the words)",
        help_text="Where no day is set: until the war ends.",
    )
    due = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
