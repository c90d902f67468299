"""The forms of a case, its motions, votes, decisions and follow-ups."""

from __future__ import annotations

from typing import Any

from django import forms

from fingerpost.web.casework.models import Case, Motion
from fingerpost.web.desk.fields import CountryField, DateField, RecordField, RegionField
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.instrument import other_verb
from fingerpost.web.register.models import Body, Decision, Person, Place, Tie
from fingerpost.web.register.status import STATUSES

MOST_VOTES = 100_000
"""More than any body has members, and less than a database cannot count."""

ONE, CLASS, NONE = "tie", "class", "none"
RULE = (
    "home", "home_country", "home_admin1", "partner_country", "partner_admin1", "kind", "status",
    "quiet_since", "carried_by",
)  # fmt: skip
"""The fields of the rule of a class."""


class CaseForm(forms.Form):
    """What a case says of itself, and which tie or class of ties it is about."""

    title = forms.CharField(max_length=300)
    question = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    vote_due = DateField(label="The vote is due")
    about = forms.ChoiceField(
        label="It is about",
        choices=(
            (ONE, "One tie"),
            (CLASS, "A class of ties: all that fit the rule below"),
            (NONE, "No tie of the register yet"),
        ),
        widget=forms.RadioSelect,
    )
    tie = RecordField(Tie, required=False, label="The tie", help_text="Its number, as #12.")
    home = RecordField(
        Place, required=False, label="The ties of", help_text="A place of the register; empty for any."
    )
    home_country = CountryField(required=False, label="Of places in (country)")
    home_admin1 = RegionField(required=False, label="Of places in (state or region)")
    partner_country = CountryField(required=False, label="With places in (country)")
    partner_admin1 = RegionField(required=False, label="With places in (state or region)")
    kind = forms.ChoiceField(
        choices=[("", "Any kind"), *Tie.Kind.choices], required=False, label="Of this kind"
    )
    status = forms.ChoiceField(
        choices=[("", "Any status"), *((one, one.capitalize()) for one in STATUSES)],
        required=False,
        label="With this formal status on our side",
    )
    quiet_since = DateField(label="Without an exchange since")
    carried_by = RecordField(Body, required=False, label="Carried by", help_text="A body; empty for any.")

    def clean(self) -> dict[str, Any]:
        """Give what the case says, with nothing of what it is not about."""
        data = super().clean() or {}
        about = data.pop("about", "")
        if about == ONE and not data.get("tie") and "tie" not in self.errors:
            self.add_error("tie", "Say which tie, by its number.")
        data["of_class"] = about == CLASS
        if about != ONE:
            data["tie"] = None
        if about != CLASS:
            data |= {name: None if name in {"home", "carried_by"} else "" for name in RULE}
        return data

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """Give the fields that stand outside the rule."""
        return [field for field in self if field.name not in RULE]

    @property
    def rule_fields(self) -> list[forms.BoundField]:
        """Give the fields of the rule."""
        return [self[name] for name in RULE]


def about_of(case: Case) -> str:
    """Give what the form says that a case is about."""
    return CLASS if case.of_class else ONE if case.tie_id else NONE


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
    votes_for = forms.IntegerField(required=False, min_value=0, max_value=MOST_VOTES, label="For")
    votes_against = forms.IntegerField(required=False, min_value=0, max_value=MOST_VOTES, label="Against")
    abstained = forms.IntegerField(required=False, min_value=0, max_value=MOST_VOTES)
    absent = forms.IntegerField(required=False, min_value=0, max_value=MOST_VOTES)
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
    as_chosen = forms.BooleanField(
        required=False, widget=forms.HiddenInput, label="The result is as I chose it"
    )
    """Shown where the operative words speak of something else."""
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
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    """For a class of ties: the version of its members that was looked at."""

    def clean(self) -> dict[str, Any]:
        """Ask again where the operative words speak of something else than the result."""
        data = super().clean() or {}
        other = other_verb(data.get("result", ""), data.get("operative_words", ""))
        if other:
            self.fields["as_chosen"].widget = forms.CheckboxInput()
        if other and not data.get("as_chosen"):
            chosen = Decision.Result(data["result"]).label.lower()
            self.add_error(
                "result",
                f"The operative words say “{other}”; you chose “{chosen}”. Choose again, or tick below "
                "that it is as you chose.",
            )
        data.pop("as_chosen", None)
        return data


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
