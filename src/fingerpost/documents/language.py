"""A cheap guess at the language of a text: its script, then its commonest small words.

It is a guess: good for a page of running text, poor for a line or a table. ``und`` where too little speaks
for any language.
"""

from __future__ import annotations

import re
from collections import Counter

LOOKED_AT = 20_000
MIN_SHARE = 0.06
"""Least share of all words that a language's small words must make up."""

SMALL_WORDS = {
    "en": "the of and to in that is was for it with as his on be at by had not are from this have said",
    "de": "der die und das ist nicht ein eine den von zu mit sich auf für dem im des auch als wird hat",
    "fr": "le les des et est dans une que pour qui sur pas au avec son ce plus par ne du aux cette ont été",
    "es": "el los las que y una por con para del se su al lo como más pero sus fue este esta también",
    "it": "il di che è per una della non con sono le dei del nel alla anche più gli come ha stato",
    "pt": "o os as que e uma para com não do da em dos das ao mais por foi como pelo pela também são",
    "nl": "de het een en van dat is niet op te zijn met voor die aan er om ook als bij door maar naar wordt",
    "pl": "w i na z się nie do że jest o to przez od po za jak dla oraz który które miasta był są",
    "cs": "a se na je že v s z do pro o jsou by který které jako byl města také po při od",
    "sv": "och att det som en på är av för med den till inte om ett har de var från staden",
    "da": "og at det som en på er af for med den til ikke om et har de var fra byen blev",
    "fi": "ja on ei se että oli hän mutta myös kun kaupunki ovat joka kuin niin tai sekä",
    "hu": "a az és hogy nem egy is volt van meg ez de csak már mint el város után",
    "tr": "ve bir bu için ile da de olarak olan daha çok kadar sonra ancak şehir belediye",
    "ru": "и в не на что с по как из к у от это для но его она они был до города города",
    "uk": "і в не на що з до та як у від це для його вона вони був за або міста",
}
SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
)
MIN_SCRIPT = 0.1
"""Least share of letters of its own script for a language known by it."""


def guess_language(text: str) -> str:
    """Give the likeliest language as a BCP 47 tag; ``und`` (undetermined) where the text gives no hold."""
    sample = text[:LOOKED_AT]
    if not sample.isascii():
        for language, script in SCRIPTS:
            if len(script.findall(sample)) > MIN_SCRIPT * len(sample):
                return language
    words = Counter(sample.lower().split())
    total = sum(words.values())
    if not total:
        return "und"
    shares = {
        language: sum(words[word] for word in small) / total for language, small in _small_words().items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= MIN_SHARE else "und"


def _small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in SMALL_WORDS.items()}
