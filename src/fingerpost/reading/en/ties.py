"""English words of ties: what a tie is called, what begins one, and what only looks like one."""

from __future__ import annotations

from fingerpost.reading.lexicon import words

_PAIRS = {
    "sister_city": "sister city,sister cities,sister town,sister towns,city sister,sister municipality,"
    "sister municipalities,sister village,sister villages,sister port,sister ports,sister community,"
    "sister communities,sister borough,sister ward,sister harbor,sister harbour",
    "sister_county": "sister county,sister counties,sister district,sister districts",
    "sister_state": "sister state,sister states,sister province,sister provinces,sister prefecture,"
    "sister region,sister regions,twin region,partner region,partner regions,partner state,partner province",
    "twin_town": "twin town,twin towns,twin city,twin municipality,twin municipalities,twin village,twin villages,"
    "twin borough,twin parish,town twinning,city twinning,twinned with,twin with,twinned to",
    "friendship_city": "friendship city,friendship cities,friendship town,friendship towns,friendship agreement,"
    "friendship agreements,friendship pact,friendship link,friendship links,friendship charter,"
    "friendship treaty,friendship ties,friendly city,friendly cities,town friendship,friendship accord",
    "partner_city": "partner city,partner cities,partner town,partner towns,partner municipality,"
    "partner municipalities,partnership city,partnership cities,partnership town,partnership towns,"
    "city partnership,city partnerships,town partnership,town partnerships,municipal partnership,"
    "municipal partnerships,partner community,partner communities,partner village,partner villages,"
    "partner county,partner borough,partner commune",
}
STRONG = {tuple(pair.split()): kind for kind, pairs in _PAIRS.items() for pair in pairs.split(",")}
"""Pairs of words (a hyphen may stand between them) that name a tie, with its kind."""

STRONG_ALONE = {"twinned": "twin_town", "twinning": "twin_town", "twinnings": "twin_town"}
"""Single words that name a tie."""

SIDES = words("sister sisters twin twins partner partners counterpart")
"""What the other side is called, where the text has spoken of ties before."""

RELATION = words(
    """
    tie ties link links agreement agreements partnership partnerships relationship relationships
    relations pact pacts arrangement arrangements accord accords charter charters friendship friendships
    twinning twinnings bond bonds memorandum alliance
    """
)
"""Nouns that mean a tie, where the text has spoken of ties before."""

TELLING = SIDES | words(
    "tie ties link links partnership partnerships friendship friendships pact accord alliance relationship relations"
)
"""Words for which a page without a strong one is looked at: two towns and a council must stand beside them."""
KINDS = {
    "sister": "sister_city",
    "sisters": "sister_city",
    "twin": "twin_town",
    "twins": "twin_town",
    "partner": "partner_city",
    "partners": "partner_city",
    "partnership": "partner_city",
    "partnerships": "partner_city",
    "friendship": "friendship_city",
    "friendships": "friendship_city",
}
"""What such a word makes the tie where no strong one names it."""
CIVIC = words(
    """
    council councils councillor councillors councilor councilors mayor mayors city cities town towns municipal
    municipality municipalities aldermen parliament assembly cllr selectboard commissioners village villages
    """
)
"""Words of a sentence in which "its partnership with" a town may be a town's."""
TRADES = words(
    """
    airline airport airways port ports university college hospital hospitals company firm firms club clubs museum
    bank railway train trains ferry flights flight route school schools trade cargo festival orchestra theatre
    theater diocese church trust brewery team league police hotel developer society
    """
)
"""Those that have partners of their own."""
TWINNED_OTHERS = words(
    """
    parish parishes church churches diocese dioceses congregation school schools company companies hospital
    hospitals university universities college colleges club clubs department departments newspaper paper ship
    ships station stations firm firms library libraries museum museums airport airports port mosque temple
    """
)
"""What, after "sister" or "twin", has a sister that is no town."""
SISTERS = frozenset({"sister", "twin"})
"""Those that name a tie by themselves after a people's name ("our Chinese sister")."""

RELATIVE = frozenset({"which", "whose", "who", "that"})
PRO_RELATION = words("one that other another second third same likewise latter")
"""What stands for such a noun ("the one with Torzhok")."""

