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
    from to of with for between and or into towards toward against like visit visited
""")
"""Words that often stand before a place."""

SETTLEMENT = _set("""
    city town village borough burgh municipality community port capital suburb hamlet township resort parish
    cities towns twin twins neighbour neighbor namesake neighbourhood settlement
""")
REGION = _set("""
    county province state region prefecture district oblast territory department republic voivodeship canton
    governorate land island islands counties provinces states
""")
"""What a place may be called; ``REGION`` words ask for a region."""

TITLES = _set("""
    mr mrs ms miss dr sir dame lord lady cllr councillor councilor councilman councilwoman councilmember
    mayor governor gov president chair chairman chairwoman chairperson deputy vice premier minister rev
    reverend prof professor alderman alderwoman provost senator sen rep representative judge justice
    commissioner secretary captain colonel general sgt sergeant lieutenant officer ambassador consul bishop
    father sister brother st convener baroness baron count king queen prince princess pope rabbi imam
    sheriff director superintendent treasurer clerk manager coach delegate congressman congresswoman trustee
    supervisor selectman selectwoman lecturer nurse teacher pastor hon mp msp mla mpp undersecretary
    chancellor ald atty engr vice-mayor
""")
"""Words before which a place may stand ("Norfolk Mayor ...") and after which a person's name stands."""

NOT_AFTER = _set("""
    river lake mountain mountains hill hills creek bay sea ocean valley canyon peak falls beach street road
    avenue boulevard lane drive highway bridge park square station airport stadium hall centre center
    building tower university college school academy institute museum library theatre theater hospital
    clinic church cathedral abbey chapel temple mosque synagogue hotel inn arms bank times post herald
    tribune gazette journal star sun chronicle news express mail echo mercury courier press observer
    advertiser record telegraph examiner sentinel bulletin dispatch guardian argus review reporter monitor
    ledger standard packet band orchestra choir club united rovers wanderers rangers fc afc rfc trust
    foundation fund company co inc ltd llc group corporation corp association society committee commission
    council board court department ministry office agency authority alliance federation league union party
    network partnership forum assembly senate parliament embassy consulate police fire festival day week
    games cup prize award treaty agreement accord declaration act bill basin trail loop crossing gardens
    garden market mall plaza terrace close crescent estate farm house castle palace fort prison jail gallery
    works mill mills bakery brewery winery cafe café restaurant pub brigade regiment front line lines air
    airlines airways rail railway railways chamber rotary lions kiwanis scouts sisters friends twinning twin
    sister summit conference convention dialogue process protocol principles peninsula plateau coast strait
    gulf channel desert forest woods heath moor wall war battle
""")
"""A name before one of these (capitalised) belongs to something else: a river, a body, a newspaper."""

NOT_BEFORE = _set("""
    lake river mount cape gulf loch lough port fort camp point hms uss ss rms
""")

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


JOINERS = _set("""
    de del della der den des di do da dos du d' la le les los las el al y e und an am im in of on upon under
    by the and sur sous en aux au lès lez bei ob vor a à il op aan ter ten bij met och i na nad pod pri
""")
"""Small words inside names of places: "Newcastle upon Tyne", "La Roche-sur-Yon"."""

DAYS = _set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
""")
