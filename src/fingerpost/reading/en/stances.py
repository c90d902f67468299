"""English words for what may be done with a tie, and for wanting, moving, opposing and deciding it."""

from __future__ import annotations

import re

from fingerpost.reading.en.words import word_set

TIE_NOUNS = word_set(
    """
    accord agreement alliance arrangement association bond charter compact connection contact deal friendship
    link linkage memorandum pact pairing partner partnership protocol relation relationship sister sisterhood
    status tie twin twinning
    """
)
"""Lemmas of nouns that mean the tie itself when the article is about one."""
OTHER_MATTERS = word_set(
    """
    grain trade gas oil fuel peace nuclear arms lease police ceasefire union labor labour security climate
    franchise water power waste transit bus housing stadium tax defense defence loan software parking rail
    """
)
"""Before such a noun these make it another matter ("the grain deal")."""

PRONOUNS = word_set("it them this one both which theirs ours anything")
"""Pronouns that may stand for the tie."""
FAVOURING = word_set("support back favor favour endorse recommend oppose reject approve")
VOTING = word_set("vote argue speak campaign")
INQUIRING = word_set("study hear consult review examine talk")
ARTICLES = word_set("a an the its their his her our my your")
WELL_ALONE = (
    "well enough alone",
    "things alone",
    "things as they are",
    "matters as they are",
    "it be",
    "it alone",
)
"""After "leave" or "let": wishing this is to keep what is."""
NOBODY = word_set("nobody none no neither nothing")
GLAD = word_set(
    "ready glad happy willing honoured honored keen eager prepared delighted committed determined anxious"
)
LOATH = word_set("reluctant unwilling loath hesitant wary opposed")
PLEASED = word_set("pleased happy glad delighted satisfied thrilled")
DISPLEASED = word_set("disappointed dismayed saddened upset outraged appalled disgusted angered devastated")
AUTHORS = word_set("author sponsor mover proposer seconder proponent architect")
LEADING = word_set(
    """
    lead head join voice express state have share repeat register organise organize give lend throw declare
    reaffirm reiterate add offer signal make
    """
)
"""Verbs that make the subject the holder of a wish or an opposition ("led the opposition to")."""

TIE_HEADS = word_set("city cities town towns county state")
TIE_KINDS = word_set("sister twin partner friendship twinned twinning")
"""A head such as "city" means the tie only beside one of the kinds ("sister city")."""

TIE_STATES = word_set("twinned twin twins partner partners sister sisters friend friends")
"""What places remain or become ("will stay twinned")."""

PARTNERS = word_set("partner partners sister sisters twin twins")
SUSPENSION_NOUNS = word_set("suspension freeze pause moratorium hold")
SUSPENDED_WORDS = word_set("suspended frozen paused")

DECISION_NOUNS = word_set("decision vote question matter issue item debate signing plan ruling decree")
MOTION_NOUNS = word_set(
    """
    motion resolution proposal amendment measure ordinance bill law recommendation idea order step move
    call report request action draft notion change petition legislation proposition course
    compromise alternative decree scheme initiative
    """
)
"""Nouns for something put to a body; what it asks for is told elsewhere ("the motion")."""

THRIVING = word_set("flourish thrive grow live continue bloom blossom prosper stand")
"""What a tie may be "left to" by those who would keep it."""

FORESEEN = word_set("expect schedule anticipate foresee")
"""What is "expected before" something puts nothing off."""

ENACTING = word_set("enforcement implementation passage adoption enactment execution")
"""Nouns for what is done with a law, which say no more than the law does."""

FORMAL_MOTIONS = word_set(
    """
    motion resolution proposal amendment measure ordinance bill recommendation idea order
    """
)

