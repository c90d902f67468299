"""English words in groups that share a weight in the learned part: a word never seen in training counts by its group.

The groups of what may be done with a tie come from ``en/stances.py``; these are those of how people speak about it.
"""

from __future__ import annotations

from fingerpost.reading.en import stances
from fingerpost.reading.en.words import word_set

GROUPS: dict[str, frozenset[str]] = {
    "end": stances.DOING["end"] | stances.ENDING_ALONE | word_set("ending termination severance dissolution"),
    "suspend": stances.DOING["suspend"]
    | stances.SUSPENSION_NOUNS
    | stances.SUSPENDED_WORDS
    | word_set("asleep dormant abeyance ice icebox"),
    "keep": stances.DOING["keep"]
    | stances.KEEPING_ALONE
    | word_set("alone intact alive retention continuation preservation carry"),
    "establish": stances.DOING["establish"] | word_set("new establishment signing twin"),
    "renew": stances.DOING["renew"] | word_set("renewal extension further longer"),
    "restore": stances.DOING["restore"]
    | stances.LIFTING
    | word_set("restoration reinstatement resumption revival again back thaw return"),
    "defer": stances.DEFERRING
    | word_set(
        """
        wait hurry rush hasty haste premature prematurely time patience consult consultation hearing study
        first later until before information facts answer breath slow pause deferral postponement refer
        review delay fortnight yet early sooner hold
        """
    ),
    "lift": stances.LIFTING,
    "motion": stances.MOTION_NOUNS | stances.REFERRING_NOUNS,
    "vote": word_set("vote ballot cast abstain abstention casting majority unanimously unanimous tally"),
    "decide": stances.DECIDING | stances.CARRYING | word_set("sign order decree announce declare consent"),
    "move": word_set(
        "move second propose table introduce sponsor author mover seconder sponsor tabled lodge"
    ),
    "ask": stances.ASKING,
    "want": stances.WANTING | stances.GLAD,
    "oppose": stances.OPPOSING
    | stances.OPPOSING_NOUNS
    | word_set("against opponent critic dissent dissenting disagree contrary nay regret disappointed"),
    "support": stances.SUPPORTING
    | word_set("for favour favor supporter support backer aye yes agree side sided echo concur join"),
    "fail": stances.FAILING | stances.REJECTING | word_set("short deadlock tie-breaking shy"),
    "bad": stances.BAD
    | word_set(
        """
        punish punishment hurt harm damage lose loss sad sadden saddened grudge spite gesture empty theatre
        theater politics political politician politicise grandstanding scapegoat innocent ordinary blame
        isolate isolation throw door doors lock
        """
    ),
    "warm": word_set(
        """
        friend friendship friendly bridge peace peaceful people pupil student child young youth exchange host
        family welcome visit dialogue dialog talk listen conversation understanding relation heart hand love
        together trust goodwill diplomacy diplomatic hope learn school choir orchestra football neighbour
        neighbor citizen resident contact channel voice open bond guest letter generation memory help
        """
    ),
    "cold": word_set(
        """
        war invasion invade aggression aggressor blood bloodshed stain conscience silence silent complicit
        complicity regime dictator dictatorship propaganda murder kill killing bomb shell missile attack
        genocide atrocity crime criminal massacre torture prison jail jailed detain detention camp occupy
        occupation persecute persecution abuse violation spy spying espionage threat tyrant tyranny violence
        hatred hate discriminate discrimination homophobic homophobia anti-gay shame disgrace insult values
        stand pretend signal message accountable sanction boycott evil victim rape refugee victims
        solidarity principle principles moral morally unacceptable intolerable hypocrisy
        """
    ),
    "worth": word_set(
        """
        money cost pay budget tax taxpayer ratepayer fund grant junket benefit value worth expense travel trip
        waste return business trade firm job investment nothing dead paper moribund defunct
        inactive meaningless relic dormant active
        """
    ),
    "good": stances.GOOD | stances.PLEASED | word_set("proud honour honor opportunity step chance natural"),
    "say": stances.SAYING,
    "plan": stances.PLANNING,
    "refuse": word_set("refuse refusal decline unwilling reluctant balk never"),
    "body": stances.BODY_NOUNS,
    "member": stances.MEMBER_NOUNS,
    "paper": stances.PAPERS,
    "not": word_set("not n't no never nobody nothing neither nor without hardly none cannot"),
    "if": word_set("if whether unless might may could"),
    "should": stances.OBLIGATION,
    "will": stances.WILL,
    "past": word_set("had ago then earlier previously formerly once"),
}
"""Groups by name. A word may be in several."""


def groups_of() -> dict[str, tuple[str, ...]]:
    """Give the names of the groups of each word."""
    found: dict[str, list[str]] = {}
    for name, words in GROUPS.items():
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}
