"""Words of English that show what is a place, and what is not."""

from __future__ import annotations

# Associated Press and postal short forms of states; Canadian and Australian ones are names in the gazetteer.
_STATES = """
AL Ala.; AK; AZ Ariz.; AR Ark.; CA Calif.; CO Colo.; CT Conn.; DE Del.; DC D.C.; FL Fla.; GA Ga.; HI; ID; IL Ill.;
IN Ind.; IA; KS Kan. Kans.; KY Ky.; LA La.; ME; MD Md.; MA Mass.; MI Mich.; MN Minn.; MS Miss.; MO Mo.; MT Mont.;
NE Neb. Nebr.; NV Nev.; NH N.H.; NJ N.J.; NM N.M.; NY N.Y.; NC N.C.; ND N.D.; OH; OK Okla.; OR Ore.; PA Pa. Penn.;
RI R.I.; SC S.C.; SD S.D.; TN Tenn.; TX Tex.; UT; VT Vt.; VA Va.; WA Wash.; WV W.Va.; WI Wis. Wisc.; WY Wyo.
"""
_PROVINCES = """
CA-AB Alta. AB; CA-BC B.C. BC; CA-MB Man. MB; CA-NB N.B. NB; CA-NL N.L. NL; CA-NS N.S. NS; CA-NT N.W.T.;
CA-ON Ont. ON; CA-PE P.E.I. PEI; CA-QC Que. QC; CA-SK Sask. SK; AU-NSW NSW N.S.W.; AU-QLD Qld QLD; AU-VIC Vic Vic.;
AU-TAS Tas Tas.; AU-WA WA; AU-SA SA; AU-NT NT; AU-ACT ACT
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _short_forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    states = (f"US-{part.split()[0]} {part}" for part in _STATES.replace("\n", " ").split(";"))
    for entry in (*states, *_PROVINCES.replace("\n", " ").split(";")):
        code, *names = entry.split()
        for name in names:
            found[name] = (*found.get(name, ()), code)
    return found


SHORT_FORMS = _short_forms()
"""Short form after a comma ("Norfolk, Va.") to the ISO 3166-2 codes that it may stand for."""

LOCATIVE = _set("""
    in at near outside around across throughout via within inside
""")
"""Prepositions that ask for a place when a name follows."""

DIRECTIVE = _set("""
    from to with for between and or into towards toward against like visit visited of left leave reach
    reached urged
""")
"""Words that often stand before a place."""

SETTLEMENT = _set("""
    city town village borough burgh municipality community port capital suburb hamlet township resort parish
    cities towns villages twin twins neighbour neighbor namesake settlement commune
""")
REGION = _set("""
    county province state region pref prov prefecture district oblast territory department republic voivodeship canton
    governorate krai counties provinces states
""")
"""What a place may be called; ``REGION`` words ask for a region."""

WARD = _set("neighborhood neighbourhood ward precinct subdivision estate quarter street road")
"""A name before one of these is a part of a town, and no town."""

TITLES = _set("""
    mr mrs ms miss dr sir dame lord lady cllr cllrs councillor councilor councilman councilwoman
    councilmember mayor governor gov president chair chairman chairwoman chairperson deputy vice premier
    minister rev reverend prof professor alderman alderwoman provost senator sen rep representative judge
    justice commissioner secretary captain colonel general sgt sergeant lieutenant officer ambassador consul
    bishop father sister brother st convener baroness baron count king queen prince princess pope rabbi imam
    sheriff director superintendent treasurer clerk manager coach delegate congressman congresswoman trustee
    supervisor selectman selectwoman lecturer nurse teacher pastor hon mp msp mla mpp undersecretary
    chancellor ald atty engr vice-mayor councillors councilors councilmen councilmembers aldermen trustees
    commissioners supervisors senators representatives
""")
"""Words before which a place may stand ("Norfolk Mayor ...") and after which a person's name stands."""

KINSHIP = frozenset({"sister", "sisters", "brother", "father"})
"""Titles that after a place are none ("Norfolk Sister City Association")."""

BODY = _set("""
    university college school academy institute museum library theatre theater hospital clinic church
    cathedral abbey chapel temple mosque synagogue hotel inn arms bank times post herald tribune gazette
    journal star sun chronicle news express mail echo mercury courier press observer advertiser record
    telegraph examiner sentinel bulletin dispatch guardian argus review reporter monitor ledger packet band
    orchestra choir club united rovers wanderers rangers fc afc rfc trust foundation fund company co inc ltd
    llc group corporation corp association society committee commission council board court department
    ministry office agency authority alliance federation league union party network partnership forum
    assembly senate parliament embassy consulate police festival brigade regiment airlines airways railway
    railways chamber rotary lions kiwanis scouts sisters friends twinning summit conference convention
    ratepayers legion synod diocese archdiocese government
""")
"""A name before one of these (capitalised) is part of the name of a body."""