DOING: dict[str, frozenset[str]] = {
    "end": word_set(
        """
        abandon abolish annul axe ax ban bin break bury cancel close cut delist detwin disavow discard discontinue
        disestablish
        disown dissolve ditch divorce drop dump end exit forbid invalidate jettison leave nix nullify outlaw prohibit
        quit relinquish renounce
        repeal repudiate rescind retire revoke rupture sack scrap sever shed sunset terminate undo unlink unmake
        untwin void
        """
    ),
    "suspend": word_set("freeze halt mothball pause suspend"),
    "keep": word_set(
        """
        cherish continue deepen defend honor honour keep maintain nurture preserve protect reinforce retain safeguard
        salvage save spare strengthen sustain uphold
        """
    ),
    "establish": word_set(
        """
        add adopt approve authorise authorize begin conclude create establish forge form formalise formalize
        initiate launch pursue sign start
        """
    ),
    "renew": word_set("extend prolong renew"),
    "restore": word_set(
        """
        reactivate restart reinstate rekindle relaunch reopen resume resurrect restore reestablish re-establish revive
        thaw unfreeze
        """
    ),
}
"""Verbs by what they do to a tie that is their object."""

ENDING_ALONE = word_set("cease lapse die expire")
SUSPENDING_ALONE = word_set("hibernate rest sleep slumber")
KEEPING_ALONE = word_set("continue endure live persist remain stand stay survive")
"""Verbs that say so of the tie as their subject."""

PHRASES: dict[str, tuple[tuple[str, str], ...]] = {
    "back": (("out of", "end"), ("away from", "end")),
    "ban": (("from", "end"),),
    "bar": (("from", "end"),),
    "break": (("off", "end"), ("with", "end"), ("from", "end"), ("away from", "end")),
    "bring": (("to end", "end"), ("to close", "end"), ("back", "restore"), ("an end to", "end")),
    "call": (("off", "end"), ("time on", "end"), ("halt to", "end")),
    "carry": (("on with", "keep"), ("on", "keep")),
    "cast": (("off", "end"), ("aside", "end")),
    "close": (("book on", "end"), ("chapter", "end"), ("door on", "end")),
    "come": (("to end", "end"), ("to close", "end")),
    "cut": (("off", "end"), ("loose", "end")),
    "disengage": (("from", "end"),),
    "do": (("away with", "end"),),
    "draw": (("line under", "end"), ("to close", "end")),
    "enter": (("into", "establish"),),
    "give": (
        ("fresh life", "renew"),
        ("new life", "renew"),
        ("up on", "end"),
        ("up", "end"),
        ("notice on", "end"),
    ),
    "go": (("on", "keep"), ("ahead with", "establish"), ("back on", "end")),
    "hang": (("on to", "keep"), ("onto", "keep")),
    "hold": (("on to", "keep"), ("onto", "keep"), ("in abeyance", "suspend"), ("fast to", "keep")),
    "keep": (("on ice", "suspend"), ("on hold", "suspend"), ("out of", ""), ("from", "")),
    "kill": (("off", "end"),),
    "say": (("goodbye to", "end"), ("farewell to", "end")),
    "opt": (("out of", "end"),),
    "part": (("ways with", "end"), ("company with", "end"), ("from", "end"), ("with", "end")),
    "place": (("on hold", "suspend"), ("in abeyance", "suspend"), ("on ice", "suspend")),
    "press": (("ahead with", "establish"),),
    "pull": (("out of", "end"), ("plug on", "end"), ("back from", "end")),
    "put": (
        ("on hold", "suspend"),
        ("on ice", "suspend"),
        ("on pause", "suspend"),
        ("on shelf", "suspend"),
        ("in freezer", "suspend"),
        ("to sleep", "suspend"),
        ("to bed", "end"),
        ("in abeyance", "suspend"),
        ("on back burner", "suspend"),
        ("end to", "end"),
        ("stop to", "end"),
    ),
    "rip": (("up", "end"),),
    "run": (("out", "end"), ("down", "end")),
    "set": (("up", "establish"), ("aside", "end")),
    "stand": (("by", "keep"),),
    "stay": (("in", "keep"),),
    "stick": (("with", "keep"), ("by", "keep"), ("to", "keep")),
    "strike": (("up", "establish"),),
    "take": (("off ice", "restore"),),
    "tear": (("up", "end"),),
    "throw": (("away", "end"), ("out", "end")),
    "turn": (("back on", "end"), ("backs on", "end")),
    "walk": (("away from", "end"), ("out on", "end")),
    "want": (
        ("out of", "end"),
        ("rid of", "end"),
        ("nothing to do with", "end"),
        ("nothing more to do with", "end"),
    ),
    "get": (("rid of", "end"),),
    "strip": (("of", "end"),),
    "remove": (("from list", "end"),),
    "twin": (("with", "establish"),),
    "pair": (("with", "establish"),),
    "wind": (("up", "end"), ("down", "end")),
    "withdraw": (("from", "end"),),
    "pick": (("up again", "restore"),),
}
"""Verbs that say so with further words, in this order after them; an empty stance means that they do not."""

