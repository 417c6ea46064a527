# SPDX-License-Identifier: EUPL-1.2
"""Schakel: de integrale aanpak mensenhandel van een regio."""

VERSIE = "0.1.0"
