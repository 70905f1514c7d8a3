"""Tells in which language a name is, and in which letters: by the label beside it, or by its words."""

from __future__ import annotations

import re
import unicodedata

from partygraph.rules import lexicon

LABEL = re.compile(
    r"^(?:in )?(?P<words>(?:[A-Z][\w-]+ ?){1,3})(?P<and>(?:[,;/]| and| or) ?[^:]*)?:\s*(?P<rest>.+)$", re.DOTALL
)
TONGUE = re.compile(r"(?:and |or )?(?P<in>in )?(?P<language>[A-Z][\w-]+)")
"""A language that is told before a name or alone: "in Danish", "Dutch"."""
WITHIN = re.compile(r"\b[A-Z]\w+(?=\s*:)|(?<= in )[A-Z]\w+")
"""What can be a language's label in the midst of a name."""
GLUED = re.compile(r"([\u0590-\u06ff\u0900-\u9fff])([A-Z][a-z])")
"""Where Latin letters begin at once behind those of a script that has no capitals."""
BEHIND = re.compile(r"^(?P<name>.+?)(?: [A-Z]{2,})? in (?P<language>[A-Z][a-z]+)$", re.DOTALL)


def code(words: str) -> str:
    """Return the code of a language, empty for any other words.

    >>> code("Finnish"), code("Party")
    ('fi', '')
    """
    return next(
        (
            term.name
            for term in lexicon.terms().get(words.lower().split()[0], ())
            if term.kind == "language" and " ".join(term.words) == words.lower()
        ),
        "",
    )


def is_language(text: str) -> bool:
    """Tell whether a text is nothing but a language's name: the "Dutch" of "(Dutch; Flemish: Blauwe Partij)"."""
    tongue = TONGUE.fullmatch(text.strip())
    return tongue is not None and code(tongue["language"]) != ""


def is_in_a_language(text: str) -> bool:
    """Tell whether a text begins with the language of the name behind it: "in German: Blaue Partei"."""
    tongue = TONGUE.match(text)
    return tongue is not None and tongue["in"] is not None and code(tongue["language"]) != ""


def is_foreign(text: str) -> bool:
    """Tell whether a name cannot be English: of two words or more, none of which English party names have.

    >>> is_foreign("Partido Azul"), is_foreign("Union azuréenne"), is_foreign("Blue Union")
    (True, True, False)
    >>> is_foreign("Blaue Bewegung in Tilbrook"), is_foreign("Blaupartei"), is_foreign("Tilbrook")
    (True, True, False)
    """
    words = text.split()
    if len(words) > 1 and any(word.islower() and not word.isascii() for word in words):
        return words[0][0].isupper() and not any(word in ("the", "of", "and") for word in words)
    letters = [letter for letter in text if letter.isalpha()]
    if letters and not any(letter.isascii() for letter in letters):
        return True
    if not words:
        return False
    if len(words) == 1:
        # "(Bændaflokkur)": letters that no English word has.
        strange = any(not letter.isascii() for letter in letters) or _is_a_body(text)
        return text[:1].isupper() and len(text) > 6 and strange
    if (
        text[:1].isupper()
        and any(_is_a_body(word) for word in words)
        and not any(word in ("the", "of", "for") for word in words)
    ):
        return True
    if len(words) > 1 and words[0][:1].isupper() and any(word in lexicon.words("foreign-word") for word in words):
        return not any(word in ("the", "of", "for", "and") for word in words)
    return (
        len(words) > 1
        and words[0][:1].isupper()
        and not any(letter.isdigit() for letter in text)
        and not any(word.lower().strip("'’") in lexicon.words("english-name") for word in words)
        and not any(word in lexicon.territories() or word in lexicon.demonyms() for word in words)
    )


def _is_a_body(word: str) -> bool:
    """Tell whether a word is the noun for a party or another body in another language, or ends with it.

    >>> _is_a_body("Partia"), _is_a_body("Blaupartei"), _is_a_body("Asociación"), _is_a_body("Party")
    (True, True, True, False)
    """
    word = word.lower().strip("'’\"“”")
    if any(word in lexicon.words(kind) for kind in ("foreign-noun", "foreign-body", "foreign-organisation")):
        return True
    return any(word.endswith(ending) and len(word) > len(ending) + 1 for ending in lexicon.words("foreign-ending"))


