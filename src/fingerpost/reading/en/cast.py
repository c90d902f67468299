"""English words for people and bodies: titles, posts, kinds of bodies, pronouns, first names."""

from __future__ import annotations

import re

from fingerpost.reading.en.words import word_set
from fingerpost.reading.model import ActorKind

HONORIFICS: dict[str, str | None] = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "mx": None, "dr": None, "sir": "m", "dame": "f",
    "lord": "m", "lady": "f", "baroness": "f", "baron": "m", "rev": None, "reverend": None, "prof": None,
    "professor": None, "fr": "m", "father": "m", "sister": "f", "bishop": None, "rabbi": None, "imam": "m",
    "canon": None, "pastor": None, "hon": None, "st": None, "atty": None, "engr": None, "herr": "m",
    "frau": "f", "monsieur": "m", "madame": "f", "señor": "m", "señora": "f", "king": "m", "queen": "f",
    "prince": "m", "princess": "f", "torgbe": "m", "nana": None, "togbe": "m", "datuk": None, "sheikh": "m",
    "capt": None, "captain": None, "sgt": None, "sergeant": None, "lt": None, "lieutenant": None,
    "col": None, "colonel": None, "maj": None, "major": None, "gen": None, "general": None, "chief": None,
    "cmdr": None, "adm": None, "admiral": None, "pope": "m", "emeritus": None,
    "shri": "m", "sri": None, "smt": "f", "mme": "f", "sr": None, "sra": "f",
    "haji": "m", "hajia": "f", "dato": "m", "datin": "f", "cdr": None, "brig": None, "drs": None,
    "ir": None, "tan": None, "alhaji": "m", "kumari": "f",
    "brother": "m", "uncle": "m", "aunt": "f", "dean": None, "archbishop": None, "cardinal": "m",
    "monsignor": "m", "deacon": None, "elder": None,
}  # fmt: skip
"""Words that stand before a name and are no post, with the gender they tell."""

TITLES: dict[str, str | None] = {
    "cllr": None, "coun": None, "counc": None, "cde": None,
    "cllrs": None, "cr": None, "crs": None, "councillor": None, "councilor": None,
    "councillors": None, "councilors": None, "councilman": "m", "councilwoman": "f", "councilmember": None,
    "councilmen": None, "councilmembers": None, "member": None, "members": None,
    "commissioner": None, "commissioners": None, "mayor": None, "mayors": None, "mayoress": "f",
    "provost": None, "bailie": None, "governor": None, "gov": None, "president": None, "chair": None,
    "chairman": "m", "chairwoman": "f", "chairperson": None, "premier": None, "minister": None,
    "alderman": "m", "alderwoman": "f", "alderperson": None, "alder": None, "ald": None, "aldermen": None,
    "senator": None, "sen": None, "representative": None, "rep": None, "reps": None, "congressman": "m",
    "congresswoman": "f", "assemblyman": "m", "assemblywoman": "f", "assemblymember": None,
    "delegate": None, "del": None, "supervisor": None, "trustee": None, "selectman": "m",
    "selectwoman": "f", "selectperson": None, "speaker": None, "reeve": None,
    "warden": None, "convener": None, "convenor": None, "leader": None, "secretary": None,
    "treasurer": None, "clerk": None, "manager": None, "administrator": None, "ambassador": None,
    "consul": None, "director": None, "attorney": None, "solicitor": None, "undersecretary": None,
    "judge": None, "justice": None, "sheriff": None, "cathaoirleach": None, "deputy": None, "vice": None,
    "spokesman": "m", "spokeswoman": "f", "spokesperson": None, "coordinator": None, "co-ordinator": None,
    "superintendent": None, "principal": None, "headteacher": None, "organiser": None, "organizer": None,
    "mp": None, "msp": None, "mep": None, "mla": None, "mpp": None, "td": None, "mk": None, "ms": "f",
    "officer": None, "executive": None, "curator": None, "chancellor": None, "comptroller": None,
    "controller": None, "lawmaker": None, "legislator": None, "coach": None, "captain": None,
    "co-chair": None, "co-founder": None, "founder": None, "editor": None, "planner": None, "engineer": None,
    "ombudsman": None, "vice-mayor": None, "vice-chair": None, "vice-president": None, "starosta": None,
    "intendente": None, "alcalde": None, "burgomaster": None, "bürgermeister": None,
    "teacher": None, "resident": None, "farmer": None, "nurse": None, "historian": None, "pensioner": None,
    "businessman": "m", "businesswoman": "f", "shopkeeper": None, "student": None, "activist": None,
    "striker": None, "midfielder": None, "goalkeeper": None, "pitcher": None, "shortstop": None,
    "veteran": None, "volunteer": None, "archivist": None, "librarian": None, "pupil": None, "singer": None,
}  # fmt: skip
"""Words for a post or calling that stand before a name, without a dot, with the gender they tell."""

