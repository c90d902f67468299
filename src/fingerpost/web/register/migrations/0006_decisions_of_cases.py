"""A decision names the case that it answers; until now it was found by way of its motion or of what follows it."""

import django.db.models.deletion
from django.db import migrations, models


def name_the_case(apps, schema_editor):
    decisions = apps.get_model("register", "Decision")
    followups = apps.get_model("casework", "FollowUp")
    for decision in decisions.objects.exclude(motion=None).select_related("motion"):
        decisions.objects.filter(pk=decision.pk).update(case=decision.motion.case_id)
    for item in followups.objects.exclude(decision=None).filter(decision__case=None):
        decisions.objects.filter(pk=item.decision_id, case=None).update(case=item.case_id)


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0005_what_is_due'),
        ('register', '0005_thresholds_and_reports'),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='case',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='casework.case'),
        ),
        migrations.AddField(
            model_name='succession',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.source'),
        ),
        migrations.RunPython(name_the_case, migrations.RunPython.noop),
    ]
