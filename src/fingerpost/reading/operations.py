"""The words on a page that name something done with the tie: "end the agreement", "the suspension"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from fingerpost.reading.clauses import agent, child, fate, mark, modal, own_subject, particles, prep_object
from fingerpost.reading.delays import done_first, is_minuted_delay, sends_on, waits
from fingerpost.reading.en import stances as words
from fingerpost.reading.en.ties import CLOSING
from fingerpost.reading.page import Page
from fingerpost.reading.phrases import ALONE, REACH, idiom_of, is_indefinite, phrase_of
from fingerpost.reading.spotting import spots
from fingerpost.reading.ties import Ties


class Operation(NamedTuple):
    """A word that says what is done with the tie, before anybody is said to want it."""

    token: Token
    stance: str
    """A stance; or "tie" (the tie itself is wanted), "reverse" or "stands" (said of a decision)."""
    patient: Token | None
    """The words for the tie, the suspension or the decision that it is done to."""
    lapses: bool = False
    """Done by letting a term run out."""
    idiom: bool = False
    """An idiom that does not name the tie: to do it means nothing, to want it does."""


def _is_tabled_by(verb: Token) -> bool:
    """Tell whether a participle says who put the motion: "the motion, tabled by the Greens,"."""
    by = agent(verb) if verb.tag_ == "VBN" and verb.dep_ == "acl" else None
    return by is not None and by.lower_ not in words.BODY_NOUNS


class Operations:
    """Finds the operations of a page.

    Args:
        page: the page read.
        ties: the ties found; a partner's name stands for the tie ("drop Kalmar").
    """

    def __init__(self, page: Page, ties: Ties) -> None:
        self.page = page
        self.ties = ties
        self.first = done_first(page)
        self.closing = {
            page.lower[at]
            for word in ties.words.values()
            if word.strong
            for at in range(word.name_end, word.end)
            if page.lower[at] in CLOSING
        }
        """Nouns that close a tie's name on the page ("sister city program"), and stand for it alone."""

    def __iter__(self) -> Iterator[Operation]:
        spotted = {token.i for token in spots(self.page.doc, _SPOTTED)} | self.first
        for i in sorted(spotted):
            found = self._of(self.page.doc[i])
            if found is not None:
                yield found

    def _of(self, token: Token) -> Operation | None:
        if token.pos_ in {"VERB", "AUX"}:
            return self._verb(token)
        if token.pos_ == "NOUN":
            return self._noun(token) or self._tie_itself(token) or _time(token)
        return None

    # Nouns.

    def _tie_itself(self, token: Token) -> Operation | None:
        """Find the tie as the thing wanted: "supports the tie", "would vote for the tie"."""
        head = token.head
        planned = any(c.lower_ in words.PROPOSED for c in token.children)
        sought = token.dep_ == "dobj" and head.lemma_.lower() in words.SEEKING
        if sought and self.kind(token) == "tie" and any(c.lower_ in words.INDEFINITE for c in token.children):
            return Operation(token, "establish", token)
        favoured = token.dep_ == "dobj" and head.lemma_.lower() in words.FAVOURING
        voted = (
            token.dep_ == "pobj" and head.lower_ in {"for", "against"} and head.head.lemma_ in words.VOTING
        )
        if (favoured or voted) and self.kind(token) == "tie":
            # "rejected a twinning with Perm": one that is not there yet.
            planned = planned or (favoured and child(token, "prep") is not None and is_indefinite(token))
            return Operation(token, "establish" if planned else "tie", token)
        # "a petition against the twinning": who is against the tie would end it.
        against = token.dep_ == "pobj" and head.lower_ == "against"
        if against and head.head.lemma_.lower() in words.AGAINST_NOUNS:
            return Operation(token, "tie", token) if self.kind(token) == "tie" else None
        # "a proposal for a link", "talks about a sister-city relationship": one that is not there yet.
        asked = (
            token.dep_ == "pobj"
            and head.head.lemma_.lower() in words.FOR_NEW
            and head.lower_ in {"for", "about"}
        )
        # "spoke in favour of the twinning"
        favour = head.head if token.dep_ == "pobj" and head.lower_ == "of" else token
        if (
            favour.lower_ in {"favour", "favor", "support", "defence", "defense"}
            and favour.head.lower_ == "in"
        ):
            spoken = favour.head.head.lemma_ in words.VOTING
            return Operation(token, "tie", token) if spoken and self.kind(token) == "tie" else None
        new = any(c.lower_ in words.INDEFINITE or c.lower_ == "new" for c in token.children)
        if asked and new and self.kind(token) == "tie":
            return Operation(token, "establish", token)
        return None

    def _noun(self, token: Token) -> Operation | None:
        stance = words.OPERATION_NOUNS.get(token.lemma_.lower())
        if token.lower_ == "lapse" and token.head.lemma_ in {"let", "allow"}:
            return Operation(token.head, "end", None, lapses=True)  # "let the agreement lapse"
        none = any(c.lower_ == "no" for c in token.children)
        if none and token.lower_ in words.NO_ROOM and token.i + 1 < len(token.doc):
            about = prep_object(token, "for")
            being = token.nbor(1).lower_ in words.BEING
            fits = being if token.lower_ == "business" else about is not None and self.kind(about) == "tie"
            return Operation(token, "end", None) if fits else None
        if token.lower_ == "break" and any(c.lower_ == "clean" for c in token.children):
            return Operation(token, "end", None)
        if stance is None:
            return None
        patient = prep_object(token, "of", "to", "in")
        if patient is not None and self.kind(patient) not in {"tie", "decision", "motion"}:
            return None
        # "the end" alone is an end in time; "the suspension" alone is that of the tie.
        if patient is None and token.lower_ == "extension":
            definite = any(c.lower_ == "the" for c in token.children)
            return Operation(token, stance, None) if definite and token.dep_ in {"pobj", "dobj"} else None
        lasting = any(c.lower_ in words.LASTING for c in token.children)
        if patient is None and token.lower_ in {"end", "ending"} and lasting:
            return Operation(token, stance, None) if token.dep_ in {"pobj", "dobj"} else None
        if patient is None and token.lower_ == "pause" and token.dep_ == "dobj":
            wanted = token.head.lemma_.lower() in words.WANTING | words.MOVING
            return Operation(token, stance, None) if wanted else None
        lacking = token.dep_ == "nsubj" and token.head.lemma_ == "be" and token.lower_ == "pause"
        if patient is None and not lacking and token.lower_ in {"end", "ending", "delay", "pause"}:
            opposed = token.dep_ == "pobj" and token.head.lower_ == "against" and token.lower_ != "end"
            return Operation(token, stance, None) if opposed else None
        if patient is None and token.dep_ == "compound":
            return None
        return Operation(token, stance, patient)

    # Verbs.

    def _verb(self, verb: Token) -> Operation | None:
        lemma = verb.lemma_.lower()
        if is_contrast(verb):
            return None
        first = verb.i in self.first and lemma not in words.DOING["end"] | words.DOING["suspend"]
        waiting = first or (lemma in _WAITING and waits(verb, lemma))
        if not waiting and lemma not in _LEMMAS:
            return None
        patient = self._patient(verb, lemma)
        kind = self.kind(patient) if patient is not None else ""
        if lemma == "continue" and not kind and (sought := self._sought(verb)) is not None:
            return Operation(verb, "keep", sought)
        if lemma in words.IDIOMS and (patient is None or not phrase_of(verb, lemma)):
            idiom = idiom_of(verb, lemma)
            if idiom:
                return Operation(verb, idiom, None, idiom=True)
        if kind == "suspension":
            return self._on_suspension(verb, lemma, patient)
        if stays_firm(verb, lemma):
            return Operation(verb, "stands", None)
        if waiting:
            return Operation(verb, "defer", patient)
        if lemma in words.RETHINKING and (lemma != "think" or "again" in particles(verb)):
            return Operation(verb, "reverse", None)
        if lemma == "be":
            return self._still(verb)
        if lemma == "get" and verb.dep_ in {"aux", "auxpass"} and kind == "tie":
            return Operation(verb.head, "end", patient)  # "told it to get rid of the tie"
        if patient is None:
            return _without_patient(verb, lemma)
        if sends_on(verb, lemma):
            return Operation(verb, "defer", patient)
        if kind == "it" and lemma in words.DEFERRING and not (lemma == "table" and is_persons(verb)):
            return Operation(verb, "defer", patient)
        if (
            lemma == "table"
            and kind == "motion"
            and (is_persons(verb) or is_indefinite(patient) or _is_tabled_by(verb))
        ):
            return None  # "Reed had tabled the motion", "the group tabled a motion": they put it forward
        if kind in {"decision", "motion", "tie"}:
            near = set(particles(verb))
            if lemma in words.DEFERRING or words.DEFERRING_WITH.get(lemma, frozenset()) & near:
                return Operation(verb, "defer", patient)
        if kind == "decision" and lemma in words.REVERSING:
            return Operation(verb, "reverse", patient)
        if kind == "it" and lemma == "reverse":
            return Operation(verb, "reverse", None)
        if kind == "it" and lemma == "lift":
            return Operation(verb, "restore", patient)
        return self._on_tie(verb, lemma, patient, kind) if kind in {"tie", "it"} else None

    def _on_suspension(self, verb: Token, lemma: str, patient: Token | None) -> Operation | None:
        if lemma in words.LIFTING:
            return Operation(verb, "restore", patient)
        if lemma in words.DOING["keep"] | words.DOING["renew"] | {"impose", "leave"}:
            return Operation(verb, "suspend", patient)
        return None

    def _on_tie(self, verb: Token, lemma: str, patient: Token, kind: str) -> Operation | None:
        if lemma in words.REGARDING:
            standing = any(t.lower_ in words.STANDING for t in verb.subtree if t.i > patient.i)
            return Operation(verb, "keep", patient) if standing else None
        if lemma in words.BARRING and patient.dep_ != "pobj":
            return None  # "barred Denver from ending it"
        if lemma == "run" and "out" in particles(verb):
            return Operation(verb, "end", patient, lapses=True)
        stance = phrase_of(verb, lemma)
        if lemma == "stay" and stance == "keep" and patient.pos_ == "PROPN":
            return None  # "stayed in Kazan"
        if stance == "" or (lemma == "break" and patient.lower_ == "tie" and is_indefinite(patient)):
            return None  # "votes only to break a tie"
        if stance is not None:
            return Operation(verb, stance, patient)
        if _is_suspended(verb) and lemma in words.DOING["keep"] | words.KEEPING_ALONE | {"leave"}:
            return Operation(verb, "suspend", patient)
        if lemma == "go":
            freed = verb.head.lemma_ in {"let", "see"} and verb.dep_ in {"ccomp", "xcomp"}
            gone = verb.lower_ in words.GONE and verb.head.lemma_ in _WISHES
            must = verb.head.lemma_ in {"have", "need"} or modal(verb) in words.OBLIGATION
            return Operation(verb, "end", patient) if freed or gone or must else None
        if patient.dep_ == "nsubj" and patient.head == verb:
            return self._happening(verb, lemma, patient, kind)
        if lemma in words.KEEPING_ALONE | words.ENDING_ALONE | words.SUSPENDING_ALONE:
            return self._happening(verb, lemma, patient, kind)
        if lemma == "become":
            return Operation(verb, "establish", patient)
        if lemma == "leave":
            return _left(verb, patient, kind)
        for stance, lemmas in words.DOING.items():
            if lemma in lemmas:
                if (stance == "establish" or lemma not in words.SURE) and kind == "it":
                    return None
                return Operation(verb, stance, patient)
        return None

    def _sought(self, verb: Token) -> Token | None:
        """Give the tie of "continue our work to build a friendship", where the object is an effort for it."""
        effort = child(verb, "dobj")
        aim = child(effort, "acl", "relcl") if effort is not None else None
        if aim is None or aim.lemma_.lower() not in words.DOING["establish"] | words.DOING["keep"]:
            return None
        tie = child(aim, "dobj")
        return tie if tie is not None and self.kind(tie) == "tie" else None

    def _still(self, verb: Token) -> Operation | None:
        """Find "Kumagaya is still our sister": what is said to hold on."""
        over = child(verb, "acomp", "attr", "advmod")
        about = own_subject(verb)
        denied = any(c.dep_ == "neg" for c in verb.children) or verb.nbor(1).lower_ == "not"
        if (
            over is not None
            and over.lower_ in words.OVER
            and over.i > verb.i
            and about is not None
            and not denied
        ):
            said = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in words.SAYING
            ended = said and self.kind(about) == "tie" and not modal(verb)
            return Operation(verb, "end", about) if ended else None
        partner = child(verb, "attr")
        if (
            denied
            and partner is not None
            and partner.lower_ in words.PARTNERS
            and prep_object(partner, "with")
        ):
            return Operation(verb, "keep", partner)  # "we should not be partners with a regime that"
        if not any(c.lower_ == "still" for c in verb.children):
            return None
        state = child(verb, "attr", "acomp", "prep")
        held = state is not None and state.i > verb.i and self.kind(state) == "tie"
        return Operation(verb, "keep", state) if held else None

    def _happening(self, verb: Token, lemma: str, patient: Token, kind: str) -> Operation | None:
        """Read what happens to the tie by itself: "the link should cease", "wants it to continue"."""
        if lemma == "leave":
            return _left(verb, patient, kind)
        if lemma in words.ENDING_ALONE:
            return Operation(verb, "end", patient, lapses=lemma in {"lapse", "expire"})
        if lemma in words.SUSPENDING_ALONE:
            return Operation(verb, "suspend", patient) if kind == "tie" else None
        if lemma in words.KEEPING_ALONE:
            return None if kind == "it" and not _is_hoped(verb) else Operation(verb, "keep", patient)
        # "wanted the relationship ended": a participle, though it looks like a finite verb.
        if verb.dep_ in {"ccomp", "xcomp"} and verb.tag_ in {"VBN", "VBD"} and verb.head.lemma_ in _WISHES:
            stance = next((name for name, lemmas in words.DOING.items() if lemma in lemmas), None)
            return Operation(verb, stance, patient) if stance else None
        if lemma == "end" and (verb.dep_ in {"ccomp", "xcomp"} or mark(verb) == "for"):
            return Operation(verb, "end", patient)
        done = child(verb, "dobj")
        if done is not None and words.SPENT.get(lemma) == done.lower_:
            gone = lemma != "serve" or any(c.lower_ == "no" for c in (*done.children, *verb.children))
            return Operation(verb, "end", patient) if gone else None
        return None

    def _patient(self, verb: Token, lemma: str) -> Token | None:
        """Give what the verb is done to, if that is the tie, a suspension or a decision."""
        for option in self._objects(verb, lemma):
            if option is not None and (self.kind(option) or lemma in {"twin", "pair"}):
                return option
        if lemma in words.KEEPING_ALONE | {"become"}:
            return self._state(verb)
        return None

    def _objects(self, verb: Token, lemma: str) -> Iterator[Token | None]:
        done = child(verb, "dobj")
        yield done
        if done is None and (told := fate(verb)) is not None:
            yield own_subject(told)
        if done is None:
            # "suspending rather than ending the agreement": the object hangs on the second verb.
            second = next(
                (c for c in verb.children if c.dep_ in {"conj", "advmod", "prep"} and c.i > verb.i), None
            )
            later = second if second is None or second.pos_ == "VERB" else child(second, "pcomp", "conj")
            if later is not None and later.pos_ == "VERB" and later.tag_ == verb.tag_:
                yield child(later, "dobj")
        yield child(verb, "nsubjpass")
        if lemma == "run":
            yield own_subject(verb)
        if verb.dep_ == "conj" and own_subject(verb) is None and lemma in ALONE:
            yield own_subject(verb.head)  # "was signed in 2005 and lapsed ten years later"
        if lemma in words.PHRASES and phrase_of(verb, lemma) and not (lemma == "go" and done is None):
            yield self._in_phrase(verb)
        if done is None:
            small = child(verb, "ccomp", "oprd", "xcomp")
            if small is not None and lemma in words.DOING["keep"] | words.REGARDING | {"leave", "want"}:
                yield own_subject(small)
            named = child(verb, "nsubj")
            if named is not None and (named.pos_ != "PROPN" or lemma in ALONE):
                yield named  # "Norfolk should walk away": the town is no tie
            if verb.head.lower_ == "worth" and verb.tag_ == "VBG":
                yield child(verb.head.head, "nsubj")  # "the agreement is worth keeping"
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            if passive and verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "need", "ought"}:
                yield child(verb.head, "nsubj")  # "ought to be frozen"
            if verb.dep_ in {"xcomp", "ccomp"} and own_subject(verb) is None and lemma in ALONE:
                yield child(verb.head, "dobj")
                yield child(verb.head, "nsubjpass")
                if verb.head.lemma_ in {"have", "need", "ought"}:
                    yield child(verb.head, "nsubj")
        if lemma == "impose" and verb.dep_ == "relcl":
            yield verb.head  # "the suspension that it imposed"
        # "wants the agreement to stay", "a tie ended by": the parser hangs the verb on the noun.
        alone = lemma in ALONE or (lemma == "end" and done is None)
        if verb.dep_ in {"acl", "relcl"} and (verb.tag_ == "VBN" or (verb.tag_ == "VB" and alone)):
            yield verb.head

    def _in_phrase(self, verb: Token) -> Token | None:
        """Give the tie that stands behind the words of a phrase: "pull the plug on the pact"."""
        done = child(verb, "dobj")
        if verb.lemma_.lower() in words.BARRING:
            barred = done or child(verb, "nsubjpass")
            town = barred is not None and (
                barred.ent_type_ == "GPE" or barred.lemma_.lower() in words.PLACES_ASKED
            )
            return prep_object(verb, "from") if town else None  # not brokers from "such deals"
        if verb.lemma_.lower() in {"twin", "pair"}:
            with_ = prep_object(verb, "with") or prep_object(done or verb, "with")
            return with_ if with_ is not None and with_.pos_ == "PROPN" else None
        spoken = {word for text, _ in words.PHRASES[verb.lemma_.lower()] for word in text.split()}
        if done is not None and done.lower_ not in spoken:
            return None  # "called off a trip to Karmiel": the trip
        for token in verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]:
            if token.dep_ not in {"pobj", "dobj"} or token.lower_ in {"end", "hold", "close"}:
                continue
            if self.kind(token) or token.lemma_ == "friend":
                return token
        return None

    def _state(self, verb: Token) -> Token | None:
        """Give the state that places stay in: "stay twinned", "remain a sister city of"."""
        for c in verb.children:
            if c.dep_ not in {"acomp", "attr", "oprd", "xcomp", "prep", "ccomp"} or c.i < verb.i:
                continue
            if c.lower_ in words.TIE_STATES or self.kind(c) == "tie":
                return c
        return None

    def kind(self, token: Token) -> str:
        """Tell what a noun phrase is about: tie, suspension, decision, motion, it, or nothing ("")."""
        lower, lemma = token.lower_, token.lemma_.lower()
        if token.pos_ == "PRON":
            return "it" if lower in words.PRONOUNS else ""
        if lower == "one" and prep_object(token, "with") is not None:
            return "it"
        if lemma in words.SUSPENSION_NOUNS:
            return "suspension"
        if lemma in words.TIE_NOUNS:
            other = any(
                c.dep_ in {"compound", "amod"} and c.lower_ in words.OTHER_MATTERS for c in token.lefts
            )
            return "" if other else "tie"
        if lower in self.closing or lower in {"program", "programme"}:
            modified = any(c.dep_ in {"compound", "amod", "nmod"} for c in token.children)
            if modified and any(t.lower_ in words.TIE_KINDS for c in token.lefts for t in c.subtree):
                return "tie"  # "its sister city program"
            return "tie" if not modified and any(c.lower_ in words.DEFINITE for c in token.children) else ""
        if lower in words.TIE_HEADS:
            return "tie" if any(c.lower_ in words.TIE_KINDS for c in token.children) else ""
        if token.pos_ == "PROPN":
            return "tie" if self.ties.about(token) is not None else ""
        if lemma in words.FORMAL_MOTIONS or lemma in {"request", "petition", "application"}:
            return "motion"
        if lemma in words.DECISION_NOUNS:
            return "decision"
        return ""