TITLE_MODIFIERS = word_set(
    """
    deputy vice lord lady state city town county district village borough shire former ex acting
    interim assistant associate senior junior chief first second prime foreign interior local
    federal national regional provincial general honorary founding retired past then-mayor executive
    managing town's council board committee commission association society party opposition union
    school community us u.s. nsw government council's city's mayor-elect independent republican
    democrat democratic labour labor tory conservative green liberal lib dem alp head honorary
    founder late old new fellow at-large ward
    """
)
"""Words that may stand between a place or a body and the title word, as part of the role."""

PERSON_NOUNS = frozenset(TITLES) - {
    "vice",
    "deputy",
    "del",
    "executive",
    "ms",
    "sen",
    "rep",
    "crs",
    "officers",
} | word_set(
    """
    man woman person boy girl father mother son daughter brother wife husband widow widower
    neighbour neighbor friend aide adviser advisor expert professor lecturer scholar academic
    researcher doctor lawyer solicitor barrister owner shopkeeper baker butcher barber driver worker
    employee official officer spokesman spokeswoman spokesperson reporter journalist columnist
    writer author poet artist painter sculptor musician conductor organist dancer actor player
    footballer coach manager trainer captain goalkeeper goalie striker fan supporter opponent critic
    campaigner activist organiser organizer coordinator demonstrator protester refugee immigrant
    emigrant migrant visitor tourist guest host traveller student pupil graduate teenager child
    colleague counterpart predecessor successor founder co-founder sponsor donor investor
    businessman businesswoman entrepreneur trader merchant farmer fisherman sailor skipper ferryman
    veteran soldier general commander priest vicar pastor bishop nun monk imam rabbi deacon postman
    caretaker janitor gardener carpenter plumber mechanic engineer electrician architect builder
    clerk cashier waiter waitress chef cook brewer vintner potter weaver translator interpreter
    guide lawmaker legislator voter taxpayer ratepayer resident citizen local parishioner pensioner
    retiree mp mep diplomat envoy consul ambassador attaché judge prosecutor policeman policewoman
    sergeant lieutenant fireman firefighter paramedic nurse midwife carer dentist vet scientist
    biologist historian geographer economist analyst teacher headmaster headmistress headteacher
    schoolteacher librarian archivist curator singer chorister choirmaster bandleader drummer
    trombonist pianist lodger landlord landlady innkeeper publican barman barmaid bartender salesman
    saleswoman tailor hairdresser photographer cameraman producer filmmaker editor publisher
    broadcaster blogger secretary treasurer chairman chairwoman chairperson chair president
    vice-president vice-chair co-chair leader head boss chief director executive trustee governor
    minister premier mayor councillor councilor alderman commissioner senator congressman
    congresswoman representative delegate deputy member colleague rector dean mover seconder
    proposer applicant petitioner appellant plaintiff defendant witness uncle aunt cousin
    grandmother grandfather grandson granddaughter parent cyclist rider swimmer rower runner
    newcomer old-timer native survivor inmate prisoner exile defector
    """
)
"""Nouns for one person."""

