"""English words of page furniture: labels, credits, bylines, letters, months. Lower case throughout.

What stands around an article, never what stands in one. Another language gets its own such module.
"""

from __future__ import annotations

from fingerpost.documents.model import BlockKind
from fingerpost.documents.wordlist import terms

_PROMO = (
    "related|related article|related articles|related story|related stories|related news|related content"
    "|related coverage|related video|related link|related links|read more|read next|read also|read"
    "|read also in|read on|read the full story|more|more news|more stories|more on this|more on this story"
    "|more on this topic|more coverage|more headlines|see also|see more|also see|also read|also watch|also on"
    "|watch|watch now|watch live|watch more|watch next|watch the video|watch this|listen|listen now"
    "|listen here|listen to this story|live updates|live blog|don't miss|dont miss|don’t miss|trending"
    "|trending now|top stories|top story|most read|most popular|popular|popular now|recommended"
    "|recommended for you|recommended stories|recommended reading|suggested|suggested reading|up next"
    "|next up|next story|next article|previous story|you may also like|you might also like"
    "|you might be interested in|you may be interested in|editor's picks|editors' picks|editor’s picks"
    "|editors’ picks|our picks|must read|must reads|further reading|explore more|in case you missed it|icymi"
    "|keep reading|continue reading|story continues below|story continues below advertisement"
    "|article continues below|article continues after advertisement|advertisement|sponsored"
    "|sponsored content|promoted|promoted stories|newsletter|sign up|subscribe|download|video|podcast"
    "|slideshow|gallery|photo gallery|photos and video|from the archives|from our archive|on this topic"
    "|latest news|latest headlines|latest stories|breaking news alerts|share this article|share this story"
    "|share this|share|follow us|join the conversation|join the discussion|what to read next"
)
_CAPTION = (
    "photo|photos|photograph|photographs|picture|pictures|pictured|image|images|caption|file photo|file image"
    "|file picture|file|illustration|map|graphic|pic|photo caption|photo credit|image credit|picture credit"
    "|credit|photo by|photos by|photograph by|picture by|pictures by|image by"
)
_OTHER = (
    "author|authors|by|published|posted|updated|last updated|first published|originally published"
    "|publication date|date|dated|modified|tags|tag|topics|topic|categories|category|filed under|contact"
    "|contacts|media contact|media contacts|press contact|press contacts|media enquiries|media inquiries"
    "|press enquiries|press inquiries|further information|for further information|for more information"
    "|more information|for immediate release|immediate release|embargoed until|disclosure|correction"
    "|clarification|editor's note|editor’s note|editors' note|note|note to editors|notes to editors"
    "|note for editors|note for editors (not for publication)|source|sources|phone|telephone|tel|fax|email"
    "|e-mail|website|web|cc|bcc|to|from|subject|re|approved by|report author|prepared by|submitted by"
    "|meeting date|item no|file no|agenda item|isbn|issn|doi"
)
LABELS: dict[str, BlockKind] = {
    **dict.fromkeys(terms(_PROMO, "|"), "promo"),
    **dict.fromkeys(terms(_CAPTION, "|"), "caption"),
    **dict.fromkeys(terms(_OTHER, "|"), "other"),
}
"""A line's first words, up to a colon (or the whole line), and the kind they make it."""
BARE_LABELS = frozenset(
    label for label, kind in LABELS.items() if kind == "promo" and label not in ("more", "read", "popular")
)
"""Labels that need no colon when they are a whole line."""
BOX_LABELS = frozenset(
    label
    for label in LABELS
    if label.startswith(
        ("related", "more ", "most ", "recommended", "you m", "top stor", "latest", "trending")
    )
    or label in ("read more", "see also", "editor's picks", "editor’s picks", "what to read next")
)
"""Labels that, alone in a line, are followed by the lines of a box of links."""

