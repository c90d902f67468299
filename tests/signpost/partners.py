"""A town's partners for tests: the founding case's city, and names that are hard to letter."""

from __future__ import annotations

from fingerpost.signpost import Home, Partner

NORFOLK = Home("Norfolk, Virginia", 36.8508, -76.2859)

PARTNERS = (
    Partner("Kitakyushu", "Japan", 33.88, 130.88, "1963"),
    Partner("Wilhelmshaven", "Germany", 53.53, 8.11, "1976"),
    Partner("Toulon", "France", 43.12, 5.93, "1988"),
    Partner("Kaliningrad", "Russia", 54.71, 20.5, "1992", "suspended", "2022-03-22"),
    Partner("Kochi", "India", 9.97, 76.28, "2010", "proposed"),
    Partner("Mar del Plata", "Argentina", -38.0, -57.55, "1998", "lapsed", "2014"),
    Partner("Monterrey", "Mexico", 25.67, -100.3, "1999", "ended", "2012"),
    Partner("Tema", "Ghana", 5.67, -0.02, "2010", "unknown"),
)

HARD_NAMES = (
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
    "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu",
    "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
    "Калининград",
    "北九州市",
    "القاهرة",
    "Łódź",
    "Å",
    "",
    "   ",
    "Z" + "\u0301" * 40 + "algo",
    "Ba\u202ed\u0000\ud800",
    "</title></svg><script>alert(1)</script>&\"'",
    "W" * 5000,
)