def is_translation(text: str, name: str) -> bool:
    """Tell whether a text is what the name of a body in another language means in English.

    >>> is_translation("Azure League", "Liga Azul"), is_translation("Azure League", "Blue League")
    (True, False)
    >>> is_translation("Azure Alliance", "Alliance azurée")
    True
    >>> is_translation("Azure Party", "Partido Azul")
    True
    >>> is_translation("Tilbrook", "Liga Azul"), is_translation("founded in Tilbrook", "Liga Azul")
    (False, False)
    """
    words, name = text.split(), name.removeprefix("The ").removeprefix("the ")
    bodies = lexicon.words("party-noun") | lexicon.words("movement-noun") | lexicon.words("alliance-noun")
    bodies |= lexicon.words("worker-noun") | lexicon.words("organisation-noun")
    named = all(word[0].isupper() or word in lexicon.words("name-connector") for word in words)
    nouns = bodies.intersection(word.lower() for word in words)
    spelled = any(word.islower() and not word.isascii() for word in name.split())  # "Alliance libérale" is no English
    alike = not spelled and (bodies - lexicon.words("foreign-noun")) & set(name.lower().split())
    return len(words) > 1 and named and bool(nouns) and is_foreign(name) and not alike


def is_surely_foreign(text: str, name: str) -> bool:
    """Tell whether a text can only be an English name in another language, wherever it stands.

    >>> is_surely_foreign("Liga Azul", "Azure League"), is_surely_foreign("Γαλάζιο Κόμμα", "Azure Party")
    (True, True)
    >>> is_surely_foreign("Ana Azul", "Azure League"), is_surely_foreign("Liga Azul", "Partido Azul")
    (False, False)
    >>> is_surely_foreign("Błękitna Partia", "Azure Party"), is_surely_foreign("Blaupartei", "Blue Party")
    (True, True)
    """
    words = text.split()
    named = any(word[:1].isupper() for word in name.removeprefix("The ").split())  # "the party" is nobody's name
    if not words or not named or is_foreign(name) or not is_foreign(text):
        return False
    if any(_is_a_body(word) for word in words):
        return True
    return len(words) > 1 and not any(letter.isascii() for letter in text if letter.isalpha())


def is_latin(text: str) -> bool:
    """Tell whether a name is in the letters that English has, with whatever marks on them."""
    return all(unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in text if letter.isalpha())


def is_romanised(name: str, native: str) -> bool:
    """Tell whether a second name may be the first in Latin letters.

    >>> is_romanised("Galazio Komma", "Γαλάζιο Κόμμα"), is_romanised("Partito Sardo", "Partidu Sardu")
    (True, False)
    """
    latin = [unicodedata.name(letter, "").startswith("LATIN") for letter in native if letter.isalpha()]
    return not any(latin) and is_latin(name)


def in_its_letters(text: str) -> str:
    """Take off the Latin transcription that follows a name in other letters without a sign between them.

    >>> in_its_letters("Партия Коммунистов Partiya Kommunistov"), in_its_letters("Партия IT")
    ('Партия Коммунистов', 'Партия IT')
    >>> in_its_letters("الحزب الأزرقAl-Hizb Al-Azraq")  # with no space between the two
    'الحزب الأزرق'
    >>> in_its_letters("Синяя Pартия")  # one letter of which is a Latin one
    'Синяя Pартия'
    >>> in_its_letters("Vətəndaş Birliyi Partiyası")  # all of which are Latin ones
    'Vətəndaş Birliyi Partiyası'
    """
    words = GLUED.sub(r"\1 \2", text).split()
    foreign = [bool(re.search(r"[^\W\d_]", word)) and not re.fullmatch(r"[A-Za-zÀ-˿Ḁ-ỿ\W]+", word) for word in words]
    count = next((at for at, is_foreign in enumerate(foreign) if not is_foreign), len(words))
    written_twice = 0 < count <= len(words) - count and not any(foreign[count:]) and not words[count].isupper()
    return " ".join(words[:count]) if written_twice else text