THING = _set("""
    river lake mountain mountains hill hills creek bay sea ocean valley canyon peak falls beach street road
    avenue boulevard lane drive highway bridge park square station airport stadium hall centre center
    building tower day week games cup prize award treaty agreement accord declaration act bill basin trail
    loop crossing gardens garden market mall plaza terrace close crescent farm house castle palace fort
    prison jail gallery works mill mills bakery brewery winery cafe café restaurant pub front line lines
    dialogue process protocol principles peninsula plateau coast strait gulf channel desert forest woods
    heath moor wall war battle islands
""")
"""A name before one of these (capitalised) is part of the name of something that is no town."""

NOT_BEFORE = _set("lake river mount cape gulf loch lough fort camp point hms uss ss rms")

AREA = _set("""
    north south east west northern southern eastern western central upper lower greater downtown uptown
    inner outer mid old midtown northeast northwest southeast southwest north-east north-west south-east
    south-west nearby neighbouring neighboring occupied wartime soviet modern medieval suburban rural
    metropolitan
""")
"""Words before a place name that leave it the same place, or a part of it."""

SPEECH = _set("""
    said says say told added adds asked wrote writes argued argues replied responded continued called noted
    notes explained claimed insisted stated warned announced thinks believes agreed agrees agree disagrees
    disagreed recalled laughed smiled shrugged
""")
"""After these verbs' subject a name is a person's."""

OWNED = _set("""
    mayor council city town councillors councilors councilmembers residents people officials government
    downtown harbour harbor port hospital university library museum streets economy twin twinning sister
    partnership tie ties link links relationship partner airport station airports community voters
    ratepayers taxpayers population citizens provost leaders leader delegation signpost
""")
"""What only a place owns ("Tamworth's mayor")."""

COMPOUND = _set("based born area bound wide style raised native side")
"""What may follow a place and a hyphen ("Norfolk-based")."""

MEASURES = _set("miles mile km kilometres kilometers kilometre north south east west outskirts minutes hours")
"""Before "from", "of" or "to" and a name they make it a place ("20 miles from Bend")."""

JOINERS = _set("""
    de del della der den des di do da dos du d' la le les los las el al y e und an am im in of on upon under
    by the and sur sous en aux au lès lez bei ob vor a à il op aan ter ten bij met och i na nad pod pri next
    super
""")
"""Small words inside names of places: "Newcastle upon Tyne", "La Roche-sur-Yon"."""

DAYS = _set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
""")

BROAD = _set("""
    africa america americas antarctica asia europe eurasia oceania siberia scandinavia balkans caucasus
    andes alps himalayas mediterranean baltic arctic antarctic pacific atlantic caribbean amazon sahara
    sahel mesopotamia anatolia patagonia luzon mindanao visayas kyushu shikoku honshu polynesia melanesia
    micronesia levant maghreb donbas donbass midwest northeast southwest northwest southeast commonwealth
    earth west east north south indochina manchuria iberia benelux transcaucasia appalachia
""") | {
    "middle east",
    "far east",
    "near east",
    "new england",
    "east asia",
    "latin america",
    "eastern europe",
    "western europe",
    "central europe",
    "southeast asia",
    "south asia",
    "central asia",
    "north america",
    "south america",
    "central america",
    "west africa",
    "east africa",
    "southern africa",
    "north africa",
    "black sea",
    "puget sound",
    "bay area",
    "deep south",
    "wild west",
    "great lakes",
    "great plains",
    "pacific northwest",
    "middle america",
    "asia pacific",
    "north atlantic",
    "new world",
    "old world",
}
"""Parts of the world that hold many regions, and names that stand for more than one place: never a place here."""

PEOPLES = _set("""
    european asian african arab arabs muslim christian jewish hispanic latino latina slavic nordic
    scandinavian baltic balkan latin western eastern northern southern celtic gaelic roman catholic orthodox
    protestant trojan greens democrat democrats republican republicans conservatives tory tories labour
    liberal liberals native indigenous maori māori inuit cree kurdish kurd kurds basque catalan breton
    tibetan uyghur
""")
"""Words of belonging that name no country of today."""

# Institutions, offices and money that are found in a few countries only.
OFFICES = _set("""
    mayor governor president premier provost minister councillor councilor councilman councilwoman
    councillors councilors mayors councils council leader chairman chairwoman chair alderman aldermen
    senator ambassador consul bishop archbishop mayoress deputy member members residents people citizens
""")
"""Before "of" and a name: an office in a place, and no longer name."""

WITH_ARTICLE = _set(
    "coast bronx hague peninsula islands isles highlands borders midlands wirral azores marches"
)
"""A place whose name ends so takes the article ("the Gold Coast")."""

LOWER_BODY = _set("""
    council councillors department authorities police parliament assembly court commission
