"""Adjectives and nouns of belonging: "Russian" to RU, "Bavarian" to DE-BY."""

from __future__ import annotations

_COUNTRIES = """
AD Andorran; AE Emirati; AF Afghan Afghani; AL Albanian; AM Armenian; AO Angolan; AR Argentine Argentinian
Argentinean; AT Austrian; AU Australian Aussie; AZ Azerbaijani Azeri; BA Bosnian Herzegovinian; BB Barbadian Bajan;
BD Bangladeshi; BE Belgian Flemish Walloon; BF Burkinabe Burkinabé; BG Bulgarian; BH Bahraini; BI Burundian;
BJ Beninese; BM Bermudian; BN Bruneian; BO Bolivian; BR Brazilian; BS Bahamian; BT Bhutanese; BW Botswanan;
BY Belarusian Belarussian Belorussian Byelorussian; BZ Belizean; CA Canadian; CD Congolese; CH Swiss;
CI Ivorian; CL Chilean; CM Cameroonian; CN Chinese; CO Colombian; CR Costa-Rican; CU Cuban; CV Cape-Verdean;
CY Cypriot; CZ Czech; DE German; DJ Djiboutian; DK Danish Dane; DO Dominican; DZ Algerian; EC Ecuadorian Ecuadorean;
EE Estonian; EG Egyptian; ER Eritrean; ES Spanish Spaniard; ET Ethiopian; FI Finnish Finn; FJ Fijian; FO Faroese;
FR French Frenchman Frenchwoman; GA Gabonese; GB British Briton English Scottish Scot Welsh Northern-Irish UK;
GE Georgian; GH Ghanaian; GI Gibraltarian; GL Greenlandic Greenlander; GM Gambian; GN Guinean; GR Greek;
GT Guatemalan; GY Guyanese; HK Hongkonger; HN Honduran; HR Croatian Croat; HT Haitian; HU Hungarian; ID Indonesian;
IE Irish; IL Israeli; IN Indian; IQ Iraqi; IR Iranian; IS Icelandic Icelander; IT Italian; JM Jamaican;
JO Jordanian; JP Japanese; KE Kenyan; KG Kyrgyz; KH Cambodian Khmer; KP North-Korean; KR South-Korean Korean;
KW Kuwaiti; KZ Kazakh Kazakhstani; LA Laotian Lao; LB Lebanese; LI Liechtensteiner; LK Sri-Lankan; LR Liberian;
LT Lithuanian; LU Luxembourgish; LV Latvian; LY Libyan; MA Moroccan; MC Monegasque; MD Moldovan; ME Montenegrin;
MG Malagasy; MK Macedonian; ML Malian; MM Burmese; MN Mongolian; MR Mauritanian; MT Maltese; MU Mauritian;
MW Malawian; MX Mexican; MY Malaysian; MZ Mozambican; NA Namibian; NE Nigerien; NG Nigerian; NI Nicaraguan;
NL Dutch Dutchman; NO Norwegian; NP Nepalese Nepali; NZ New-Zealander; OM Omani; PA Panamanian; PE Peruvian;
PG Papuan; PH Filipino Philippine Filipina; PK Pakistani; PL Polish; PR Puerto-Rican; PS Palestinian;
PT Portuguese; PY Paraguayan; QA Qatari; RO Romanian; RS Serbian Serb; RU Russian Soviet; RW Rwandan; SA Saudi;
SD Sudanese; SE Swedish Swede; SG Singaporean; SI Slovenian Slovene; SK Slovak Slovakian; SL Sierra-Leonean;
SN Senegalese; SO Somali; SR Surinamese; SV Salvadoran Salvadorean; SY Syrian; TD Chadian; TG Togolese; TH Thai;
TJ Tajik; TL Timorese; TM Turkmen; TN Tunisian; TO Tongan; TR Turkish Turk; TT Trinidadian; TW Taiwanese;
TZ Tanzanian; UA Ukrainian; UG Ugandan; US American US U.S.; UY Uruguayan; UZ Uzbek; VE Venezuelan; VN Vietnamese;
WS Samoan; XK Kosovar Kosovan; YE Yemeni; ZA South-African; ZM Zambian; ZW Zimbabwean
"""

_REGIONS = """
GB-ENG English; GB-SCT Scottish Scots; GB-WLS Welsh; GB-NIR Northern-Irish;
US-AK Alaskan; US-AL Alabaman Alabamian; US-AZ Arizonan; US-CA Californian; US-CO Coloradan; US-FL Floridian;
US-HI Hawaiian; US-ID Idahoan; US-IA Iowan; US-KS Kansan; US-KY Kentuckian; US-MN Minnesotan;
US-MO Missourian; US-MT Montanan; US-NE Nebraskan; US-NV Nevadan; US-NM New-Mexican; US-OH Ohioan;
US-OK Oklahoman; US-OR Oregonian; US-PA Pennsylvanian; US-TN Tennessean; US-TX Texan; US-UT Utahn;
US-VT Vermonter; US-VA Virginian; US-WA Washingtonian; US-WY Wyomingite; US-NC North-Carolinian;
US-SC South-Carolinian; US-ND North-Dakotan; US-SD South-Dakotan; US-WI Wisconsinite; US-MI Michigander;
CA-ON Ontarian; CA-QC Quebecer Québécois Quebecois; CA-AB Albertan; CA-BC British-Columbian; CA-MB Manitoban;
CA-NS Nova-Scotian; CA-NB New-Brunswicker; CA-NL Newfoundlander; AU-QLD Queenslander;
AU-TAS Tasmanian; DE-BY Bavarian; DE-SN Saxon; DE-HE Hessian; FR-BRE Breton;
FR-20R Corsican; ES-CT Catalan; ES-AN Andalusian; ES-GA Galician; ES-PV Basque; IT-82 Sicilian; IT-88 Sardinian;
IT-52 Tuscan; IT-25 Lombard; IT-34 Venetian; AT-7 Tyrolean; CN-XZ Tibetan; UA-43 Crimean
"""


def _read(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in table.replace("\n", " ").split(";"):
        code, *names = entry.split()
        found.update((name.replace("-", " "), code) for name in names)
    return found


COUNTRIES = _read(_COUNTRIES)
"""Adjective or noun to ISO 3166-1 code. A plural takes an s."""

REGIONS = _read(_REGIONS)
"""Adjective or noun to ISO 3166-2 code."""
