# SPDX-License-Identifier: EUPL-1.2
"""People who log in. What they may do hangs on the functions they hold (`partner.Bezetting`), never on the account."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld


class GebruikerManager(BaseUserManager["Gebruiker"]):
    def get_by_natural_key(self, username: str | None) -> "Gebruiker":
        return self.get(inlognaam=(username or "").lower())


class Gebruiker(AbstractBaseUser):
    """A person with an account. `inlognaam` is the only personal datum of staff in plain text (THREAT_MODEL.md)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    inlognaam = models.CharField(max_length=200, unique=True)
    naam = VersleuteldVeld()
    is_active = models.BooleanField(default=True)
    aangemaakt = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "inlognaam"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = GebruikerManager()

    def __str__(self) -> str:
        return self.inlognaam


class Token(models.Model):
    """An API token: bound to one person in one function at one partner, with an end date. Only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="tokens")
    bezetting_id = models.UUIDField()
    omschrijving = models.CharField(max_length=100)
    hash = models.BinaryField(max_length=32, unique=True)
    aangemaakt = models.DateTimeField(auto_now_add=True)
    verloopt = models.DateField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    laatst_gebruikt = models.DateField(null=True, blank=True)


class Concept(models.Model):
    """What somebody typed when their session had ended: kept encrypted, opened by the code in their own browser."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    code_merk = models.BinaryField(max_length=16, unique=True)
    pad = models.CharField(max_length=300)
    inhoud = VersleuteldJson()
    gemaakt_op = models.DateTimeField(auto_now_add=True)
