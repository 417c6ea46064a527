# SPDX-License-Identifier: EUPL-1.2
import re
from pathlib import Path

from django.contrib.staticfiles import finders

from schakel.kern import schil
from schakel.kern.templatetags.schakel import SPRITE


def test_elk_punt_van_het_menu_heeft_een_icoon_dat_bestaat() -> None:
    iconen = set(re.findall(r'id="([\w-]+)"', Path(str(finders.find(SPRITE))).read_text()))
    assert {punt.icoon for punt in schil._items} <= iconen
