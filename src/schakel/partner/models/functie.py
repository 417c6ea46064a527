# SPDX-License-Identifier: EUPL-1.2
"""Functions and who fills them: contact hangs on the function, never on one person (PAR-02, PAR-03)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models.gebied import Gemeente
from schakel.partner.models.organisatie import Partner


class Rol(models.TextChoices):
    """The roles that carry rights. A function is named freely by its partner; its role says what it may see."""

    AANDACHTSFUNCTIONARIS = (
        "aandachtsfunctionaris",
        _("Aandachtsfunctionaris / gemeentelijke ketenregisseur"),
    )
    KETENREGISSEUR = "ketenregisseur", _("Regionale ketenregisseur")
    REGIOCOORDINATOR = "regiocoordinator", _("Regiocoördinator (zorgcoördinator)")
    CASUSDEELNEMER = "casusdeelnemer", _("Casusdeelnemer")
    ZORGDEELNEMER = "zorgdeelnemer", _("Zorgdeelnemer")
    TOEZICHTHOUDER = "toezichthouder", _("Toezichthouder")
    STUURGROEPLID = "stuurgroeplid", _("Stuurgroeplid")
    ZORGGROEPLID = "zorggroeplid", _("Zorggroeplid")
    BESTUURLIJK_TREKKER = "bestuurlijk_trekker", _("Bestuurlijk trekker")
    MELDER = "melder", _("Melder binnen een partner")
    PRIVACYFUNCTIONARIS = "privacyfunctionaris", _("Privacyfunctionaris (FG)")
    FUNCTIONEEL_BEHEERDER = "functioneel_beheerder", _("Functioneel beheerder")
    AANSPREEKPUNT = "aanspreekpunt", _("Aanspreekpunt zonder rechten in Schakel")


class Voorziening(models.TextChoices):
    """Whether the region provides for the function at all (PAR-03); vacancy itself follows from the Bezetting."""

    VOORZIEN = "voorzien", _("Voorzien")
    GEPLAND = "gepland", _("Gepland")
    NIET_VOORZIEN = "niet_voorzien", _("Niet voorzien")


class Functie(models.Model):
    """A place to be filled at a partner: contact hangs on the function, never on one person (PAR-02)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="functies")
    naam = models.CharField(max_length=150)
    rol = models.CharField(max_length=30, choices=Rol.choices)
    thema = models.CharField(max_length=100, blank=True)
    vormen = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    gemeenten = models.ManyToManyField(Gemeente, blank=True, related_name="functies")
    bereik = models.CharField(max_length=100, blank=True)
    mandaat = models.TextField(blank=True)
    bron = models.CharField(max_length=100, blank=True)
    voorziening = models.CharField(max_length=20, choices=Voorziening.choices, default=Voorziening.VOORZIEN)
    telefoon = models.CharField(max_length=40, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("partner__naam", "naam")

    def __str__(self) -> str:
        return self.naam


class Bezetting(models.Model):
    """A person fills a function, as holder or as stand-in (plaatsvervanger), from … to …"""

    class Soort(models.TextChoices):
        HOUDER = "houder", _("Houder")
        PLAATSVERVANGER = "plaatsvervanger", _("Plaatsvervanger")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    functie = models.ForeignKey(Functie, on_delete=models.CASCADE, related_name="bezettingen")
    gebruiker = models.ForeignKey("toegang.Gebruiker", on_delete=models.CASCADE, related_name="bezettingen")
    soort = models.CharField(max_length=20, choices=Soort.choices, default=Soort.HOUDER)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["gebruiker", "van"])]


class Waarneming(models.Model):
    """A function of one partner is looked after by a function elsewhere, with scope and end (PAR-03, Drenthe)."""

    functie = models.ForeignKey(Functie, on_delete=models.CASCADE, related_name="waarnemingen")
    door = models.ForeignKey(Functie, on_delete=models.CASCADE, related_name="neemt_waar")
    omvang = models.CharField(max_length=200)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.door} ({self.omvang})"


class Invulling(models.Model):
    """A function filled by an office without an account: "burgemeester Duiven". Never the name of a person."""

    functie = models.ForeignKey(Functie, on_delete=models.CASCADE, related_name="invullingen")
    door = models.CharField(max_length=200)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    bron = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return self.door


class Overdracht(models.Model):
    """What a leaving holder leaves behind; open until the function has a successor who took it over (PAR-02)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    bezetting = models.OneToOneField(Bezetting, on_delete=models.CASCADE, related_name="overdracht")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    reden = models.CharField(max_length=200)
    notitie = VersleuteldVeld(null=True, blank=True)
    aan = models.ForeignKey(
        Bezetting, null=True, blank=True, on_delete=models.SET_NULL, related_name="overgenomen"
    )
    afgerond_op = models.DateField(null=True, blank=True)