IDIOMS: dict[str, tuple[tuple[str, str], ...]] = {
    "abandon": (("friends", "end"), ("people", "end"), ("neighbors", "end"), ("neighbours", "end")),
    "bolt": (("door", "end"),),
    "build": (("bridges", "keep"), ("bridge", "keep")),
    "burn": (("bridge", "end"), ("bridges", "end")),
    "close": (("door", "end"), ("doors", "end")),
    "cut": (("cord", "end"), ("them off", "end"), ("off people", "end"), ("off friends", "end")),
    "give": (("notice", "end"), ("us days", "defer"), ("us weeks", "defer"), ("us time", "defer")),
    "hang": (("up on", "end"), ("up", "end")),
    "hit": (("pause", "suspend"), ("pause button", "suspend")),
    "keep": (
        ("door open", "keep"),
        ("doors open", "keep"),
        ("line open", "keep"),
        ("lines open", "keep"),
        ("channel open", "keep"),
        ("channels open", "keep"),
        ("talking", "keep"),
        ("faith with", "keep"),
    ),
    "leave": (("door open", "keep"), ("door ajar", "keep")),
    "lock": (("door", "end"),),
    "make": (("clean break", "end"),),
    "press": (("pause", "suspend"), ("pause button", "suspend")),
    "pull": (("plug", "end"), ("rug out", "end")),
    "punish": (
        ("people", "end"),
        ("friends", "end"),
        ("children", "end"),
        ("residents", "end"),
        ("families", "end"),
        ("students", "end"),
        ("citizens", "end"),
        ("neighbors", "end"),
        ("neighbours", "end"),
    ),
    "shut": (("door", "end"), ("doors", "end")),
    "slam": (("door", "end"),),
    "stand": (("by friends", "keep"), ("by people", "keep"), ("with friends", "keep")),
    "turn": (("back on", "end"), ("backs on", "end")),
    "walk": (("away", "end"),),
    "want": (
        ("name next", "keep"),
        ("name beside", "keep"),
        ("name on", "keep"),
        ("name linked", "keep"),
        ("name tied", "keep"),
    ),
    "have": (("nothing to do with", "end"), ("nothing more to do with", "end")),
    "wash": (("hands of", "end"),),
}
"""Verbs that say so with further words soon after them, without naming the tie."""

