from django.db import migrations, models

AT_ONCE = 1_000


def take_names(apps, schema_editor):
    """Give the places out of the gazetteer the other names they have there."""
    from fingerpost.places.names import other_names

    place_model = apps.get_model('register', 'Place')
    places = list(place_model.objects.exclude(geonames=None).only('id', 'geonames'))
    names = other_names({place.geonames for place in places})
    for place in places:
        place.other_names = '\n'.join(names.get(place.geonames, ()))
    place_model.objects.bulk_update(places, ['other_names'], batch_size=AT_ONCE)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0006_decisions_of_cases'),
    ]

    operations = [
        migrations.AddField(
            model_name='place',
            name='other_names',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='place',
            name='geonames',
            field=models.IntegerField(blank=True, db_index=True, null=True),
        ),
        migrations.RunPython(take_names, migrations.RunPython.noop),
    ]
