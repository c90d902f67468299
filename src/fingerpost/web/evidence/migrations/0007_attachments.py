import django.db.models.deletion
from django.db import migrations, models


def link(apps, schema_editor):
    """Carry over which mail a source came with, now that there may be several."""
    Source, Attachment = (apps.get_model("evidence", name) for name in ("Source", "Attachment"))
    inner = Source.objects.exclude(inside=None).only("pk", "inside", "name")
    Attachment.objects.bulk_create(
        (Attachment(mail_id=source.inside_id, source_id=source.pk, name=source.name) for source in inner),
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [("evidence", "0006_taken_back")]

    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300)),
                (
                    "mail",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="evidence.source"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="came_with", to="evidence.source"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [models.UniqueConstraint(fields=("mail", "source"), name="one_attachment")],
            },
        ),
        migrations.RunPython(link, migrations.RunPython.noop),
        migrations.RemoveField(model_name="source", name="inside"),
    ]
