"""English words of actions: what people do to the signs, gifts, visits and payments of a tie."""

from __future__ import annotations

from fingerpost.reading.lexicon import words
from fingerpost.reading.model import ActionStatus

SYMBOLS = words(
    """
    flag flags sign signs signpost signposts signboard signage banner banners plaque plaques plate plates
    crest shield bell bells statue statues sculpture mural murals certificate marker markers panel panels
    lantern lanterns pole poles flagpole bench benches quilt drum box boxes lion dolphin pavilion garden
    gardens gift gifts display displays exhibit exhibits corner wall trophy yurt gate gates arch tree trees
    portrait portraits photo photos photograph photographs picture pictures poster posters page website
    webpage name logo emblem arms stone street streets square clock lacquer clothes fountain monument
    memorial doll dolls bust carving totem map boards case cabinet letterhead scarf ribbon lights hall house
    tower window roundabout bridge park playground room bowl vase painting paintings tapestry chain medal
    key keys book books flower flowers wreath bed roses candle candles model boat ship tile tiles listing
    listings entry brochure leaflet calendar stall bollard footpath path avenue road figure figurine kimono
    sword samovar teapot icon relief pillar column arm letters lettering sticker stickers screen billboard
    stamp seal charter framed copy jersey jerseys shirt bus rooster tiger dragon elephant horse carpet rug
    costume costumes wordmark inscription lamp lamps pagoda gazebo carillon ornament ornaments
    scrapbook scrapbooks exhibition exhibitions album albums archive archives
    """
)
"""Things that stand for a tie."""

DEALINGS = words(
    """
    visit visits trip trips exchange exchanges delegation delegations student students pupils grant grants
    payment payments parcel parcels letter letters call calls video project projects programme programmes
    program programs festival festivals tournament concert concerts spending meeting meetings event events
    scholarship scholarships travel contacts contact function exhibition exhibitions show shows team choir
    band side party group groups nurses trainees teachers children youth rowers camp tour workshop workshops
    training course courses donation donations funding fund funds collection equipment budget support
    internship internships placement placements conference reception dinner game games match matches vigil
    newsletter desk office invitation invitations ceremony teacher visitors guests notice skype money truck
    trucks blanket blankets fair market bazaar auction film films screening performance performances week
    anniversary celebration celebrations regatta race marathon lessons classes class residency fellowship
    bursary prize award aid supplies medicine medicines convoy shipment container goods appeal fundraiser
    ambulance ambulances generators generator vehicle vehicles kits toys pen correspondence emails link-up
    orchestra orchestras musicians artists dancers athletes players firefighters doctors farmers scouts cup
    league friendly service mass picnic barbecue parade stand booth webinar forum mission missions research
    joint talks activity activities cooperation co-operation subscription stipend stipends salary post job
    jobs accommodation hosts homestay homestays tickets flights booking bookings fee fees fare fares cost
    costs expense expenses dance ball tuition potluck supper lunch breakfast gala banquet feast luncheon interns
    intern coach sit-in rally march sponsorship petition petitions milk food clothing bandages laptops
    """
)
"""What passes between the two sides."""

HANDLING = words(
    """
    cover remove take put move place fly hang light keep leave store return hand fold display paint repaint
    unbolt unscrew turn raise lower haul pull pack mount install erect replace rename unveil drape wrap
    strip dismantle delete alter change plant repair clean shroud veil hide tape mask blank detach unhook
    lock ship donate give present dedicate add project illuminate drop strike scrub erase edit rehang
    reinstate restore redo refit crate lend loan auction sell melt bury post pin stow tuck mothball retire
    carve relocate tend water send bring close reopen damage name finish complete
    """
)
"""What is done to such things; without one of them these are no actions."""

RESTING = words("stay remain fly hang stand go come continue sit arrive")
"""What such things do by themselves, in the future."""

