"""Who is who in one article: the names that its text gives to each entity, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from partygraph.extraction.prose import spellings
from partygraph.extraction.prose.annotators.reckoning import year_of
from partygraph.extraction.prose.lattice import Mention
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Entity, Fact, Kind, Status, written
from partygraph.rules import lexicon

TWICE = 2
"""Who says something a third time in one paragraph has nothing to add; ten thousand times, nothing but work."""
LONGEST_PARAGRAPH = 60_000
"""How many characters of a paragraph are read: five times the longest that we have met, and a bound for the rest."""


@dataclass(slots=True)
class Registry:
    """The names of an article as far as it has been read.

    ``subject`` is the article's own party. A family name stands for a person only while one person of that name is
    known; an abbreviation stands for what the text says it does, or for the one known name with these initials.
    """

    subject: Entity
    country: str = ""
    apart: bool = False
    """Whether the title without its bracket is the name of another party."""
    about: Entity | None = None
    """The other party that the section is about, as its heading says."""
    focus: Entity | None = None
    """What the last sentence was about; None where that cannot be told."""
    own: dict[str, Entity] = field(default_factory=dict)
    sequences: dict[str, list[tuple[tuple[str, ...], Entity]]] = field(default_factory=dict)
    """Names of several words by their first word, as tokens."""
    known: dict[str, Entity] = field(default_factory=dict)
    initials: dict[str, list[Entity]] = field(default_factory=dict)
    families: dict[str, list[Entity]] = field(default_factory=dict)
    """The persons by the last word of their names."""
    firsts: dict[str, list[Entity]] = field(default_factory=dict)
    """The same by the first word."""
    fathers: dict[str, list[Entity]] = field(default_factory=dict)
    """The same by the last word but one, where it is not the first: the first of two family names."""
    lasts: dict[str, set[str]] = field(default_factory=dict)
    """The known names by their last word."""
    fronts: set[str] = field(default_factory=set)
    """What the known names are shortened to."""
    stated: tuple[Fact, ...] = ()
    """What the infobox states, and a sentence may say again."""
    repeated: set[tuple[str, str]] = field(default_factory=set)
    """What of it sentences have said: the predicates and the names of the objects."""
    supposed: bool = False
    """Whether what can stand for a party is taken for the article's own: see ``corroboration``."""
    officers: tuple[Fact, ...] = ()
    """Those whom the infobox has in office."""
    founded: str = ""
    """When the article first told that the party was founded."""
    defunct: bool = False
    """Whether the article has told that its party is gone."""
    shorter: set[str] = field(default_factory=set)
    """What is left of the party's names without their last words, unless others are called so, too."""
    person: Entity | None = None
    """The one person whom the last sentence named."""
    people: tuple[Entity, ...] = ()
    """Those whom the last sentence was about, where they were several and it named nobody else."""
    nouns: set[str] = field(default_factory=set)
    """What the text has called the party ("an electoral alliance"), and may call it again ("the alliance")."""
    paragraph: tuple[int, int] = (-1, -1)
    astray: bool | None = None
    """Whether this paragraph began with another body and has not named the party; None before its first sentence."""
    beside: bool = False
    """Whether this is the first sentence behind such a paragraph: "its leaders" may be those of that body."""
    aside: bool = False
    """Whether the sentences before speak of another body without a name: "its chairman" may be that one's."""
    offspring: bool = False
    """Whether the sentence before tells what came out of the party: "the party" may be that one."""
    namesake: bool = False
    """Whether this section tells of the party that has the title without its bracket: see ``outsiders``."""
    said: dict[str, int] = field(default_factory=dict)
    """How often this paragraph has said each of its sentences."""
    length: int = 0
    """The characters of its sentences so far."""
    polls: tuple[Mention, ...] = ()
    """The elections that the last sentence of this paragraph named."""
    headed: tuple[Mention, ...] = ()
    """The election that the section is about, as its heading says."""
    blocs: dict[str, Entity] = field(default_factory=dict)
    """The alliances of which the last sentence of this paragraph told, by their names."""
    assembly: Mention | None = None
    """The elected body that this paragraph last named."""
    year: int | None = None
    """The last year that this paragraph named."""
    ours: set[str] = field(default_factory=set)
    """The names of the people of the party, as far as the article has told of them."""
    theirs: set[str] = field(default_factory=set)
    """The names of those whom the article has told of as another party's: see ``outsiders``."""
    gone: set[str] = field(default_factory=set)
    """The names of those who stand where the article tells that somebody left a party or was expelled."""
    places: dict[str, str] = field(default_factory=dict)
    """What the infobox calls a ``country`` or ``region``, by name."""
    sorts: dict[int, set[str]] = field(default_factory=dict)
    """The kinds of each year's elections to a parliament or council, snap ones among the others."""
    posts: dict[str, str] = field(default_factory=dict)
    """The party office of each person, as last told."""
    stood: set[tuple[str, str]] = field(default_factory=set)
    """Who of the party stood for which public office or body."""
    roster: str = ""
    """What the items of a list are, as its heading or introduction says: see ``rosters.announced``."""
    homes: set[str] = field(default_factory=set)
    """Whether the text has told the party's ``country`` and ``region``."""
    openings: int = 0
    """How many sentences about the party have been read that could tell them."""
    race: str = ""
    """The kind of the last election to one office ("gubernatorial")."""

    @classmethod
    def of(cls, subject: Entity, *names: str, apart: bool = False) -> Registry:
        """Start with the names that the title and infobox give to the party.

        If it is kept ``apart``, its title without the bracket is another party's name: "Azure Congress (Democratic)".
        """
        registry = cls(subject, focus=subject, apart=apart)
        plain = spellings.DISAMBIGUATION.sub("", subject.name)
        bare = (
            ()
            if apart
            else (
                plain,
                *spellings.located(subject.name),
                *spellings.parted(subject.name),
                *spellings.unsubtitled(plain),
                *spellings.members(plain),
            )
        )
        for name in (subject.name, *bare, *names):
            for spelling in dict.fromkeys(
                (name, spellings.DASH.sub("–", name), spellings.DASH.sub(" – ", name), *spellings.apostrophes(name))
            ):
                registry.call(spelling)
        for name in (subject.name, *bare, *names):
            for spelling in (*spellings.hyphens(name), *spellings.cases(name)):
                registry.spell(spelling)
        return registry

    def turn_to(self, place: tuple[int, int, int]) -> None:
        """Go on to the sentence at a place; each paragraph starts with the article's subject in mind."""
        if place[:2] != self.paragraph:
            self.person = None
            self.people = ()
            self.polls = ()
            self.blocs = {}
            self.year = None
            self.assembly = None
            self.focus = self.about or self.subject
            self.beside = bool(self.astray) and place[0] == self.paragraph[0]
            self.astray = None
            self.aside = self.offspring = False
            self.namesake = self.namesake and place[0] == self.paragraph[0]
            self.paragraph = place[:2]
            self.said.clear()
            self.length = 0

    def is_told_of(self, sentence: str) -> bool:
        """Tell whether this paragraph has said a sentence twice already, and count it."""
        times = self.said[sentence] = self.said.get(sentence, 0) + 1
        return times > TWICE

    def is_worn_out_by(self, sentence: str) -> bool:
        """Tell whether this paragraph has been longer than any that somebody writes, and count its characters."""
        self.length += len(sentence)
        return self.length > LONGEST_PARAGRAPH

    def say(self, facts: Iterable[Fact]) -> None:
        """Remember what a sentence has said of the article's party."""
        self.repeated |= {
            (fact.predicate, written(fact.object).casefold())
            for fact in facts
            if fact.status is Status.ASSERTED and fact.subject == self.subject
        }

    def supposing(self) -> Registry:
        """Return the registry for a reading that takes whatever can stand for a party for the article's own."""
        return replace(self, supposed=True, focus=self.subject, about=None)

    def hear_of(self, polls: tuple[Mention, ...]) -> None:
        """Remember the elections that a sentence names."""
        self.polls = polls
        for poll in polls:
            sort = poll.part("type")
            if sort is None or poll.part("implied") is not None:
                continue
            if poll.part("race") is not None:
                self.race = sort.name
            elif sort.name.lower() not in lexicon.words("minor-election"):
                date = poll.part("date")
                if date is not None and (year := year_of(date)) is not None:
                    self.sorts.setdefault(year, set()).add(
                        " ".join(word for word in sort.name.split() if word not in ("snap", "early"))
                    )

    def sort(self, date: Mention) -> str:
        """Return the kind of the election that is named by its date only; empty where the text has not told it.

        That of another year tells nothing: a party that ran for parliament in 1995 may have won a county in 2005.
        """
        year = year_of(date)
        told = self.sorts.get(year, set()) if year is not None else set()
        return next(iter(told)) if len(told) == 1 else ""

    def call(self, name: str) -> None:
        """Add a name of the article's own party."""
        if not name or len(name) < 2:
            return
        self.own.setdefault(name, self.subject)
        self._enter(name, self.subject)
        words = name.split()
        for at in range(1, len(words)):
            # "Connecticut WFP" for the Connecticut Working Families Party.
            short = spellings.initials(words[at:])
            if len(short) > 1:
                self.own.setdefault(" ".join([*words[:at], short]), self.subject)
        self.shorter |= spellings.fronts(name)
        if len(words) == 2 and words[1] == "Party":
            self.shorter.add(words[0])  # "Labour won 28 seats"
        self._abbreviate(name, self.subject)
        small = "".join(word[0] for word in words if word.lower() not in lexicon.words("name-connector")).upper()
        for short in {small, "".join(word[0] for word in words).upper()} - set(self.initials):
            # The title of a party in another language: PBG for Parti breton de gauche, PA for Parti azur.
            if (len(words) > 2 and len(short) > 2) or (len(words) == 2 and words[1].islower()):
                self.initials[short] = [self.subject]

    def spell(self, name: str) -> None:
        """Add another spelling of a name of the article's own party, which is shortened and abbreviated as that is."""
        if name not in self.own:
            self.own[name] = self.subject
            self._enter(name, self.subject)

    def calls_itself(self, word: str) -> bool:
        """Tell whether a word stands in a name of the article's own party."""
        return any(word in name.split() for name in self.own)

    def meet(self, entity: Entity) -> Entity:
        """Remember an entity by its name; the same name is the same entity."""
        if entity.name in self.known:
            return self.known[entity.name]
        self.known[entity.name] = entity
        self.fronts |= spellings.fronts(entity.name)
        words = entity.name.split()
        self.lasts.setdefault(words[-1], set()).add(entity.name)
        self._enter(entity.name, entity)
        if entity.kind is Kind.PERSON:
            self.families.setdefault(words[-1], []).append(entity)
            self.firsts.setdefault(words[0], []).append(entity)
            if len(words) > 2:
                self.fathers.setdefault(words[-2], []).append(entity)
        else:
            self._abbreviate(entity.name, entity)
        return entity

    def _enter(self, name: str, entity: Entity) -> None:
        words = tokenise(name).words
        group = self.sequences.setdefault(words[0], [])
        if len(words) > 1 and (words, entity) not in group:
            group.append((words, entity))
            group.sort(key=lambda item: -len(item[0]))

    def abbreviate(self, short: str, entity: Entity) -> None:
        """Remember an abbreviation that the text states."""
        self.initials[short] = [entity]

    def _abbreviate(self, name: str, entity: Entity) -> None:
        short = spellings.initials(name.split())
        if len(short) < 2:
            return
        sharing = self.initials.setdefault(short, [])
        # Initials of two stand for neither; to remember a third would only cost time.
        if len(sharing) < 2 and entity not in sharing and all(other.name != name for other in sharing):
            sharing.append(entity)

    def find(self, name: str) -> Entity | None:
        """Return the entity that a name stands for, if the text leaves one choice."""
        if name in self.own:
            return self.own[name]
        if name in self.known:
            return self.known[name]
        if name in self.shorter and name not in self.fronts:
            return self.subject
        entities = self.initials.get(name, [])
        return entities[0] if len(entities) == 1 else None

    def is_known(self, name: str) -> bool:
        """Tell whether a name has been met."""
        return name in self.own or name in self.known or self.find(name) is self.subject

    def family(self, name: str) -> Entity | None:
        """Return the one person of that family name, which may be of several words."""
        persons = self.families.get(name.split()[-1], [])
        if not persons and " " in name:
            # "Nurul Hana" for Nurul Hana Matusin.
            persons = self.firsts.get(name.split()[0], [])
        elif " " not in name and any(person.name.count(" ") > 1 for person in self.firsts.get(name, [])):
            return None  # "Chan" may be Bo Chan, and Chan Li Wei, whose family stands first
        persons = [person for person in persons if person.name == name or spellings.shortens(name, person.name)]
        if not persons and name not in self.firsts and name not in lexicon.territories():
            persons = self.fathers.get(name, [])  # "Chan" for José Chan Lee, whose father's name stands first
        return persons[0] if len(persons) == 1 else None

    def short_name(self, word: str) -> bool:
        """Tell whether a capitalised noun ("the Bloc") can only be the article's own party."""
        mine = [spellings.DISAMBIGUATION.sub("", name).split() for name in self.own]
        return any(word in (words[0], words[-1]) for words in mine if words) and not (
            self.lasts.get(word, set()) - {word}
        )

    def common_nouns(self) -> frozenset[str]:
        """Return the nouns that, after "the", mean the article's own party: "party", and what its name ends in."""
        return spellings.nouns_of(self.subject.name) | self.nouns
