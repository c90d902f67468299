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
    object venture put go call describe dub label term brand accuse blame thank praise assure remind
    inform advise instruct boast mean think feel hope point sum summarise summarize sign close open
    print publish quote cite implore beg appeal demand press pray chide scoff fume rail lament
    regret apologise apologize joked allow grant hint mutter bark rasp roar inquire enquire query
    relate recount retell teach preach opine proclaim pronounce utter voice express advise swear
    intone chuckle
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