GENDER_NOUNS: dict[str, str] = {
    **dict.fromkeys(word_set(
    """
    man boy father son brother husband widower businessman spokesman councilman congressman alderman
    chairman fisherman postman policeman fireman salesman barman grandfather grandson uncle landlord
    headmaster waiter actor king prince selectman
    """
), "m"),
    **dict.fromkeys(word_set(
    """
    woman girl mother daughter sister wife widow businesswoman spokeswoman councilwoman
    congresswoman alderwoman chairwoman policewoman saleswoman barmaid grandmother granddaughter
    aunt landlady headmistress waitress nun queen princess midwife mayoress selectwoman
    """
), "f"),
}  # fmt: skip

GROUP_NOUNS = word_set(
    """
    people residents citizens locals neighbours neighbors officials officers staff workers employees
    crews crew volunteers members councillors councilors commissioners aldermen selectmen trustees
    supervisors lawmakers legislators mayors leaders delegates politicians ministers students pupils
    teachers parents veterans supporters opponents critics fans campaigners activists protesters
    demonstrators organisers organizers visitors guests families friends fishermen fishers farmers
    traders rowers nurses doctors singers choir band team side squad delegation party majority
    minority opposition councilmembers spokesmen journalists reporters historians librarians police
    courts speakers businesses shopkeepers voters ratepayers taxpayers directors lawyers archivists
    experts scientists churches schools towns cities municipalities councils authorities
    representatives greens democrats republicans conservatives socialists governments expatriates
    emigrants refugees exiles women men children youngsters teenagers pensioners
    """
)
"""Nouns for several people who may speak or act as one."""

SEATS: dict[str, str] = {
    "councillors": "council", "councilors": "council", "councilmembers": "council", "councilmen": "council",
    "aldermen": "council", "commissioners": "commission", "trustees": "board", "supervisors": "board",
    "selectmen": "board", "selectboard": "board",
}  # fmt: skip
"""Plural holders of seats to the kind of body that acts when they do."""

BODIES: dict[str, ActorKind] = {
    **dict.fromkeys(word_set(
    """
    council councils plenary assembly parliament senate legislature congress knesset duma rada seimas saeima
    sejm riigikogu bundestag diet chamber sanggunian sanggunian oireachtas panlungsod
    """
), "council"),
    **dict.fromkeys(word_set(
    """
    committee commission board panel subcommittee sub-committee cabinet taskforce jury executive
    presidium
    """
), "committee"),
    **dict.fromkeys(word_set(
    """
    association society club league trust foundation federation friends partnership fellowship union
    guild circle institute confederation organisation organization charity collective forum
    initiative neighbors neighbours students residents citizens parents mothers consortium front
    link samiti sangha verein
    """
), "association"),
    **dict.fromkeys(word_set(
    """
    ministry department office government administration municipality embassy consulate bureau
    agency authority secretariat inspectorate court courts commonwealth prefecture voivodeship
    kremlin consulate-general directorate corporation city-hall mairie treasury police army navy
    hall meeting district chancellery chancery presidency
    """
), "government"),
    **dict.fromkeys(word_set(
    """
    company firm bank brewery factory manufacturer airline operator holding holdings inc ltd plc llc
    gmbh corp co brewer retailer chain
    """
), "company"),
    **dict.fromkeys(word_set(
    """
    newspaper broadcaster magazine station gazette herald tribune times courier observer
    """
), "press"),
    **dict.fromkeys(word_set(
    """
    group party alliance coalition network campaign movement team choir band delegation staff crew
    orchestra lobby caucus opposition bloc faction
    """
), "group"),
    **dict.fromkeys(word_set(
    """
    school college university church parish hospital museum library academy congregation diocese
    mosque synagogue monastery port zoo
    """
), "other"),
}  # fmt: skip
"""Head nouns of bodies to the kind of body."""

PLAIN_BODY_HEADS = frozenset(BODIES) - word_set(
    """
    co corp inc friends union institute times courier observer herald tribune opposition executive
    port chamber diet holding holdings chain station partnership fellowship alliance circle guild
    corporation operator retailer manufacturer brewery factory port zoo parish team crew campaign
    movement network gazette city-hall police court courts army navy party neighbors neighbours
    students residents citizens parents mothers front link forum initiative collective consortium
    meeting
    """
)
"""Body nouns that also mean a body in lower case, without a name."""