def restores(word: Token) -> bool:
    """Tell whether a word is for lifting a suspension: who refuses that leaves the tie suspended."""
    lemma = word.lemma_.lower()
    return lemma in words.DOING["restore"] | words.LIFTING or words.OPERATION_NOUNS.get(lemma) == "restore"


def _left(verb: Token, patient: Token, kind: str) -> Operation | None:
    after = {t.lower_ for t in verb.subtree if t.i > verb.i}
    if after & words.LEFT_ALONE | after & words.THRIVING:
        return Operation(verb, "keep", patient)
    # "left Holguín in 2016": a place is left by those who move.
    return None if kind == "it" or patient.pos_ == "PROPN" else Operation(verb, "end", patient)


def _without_patient(verb: Token, lemma: str) -> Operation | None:
    """Find a verb that needs no object here: "urged the town to renew", "a motion to table"."""
    head = verb.head
    if is_minuted_delay(verb, lemma):
        return Operation(verb, "defer", None)
    if lemma in {"leave", "let"}:
        after = verb.doc[verb.i + 1 : verb.i + 5].text.lower()
        return Operation(verb, "keep", None) if after.startswith(words.WELL_ALONE) else None
    if verb.tag_ != "VB" or child(verb, "dobj") is not None:
        return None
    if lemma in words.DEFERRING and verb.dep_ == "xcomp" and head.lemma_.lower() in _PUTTING_OFF:
        return Operation(verb, "defer", None)
    if lemma == "renew" and head.lemma_.lower() in words.ASKING and verb.dep_ in {"xcomp", "ccomp"}:
        return Operation(verb, "renew", None)
    if head.lemma_.lower() in words.FORMAL_MOTIONS and verb.dep_ in {"acl", "relcl"}:
        if lemma in words.DEFERRING:
            return Operation(verb, "defer", None)
        stance = next((name for name, lemmas in words.DOING.items() if lemma in lemmas), None)
        return Operation(verb, stance, None) if stance and lemma in words.SURE else None
    if head.lemma_ == "vote" and verb.dep_ == "xcomp" and lemma in words.SURE:
        bare = all(c.dep_ in {"aux", "neg", "punct", "advmod"} for c in verb.children)
        stance = next((name for name, lemmas in words.DOING.items() if lemma in lemmas), None)
        return Operation(verb, stance, None) if stance and bare else None  # "voted to suspend"
    if lemma == "sign" and head.lower_ in words.GLAD:
        again = any(c.lower_ == "again" for c in verb.children)
        return Operation(verb, "renew" if again else "establish", None)
    return None


