"""Words of saying, writing and deciding: who is speaking, by what means, to whom."""

from __future__ import annotations

from fingerpost.reading.en.words import word_set

SAY = word_set(
    """
    say tell add write ask answer reply respond state explain argue note observe remark comment
    insist claim declare announce joke quip warn concede admit acknowledge recall remember continue
    conclude begin repeat stress emphasize emphasise maintain contend assert believe suggest urge
    plead promise pledge vow predict complain confess report read shout whisper mutter murmur laugh
    shrug sigh snap grumble interject counter retort protest muse reason reckon offer confirm deny
    agree caution reflect post tweet email text testify exclaim wonder reveal propose volunteer
    object venture move call describe dub label term brand accuse blame thank praise assure remind
    inform advise instruct boast mean think feel hope point sum summarise summarize quote cite
    implore beg appeal demand press pray chide scoff fume rail lament regret apologise apologize
    joked allow grant hint mutter bark rasp roar push inquire enquire query relate recount retell
    teach preach opine proclaim pronounce utter voice express advise swear intone chuckle
    """
)
"""Verbs whose subject may be the speaker of words in quotation marks beside them."""

TELL = word_set(
    """
    say tell add write ask answer reply respond state explain argue note observe remark insist claim
    declare announce warn concede admit acknowledge recall conclude stress emphasize emphasise
    maintain contend assert believe suggest promise pledge vow predict complain confess report
    counter protest reckon confirm deny agree caution testify reveal think feel hope recount assure
    remind inform advise point note fear
    """
)
"""Verbs with a that-clause that is indirect speech."""

STRONG = word_set(
    """
    say tell add write ask answer reply respond state explain argue note observe remark comment
    insist declare announce joke quip warn concede admit acknowledge recall continue conclude repeat
    shout whisper mutter retort counter post tweet email text testify exclaim tell recount murmur
    boast complain
    """
)
"""Verbs that by themselves make words in marks beside them somebody's speech."""

SPEECH_NOUNS = word_set(
    """
    statement letter email e-mail interview speech post tweet message memo report petition note
    remarks remark comment comments words answer reply response address release resolution motion
    proclamation decree order phone telephone conference briefing meeting newsletter column
    editorial article op-ed testimony text agreement charter declaration communiqué communique
    minutes document documents notice circular draft ordinance law bill question appeal call request
    plea announcement invitation telegram fax card sermon prayer website page thread broadcast
    podcast radio television hearing toast poem song verdict ruling judgment judgement warning
    promise pledge objection argument complaint wording text clause preamble manifesto blog
    """
)
"""Nouns for the things that words in marks may stand in."""

MEDIA: dict[str, str] = {
    "letter": "letter", "statement": "statement", "interview": "interview", "email": "email",
    "e-mail": "email", "emailed": "email", "post": "post", "tweet": "post", "facebook": "post",
    "tweeted": "post", "website": "post", "blog": "post", "phone": "telephone", "telephone": "telephone",
    "memo": "memo", "report": "report", "speech": "speech", "meeting": "meeting", "conference": "conference",
    "hearing": "meeting", "session": "meeting", "resolution": "resolution", "motion": "motion",
    "petition": "petition", "message": "message", "text": "message", "release": "statement",
    "newsletter": "newsletter", "column": "column", "radio": "broadcast", "television": "broadcast",
    "tv": "broadcast", "broadcast": "broadcast", "podcast": "broadcast", "chamber": "meeting",
    "telegram": "message", "note": "letter", "wrote": "letter", "voicemail": "telephone",
}  # fmt: skip
"""Word beside a cue, lower case, to the medium of what was said."""

STATIVE = word_set(
    """
    be lie have sit stand become remain seem appear cost belong exist look contain number resemble
    border straddle face face rank trail lack
    """
)
"""Verbs whose subject need not be anybody acting: "Ryazan lies about 5,100 miles from here"."""