_NOUNS = (
    "tie,link,agreement,partnership,relationship,relation,pact,arrangement,accord,charter,friendship,twinning,"
    "twin,bond,sister,partner,memorandum,sister city,sister cities,sister town,twin town,twin city,"
    "friendship city,partner city,friendship agreement,sister city agreement"
)
TIE_NOUNS = frozenset(_NOUNS.split(","))
"""Lemmas and phrases that may mean a tie; whether they do on a page is for ``Ties.about`` to say."""

JOINING = words(
    """
    twinned twin twins linked pair paired partnered sign signs signed concluded break broke breaking part
    parted formed forged forge entered enter
    """
)
"""Verb forms after which "with" a place speaks of a tie."""
SIGNING = words("signed sign concluded formed forged agreed renewed share have has")
"""Verb forms after which a tie word has the two places before them as its sides."""
CONTACTS = words("contacts contact cooperation co-operation dealings")
"""Nouns after which "with" a place speaks of a tie only of a town that is their subject ("suspended contacts")."""
TALKS = words("talks talk negotiations discussions")
"""Nouns after which "with" a place speaks of a tie only if the sentence names one."""

CLOSING = words(
    "program programs programme programmes scheme status deal treaty accord contract designation exchange"
)
"""Nouns that close a compound after a tie's name ("sister city program")."""
ENUMERATORS = words("( - – • * a b c d e i ii iii 1 2 3 4 5 6 7 8 9")
"""What opens a numbered heading."""
ON_LISTS = words("from to on off the a")
BEING = words("is was are were became become remains remained been be")
ABROAD = words("abroad overseas")
LISTING = words(", ; and or & ,and as well plus")
WELL = "well"
WITH = frozenset({"with", "to"})
BETWEEN = words("between linking uniting joining")
OTHERS = words("others rest remaining")
TWIN = "twin"
TWINS = words("twin twins")
AND_WITH = "with"
DID = "did"
THEIR = "their"
MAYOR = "mayor"
TWO = words("two both they")
"""What stands for two places named just before ("the two have been sister cities since 1978")."""
AND = frozenset({"and", "or", "&"})
AS = frozenset({"as", "among"})
LISTS = words("list lists roster family register")
"""What a place is put on or taken off ("removed Donetsk from its list of sister cities")."""
OF = "of"
OPEN_ENDS = frozenset({",", ":", ";", ")", "(", "–", "—", "-", "&"})
"""What no sentence ends with."""
WHICH = "which"
BEHALF = "behalf"
BECOMING = words("become becoming are were stay remain twin")
HAVING = words("has have had")
NEARBY = words("nearby neighbouring neighboring")
ARTICLES = words("the our this")
IN = words("in of across beyond over on")
METONYMS = words(
    """
    moscow beijing washington london brussels berlin paris kyiv tehran tokyo seoul taipei ankara jerusalem canberra
    ottawa wellington minsk budapest warsaw rome madrid dublin delhi
    """
)
"""Capitals whose names stand for governments: "Canada's relations with Beijing"."""
GENERIC = words("the sister twin city town council centre center village county state region port")
"""Words that name no place by themselves, whatever a gazetteer has under them."""
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
PRONOUN_OWNERS = words("its their our his her my your")
CITY_OWNERS = words("city's city’s town's town’s council's council’s")
OWNERS = PRONOUN_OWNERS | CITY_OWNERS
PLURAL_SIDES = words("sisters twins partners friends")
NAMING = words("named made declared designated adopted chose naming making make")
"""Verbs after which a place and a tie word stand side by side ("made Stanley a partner")."""
DASHES = frozenset({"-", "–", "—", "/"})

NAMING_TIES = words("sister twin friendship partner partnership city town cities towns - municipal")
"""Words between a year and the noun for the tie: "its 1998 twin-town charter"."""

AMONG = words(
    """
    , : — – ( is are was were include includes including among them being and like such as which with
    namely
    """
)
"""What may stand between the word for the other side and its name ("sister cities, among them Saumur")."""
FILLERS = words(
    """
    the a an both its their our two nearby of city town village port municipality county district
    capital northern southern eastern western north south east west central far-off distant small
    coastal then city's historic ancient neighbouring neighboring french german english own first only
    old new province state region prefecture industrial seaside resort twin sister partner friendship -
    's ’s island
    """
)
"""What may stand before a place's name inside its noun phrase ("with the Norwegian port of Vadsø")."""
SUFFIXES = words(
    """
    City Town County Municipality municipality Province province Prefecture prefecture
    """
)
"""Words after a place's name that belong to it; any other noun there makes the place a modifier."""
TOWNS = words(
    "city town village port borough municipality exclave enclave capital resort metropolis neighbour commune"
)
"""Nouns that a region's name modifies: "the Northumberland town" is not Northumberland."""
CONCERNING = frozenset({"in", "to", "for", "at"})
"""Prepositions near the head of a sentence before the place it is about ("In Stafford, ...", "As to ...")."""