def _time(noun: Token) -> Operation | None:
    """Find time itself as the thing wanted: "asked for more time", "a year's grace"."""
    if noun.lower_ in words.HASTE and any(c.lower_ == "no" for c in noun.children):
        return Operation(noun, "defer", None)
    if noun.dep_ not in {"pobj", "dobj"}:
        return None
    asked = noun.head if noun.dep_ == "dobj" else noun.head.head
    if asked.lemma_.lower() not in {
        "ask",
        "seek",
        "want",
        "need",
        "request",
        "give",
        "call",
        "propose",
        "suggest",
    }:
        return None
    if noun.lower_ in words.CONSULTING:
        return Operation(noun, "defer", None)
    if noun.lower_ not in words.TIME_NOUNS:
        return None
    more = any(c.lower_ == "more" for c in noun.children) or noun.lower_ == "grace"
    counted = child(noun, "nummod") is not None or is_indefinite(noun)
    purpose = child(noun, "acl", "relcl") or child(asked, "xcomp")
    if more or (purpose is not None and counted):
        return Operation(noun, "defer", None)
    return None


def is_contrast(verb: Token) -> bool:
    """Tell whether the verb names what is not wanted: "suspend rather than end"."""
    if verb.i < 2:
        return False
    return verb.nbor(-1).lower_ in {"than", "of"} and verb.nbor(-2).lower_ in {"rather", "instead"}


