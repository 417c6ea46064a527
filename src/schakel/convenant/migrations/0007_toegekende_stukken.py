# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    """The view lost a column; the walls that read it are set anew after every migration."""

    dependencies = [
        ('convenant', '0006_toestemming_wijze'),
    ]

    operations = [
        migrations.RunSQL('DROP VIEW IF EXISTS convenant_toegekendstuk CASCADE', migrations.RunSQL.noop),
        migrations.DeleteModel(name='ToegekendStuk'),
        migrations.CreateModel(
            name='ToegekendStuk',
            fields=[('stuk_id', models.UUIDField(primary_key=True, serialize=False))],
            options={'db_table': 'convenant_toegekendstuk', 'managed': False},
        ),
    ]
