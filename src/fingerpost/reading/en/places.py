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

LOCATIVE = frozenset("in at near outside around across throughout via within inside".split())
"""Prepositions that ask for a place when a name follows."""

DIRECTIVE = frozenset("from to of with for between and or into towards toward against like visit visited".split())
"""Words that often stand before a place."""

SETTLEMENT = frozenset(
    "city town village borough burgh municipality community port capital suburb hamlet township resort parish "
    "cities towns twin twins neighbour neighbor namesake neighbourhood settlement".split()
)
REGION = frozenset(
    "county province state region prefecture district oblast territory department republic voivodeship canton "
    "governorate land island islands counties provinces states".split()
)
"""What a place may be called; ``REGION`` words ask for a region."""

TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady cllr councillor councilor councilman councilwoman councilmember mayor "
    "governor gov president chair chairman chairwoman chairperson deputy vice premier minister rev reverend prof "
    "professor alderman alderwoman provost senator sen rep representative judge justice commissioner secretary "
    "captain colonel general sgt sergeant lieutenant officer ambassador consul bishop father sister brother st "
    "convener baroness baron count king queen prince princess pope rabbi imam sheriff director superintendent "
    "treasurer clerk manager coach delegate congressman congresswoman trustee supervisor selectman selectwoman "
    "officer lecturer nurse teacher pastor hon mp msp mla mpp undersecretary chancellor ald atty engr vice-mayor".split()
)
"""Words before which a place may stand ("Norfolk Mayor ...") and after which a person's name stands."""

NOT_AFTER = frozenset(
    "river lake mountain mountains hill hills creek bay sea ocean valley canyon peak falls beach street road avenue "
    "boulevard lane drive highway bridge park square station airport stadium hall centre center building tower "
    "university college school academy institute museum library theatre theater hospital clinic church cathedral "
    "abbey chapel temple mosque synagogue hotel inn arms bank times post herald tribune gazette journal star sun "
    "chronicle news express mail echo mercury courier press observer advertiser record telegraph examiner sentinel "
    "bulletin dispatch guardian argus review reporter monitor ledger standard packet band orchestra choir club "
    "united rovers wanderers rangers fc afc rfc trust foundation fund company co inc ltd llc group corporation "
    "corp association society committee commission council board court department ministry office agency authority "
    "alliance federation league union party institute network partnership forum assembly senate parliament embassy "
    "consulate police fire festival day week games cup prize award treaty agreement accord declaration act bill "
    "basin trail loop crossing gardens garden market mall plaza terrace close crescent estate farm house castle "
    "palace fort prison jail gallery works mill mills bakery brewery winery cafe café restaurant pub brigade regiment "
    "front line lines air airlines airways rail railway railways chamber rotary lions kiwanis scouts sisters friends "
    "twinning twin sister summit conference convention dialogue process protocol principles peninsula cathedral "
    "plateau coast strait gulf channel desert forest woods heath moor wall war battle".split()
)
"""A name before one of these (capitalised) belongs to something else: a river, a body, a newspaper."""

NOT_BEFORE = frozenset("lake river mount cape gulf loch lough port fort camp point hms uss ss rms".split())

AREA = frozenset(
    "north south east west northern southern eastern western central upper lower greater downtown uptown inner outer "
    "mid old midtown northeast northwest southeast southwest north-east north-west south-east south-west nearby "
    "neighbouring neighboring occupied wartime soviet modern medieval suburban rural metropolitan".split()
)
"""Words before a place name that leave it the same place, or a part of it."""

SPEECH = frozenset(
    "said says say told added adds asked wrote writes argued argues replied responded continued called noted notes "
    "explained claimed insisted stated warned announced thinks believes agreed agrees agree disagrees disagreed "
    "recalled laughed smiled shrugged".split()
)
"""After these verbs' subject a name is a person's."""

OWNED = frozenset(
    "mayor council city town councillors councilors councilmembers residents people officials government downtown "
    "harbour harbor port hospital university library museum streets economy twin twinning sister partnership tie "
    "ties link links relationship partner airport station airports community voters ratepayers taxpayers population "
    "citizens provost leaders leader delegation signpost".split()
)
"""What only a place owns ("Tamworth's mayor")."""