ARRANGING = words(
    """
    cancel call postpone shelve freeze suspend halt stop pay spend donate give close offer hold lead host
    welcome send bring fund organise organize stage run resume continue open finish complete scrap drop cut
    finance sponsor invite block recall supply collect place train start pause defer curtail abandon axe
    arrange prepare launch mount provide deliver raise house lodge teach support mark celebrate withdraw
    withhold divert redirect transfer award grant attend join skip boycott reschedule relocate move keep
    maintain end discontinue schedule set issue
    """
)
"""What is done to visits, grants and meetings."""
STOPPING = words("stop halt cease quit")
PLANS = words("plan plans idea proposal project")
"""What is shelved or dropped before anything is done."""
PAYING = words("pay spend fund donate give contribute allocate mail")
"""Of these, what needs no such thing where a sum is named."""
PAYING_FOR = words("pay")
"""Of these, what may be done "for" what is paid."""
FOUNDING = words("set form found create establish start")
FOUNDED = words("association society committee fund trust charity club taskforce coalition")
"""What is set up to carry a tie on; an act where it is yet to be done, and else history."""
ANNOUNCING = words("announce")
ANNOUNCED = words(
    "sit-in vigil rally march protest boycott concert ceremony visit trip fundraiser appeal campaign demonstration"
)
"""What is planned where it is announced."""
OFFERING = words("offer volunteer")
"""Governing verbs whose infinitive is an act that is proposed, whatever it is."""
LIVELY = words(
    """
    bring send host fly raise run hold invite open start welcome offer lead collect train give join attend mark
    celebrate teach support house launch present place provide deliver award grant hang keep leave turn sell
    mount display plant add project dedicate spend damage
    """
)
"""Verbs that tell of life in the tie when past, and of an act only when planned, proposed or refused."""

TELLING = words("write reply respond inform notify advise phone telephone ring thank")
WRITING = words("write reply respond")
"""Of these, what is done *to* somebody."""
"""What is done to the other side; in the future only, since a letter sent is an event."""
TOLD = words(
    """
    mayor mayors city town towns council counterpart counterparts partner partners mairie municipality officials
    side sides government embassy consulate ambassador governor authorities
    """
)
"""Who is told."""

GOING = words("travel visit go fly")
"""Journeys, in the future or refused."""
TRAVELLERS = words(
    "students pupils nurses teachers trainees rowers children guests visitors players musicians delegation choir team"
    " interns firefighters orchestra band dancers councillors councilors group party"
)
"""Who may stay or travel; anything else that stays is a thing, which does nothing."""
PRONOUNS = words("it they them")
MEMBERS = words("members we group volunteers organisers organizers supporters")
"""Those who act for the body of the one who says so."""
OWNERS = words("his her their its my our")
OWN_TOWNS = words("town city village municipality county")
OWN = OWN_TOWNS | words(
    "group association organisation organization committee society board council trust club"
)
"""After "his" or "her": the town or body of a person."""
OWN_FIRMS = words("bakery company firm shop business restaurant studio farm brewery school")
"""After "his" or "her": what a person does something through."""
ME = frozenset({"i", "we"})

PLANNING = words(
    "plan mean intend hope promise agree prepare expect decide aim propose vow pledge choose going continue set due"
    " ready undertake schedule arrange resolve hop threaten opt"
)
"""Governing verbs whose infinitive is planned; "hopes" is lemmatised as "hop"."""
REFUSING = words("refuse decline reject")
ASKING = words(
    "ask want offer suggest urge call wish request recommend demand propose favour favor support invite"
)
"""Governing verbs whose infinitive is proposed."""
ORDERING = words("direct instruct order tell authorise authorize require task request")
"""Governing verbs whose object does what the infinitive says."""
LASTING = words("go keep continue carry start begin")
"""Governing verbs that leave it open whether the act is planned: "will go on paying"."""
GOVERNING_NOUNS: dict[str, ActionStatus] = {
    **dict.fromkeys(words("plan promise pledge decision intention vow order instruction"), "planned"),
    **dict.fromkeys(words("call request offer proposal suggestion"), "proposed"),
    "refusal": "refused",
}
"""Nouns with an infinitive, to its status."""
SAYING = words("say add tell write announce confirm repeat note state report promise explain insist warn")