GROUPS = words(
    """
    association committee society circle league foundation council friends group trust board
    organization organisation company club body museum school hospital
    """
)
"""What else may be formed or founded in a year."""
SOCIETIES = GROUPS | words("partnership friendship twinning sister exchange")
"""Words in the names of bodies that carry a tie ("Missoula–Kazan Sister City Association")."""
COUNCILS = words(
    """
    council commission councillors councilors commissioners assembly mayor mayors aldermen corporation
    municipality councilman councilwoman councilmember parish-council board hall leader leaders
    residents officials sanggunian
    """
)
"""Words after a place's name that make it the home of the page's own council."""
BODY_MIDDLE = words(
    """
    city town county district regional metropolitan metro borough common municipal provincial urban
    shire parish community area village rural and
    """
)
OWN_BODIES = words(
    """
    council councillors councilors commission commissioners assembly mayor mayors aldermen parish parliament
    selectboard board hall twinning sister sisters
    """
)
"""Words in the name of a body that make the place before them a town with a council of its own."""
WIDER = words(
    "county district regional region state provincial province shire metropolitan tribune times herald"
)
"""Those that make it a body of more than the town."""
OFFICES = words(
    """
    mayor city town council councillors council's municipality residents provost
    """
)
"""Words before "of" and a place's name that do the same ("the mayor of Kumagaya")."""

BEGUN = words(
    """
    sign signs signed signing begin began begun start started establish established found founded form
    formed forged conclude concluded enter entered created inaugurated initiated launched date dates
    dating back goes set became become becoming made put twinned linked exchanged joined official
    ratified sealed struck inked begins paired
    """
)
"""Words before a date that make it the start of a tie, where the clause is about one."""
NOT_BEGUN = words(
    """
    renewed renew extended visited visit visits travelled traveled suspended lapsed expired ended ran
    frozen froze delegation delegations exchange trip trips letter letters restored reaffirmed last gave
    given donated presented elected moved took vote election opened removed cancelled canceled arrested
    law act ordinance bill policy born retired re-signed lapse expire expires ban until next committee
    chair vacant empty students visitors cost
    """
)
"""Words that make a date something else, when they stand nearer to it."""
SINCE = frozenset({"since"})
SINCE_STATES = (
    words(
        """
    twinned twinning linked paired partnered tied maintained place sister sisters twin twins partner partners
    running existed going
    """
    )
    | RELATION
)
"""What has held since a date, where the date is the start of a tie."""
NEVER = words(
    "empty vacant no nobody none never not n't n’t without last nothing neither hardly cost costs spent paid sold"
)
"""Words before "since" that make it the end of something instead."""
BEGUN_WEAK = frozenset({"back", "goes", "out"})
"""Those that tell of a root, and give way to others: "goes back to 1865 and was put in writing in 1998"."""
PUT = "put"
ICE = words("ice hold abeyance suspension storage mothballs cold")
"""``put on ice`` begins nothing."""
APPROVED = words("agreed approved adopted endorsed ratified")
"""Those that begin a tie only in a year before the publication; newer ones are decisions."""
BEGUN_PHRASES = frozenset({("voted", "in"), ("grew", "out")})
ANAPHORS = words("it they this that which both")
PAPERS = words(
    """
    papers charter agreement document documents memorandum protocol declaration treaty
    """
)
"""What is signed: "we signed the papers in 2006"."""
PASSING = words(
    """
    other another also affected only second third longstanding besides untouched
    """
)
"""Words of a sentence that names a further tie in passing."""

ENDING = words(
    """
    ended terminated cancelled canceled dissolved scrapped severed revoked rescinded axed dropped cut broke broken
    closed quit abandoned discontinued annulled did
    """
)
"""Past forms that end a tie which is their object."""
SUSPENDING = words("suspended froze frozen paused shelved")
LAPSING = words("lapsed expired ran")
RESTORING = words("restored reinstated revived resumed reactivated")
UNSURE = words("if whether unless would should could may might")
"""Words of a sentence that tells what is not settled."""
HAPPENED = words("was were has have had been got")
SAME = words("same likewise")
"""``did the same``."""