LEFT_ALONE = word_set("alone place untouched intact be as force standing")
"""After "leave": left so, a tie is kept ("leave the agreement in place")."""
LASTING = word_set("permanent outright immediate complete definitive full")
NO_ROOM = word_set("business place room")
"""Of which there is none for a tie, or which a town has none in having one."""
BEING = word_set("being having keeping staying maintaining remaining")
PROPOSED = word_set("proposed planned prospective new")
"""Before the words for a tie: one that is not there yet."""
SEEKING = word_set("propose seek request pursue suggest want")
"""Verbs that, with "a tie" as object, ask for a new one."""
TURNING_UP = word_set("write speak appear rally gather demonstrate testify travel campaign turn")
"""Verbs whose purpose is what somebody wants ("wrote to the council to defend it")."""
AS_AUXILIARIES = word_set("opposed favored favoured supported backed")
"""Verbs of wanting that the parser may take for auxiliaries."""
CONTRASTING = word_set("while though although whereas")
BARRING = word_set("bar ban prohibit")
OVER = word_set("over finished dead history terminated void")
"""What a tie is said to be that is ended ("the partnership is over")."""
ORDERS = word_set("order decree resolution vote decision motion ordinance proclamation")
"""What somebody ends a tie by ("terminated by executive order of the mayor")."""
"""Before "end", these make it the end of the tie rather than of a time."""
FIRM = word_set("firm fast")
"""After "hold" or "stand": wishing this is to keep to what was decided."""
REFUSING = word_set("refuse decline")
"""What a body does that decides against a thing without a motion being named."""
LIKEWISE = word_set("as so too neither nor likewise")
"""With "did", these take over what was just said of somebody else."""
ALONGSIDE = word_set("along together")
"""With "with", these join one more to those who do it."""
LIFTING = word_set("lift end annul revoke rescind overturn drop remove cancel reverse undo")
"""Done to a suspension, these restore."""
REVERSING = word_set("reverse rescind overturn annul undo revoke")
"""Done to a decision, these ask for its opposite."""
DEFERRING = word_set("defer postpone table delay adjourn shelve remit")
DEFERRING_WITH = {
    "put": word_set("off back over"),
    "hold": word_set("off over"),
    "push": frozenset({"back"}),
    "send": frozenset({"back"}),
    "leave": frozenset({"until"}),
    "pass": frozenset({"over"}),
    "refer": frozenset({"to"}),
    "kick": frozenset({"down"}),
    "lay": frozenset({"over"}),
}
"""With one of these words, and a decision, motion or tie as object, these put it off."""
WAITING = {"wait": frozenset[str](), "hold": frozenset({"off"}), "slow": frozenset({"down"})}
"""Verbs of waiting, with a word they need."""
DOING_NOTHING = {
    "do": frozenset({"nothing"}),
    "make": frozenset({"decision"}),
    "take": word_set("decision action"),
    "decide": frozenset[str](),
    "act": frozenset[str](),
    "vote": frozenset[str](),
}
"""With "no", "not" or "nothing", and then "until" or "before": to want that is to want time."""
TIME_NOUNS = word_set(
    """
    time grace days weeks months year months' weeks' days' breathing space month week day
    """
)

OPERATION_NOUNS = {
    "end": "end",
    "ending": "end",
    "termination": "end",
    "severance": "end",
    "dissolution": "end",
    "cancellation": "end",
    "suspension": "suspend",
    "freeze": "suspend",
    "pause": "suspend",
    "retention": "keep",
    "continuation": "keep",
    "preservation": "keep",
    "renewal": "renew",
    "extension": "renew",
    "restoration": "restore",
    "reinstatement": "restore",
    "resumption": "restore",
    "revival": "restore",
    "postponement": "defer",
    "deferral": "defer",
    "delay": "defer",
    "referral": "defer",
}
"""Nouns of action, with the stance of who wants them."""

OPPOSITE = {
    "end": "keep",
    "suspend": "keep",
    "keep": "end",
    "establish": "other",
    "renew": "other",
    "restore": "other",
    "defer": None,
    "other": None,
}
"""The stance of who is against it. Label rules: opposing an end or a suspension is keeping; opposing a
renewal, a restoration or a new tie is "other"; opposing a delay says nothing about the tie."""