ORDINARY = frozenset(
    """
    a about above action after again age all alliance along also always an and angel are art as at august auto away
    bad bald ball band bar bare bark barn base bath battle bay be beach bear beat beauty because bee before bell bend
    best big bill bird bishop black blue board boat book boring both box boy branch bridge bright broad brown budget
    building burn bush but buy by call can captain car card care carry case castle cause center central chair chance
    change chapel charity chase chief china church circle citizen city civil clay clear close cloud coal coast cold
    college comfort commerce committee common concord concrete condition cook cool corner council count country
    county court cove cow crane cream credit creek cross crown cut dale day deal dean december deep deer defiance
    delta democrat detail diamond do dove down dragon drake drive dry due dundee each eagle early east economy eden
    education eight eighty election embarrass end energy enterprise equality era even ever every exchange eye fair
    faith fall falls far farm fashion father february fell few field fifty fig fire first fish five flag flat flower
    fly for force ford forest fork former forty forum foster fountain four fox free freedom friday friend friends
    friendship from front frost full garden gas gate gay general gift girl give glass globe go god gold good gore
    grace grand grant grass grave gray great green grey ground grove guide gun had half hall hand happy hard harmony
    has have hawk he head heart heath hell help her here high hill him his hive ho hold home honor hope horn horse
    host hot hour house how human hunt hurricane i ice if in independence index indian industry inn international
    into iron island it its jack january jet jewel joy july june just justice keep key kind king knot labor lake
    lamb land lane large last late law lawn lead league left less let letter liberty library life light like lily
    lime line lion list little live local lock lodge logic long look loss lost love low luck made main major make
    male man many marble march mark market mars mason may mayor me meadow media memorial men mercury mercy mere
    metropolis mexican mill mine minister mint mobile model monday money moon more most motion mount mountain much
    must my narrow nation national near need net new news next nice night nine no noble nor normal north northern
    not nothing november now number nurse nut oak october of off office official oh oil old olive on once one only
    open or order other our out over owl own pace page pair palace paradise park part partnership party past peace
    peak people petition pink pioneer place plain plan plane plant please plenty plum point police polish pool poor
    port post power prairie press pride prince progress promise protest proud public purple push quality queen
    question quick quite quiet race rain ran ranch rare rat ray reading real record red reform register relief
    report republic rescue resident residents rest reunion rich ridge right ring rise river road rock roll roof room
    rose round route row royal rule run rush russian safety sage saint salt same sand saturday save say school
    science sea second secret see senate senator september service set seven seventy shade she shell ship shore
    short shot should show side silver since sister sisters six sky slate small smith snow so soap social society
    some son soon soul sound south southern space spring square stable staff stage star start state station steel
    step still stone stop store storm story street strong subject such sugar summer summit sun sunday sure surprise
    swan sweet table tale tax team tell temple ten term that the their them then there these they thing this those
    three thursday thus time to today too top tour tower town trade treaty tree trial trinity triumph troy true trust
    truth try tuesday turkey twin two uncle under union unity up upper us van verdict very veteran victory view
    village vista vote wage wait walk wall want war was water way we wednesday welcome well were west western wet
    what when where which while white who whole why wide wild will wind window winter wish with wolf woman women wood
    wool word work world worth would year yellow yes yet yoke you young your zero zone
    administration agreement ally ambassador apart apple april archer aside assembly aurora avalon ban banner bell
    borough boundary buck cannon canton champion chancellor charter clerk coach colony commission community constant
    constitution convent crest critic crystal culture dawn decorum deposit derby desire director division dock
    document draper duty echo effort eminence empire essex eureka evening every fact fame federation fence festival
    fine fleet flint floral flora foundation fortune galaxy gap gateway gazette gem glory government governor
    grandview gravity gulf gravel hazard heron hero highland highlands history honour hood hymn ideal image inspiration
    interior jasper joint joker joy judge junction jury ketchup kite labour latch leader leisure limit link lookout
    loyal machine magnet mentor message method mission monument moment motto mosaic mystic mystery native nature navy
    neighbour object observer ocean opal oracle orient orange parade parish pastor patience patriot pearl perry
    petrol phoenix picture pilot planet plaza pledge policy poverty priest president price prior prize process
    proposal prospect quarry radio railroad random reality reason rector regal region relay republican rising sabbath
    scout seal seat section security senior shelter sheriff signal smart solid speaker speed spirit sport spot
    sterling strange street strip supreme surprise swift symbol tank target teacher tiger torch total trail transit
    treasure tribune trout union universal university utility valley value vision voice volunteer warden warrior
    watch wave wedding whisper willow witness wonder yard youth council councils caption picture photo photos pictures
    read more related newsletter mail email subscribe updated published
    """.split()
)
"""Words of every day that are names of places too: only clear signs make them one."""

JOINERS = frozenset(
    "de del della der den des di do da dos du d' la le les los las el al y e und an am im in of on upon under by the "
    "and sur sous en aux au lès lez bei ob vor a à il op aan ter ten bij met och i na nad pod pri".split()
)
"""Small words inside names of places: "Newcastle upon Tyne", "La Roche-sur-Yon"."""

DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