PLACE_HEADS = word_set(
    """
    city town village county borough district municipality state province region country shire burgh
    parish canton island capital
    """
)  # fmt: skip
"""Nouns for a place that speak or act for its government."""

NOT_NAMES = word_set(
    """
    street road avenue lane park plaza square hall bridge river lake bay beach school airport
    harbour harbor museum library station theatre theater hotel centre center stadium arena garden
    gardens building house monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december christmas easter act code
    bill resolution ordinance motion amendment festival day week month award prize cup game games
    war army treaty charter agreement declaration university college hospital church cathedral
    airport tower gate island mountain valley forest sea ocean gulf highway route section article
    chapter item appendix schedule no. key points photo picture caption facebook twitter instagram
    telegram youtube zoom google covid covid-19 english russian ukrainian chinese israeli american
    german french spanish polish japanese european british soviet irish north south east west
    northern southern eastern western resolved carried lost present against abstained moved
    apologies adjournment minutes agenda letters re dear respectfully sincerely yours sister cities
    twin towns city hall town council republican democrat republicans democrats labour conservatives
    tories ends end
    """
)
"""Capitalised words that by themselves are no person, nor the last word of one."""

NOT_CAPITALS = word_set(
    """
    the a an but and or nor so yet for if when while as in on at by to of from with without under
    over after before since until because although though however meanwhile then there here this
    that these those it its he she his her they their we our i my you your who what where why how
    which not no yes only even also all both each every some any many most more few several another
    other such one two three four five six seven eight nine ten asked last next now today yesterday
    tomorrow tonight later earlier once still just despite instead nobody nothing everybody everyone
    somebody someone nor let is are was were will would can could should may might must do does did
    has have had via said says than about against between among during into through within
    across according both either neither like unlike plus perhaps maybe well
    """
)
"""Words that are never part of a name although they may begin with a capital."""

PARTICLES = word_set(
    """
    de da do dos das du del della di van von der den ter ten te la le las los bin ibn al el y e af
    av zu zur ap ab ag mac ni ní nic ua der' 't
    """
)  # fmt: skip
"""Small words inside a name, in lower case."""

OF_WORDS = word_set("of for")
"""Words that go on with the name of a body: "Department of Public Works", "Friends of Ukraine"."""

PRONOUNS: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n", "they": "p", "them": "p", "their": "p", "theirs": "p",
    "themselves": "p",
}  # fmt: skip
FIRST_PERSON = {
    "i": "s",
    "me": "s",
    "my": "s",
    "myself": "s",
    "we": "p",
    "us": "p",
    "our": "p",
    "ourselves": "p",
}
RELATIVES = word_set("who whom whose which that")
ARTICLES = word_set("the a an this that these those")