DECIDING = word_set(
    """
    vote decide agree resolve approve adopt pass choose opt authorise authorize back endorse ratify elect
    determine conclude rule
    """
)
MOVING = word_set(
    """
    move propose table introduce file submit bring offer sponsor author write draft lodge put make second
    present promulgate initiate raise give hand organise organize launch start circulate deliver collect
    co-sponsor cosponsor
    """
)
ASKING = word_set(
    """
    ask urge call press push lobby petition appeal demand request beg plead implore encourage invite
    pressure campaign exhort order instruct direct advise recommend warn tell require challenge entreat
    counsel nudge clamour clamor agitate canvass prod persuade task caution lean force compel oblige
    """
)
WANTING = word_set(
    """
    want wish hope prefer favor favour intend desire seek aim like propose suggest recommend support back
    endorse welcome praise applaud second champion love advocate insist accept argue stand rather commit
    determine choose defend root hail cheer hop
    """
)
OPPOSING = word_set(
    """
    oppose reject resist refuse decline deny object defeat criticise criticize condemn protest fight block
    veto slam blast denounce decry deplore attack assail lambast dismiss rebuff ignore brush discourage rule
    quash kill toss spurn shun dread regret lament mourn bemoan rue fear
    """
)
REJECTING = word_set("reject defeat kill quash overrule")
REJECTING_WITH = {
    "turn": "down", "vote": "down", "strike": "down", "shoot": "down", "throw": "out", "toss": "out",
    "rule": "out", "brush": "aside",
}  # fmt: skip
"""What a body does that refuses a motion; with the word these need."""
FAILING = word_set("fail fall lose die founder collapse")
CARRYING = word_set("adopt approve pass carry ratify")
RESULTS = word_set("outcome decision result vote ruling")
WINNING = word_set("find win have enjoy get receive gain command")
"""With "the support of" somebody as object, what a motion does."""
COMPLYING = word_set("apply implement enforce obey heed execute")
"""What somebody does not do with a motion who stands against it."""
SETTING = word_set("sign impose order announce")
"""What a body or official does that puts a motion or order in force."""
SUPPORTING = word_set(
    """
    support back endorse welcome praise applaud second champion favor favour approve adopt pass carry hail
    cheer ratify greenlight okay rubber-stamp uphold defend echo repeat reiterate
    """
)
SAYING = word_set(
    """
    say tell write add argue believe think feel insist maintain state note contend reply answer warn claim
    stress explain suggest reiterate repeat declare announce confirm describe call recall comment remark
    observe hear concede acknowledge admit promise accept tweet post signal indicate
    """
)
PLANNING = word_set("plan intend mean promise pledge vow threaten agree prepare")
TRANSPARENT = word_set("try start begin help go come continue get proceed use")
"""Verbs that pass on the stance of what they govern."""
# "hop" is what the lemmatiser makes of "hopes" and "hoped".
LETTING = word_set("let allow permit see have get consider")
"""Between a wish and the thing wished: "wants to see it ended", "asked the city to let it lapse"."""

OBLIGATION = word_set("should must ought shall")
WILL = word_set("will 'll would 'd wo")
MAYBE = word_set("may might could can")
HYPOTHETICAL = word_set("if whether unless once when until before after why how as while though")
FACTUAL = word_set("when after since as while though")
"""Before a verb in the past tense, these tell what happened ("when we suspended it")."""

HARMING = word_set(
    """
    hurt harm punish damage penalise penalize betray cost isolate insult undermine abandon deprive destroy
    wreck hit weaken jeopardise jeopardize backfire
    """
)
"""Said of ending a tie, these speak for keeping it."""
GOOD = word_set(
    """
    right best necessary good proper wise only overdue justified appropriate fitting sensible correct clear
    strong brave courageous principled
    """
)
BAD = word_set(
    """
    wrong mistake bad foolish shame disgrace premature unwise pointless error unfair unjust unnecessary
    cruel hasty wrongheaded counterproductive disaster tragedy folly shameful short-sighted shortsighted
    unfriendly misguided senseless petty childish cowardly naive rash reckless spiteful vindictive overreaction
    posturing insult insulting hostile stunt gimmick grandstanding overkill nonsense
    """
)

YES_VOTES = word_set("yes aye yea favour favor majority")
NO_VOTES = word_set("no nay")
ATTITUDE_NOUNS = word_set(
    """
    call wish desire hope demand push plea appeal bid attempt effort vote decision preference support plan
    proposal motion resolution amendment request intention intent refusal opposition recommendation
    ordinance bill order draft campaign pledge promise threat letter petition statement suggestion report
    law move measure idea step backing endorsement blessing approval insistence determination commitment
    resolve case argument warning vow reluctance eagerness readiness willingness pressure charge notice
    """
)
OPPOSING_NOUNS = word_set(
    """
    opposition refusal objection rejection veto resistance reluctance unwillingness hostility dissent
    """
)
RUING = word_set("regret rue")
COURSES = word_set("thing course step way answer choice move solution response option policy")
"""What, called right or wrong, is to do a thing."""
COURAGE = word_set("courage confidence guts nerve decency wisdom sense grace patience backbone humility")
"""What somebody is asked to have who is to do a thing."""
NO_REASON = word_set("reason need cause point sense case")
"""With "no": "saw no reason to part" is to be against parting."""

