from django.db import migrations, models


def keep_choices(apps, schema_editor):
    """Carry over the sources whose whole text might be shown."""
    apps.get_model("evidence", "Source").objects.filter(may_republish=True).update(shown="whole")


class Migration(migrations.Migration):
    dependencies = [("evidence", "0003_hot_pages")]

    operations = [
        migrations.AddField(
            model_name="source",
            name="shown",
            field=models.CharField(
                choices=[("whole", "The whole text"), ("passages", "Reviewed passages only"), ("nothing", "Nothing")],
                default="passages",
                max_length=8,
            ),
        ),
        migrations.RunPython(keep_choices, migrations.RunPython.noop),
        migrations.RemoveField(model_name="source", name="may_republish"),
    ]
