"""Names in other scripts as their owners would type them in Latin letters.

Kanji have no reading without a dictionary: they are read as Chinese.
"""

import re
from collections.abc import Iterator
from typing import Final

from anyascii import anyascii

_KATAKANA_TO_HIRAGANA: Final = str.maketrans({chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)})
_SYLLABLE: Final = re.compile(r"[A-Z][a-z]*")
_NO_LETTER: Final = re.compile(r"[^a-z]")
_HAN, _KANA, _HANGUL = (
    re.compile(r"[\u3400-\u9fff]+"),
    re.compile(r"[\u3041-\u309fー]+"),
    re.compile(r"[\uac00-\ud7a3]+"),
)
_ABJAD: Final = re.compile(r"[\u0590-\u08ff]+")  # Hebrew, Arabic, Syriac: hardly a vowel is written
_UNSAID_VOWELS: Final = re.compile(r"[\u0590-\u0eff]+")  # Indic scripts, Thai and Lao leave some out
_ARTICLE, _ALEF = "ال", "اأإآعئ"
_ARTICLE_IN_LATIN: Final = ("al", "el")

_SMALL: Final = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_SMALL_VOWELS: Final = frozenset("ぁぃぅぇぉ")
_LONG: Final = re.compile("oo|ou|uu")

_FAMILY_NAMES: Final = (
    "曾 zeng; 单 shan; 單 shan; 解 xie; 仇 qiu; 区 ou; 區 ou; 查 zha; 朴 piao park; 乐 yue; 樂 yue; "
    "覃 qin; 翟 zhai; 盖 ge; 缪 miao; 繆 miao; 种 chong; 员 yun; 吕 lyu lv; 呂 lyu lv; 김 kim; "
    "이 lee yi rhee; 박 park pak; 최 choi; 정 jung chung; 강 kang; 조 cho; 윤 yoon; 임 lim im; "
    "오 oh; 서 suh; 신 shin; 권 kwon; 안 ahn; 전 chun; 유 yoo yu; 류 ryu yoo; 고 ko; 문 moon; "
    "손 sohn; 백 paik; 허 hur; 심 shim; 노 noh roh; 곽 kwak; 성 sung; 주 joo; 우 woo; 구 koo; "
    "진 chin; 엄 um; 공 kong; 현 hyun; 변 byun"
)
"""Family names that are read or written otherwise than the same syllable elsewhere."""

_OTHERWISE_KOREAN: Final = (
    "yeong young; hyeon hyun; seong sung; jeong jung; gyeong kyung; jun joon; geun keun; "
    "u woo; seon sun; yeon yun; su soo; ju joo; hui hee; jeon jun"
)
"""Syllables of Korean given names as many write them."""

BY_CONSONANTS: Final = "*"
"""Stands before the consonants of a word, so that they are no word that anyone types."""
_SAME_SOUND: Final = (
    ("ph", "f"),
    ("ch", "sh"),
    ("dj", "j"),
    ("x", "ks"),
    ("z", "s"),
    ("q", "k"),
    ("c", "k"),
    ("g", "j"),
)
_TWICE: Final = re.compile(r"(.)\1+")


def hiragana(word: str) -> str:
    """A word in katakana in hiragana; others as they are."""
    return word if word.isascii() else word.translate(_KATAKANA_TO_HIRAGANA)


def romanised(word: str) -> str:
    """A folded word in Latin letters, as it is read most often."""
    kana = hiragana(word)
    return _romaji(kana) if _KANA.fullmatch(kana) else _letters(word)


def romanisations(word: str) -> Iterator[str]:
    """The Latin words by which a folded word in another script is looked for."""
    kana = hiragana(word)
    if _KANA.fullmatch(kana):
        plain = _romaji(kana)
        yield from dict.fromkeys((plain, _LONG.sub(lambda long: long[0][0], plain), re.sub("oo|ou", "oh", plain)))
    elif _HAN.fullmatch(word) or _HANGUL.fullmatch(word):
        yield from _of_syllables(word)
    elif len(letters := _letters(word)) > 1:
        yield letters
        yield from _ARTICLE_IN_LATIN if word.startswith(_ARTICLE) else ()


def syllables(word: str) -> tuple[str, ...]:
    """What is typed apart by some of a name written in one: 李娜 is `li na`."""
    return tuple(syllable.lower() for syllable in _SYLLABLE.findall(anyascii(word))) if _HAN.fullmatch(word) else ()


def consonants(word: str) -> str:
    """What Mohamed, Muhammad and محمد share, after a sign of its own; empty where too little is left to tell."""
    said = word
    for pair, single in _SAME_SOUND:
        said = said.replace(pair, single)
    kept = ("a" if said[:1] in set("aeiou") else said[:1]) + re.sub("[aeiouyhw]", "", said[1:])
    kept = _TWICE.sub(r"\1", kept)
    return BY_CONSONANTS + kept if len(kept) > 1 and len(word) > 2 else ""


def written_consonants(word: str) -> Iterator[str]:
    """The `consonants` of a folded word in a script that leaves vowels out; Arabic ones with and without article."""
    if not _UNSAID_VOWELS.fullmatch(word):
        return
    for one in (word, word.removeprefix(_ARTICLE)):
        letters = _letters(one) if _ABJAD.fullmatch(one) else _letters(one).replace("c", "ch").replace("chh", "ch")
        said = ("a" if one[:1] in _ALEF and letters[:1] != "a" else "") + letters
        if heard := consonants(said.ljust(3, "h")):  # vowels that are not written make it long enough
            yield heard


def _of_syllables(word: str) -> Iterator[str]:
    said = [syllable.lower() for syllable in _SYLLABLE.findall(anyascii(word))]
    if len(said) != len(word):
        yield _letters(word)
        return
    families = (said[0], *_otherwise(word[0], _FAMILY_NAMES))
    otherwise = (
        ["".join(_otherwise(one, _OTHERWISE_KOREAN)) or one for one in said] if _HANGUL.fullmatch(word) else said
    )
    for spelled in (said, otherwise) if otherwise != said else (said,):
        given = "".join(spelled[1:])
        for family in families:
            yield family + given
            if given:
                yield given + family
        yield from ("".join(spelled[start:]) for start in range(1, len(spelled)))


def _otherwise(syllable: str, table: str) -> list[str]:
    return next((spelled for known, *spelled in map(str.split, table.split("; ")) if known == syllable), [])


def _romaji(kana: str) -> str:
    said, doubled = "", False
    for letter in kana:
        if letter == "っ":
            doubled = True
            continue
        latin = _letters(letter)
        if letter in _SMALL and said.endswith("i"):
            before = said[:-1]
            said = before + ("" if before.endswith(("sh", "ch", "j")) else "y") + _SMALL[letter]
        elif letter in _SMALL_VOWELS and said[-1:] in set("aeiou"):
            said = said[:-1] + latin
        else:
            said += (latin[:1] if doubled else "") + latin
        doubled = False
    return said


def _letters(word: str) -> str:
    return _NO_LETTER.sub("", anyascii(word).lower())