def stays_firm(verb: Token, lemma: str) -> bool:
    """Tell whether what was decided is to stand: "urged it to hold firm", "wanted to leave it at that"."""
    following = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]]
    if lemma in {"hold", "stand"}:
        return bool(following) and following[0] in words.FIRM and following[1:2] != ["to"]
    return lemma == "leave" and following in (["it", "at", "that"], ["things", "at", "that"])


def is_persons(verb: Token) -> bool:
    """Tell whether one person did it, not a body."""
    who = own_subject(verb)
    if who is not None and who.dep_ == "nsubjpass":
        who = agent(verb)
    return who is not None and (who.ent_type_ == "PERSON" or who.lower_ in {"he", "she", "who"})


def _is_hoped(verb: Token) -> bool:
    """Tell whether somebody hopes so: "hoped that it would continue" is about the tie."""
    return verb.head.lemma_.lower() in {"hope", "hop", "want", "wish", "like"}


def _is_suspended(verb: Token) -> bool:
    near = verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]
    return any(t.lower_ in words.SUSPENDED_WORDS and t.dep_ in _STATES for t in near)


_WAITING = (
    words.WAITING.keys() | words.DOING_NOTHING.keys() | words.INQUIRING | {"consult", "hold", "sleep", "rush"}
)
_LEMMAS = (
    frozenset().union(*words.DOING.values())
    | words.PHRASES.keys()
    | words.IDIOMS.keys()
    | words.SUSPENDING_ALONE
    | words.DEFERRING
    | words.DEFERRING_WITH.keys()
    | words.LIFTING
    | words.REVERSING
    | words.KEEPING_ALONE
    | words.ENDING_ALONE
    | words.REGARDING
    | words.RETHINKING
    | words.SPENT.keys()
    | {"impose", "leave", "let", "go", "return", "become", "be"}
)
"""Verbs that may be operations; the others are passed over at once."""
_SPOTTED = frozenset(
    _LEMMAS
    | _WAITING
    | words.OPERATION_NOUNS.keys()
    | words.NO_ROOM
    | {"lapse", "break"}
    | words.TIE_NOUNS
    | words.TIE_HEADS
    | words.TIME_NOUNS
    | words.HASTE
    | words.CONSULTING
)
"""Words at which an operation may stand."""
_PUTTING_OFF = words.DECIDING | words.ASKING | {"move", "want", "propose", "prefer", "like"}
_STATES = frozenset({"oprd", "acomp", "xcomp", "ccomp", "attr", "acl", "advcl"})
_WISHES = frozenset({"want", "like", "prefer", "see", "wish", "have", "order"})