MALE = word_set(
    """
    aaron adam alan alban albert alex alexander alfred ali allan andrew andy anders angus anthony
    anton antonio archie arthur arturo barry basil ben benjamin bernard bert bill billy bob boris
    brad brendan brett brian bruce bruno bryan buck calvin cameron carl carlos cecil charles charlie
    chris christian christopher chuck cian claude clayton cliff clive cody colin conor craig curt
    curtis cyril dale damian dan daniel darrell dave david dean declan denis dennis derek des
    desmond dick dieter dietmar dimitri dmitri dominic don donald doug douglas duncan dwight earl ed
    eddie edgar edmund eduardo edward edwin elmer emil enrique eric erik ernest ernesto ethan eugene
    evan everett ewan felipe felix fergus fernando finbarr francis francisco frank franklin franz
    fred frederick fritz gareth garry gary gene geoff george gerald gerard gerry giles giovanni
    giuseppe glen glenn godfrey gordon graham grant greg gregory guillermo gunnar gus guy hamid
    hamish hans harald harold harry hassan heinz hector henrik henry herbert herman hideki howard
    hubert hugh hugo ian igor ike ivan ivar jack jacob jake james jan jason jay jean jeff jeffrey
    jens jeremy jerry jesse jim jimmy joe joel johan johannes john johnny jon jonas jonathan jorge
    jose joseph josh joshua josé juan julian jürgen karl keith ken kenneth kenny kevin kirk klaus
    kurt kyle lance larry lars laurence lawrence lee leif len leo leon leonard leroy leslie lew
    lewis liam lionel lloyd lou louis luc lucas luis luke lyle magnus malcolm manuel marc marco
    marcus mario mark martin marty marvin mateusz matt matthew matthias maurice max mehmet melvin
    michael miguel mike mikhail milan mohamed mohammed moses murray nathan ned neil nelson nick
    nicholas nico nigel noel norman oleh oleksandr oliver omar oscar otto owen pablo patrick paul
    pedro per pete peter phil philip philippe pierre piotr rafael ralph ramon randall randy ray
    raymond reg reggie rene rex rhodri ricardo richard rick rob robert roberto rodney roger roland
    ron ronald rory ross roy rudolf rupert russ russell ryan salim sam samuel sandro scott sean
    sebastian serge sergei seth shane sid sidney simon stan stanislav stanley stefan stephen steve
    steven stewart stuart sven tadeusz ted terence thomas tim timothy tobias todd tom tomas tommy
    tony travis trevor troy tyler uwe valentin vasyl vaughn victor viktor vince vincent vladimir
    volodymyr wade walt walter warren wayne wendell werner wesley wilfred wilhelm will willem
    william winston wolfgang xavier yuri zbigniew zoltan
    """
)
FEMALE = word_set(
    """
    abigail ada adele adriana agnes agneta agnieszka aisha alba alexandra alice alicia alina alison
    althea amanda amber amelia amina amy ana anastasia andrea angela anita ann anna anne anneliese
    annelies annette annie antonia april asha ashleigh astrid audrey aurora ava barb barbara bea
    beatrice becky bernadette bernice bertha beryl beth betty bettina bev beverley beverly birgit
    bonnie brenda bridget brigitte camilla carla carmen carol caroline carolyn catherine cathy
    catriona cecilia celia charity charlotte cheryl chloe christa christina christine claire clara
    clare claudia colleen connie constance consuelo corazon cristina cynthia dana daniela daphne
    dawn deborah debbie deirdre delia denise dervla diana diane dolores donna dora doreen doris
    dorota dorothy dot edith edna eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen
    elsa elsie emily emma erica erika erin estelle esther ethel eugenia eva eve evelyn faith fatima
    fay faye felicity fiona flora florence frances francesca freda frieda gabriela gail genevieve
    georgia georgina geraldine gertrude gillian gina giulia gladys glenda gloria grace greta gwen
    hannah harriet heather heidi helen helena helga henrietta hilary hilda ida ilona ilse imelda
    ines inga ingrid irena irene iris irma isabel isabella ivana ivy jacqueline jane janet janice
    jasmine jean jeanette jenifer jennifer jenny jessica jill joan joanna joanne jocelyn jolene
    josephine joyce juanita judith judy julia julie june karen karin katarzyna kate katherine
    kathleen kathryn kathy katie kay kelly kim kirsten krystyna kylie larysa laura lauren leah leila
    lena lenora leticia lillian lily linda lindsay lisa lise liz liza lois lorna lorraine louise
    lourdes lucia lucille lucy lydia lynette lynn mabel madeleine maeve magda maggie maja mandy
    marcia margaret margarita margit margot marguerite maria marian marianne marie marilyn marina
    marion marjorie marlene marta martha mary maureen maxine mavis meg megan melanie melinda melissa
    mercedes michelle mildred millicent miranda miriam moira molly mona monica monique moya muriel
    myra myrna nadia nancy naomi natalia natalie natasha nina nora noreen norma odessa olena olga
    olha olivia oonagh paige pam pamela patricia patsy paula paulette pauline pearl peggy penelope
    penny petra phoebe phyllis polly priscilla prudence prue rachel ramona rebecca renata rhonda
    rita roberta rosa rosalie rosalind rose rosemary rosie rowena ruth sabine sabrina sadie sally
    samantha sandra sara sarah selma shannon sharon sheila shelley sherry shirley shona sigrid
    silvia simone sofia solange sonia sonja sophia sophie stella stephanie sue sunita susan susanne
    suzanne svetlana sylvia tamara tania tanya tara teresa tess theresa tina tomasina trish trudy
    una ursula valerie vanessa vera verity veronica victoria viola violet virginia vivian wanda
    wendy wilhelmina wilma winifred winona yolanda yvette yvonne zofia zuzana
    """
)
"""Common first names that tell a gender; those of both are in neither or in the commoner."""