SIGNING = words("sign initial")
PAPERS = words(
    "agreement charter renewal pact memorandum accord declaration letter protocol extension document"
)
"""What is signed, as an act that follows a decision; in the future only."""
UNDERTAKING: dict[str, frozenset[str]] = {
    "sue": frozenset(),
    "apologise": frozenset(),
    "apologize": frozenset(),
    "travel": frozenset(),
    "take": words("court courts"),
    "carry": frozenset(),
    "ask": words("court courts judge"),
    "seek": words("meeting meetings talks injunction review"),
    "request": words("meeting meetings session talks"),
    "speak": words("officials mayor counterpart counterparts"),
    "meet": words("officials mayor counterpart counterparts ambassador delegation consul"),
    "invite": words("mayor counterpart family families residents officials councillors councilors"),
}
"""Verbs in the future that are acts by themselves, or beside one of these nouns."""
DETACHING = words("remove take strike delete drop cut erase scrub")
OFF = words("from off")
COLLECTIONS = words("set pair collection number series dozen row")
IDIOMS = {
    "call": words("meeting meetings"),
    "put": words("name signature copy"),
    "take": words("names picture pictures photo photos photograph photographs"),
    "turn": words("page corner"),
    "hold": words("key keys"),
    "pack": words("hall house room"),
    "stand": words("guard"),
}
"""Verbs with nouns beside which they mean something else, unless a particle stands with them."""
STAFF = words("staff workers crews officials clerk manager solicitor administration officers department")
"""Those who act for the body they belong to where the text names no more of them."""
NOBODY = words("nothing nobody who whoever which")
BIDDING = words("order orders request instruction instructions direction command behest")
KEEPING_STILL = words("stay remain")
STILL = words("up lit open bare shut closed dark empty where put")
"""After "stay" or "remain": how a thing is left."""
WHERE = words("in on at outside inside beside above near")
NO_WHERE = words(
    """
    place force effect touch contact power office charge doubt line question mind favour favor limbo talks
    abeyance
    """
)
"""After "remain in": no place where a thing stands."""

CAUSING = words("have get")
HAVING_DONE = CAUSING | words("order want")
"""Verbs before a thing and a participle: "wants the sign repainted"."""
"""Verbs by which somebody lets it be done ("have the sign covered")."""
IS = words("is are 's ’s 're ’re am 'm ’m")
GOING_ON = words("collect raise run host house teach support send pay fund help lead train keep fly")
"""Verbs that, in the present progressive, tell of what is being done; the others of what is about to be."""
PLANNED_MODALS = words("will 'll ’ll shall wo")
REPORTED_MODALS = words("would ’d 'd")
OBLIGING_MODALS = words("must")
HAVE = words("have ’ve 've")
PROPOSED_MODALS = words("should ought")
ALLOWED_MODALS = words("may can")

DECIDED = words(
    """
    agreement tie ties relationship link links partnership twinning pact arrangement charter motion
    resolution agreements arrangements twinnings pacts partnerships friendship amendment vote votes decision
    matter question ordinance bill proposal suspension item report law rule order sister sisters twin twins
    contract term terms
    """
)
"""Objects that make an act a decision about the tie, or a step towards one."""

NO_ACT = words(
    """
    wait last say tell be have become decide vote expect hope know see hear think believe want take happen run
    apply hold delay defer postpone table put suspend end terminate sever cut adjourn argue ask urge begin
    give
    """
)
"""Verbs whose "until" holds for no act: a decision, a wish, a state."""

UNTIL = (
    ("until",),
    ("till",),
    ("pending",),
    ("for", "as", "long", "as"),
    ("as", "long", "as"),
    ("while",),
    ("for", "the", "duration"),
)
"""Openings of how long something is to hold."""
UNTIL_CUT = words("said says according under officers told")
"""A comma before these ends it."""
INDEFINITE = words("further notice indefinitely otherwise")