""")
"""Names of bodies in small letters: "the Odense city council"."""

_HINTS = """
US councilman:1.5 councilwoman:1.5 councilmember:1.5 councilmembers:1.5 councilor:0.8 councilors:0.8
congressman:1.5 congresswoman:1.5 alderwoman:1 alderman:0.3 aldermen:0.5 selectmen:1.5 selectboard:1.5
statehouse:1.5 zip:0.5 honor:0.4 honored:0.4 neighbor:0.4 neighbors:0.4 labor:0.4 center:0.4 favor:0.4
color:0.4 theater:0.4 percent:0.2 gov:0.4 mom:0.3 downtown:0.3 sophomore:0.5 rotarian:0.2 superintendent:0.2;
GB cllr:0.6 cllrs:0.6 £:1.4 mp:0.3 mps:0.3 msp:1 msps:1 borough:0.3 ratepayers:0.1 councillor:0.3
councillors:0.3 twinning:0.3 twinned:0.3 honour:0.2 centre:0.2 favour:0.2 neighbours:0.2 programme:0.2 parish:0.2
provost:0.8 bailie:1 lib:0.2 tory:0.3 tories:0.3 brexit:0.4;
IE cllr:0.5 cllrs:0.5 taoiseach:2 garda:1.5 gardaí:2 tánaiste:2 oireachtas:2 dáil:2 councillor:0.3 councillors:0.3
fg:1.5 ff:1.5 fianna:1.5 fine:0.1 cathaoirleach:2 twinning:0.2 twinned:0.2 honour:0.2 centre:0.2 favour:0.2
municipal:0.1 leinster:1 munster:1 connacht:1.5;
NZ nz$:2 iwi:1.5 cr:0.7 crs:0.7 councillor:0.3 councillors:0.3 ratepayers:0.3 honour:0.2 centre:0.2 favour:0.2
māori:1;
CA mla:0.8 mlas:0.8 mpp:1.5 c$:1.5 coun:1.6 councillor:0.3 councillors:0.3 reeve:1 honour:0.2 centre:0.2 favour:0.2
alderman:0.2 riding:0.2;
AU a$:1.5 shire:0.6 cr:1 crs:1 councillor:0.3 councillors:0.3 ratepayers:0.3 honour:0.2 centre:0.2 favour:0.2
alp:0.5 nsw:1 labor:0.2;
PH sangguniang:2 barangay:2; ZA rand:0.8 eff:0.6; IN crore:2 lakh:2 panchayat:2; KE shillings:0.8 mcas:1.5
"""
HINTS: dict[str, tuple[tuple[str, float], ...]] = {}
for _entry in _HINTS.replace("\n", " ").split(";"):
    _country, *_words = _entry.split()
    for _word in _words:
        _name, _, _weight = _word.partition(":")
        HINTS[_name] = (*HINTS.get(_name, ()), (_country, float(_weight)))
"""Word to the countries in whose news it is at home, each with how strongly (tenfold odds are 1)."""

FUNCTION_TAGS = frozenset(
    {"CCONJ", "SCONJ", "ADP", "DET", "PRON", "ADV", "AUX", "VERB", "INTJ", "PART", "PUNCT"}
)
"""Parts of speech that a name of one word is not."""

NAMESAKE = frozenset({"namesake", "namesakes"})

CITY = frozenset({"city", "town", "borough", "village"})
COUNCIL = frozenset({"council", "commission"})
"""Together after a name: the council of that very town."""

BETWEEN = frozenset(
    {"of", "sister", "twin", ",", "-", "partner", "the", "called", "named", "friendship", "port"}
)
"""What may stand between a word of belonging and a name: "its Russian sister city, X"."""

DEFINES = frozenset({"is", "was", "a", "an", "the", "one", ","})
"""What a definition opens with: "X is a town in ...", "X, a town in ..."."""

LINKS = REGION | {"the", "of", "in", ",", "(", ")"}
"""What may stand between the regions that tell where a place lies."""

FAR_SIDES = _set("sister twin partner partnered twinned")
TYING = _set("twinned paired twinning")
"""What stands soon after a town's name."""
DECIDED = _set("""
    ended ends suspended suspends severed severs cut cuts froze freezes dropped drops terminated terminates
    renewed renews restored restores broke scrapped scraps kept keeps signed paused axed cancelled canceled
    revoked reviewed shelved did does
""")
ITS = _set("its all ties links the likewise")
TIED_NOUNS = _set("""
    tie ties link links agreement partnership relationship relations twinning pact accord charter sister twin
    friendship same likewise
""")
"""``X ended its agreement``."""