CUE_FORMS = word_set(
    """
    said says told tells wrote writes added adds asked asks answered replied replies responded
    stated states explained argued noted observed remarked commented insisted insists declared
    announced joked quipped warned conceded admitted acknowledged recalled continued concluded
    repeated shouted whispered muttered retorted countered posted tweeted testified exclaimed began
    reads read called calls
    """
)
"""Forms that are cues whatever the parser takes them for."""

DEMANDS = word_set(
    """
    push call urge demand press plead ask appeal order instruct direct vote move resolve decide
    """
)
"""Verbs whose subject's own words may stand in marks in what they demand or decide."""

DECISION_NOUNS = word_set(
    """
    resolution motion ordinance order law decision agreement condition measure bylaw by-law text
    clause charter statute proclamation decree amendment suspension declaration wording minutes
    proposal bill
    """
)
"""Papers that are the words of the body that adopts them."""

ISSUING = word_set(
    """
    send write release issue adopt pass approve sign publish draft table read deliver post submit
    circulate move propose introduce bring file address hand
    """
)
"""Verbs whose subject is the author of the paper that is their object."""

NAMING = word_set(
    """
    so-called called named titled entitled dubbed nicknamed labelled labeled termed word words
    phrase term terms name title motto slogan headline as book novel film movie song play programme
    program exhibition copy signed sculpture painting album poem column section heading re
    expression adjective verb noun project campaign
    """
)
"""Words right before marks that hold a name or a word about words, not speech."""

SURE_CUES = word_set("said says told wrote writes added replied")
"""Forms that are nothing but cues."""

ACCORDING = word_set("according per")
"""First words of "according to"."""
WORDS = word_set("words")
OF = word_set("of")
"""Parts of "in the words of", "in his words"."""
PAPER_PRONOUNS = word_set("it")
"""Pronouns that may go on with a letter or report."""
PAPER_WORDS = word_set("in by")
"""Prepositions between a verb of saying and the paper it is said in."""
PAPERS = SPEECH_NOUNS | DECISION_NOUNS
"""Nouns for what holds words."""
ISSUED = PAPERS - word_set("agreement charter")
"""Papers that somebody issues; the tie's own agreement has two sides."""
TO_SOMEBODY = word_set("tell remind inform assure ask urge")
"""Verbs of saying whose object is the listener."""
PHRASAL = {"go": "on", "put": "it"}
"""Verbs that with their particle are cues: "he went on"."""
SMALL_IN_TITLES = word_set("a an the of and or in on at to for from by with")
"""Words that stay small in a title."""

AUTHOR_WORDS = word_set("from by")
"""Words before the author of a paper."""

WEAK = word_set(
    """
    conclude begin continue add offer move propose read push press recall declare describe promise
    repeat express report express regret confirm accept testify urge demand recount boast lament
    """
) - word_set("urge demand describe")
"""Verbs that are cues only where they have no thing as their object."""

LEADS_ON = word_set(
    """
    and but while as when after because since which who that so or although though where until
    """
)
"""Words after which a cue is another clause's, not that of the words in marks before it."""

CONDITIONS = word_set("until till unless pending as if when")
"""First words of the condition that a decision sets."""

TIE_TERMS = word_set(
    """
    sister sisters city cities twin twins twinning twinned twin-town town towns friendship agreement
    agreements memorandum understanding partner partners partnership of ties tie link links charter
    pact cooperation co-operation sister-city letter intent and relationship a the
    """
)
"""Words that in marks only name the tie: signed a "memorandum of friendship"."""

DEFINING = word_set("term euphemism phrase name expression refers means meaning word label")
"""Words after marks that say the words in them are being explained."""

VOTING = word_set("vote approve decide back reject agree pass adopt resolve endorse support oppose defeat")
"""Verbs by which the members of a body act as the body."""

FROM = word_set("from")
WROTE = word_set("wrote written writes")
"""Forms that make their subject the author of a letter."""

FOR = word_set("for to")
"""First words of "For Lee, the matter is ..."."""