FIRST_NAMES: dict[str, str] = {**dict.fromkeys(FEMALE, "f"), **dict.fromkeys(MALE, "m")}
"""First name, lower case, to gender."""

PLURAL_TITLES = word_set(
    """
    cllrs crs councillors councilors councilmen councilmembers members commissioners aldermen reps
    mayors
    """
)

POSTS: dict[str, str] = {
    **dict.fromkeys(word_set(
    """
    cllr coun cr councillor councilor councilman councilwoman councilmember cllrs crs councillors
    councilors councilmembers councilmen
    """
), "councillor"),
    **dict.fromkeys(
        word_set("chair chairman chairwoman chairperson convener convenor cathaoirleach"), "chair"
    ),
    **dict.fromkeys(word_set("spokesman spokeswoman spokesperson"), "spokesperson"),
    **dict.fromkeys(word_set("alderman alderwoman alderperson alder ald aldermen"), "alderman"),
    **dict.fromkeys(word_set("commissioner commissioners"), "commissioner"),
    "gov": "governor", "sen": "senator", "rep": "representative", "reps": "representative",
    "mayors": "mayor", "mayoress": "mayor", "co-chair": "chair", "del": "delegate",
}  # fmt: skip
"""Title or post word to the one word for that post."""

RANKS = word_set(
    """
    deputy vice former ex assistant acting past lieutenant under late then-deputy predecessor co
    """
)
"""Words that make another post of a post: the deputy mayor is not the mayor."""

BODY_HEADS: dict[str, ActorKind] = {**BODIES, **{seat: BODIES[body] for seat, body in SEATS.items()}}

PLAIN_HEADS = PLAIN_BODY_HEADS | frozenset(SEATS)
"""Heads that mean a body in lower case too."""

NEEDS_MORE = word_set(
    """
    friends group team company firm school college university church hospital parish museum library
    choir crew network movement campaign agency circle organisation organization bank station
    magazine court courts panel staff police academy trust club times guild
    """
)
"""Heads that mean no body without a name or a modifier."""

DEFINITE = word_set("the its his her their our your this that both every all")
NO_MODIFIERS = word_set(
    """
    same own other whole entire full new old former current next last first such any every each no
    several many most some few two three four five six seven eight nine ten both all former
    """
)
EMPTY = word_set(
    """
    the a an of for and in city's town's 's ’s own local full whole entire new old elected other
    """
)
"""Words that tell no body from another."""
EMPTY_FIRST = word_set(
    """
    local full whole entire new old elected same own other outgoing incoming current ruling small
    powerful influential late former then
    """
)
TELLING_LITTLE = word_set("local full")
"""Of these, what names a body all the same where nothing else does: "the full council"."""
OF_PLACES = word_set(
    """
    council ministry government department court embassy consulate office assembly association
    committee board commission municipality society parliament union council administration
    """
)
WIDE = word_set(
    """
    department ministry office committee bureau board commission administration
    """
)
"""Heads whose name may list several matters: "Department of Housing, Local Government and Heritage"."""
MEMBERS = word_set(
    """
    member members chamber chambers meeting meetings vote votes seat seats room hall offices leader
    leaders election elections house tax minutes
    """
)

COUNCIL_LIKE = word_set("council plenary assembly panlungsod sanggunian commission board parliament")
"""Nouns of bodies that papers also call "the council"."""
VAGUE_BODIES = word_set("group organisation organization charity body society association club")
LEVELS = word_set(
    """
    city town county district borough village municipal regional parish state provincial community
    common shire local metropolitan
    """
)
"""Modifiers that give a body's level and not its place."""

