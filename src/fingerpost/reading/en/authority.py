"""English words for who may decide, who may not, who advises and who carries out."""

from __future__ import annotations

from fingerpost.reading.en.stances import SAYING
from fingerpost.reading.en.words import word_set

CHOICES = word_set(
    """
    approval decision decisions matter matters choice question issue call authority power powers say word right
    function prerogative vote it that this one these those ending ruling judgment judgement
    business competence preserve domain discretion
    """
)
"""Subjects of "lies with", "belongs to", "is up to"."""
RESTING = word_set("lie rest sit reside remain belong fall be stay stand vest")
RESTING_WITH = word_set("with to upon on")
CALLS = word_set(
    """
    matter decision question issue choice call business responsibility function prerogative competence
    preserve right judgment judgement affair concern task job domain discretion power
    """
)
"""What is "the council's", "for the council" or "of the council"."""
LOCAL = word_set("local municipal city town county council")
"""With one of the nouns above, these say that others decide ("a municipal matter")."""
DECIDING = word_set(
    """
    decide judge determine settle resolve make answer take say choose rule vote approve reject end
    """
)
"""What is "for the council to" do."""
POWERS = word_set(
    """
    word power powers authority say role vote voice part jurisdiction standing competence mandate right control
    veto remit influence involvement discretion responsibility means basis grounds lever tools
    """
)
"""Nouns that somebody has or lacks."""
WEAK_POWERS = word_set(
    """
    means basis grounds lever tools responsibility word role part voice vote influence involvement
    standing control say
    """
)
"""To have these is not yet to decide; to lack them is not to decide."""
FINAL = word_set("final last ultimate sole full casting only entire exclusive complete")
HAVING = word_set("have claim hold get play take possess lack carry retain wield enjoy")
LACKING = word_set("no little zero any")
REMITS = word_set(
    "power powers competence remit jurisdiction authority purview control responsibility province"
)
INSIDE = word_set("within")
OUTSIDE = word_set("outside beyond")
ABLE = word_set("empowered authorised authorized entitled allowed permitted competent free able")
UNABLE = word_set("powerless unable")
COMPELLING = word_set(
    """
    force compel oblige order overrule overturn override direct dictate instruct require bind veto stop
    prevent block command act decide intervene interfere
    """
)
"""What one who may not decide "cannot" do to those who may."""
TELLING = word_set("tell make")
"""The same, with what they are to do ("cannot tell cities what to do")."""
ALONE = word_set("intervene interfere act decide vote")
"""Those of them that need no object."""
UNMAKING = word_set(
    """
    end terminate cancel annul dissolve suspend revoke void overturn overrule approve make unmake establish
    undo conclude decide rescind answer sign exit strike drop keep adopt veto nullify quash renew sever
    abolish reverse
    """
)
UNDOING = word_set("cancel annul overturn overrule terminate void veto nullify quash revoke override block")
"""What a higher power may do to what others decided."""
ASKING_ONLY = word_set("ask urge request lobby plead appeal")
ADVISING_ONLY = word_set("recommend advise suggest propose")
COURTS = word_set("court courts judge tribunal")
DECIDING_SOON = word_set(
    "decide vote discuss consider debate take review determine rule hear deliberate reconsider revisit"
)
DUE = word_set("due set scheduled expected slated likely poised bound")
SUBJECTS_SOON = word_set(
    "council commission board assembly cabinet committee parliament aldermen selectboard meeting"
)
PUTTING = word_set("send submit put present table bring refer take forward go come return head")
PUT = word_set("to before back")
RULING = word_set(
    """
    vote approve adopt reject resolve agree decide pass endorse back renew suspend end revoke rescind
    terminate lift restore ratify split deadlock defeat postpone extend consent sever cut drop cancel table
    authorise authorize opt overturn override annul choose sign conclude reinstate freeze dissolve scrap keep
    """
)
"""What a body does that decides."""
GRANTING = word_set("give grant withhold")
PLACING = word_set(
    "need require await want seek obtain get secure lack receive win under with without pending subject"
)
MUST = word_set("must shall")
CONSENTING = word_set("approve ratify consent agree confirm authorise authorize endorse sign vote")
CONSULTED = word_set("ask consult involve approve")
CARRYING_OUT = word_set(
    "abide follow implement obey honour honor respect execute heed accept enact apply comply"
)
CARRIED = word_set(
    """
    decision decisions direction directions course whatever resolution ordinance vote council instruction
    instructions lead policy wishes will
    """
)
DOING_AS_TOLD = word_set("whatever what needful bidding")
TELLERS = word_set("council commission board asked city decides commissioners assembly members us told")
"""Beside "whatever" and "what", these tell that it is done as asked."""
RUNNING = word_set(
    """
    run manage administer organise organize operate carry coordinate co-ordinate oversee look handle arrange
    perform conduct maintain
    """
)
PROGRAMMES = word_set(
    """
    program programme exchange exchanges visit visits link links twinning relationship relationships tie ties
    agreement agreements partnership partnerships work it them charter
    """
)
OFFICE_HOLDERS = word_set("mayor governor premier minister president chief commissioner judge")
OUTSIDERS = word_set(
    """
    governor gov gov. minister premier secretary undersecretary senator sen sen. mp congressman
    congresswoman rep rep. msp td prefect ambassador consul
    """
)
"""Offices above or outside a town; what such people leave to the town they may not decide."""
SPOKES = word_set("spokesman spokeswoman spokesperson official officials representative aide office")
FOR_OR_OF = ("for", "of", "at", "from")
MEMBERS = word_set("member members people majority half residents councillors councilors commissioners")
GENERIC = word_set("city town municipality council county authority government community board mayor court")
"""In the plural and without a name, these are no one body."""
APPROVALS = word_set("consent approval permission assent vote agreement sanction ratification nod blessing")
LAWS = word_set(
    "law charter ordinance act code policy bylaws bylaw statute constitution rules register terms decree regulations"
)
ORDERS = word_set("resolution vote order decree decision ordinance act")
"""Means by which a body ends or makes what it may."""
LAWMAKING = word_set("conclude dissolve make unmake end terminate approve establish determine decide adopt")
TIES = word_set(
    "sister twin twinning twinnings partnership partnerships agreements links ties cities agreement"
)
"""Of what it is said that it is a matter for those who have it."""
ARRANGING = word_set("make conclude enter decide choose arrange handle run manage")
"""What towns do on their own."""
ALLOWING_OR_NOT = word_set("approve forbid endorse oppose regulate permit prohibit")
"""What one who has no say neither does nor refuses to do."""
BARRING = word_set("bar block halt stay annul void overturn strike order enjoin freeze stop")
"""What a court does to a decision."""
GENERAL = word_set("such these any those all every")
ADVICE = word_set("advice opinion counsel")
ADVISORY = word_set("advisory consultative")
ADVICE_VERBS = word_set("recommend advise counsel")
HIRED = word_set("staff officer official report memo manager clerk attorney lawyer director consultant")
"""Those who report to a body are of it."""
CALLING_ON = word_set("call ask urge recommend request advise demand exhort press")
CIVIC = word_set(
    "chamber chambers cities nations business trade commerce seafood churches sister tourism traditional"
)
"""In the name of a "council", these make it a society."""
EXECUTIVE = word_set(
    """
    mayor mayors governor president premier minister executive manager prefect provost chief supervisor reeve
    judge
    """
)
"""Offices whose holders may decide by themselves."""
NATIONAL = word_set(
    "european national federal state senate parliament congress house legislature riigikogu bundestag diet knesset"
)
RULERS = word_set(
    "council commission government assembly board parliament administration municipality cabinet"
)
"""In the name of a body, these say that it governs a town."""
TELLING_VERBS = SAYING | word_set("reply remind inform testify rule advise")
INDEFINITE = word_set(
    "anyone nobody everyone someone anybody somebody everybody no-one none others you there"
)
"""Pronouns that mean no one in particular."""
OWN_BODIES = word_set(
    "members group organization organisation nonprofit non-profit association society charity committee club"
)
"""What speakers call the body they belong to."""
OF_COUNCIL = word_set("mayor cllr councillor councilor councilman councilwoman provost")
SHORT = {
    "gov.": "governor",
    "gov": "governor",
    "sen.": "senator",
    "rep.": "representative",
    "cllr": "councillor",
}
MINE = word_set("mine ours")
TARGETS = word_set(
    """
    mayor governor president premier minister manager government ministry centre center state province city
    administration executive municipality
    """
)
"""Those whom a body calls on that may not decide by itself."""
TEXTS = word_set("text deal renewal extension plan step wording offer request tie-up")
BILLS = word_set("bill legislation law")
SURE_ENDS = word_set("terminate cancel annul dissolve rescind revoke abolish undo veto")
OTHERS = word_set(
    "them us cities towns councils municipalities mayors anyone anybody counties communities councillors"
)
CROWDS = word_set("committees committee boards executive staff volunteers society societies")
"""Last words of names of bodies that may pass for people."""
TOPICS = word_set(
    """
    decision decisions matter matters issue question vote affairs city cities town towns council councils
    municipality municipalities municipal local communities
    """
)
"""What a power is over, where it is over ties or those who have them."""
HANDS = word_set("hands court lap gift")
RESERVING = word_set("reserve vest entrust delegate assign grant give leave")
SETTLING = word_set("decide decision power authority responsible")
PLACES = word_set("place role job")
"""Beside the nouns of CALLS, "not its place to intervene"."""
ADOPTING = word_set("pass approve adopt carry")
"""What a body does with a motion."""
BINDING = word_set("binding non-binding nonbinding")
CHIEFS = word_set("adviser advisor advisers advisors")
EXCEEDING = word_set("exceed overstep")
ENTRUSTING = word_set("entrust charge task leave")
PASSING = word_set("pass clear")
WEIGHT = word_set("weight force effect")
ALLOWING = word_set("give grant allow permit let empower enable authorise authorize")
REGULATING = word_set("regulate oversee govern supervise control approve decide vote rule handle")
ACTS = word_set("vote decision resolution ruling ordinance")
"""What a council's own shows that it decides."""
BOARDS = word_set("commission board cabinet executive commissioners supervisors selectboard aldermen")
OF_TOWNS = word_set("city county town village district borough executive regional select selectboard cabinet")
SPECIAL = word_set(
    "sister advisory relations rights twinning friendship exchange planning cultural arts review transition"
)
"""With a word of the first and second list, and none of the third, a committee rules a town."""