BODY_NOUNS = word_set(
    """
    council commission committee board assembly cabinet municipality parliament legislature sangguniang
    senate chamber district panel commissioners aldermen
    """
)
MEMBER_NOUNS = word_set(
    """
    councillor councilor councilmember commissioner member alderman alderperson lawmaker deputy mca
    legislator trustee selectman supervisor
    """
)
"""In the plural and unnamed, the members of a body that vote are the body."""

REFERRING_NOUNS = word_set(
    """
    motion resolution proposal amendment measure ordinance bill idea plan decision step move draft
    result recommendation proposition outcome vote scheme
    """
)
"""Nouns that take up a motion or decision told elsewhere."""
DEFINITE = word_set("the this that his her their its both")
INDEFINITE = word_set("a an another")
GENERIC = word_set("you one nobody")
"""Who does not do such a thing ("you don't hang up on friends"): who says so is against doing it."""
INSISTING = word_set("insist stress maintain assure reiterate reaffirm vow pledge emphasise emphasize")
"""Verbs by whose subject a tie that "remains" or "goes on" is wanted so."""
BALLOT_VERBS = word_set("vote cast dissent second oppose object move be dissenter holdout objector")
MOTION_VERBS = word_set(
    """
    propose second table sponsor introduce author write draft support back oppose reject endorse approve
    adopt withdraw co-sponsor cosponsor
    """
)
"""With "it" as their object, the object is a motion told before."""
SURE = word_set(
    """
    end terminate suspend renew restore scrap sever dissolve retain extend prolong freeze reinstate
    """
)
"""Verbs that are about the tie even when it is only "it"."""
CONTRARY = word_set("dissenting no nay against opposing negative")
VAGUE_PREPOSITIONS = word_set("without by about after before on since despite until like")
"""Prepositions that pass on no stance ("talked about ending it")."""
PAPERS = word_set("letter report petition statement memo")
"""Told of by others than who wrote them ("the clerk tabled a letter from the premier")."""
ROLL_CALL = re.compile(
    r"(?:(?<=\n)|^|(?<=[.;:]\s)|(?<=[.;]))\s*(?:those\s+)?(?:councillors?\s+|members\s+|crs\s+|cllrs\s+)?"
    r"(?:voting\s+|voted\s+)?"
    r"(?P<side>for|in favou?r|against|opposed|ayes?|yeas?|yes|no|noes|nays?|dissenting)"
    r"(?:\s+(?:of\s+)?the\s+(?:motion|amendment|proposal|resolution|question|recommendation))?"
    r"(?:\s*\(?\d+\)?)?\s*(?P<mark>:|–|—|-|were|was)\s",
    re.IGNORECASE | re.MULTILINE,
)
"""The opening of a line that lists voters: "Against: ", "Voting no were ", "Ayes (5) – "."""
ROLL_CALL_AGAINST = frozenset({"against", "opposed", "no", "noes", "nay", "nays", "dissenting"})
MINUTED = word_set("move propose second introduce")
"""What minutes say in the passive of movers and seconders."""
MINUTED_FORMS = word_set("moved proposed seconded introduced mover seconder proposer")
"""The forms in which minutes name movers and seconders."""
AGREEING = {"agree": True, "concur": True, "disagree": False}
"""Verbs of taking over, or opposing, the stance told just before."""
BODY_WORDS = BODY_NOUNS | word_set(
    """
    government ministry department administration office embassy consulate agency authority executive city
    county state town parliament congress province
    """
)
"""Words that make a name that of a body rather than of a town."""
TOWN_NOUNS = word_set("city town village county municipality state province port borough district")
FOR_NEW = word_set("proposal request plan idea talk application bid call petition")
"""Nouns that ask for a tie that is not there yet, with "for" or "about"."""
MARGINS = word_set("vote votes margin majority abstention")
"""Nouns of a vote's figures: no agent does anything by them, and they carry no motion."""
SHORT = word_set("coun cllr cllrs cr crs rep sen mr mrs ms dr ald councilor councillor hon st")
AGAINST_NOUNS = word_set("petition campaign motion protest vote resolution argument case")
"""Nouns that, with "against", are about ending what stands."""
DECISIVE = word_set(
    """
    decide vote act make take choose end cut sever terminate suspend sign close move break drop go do rush
    commit conclude proceed
    """
)
"""After "before", what somebody wants put off ("talk to them before cutting ties")."""
CONSULTING = word_set("consultation referendum plebiscite hearing opinion advice postponement")
"""What one asks for who wants time first."""
HASTE = word_set("hurry rush haste urgency")
DISSENTERS = word_set("dissenter holdout objector dissent")
LONE = word_set("lone sole only single")
"""Before "vote against" or "dissenter": the one who cast it."""
REFERRED_TO = word_set(
    "committee commission board panel staff officers residents voters public referendum subcommittee"
)
"""To whom a matter is sent or left by those who would not decide it now."""
GENERAL = word_set("any all such these those every other")
"""Before a plural, these make it a class of ties."""
PLACES_ASKED = word_set("city town mayor council municipality county community authority government state")
"""Whom one asks who speaks of a class of ties."""
RESULTS_IN_MINUTES = {
    "carried": True,
    "adopted": True,
    "approved": True,
    "passed": True,
    "lost": False,
    "defeated": False,
    "failed": False,
}
"""What minutes print in capitals after a motion; True: it carried."""
MEETINGS = word_set("meeting session sitting majority members councillors councilors")
"""Nouns that act for the body named after "of"."""
OWN_BODIES = word_set(
    "group organisation organization association committee society board club party council chamber"
)
OWN_TOWNS = word_set("town city village municipality county country")
"""After "her" or "his": what somebody speaks for."""
REGARDING = word_set("regard consider view deem treat see")
STANDING = word_set(
    "force valid alive effect intact binding continuing sister sisters twin twins partner twinned friend"
)
"""After a verb of regarding, or "is still": the tie holds."""
SPENT = {
    "run": "course",
    "outlive": "usefulness",
    "outlast": "usefulness",
    "serve": "purpose",
    "lose": "purpose",
}
"""Verbs that, with this object, say of a tie that it should go."""
RETHINKING = word_set("reconsider rethink think")
"""Verbs that ask for another decision; "think" with "again"."""
ATTEMPTS = word_set("bid attempt effort push")
"""What fails with a motion; alone it says less of what the body wants."""
SIDING = word_set("side vote stand agree")
"""Verbs that, with "with" and somebody, take over that one's stance."""
BACKING = word_set("back support have win enjoy")
"""Verbs that, with somebody or with somebody's backing as object, take over that one's stance."""
BACKERS = word_set("backing support")
PROMPTING = word_set(
    "urging request behest insistence suggestion invitation instigation initiative prompting"
)
"""After "at" or "on": whoever's it is wants what then is done."""
GONE = word_set("gone over finished dead")
"""What somebody who "wants the agreement gone" wants it to be."""
CALLING = word_set("call consider think deem label brand describe")
"""Verbs of judging what follows ("called the decision a mistake")."""
BACK = frozenset({"back"})
SOME = word_set("some several many other few most two three dozens")
"""Before members, these make them less than the body."""
DROPPING = word_set("drop abandon withdraw scrap ditch forget shelve")
"""Done to an idea or a motion, these turn it round."""
FUTILE = word_set("achieve solve help accomplish change serve do gain fix prove")
"""With "nothing" or "no one" as object, these speak against what they are said of."""
BELIEVING = word_set("believe think feel suppose")
"""Verbs whose "not" belongs to what is believed ("does not think it should end")."""
INSISTENT = word_set("adamant convinced certain sure firm insistent confident")
EARLY = word_set("early soon premature")
BEHIND = word_set("throw put get stand line rally swing")
"""With "behind": to support."""
