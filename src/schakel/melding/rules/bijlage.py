# SPDX-License-Identifier: EUPL-1.2
"""What may come along with a melding: judged by content, never by name; photos are drawn anew. Pure.

Drawing anew leaves only pixels: no place, time or device (EXIF), no hidden second file. A PDF is kept as it is
and marked, because its insides cannot be cleaned.
"""

import io
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

FOTO, PDF, MAIL = "image/jpeg", "application/pdf", "message/rfc822"
HOOGSTENS = 3
"""Files of one sending."""

PUNTEN = 40_000_000
"""Pixels that a photo may unpack to: a small file that becomes huge is refused before it is drawn."""

ZIJDE = 2560
"""The longest side that is kept, in pixels: enough to read a number plate."""

_FORMATEN = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_ACTIEF = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|RichMedia|XFA)\b|<script|<\?php", re.I)


class BijlageFout(ValueError):
    """This file cannot come along; the text says what to do (Dutch)."""


@dataclass(frozen=True)
class Bestand:
    """A file as it will be kept: kind and bytes. No name, because names tell who made it."""

    soort: str
    inhoud: bytes


def maak_schoon(ruw: bytes) -> Bestand:
    """The file as it may be kept. Raises `BijlageFout`."""
    if not ruw:
        raise BijlageFout(_("Het bestand is leeg. Kies het opnieuw."))
    if ruw[:5] == b"%PDF-":
        return _pdf(ruw)
    return _foto(ruw)


def _pdf(ruw: bytes) -> Bestand:
    if b"%%EOF" not in ruw[-1024:] or b"PK\x05\x06" in ruw[-70_000:] or _ACTIEF.search(ruw):
        raise BijlageFout(
            _(
                "Dit PDF-bestand bevat meer dan tekst en beeld, of is stuk. Maak er een foto van, of druk het opnieuw af als PDF."
            )
        )
    return Bestand(PDF, ruw)


def _foto(ruw: bytes) -> Bestand:
    try:
        with Image.open(io.BytesIO(ruw), formats=_FORMATEN) as beeld:
            if beeld.width * beeld.height > PUNTEN:
                raise Image.DecompressionBombError
            beeld.draft("RGB", (ZIJDE, ZIJDE))
            recht = ImageOps.exif_transpose(beeld)
            recht.thumbnail((ZIJDE, ZIJDE))
            vlak = _op_wit(recht)
    except Image.DecompressionBombError as fout:
        raise BijlageFout(_("Deze foto is te groot. Maak haar kleiner, of maak een schermafdruk.")) from fout
    except UnidentifiedImageError as fout:
        raise BijlageFout(
            _(
                "Dit soort bestand kan niet mee. Kies een foto (JPG of PNG) of een PDF. Of beschrijf wat erin staat."
            )
        ) from fout
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        MemoryError,
        OverflowError,
    ) as fout:
        raise BijlageFout(_("Deze foto is niet te lezen. Maak een schermafdruk en stuur die.")) from fout
    uit = io.BytesIO()
    vlak.save(uit, "JPEG", quality=85, optimize=True)
    return Bestand(FOTO, uit.getvalue())


def _op_wit(beeld: Image.Image) -> Image.Image:
    """The pixels alone, on white where the picture has holes."""
    vlak = Image.new("RGB", beeld.size, "white")
    if beeld.mode in ("RGBA", "LA", "PA") or "transparency" in beeld.info:
        met_gaten = beeld.convert("RGBA")
        vlak.paste(met_gaten, mask=met_gaten.getchannel("A"))
    else:
        vlak.paste(beeld.convert("RGB"))
    return vlak