PROMO_STARTS = (
    "sign up for",
    "sign up to",
    "subscribe to",
    "subscribe now",
    "subscribe today",
    "get our newsletter",
    "get the latest",
    "get breaking news",
    "get news alerts",
    "download our",
    "download the",
    "click here",
    "click to",
    "tap here",
    "follow us on",
    "like us on facebook",
    "find us on facebook",
    "join our whatsapp",
    "join our newsletter",
    "support local journalism",
    "support our journalism",
    "support independent journalism",
    "become a member",
    "become a subscriber",
    "already a subscriber",
    "this story is for subscribers",
    "this article is for subscribers",
    "scroll down to",
    "listen to the latest",
    "watch the latest",
    "stay up to date",
    "stay informed",
    "stream live",
    "enter your email",
    "more stories from",
    "read more about",
    "read more from",
    "read the full",
    "read: ",
)
"""How a line of promotion begins when it is short and stands alone."""
CAPTION_STARTS = (
    "photo by ",
    "photos by ",
    "photograph by ",
    "photographs by ",
    "picture by ",
    "image by ",
    "(photo",
    "(picture",
    "(image",
    "[photo",
)
NOTE_STARTS = (
    "copyright ",
    "©",
    "all rights reserved",
    "(reporting by",
    "reporting by ",
    "(additional reporting",
    "additional reporting by",
    "(editing by",
    "(writing by",
    "— with files from",
    "– with files from",
    "- with files from",
    "with files from",
    "this report was first published",
    "this story was first published",
    "this article was first published",
    "this article was originally published",
    "this story was originally published",
    "reach reporter",
    "you can reach ",
    "reach the reporter",
    "contact the reporter",
    "contact reporter",
    "email the author",
    "published in the ",
    "- ldr is ",
    "ldr is local body journalism",
)
"""How a line about the article itself begins: credits, rights, the end of a release."""
AUTHOR_NOTE_STARTS = (
    "the writer is ",
    "the writer was ",
    "the author is ",
    "the author was ",
    "the writers are ",
)
"""How a last line about the author begins; or it begins with the author's own name."""
AUTHOR_NOTE_VERBS = (
    " is ",
    " was ",
    " writes ",
    " can be reached ",
    " covers ",
    " lives ",
    " teaches ",
    " chairs ",
)
WHOLE_LINE_NOTES = frozenset(
    ("ends", "-ends-", "- ends -", "end", "(end)", "(ends)", "-30-", "30", "###", "# # #", "***", "* * *")
)

KICKERS = terms(
    "opinion|opinions|letters|letter|letters to the editor|letter to the editor|editorial|comment"
    "|commentary|analysis|news|local news|national|world|politics|sport|sports|business|exclusive"
    "|breaking|breaking news|update|live|feature|features|column|columns|guest column|op-ed|viewpoint"
    "|your letters|press release|news release|media release|press statement|media statement|statement"
    "|for immediate release|for immediate use|immediate release|interview|explainer|obituary|q&a"
    "|newsroom|staff writer|staff reporter|staff report|staff reports|our reporter|our correspondent"
    "|wire reports|advertorial",
    "|",
)
"""Lines above a headline, or below it in a byline's place, that name a section or a desk."""
NOT_PLACES = terms(
    "update|updated|breaking|breaking news|exclusive|opinion|note|editor's note|editor’s note|sir|madam"
    "|sir/madam|dear sir|analysis|watch|live|video|photo|photos|picture|comment|disclosure|correction"
    "|clarification|related|read more|more|letter|letters|editorial|motion|amendment|resolved|carried|lost"
    "|question|answer|q|a|present|absent|summary|key points|background|recommendation|nb|ps|pps|fyi|warning"
    "|attention|important|notice|news|statement|press release|media release|council highlights|minutes"
    "|agenda|from|to|subject|re|date|time|venue|contact|who|what|when|where|why|how",
    "|",
)
"""Words in capitals before a dash or colon that are no dateline."""

BYLINE_WORDS = terms(
    "reporter reporters correspondent correspondents editor writer writers staff newsroom desk bureau"
    " columnist contributor photographer producer journalist team intern"
)
OUTLET_WORDS = terms(
    "news times post tribune herald ledger courier bulletin record gazette press journal radio tv television"
    " network wire chronicle star sun observer argus echo mail telegraph standard sentinel dispatch examiner"
    " daily weekly sunday online reporter review register republic banner citizen independent messenger"
    " advertiser voice inquirer globe express mirror guardian union democrat broadcasting agency"
)
HONORIFICS = terms("mr mrs ms dr prof rev hon sir cllr cr sen rep gov")
NAME_PARTICLES = terms(
    "de da do dos di del della der den van von la le el al bin ibn y e af av zu ter ten of the for and in at"
    " on to a an"
)

UNFINISHED_WORDS = terms("and or but that which the a an of to in on by for with from as at be is are was")
"""A line that ends so goes on in the next; it is no heading."""
SALUTATION_STARTS = (
    "dear ",
    "to the editor",
    "sir –",
    "sir -",
    "sir —",
    "sir, ",
    "madam –",
    "sirs",
    "to whom it",
)
CLOSINGS = terms(
    "respectfully|respectfully yours|respectfully submitted|sincerely|sincerely yours|yours sincerely"
    "|yours faithfully|yours truly|very truly yours|yours|yours etc|kind regards|best regards|warm regards"
    "|regards|best wishes|with best wishes|with kind regards|best|thank you|many thanks|faithfully|cordially"
    "|with gratitude|in friendship|is mise le meas|le meas",
    "|",
)

PUBLISHED_WORDS = ("published", "posted", "first published", "issued", "release", "released", "filed")
UPDATED_WORDS = ("updated", "modified", "last updated", "edited")
SUBJECT_LABELS = frozenset(("subject", "re"))
NOT_PUBLISHED_LABELS = frozenset(("meeting date", "embargoed until", "next meeting", "deadline"))

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
