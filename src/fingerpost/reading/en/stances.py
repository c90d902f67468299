"""English words for what may be done with a tie, and for wanting, moving, opposing and deciding it."""

from __future__ import annotations

from fingerpost.reading.en.words import word_set

TIE_NOUNS = word_set(
    """
    accord agreement alliance arrangement association bond charter connection friendship link linkage
    pact partner partnership relation relationship sister status tie twin twinning memorandum
    """
)
"""Lemmas of nouns that mean the tie itself when the article is about one."""

PRONOUNS = word_set("it them one both which theirs ours")
"""Pronouns that may stand for the tie."""
FAVOURING = word_set("support back favor favour endorse recommend oppose reject approve")
VOTING = word_set("vote argue speak campaign")
INQUIRING = word_set("study hear consult review examine talk ask")
GLAD = word_set("ready glad happy willing honoured honored keen eager prepared delighted")
PLEASED = word_set("pleased happy glad delighted satisfied thrilled")
AUTHORS = word_set("author sponsor mover proposer seconder proponent architect")
LEADING = word_set(
    """
    lead head join voice express state have share repeat register organise organize
    """
)
"""Verbs that make the subject the holder of a wish or an opposition ("led the opposition to")."""

TIE_HEADS = word_set("city cities town towns county state")
TIE_KINDS = word_set("sister twin partner friendship twinned twinning")
"""A head such as "city" means the tie only beside one of the kinds ("sister city")."""

TIE_STATES = word_set("twinned twin twins partner partners sister sisters friend friends")
"""What places remain or become ("will stay twinned")."""

SUSPENSION_NOUNS = word_set("suspension freeze pause moratorium hold")
SUSPENDED_WORDS = word_set("suspended frozen paused")

DECISION_NOUNS = word_set("decision vote question matter issue item debate signing plan ruling")
MOTION_NOUNS = word_set(
    """
    motion resolution proposal amendment measure ordinance bill law recommendation idea order step move
    call report request action draft notion change petition legislation proposition course
    """
)
"""Nouns for something put to a body; what it asks for is told elsewhere ("the motion")."""

FORMAL_MOTIONS = word_set(
    """
    motion resolution proposal amendment measure ordinance bill recommendation idea order
    """
)

ENDING = word_set(
    """
    end terminate sever cut drop scrap dissolve axe cancel revoke annul abolish discontinue abandon dump
    ditch quit exit leave shed nix rupture unmake bury retire renounce undo disestablish sack void exit
    """
)
ENDING_ALONE = word_set("cease lapse expire")
"""Verbs whose subject comes to its end."""
ENDING_WITH = {
    "break": word_set("with from off"),
    "part": word_set("with from company"),
    "withdraw": frozenset({"from"}),
    "pull": word_set("out of"),
    "walk": frozenset({"away"}),
    "back": frozenset({"out"}),
    "opt": frozenset({"out"}),
    "do": frozenset({"away"}),
    "throw": frozenset({"away"}),
    "exit": frozenset({"from"}),
    "call": frozenset({"off"}),
}
"""Verbs that end a tie only with one of these words."""
SUSPENDING = word_set("suspend freeze pause halt")
KEEPING = word_set("keep retain maintain preserve save continue protect uphold")
KEEPING_ALONE = word_set("remain stay continue survive endure stand")
KEEPING_WITH = {
    "hang": frozenset({"on"}),
    "hold": frozenset({"on"}),
    "stand": frozenset({"by"}),
    "stick": frozenset({"with"}),
    "carry": frozenset({"on"}),
    "go": frozenset({"on"}),
}
LEFT_ALONE = word_set("alone place untouched intact be as force")
"""After "leave": left so, a tie is kept ("leave the agreement in place")."""
ESTABLISHING = word_set(
    """
    establish form create forge set enter approve sign conclude authorise authorize add launch
    """
)
ESTABLISHING_WITH = {"set": frozenset({"up"}), "enter": frozenset({"into"})}
RENEWING = word_set("renew extend prolong")
RESTORING = word_set("restore reinstate revive resume reactivate relaunch rekindle")
LIFTING = word_set("lift end annul revoke rescind overturn drop remove cancel reverse undo")
"""Done to a suspension, these restore."""
REVERSING = word_set("reverse rescind overturn annul undo revoke")
"""Done to a decision, these ask for its opposite."""
DEFERRING = word_set("defer postpone table delay adjourn shelve")
DEFERRING_WITH = {"put": word_set("off back over"), "hold": frozenset({"off"})}
WAITING = word_set("wait")

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
    vote decide agree resolve approve adopt pass choose opt authorise authorize back endorse
    """
)
MOVING = word_set(
    """
    move propose table introduce file submit bring offer sponsor author write draft lodge put make
    second present promulgate initiate raise give
    """
)
ASKING = word_set(
    """
    ask urge call press push lobby petition appeal demand request beg plead implore encourage invite
    pressure campaign exhort order instruct direct advise recommend warn tell require
    """
)
WANTING = word_set(
    """
    want wish hope prefer favor favour intend desire seek aim like propose suggest recommend support
    back endorse welcome praise applaud second champion love advocate insist accept argue
    """
)
OPPOSING = word_set(
    """
    oppose reject resist refuse decline deny object defeat criticise criticize condemn protest fight
    block veto
    """
)
TURNING_DOWN = word_set("turn vote")
"""With "down": to reject."""
SUPPORTING = word_set(
    """
    support back endorse welcome praise applaud second champion favor favour approve adopt pass carry
    """
)
SAYING = word_set(
    """
    say tell write add argue believe think feel insist maintain state note contend reply answer warn
    claim stress explain suggest reiterate repeat declare announce confirm
    """
)
PLANNING = word_set("plan intend mean promise pledge vow threaten agree prepare")
TRANSPARENT = word_set("try start begin help go be have need come continue get rush proceed use")
"""Verbs that pass on the stance of what they govern."""
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
    hurt harm punish damage penalise penalize betray cost isolate insult undermine send
    """
)
"""Said of ending a tie, these speak for keeping it."""
GOOD = word_set("right best necessary good proper wise only overdue")
BAD = word_set(
    """
    wrong mistake bad foolish shame disgrace premature unwise pointless error
    """
)

FOR_WORDS = word_set("for")
AGAINST_WORDS = word_set("against")
YES_VOTES = word_set("yes aye yea favour favor majority")
NO_VOTES = word_set("no nay")
ATTITUDE_NOUNS = word_set(
    """
    call wish desire hope demand push plea appeal bid attempt effort vote decision preference support
    plan proposal motion resolution amendment request intention intent refusal opposition recommendation
    ordinance bill order draft campaign pledge promise threat letter petition statement suggestion
    report law move measure idea step quest
    """
)
OPPOSING_NOUNS = word_set("opposition refusal objection rejection veto resistance")
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
    result recommendation proposition course outcome vote
    """
)
"""Nouns that take up a motion or decision told elsewhere."""
DEFINITE = word_set("the this that his her their its both")
BALLOT_VERBS = word_set("vote cast dissent second")
MOTION_VERBS = word_set(
    """
    propose second table sponsor introduce author write draft support back oppose reject endorse approve
    adopt
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