PLURAL_BODIES = word_set(
    """
    groups associations committees organisations organizations clubs societies unions boards
    councils
    """
)
GROUP_NOUNS = GROUP_NOUNS | frozenset(f"{noun}s" for noun in PERSON_NOUNS if not noun.endswith("s"))
ROLE_HEADS = PERSON_NOUNS | GROUP_NOUNS | PLURAL_BODIES
RANK_OF = {
    "ex": "former",
    "past": "former",
    "late": "former",
    "then-deputy": "deputy",
    "vice": "deputy",
    "co": "",
}
DESCRIBING = word_set("of for in from at with to on near behind under")
"""Prepositions that go on with the description of a person."""
NOT_ACRONYMS = word_set(
    """
    LGBT LGBTQ NATO COVID BBC CNN PDF DVD PO LOST TV PM AM US UK EU UN OK FM USA UAE USSR GMT EDT
    EST CEO MP DJ ID CBD VIP PA CV
    """
)
"""Words in capitals that are no body of this kind of news."""

CREDIT = re.compile(
    r"\s*[(\[]?(by\s+(?-i:[A-Z])|author:|reporting by|written by|photo:|photograph:|picture:|words:|"
    r"editing by|text:|story by|media contact:|press contact:|contact:)",
    re.IGNORECASE,
)
"""How a line begins that only says who wrote, photographed or edited."""

LATE = word_set("the late a an one former")
"""Words between a description and the title of a name: "our founder, the late Professor Weiss"."""
LOWER_TITLE_WORDS = word_set(
    """
    state former deputy vice city town county then acting interim u.s. local
    """
)
"""Small words that a title begins with: "state Sen. Lyle Kuykendall"."""

SEATED_IN = word_set("embassy consulate general ministry office")
"""Offices that a town tells from others: "the Chinese embassy in Ljubljana"."""
ON_MATTERS = word_set("commission committee board panel")
"""Bodies that a name may say what they are on."""
OFFICES = word_set("department ministry office bureau")

AND = word_set("and")
BEFORE_NAMES = word_set("the of full")
"""Words before the whole name of a body, where "and" stands inside it."""
TITLES_IN_NAMES = word_set("executive mayor mayors member general")
"""Titles that the names of bodies begin with: "Executive Committee", "Mayors Conference"."""
NAME_ENDS = word_set("inc ltd general plc llc")
NEEDS_BEFORE: dict[str, frozenset[str]] = {
    "hall": word_set("city town"),
    "meeting": word_set("town"),
    "district": word_set("municipal borough regional local health school metropolitan"),
}
"""Nouns that are bodies only after certain words: "city hall", "Municipal District"."""
MINUTED = word_set("moved seconded proposed resolved carried lost agreed noted reported asked advised")
"""What minutes print in capitals after a name."""
CALLED = word_set("as only called named")
"""Words before the name of somebody described: "a woman who gave her name only as Bluebell"."""
MEMBERS_OF = word_set("members majority minority members' member")
"""Nouns that with "of" and a body stand for the body."""
AGENT_WORDS = word_set("by to")
"""Prepositions before somebody who does or says: "signed by", "according to"."""
TOWN_HEADS = word_set("city town village burgh borough municipality")
"""Place nouns that mean the town in question."""
BY = word_set("by from")
STATEMENTS = word_set("statement letter column remarks speech message address")
"""Words before "by" and the author in a heading."""
ON_BEHALF = word_set("for behalf")

BYLINE = re.compile(
    r"\s*(?i:by)\s+(?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|der|la))+)",
)
"""A byline with the writer's name."""

PLURAL_SEATS = frozenset(SEATS) - word_set("selectboard")
BARE_MEMBERS = word_set("members")
NOT_BODY_PREFIXES = word_set("self non")
"""Words before a hyphen that make a body noun no body: "self-government"."""

ALSO_VERBS = word_set(
    """
    chair head host guide coach train lead captain pilot judge nurse chief doctor author cook guard
    """
)
"""Nouns for people that are verbs as well."""

AGE = word_set("year years old - aged")
"""Parts of an age before a name: "one resident, 71-year-old Nils Vik"."""
WHERE = word_set("in from")
"""Prepositions between somebody described and a town."""
SAY = word_set(
    "say role power powers authority part voice vote jurisdiction veto approve consent control nothing"
)
"""What a state or province has, or lacks, over its towns."""
