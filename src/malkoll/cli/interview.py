"""The questions of `malkoll new` on the terminal, each answer checked at once."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from malkoll.cli.dialogue import Dialogue
from malkoll.diagnostic import Diagnostic, Path, Severity
from malkoll.document.words import closest, fold
from malkoll.language import Language, Message, Text
from malkoll.report.finding import advice_of, label_of
from malkoll.report.layout import Line, Style, wrap
from malkoll.report.signs import SIGNS, STYLES, word
from malkoll.scaffold.answers import Answers
from malkoll.scaffold.clean import plain_number
from malkoll.scaffold.given import years
from malkoll.scaffold.held import Held, same
from malkoll.scaffold.question import Kind, Offer, Question
from malkoll.scaffold.questions import next_question

HOW = Text(
    "Svara på frågorna och tryck Enter. Enter ensamt tar förslaget i hakparentes, eller hoppar över. "
    "< går tillbaka ett steg. Ctrl-C slutar, och sparar det du har svarat.",
    "Answer the questions and press Enter. Enter alone takes what stands in brackets, or leaves it empty. "
    "< goes back one step. Ctrl-C stops, and keeps what you have answered.",
)
FIRST = Text("Det här är den första frågan.", "This is the first question.")
NEEDED = Text("Det här behöver ett svar.", "This needs an answer.")
WHICH = Text("Svara med en siffra, 1 till {most}.", "Answer with a number, 1 to {most}.")
CLOSE = Text("Menade du ”{near}”? Svara med siffran.", "Did you mean “{near}”? Answer with its number.")
AGAIN = Text("Skriv ett nytt svar.", "Write another answer.")
AGAIN_OR_BACK = Text(
    "Skriv ett nytt svar, eller < för att ändra det förra.",
    "Write another answer, or < to change the one before.",
)
KEEP = Text(
    "Skriv ett nytt svar, eller tryck Enter för att behålla det.",
    "Write another answer, or press Enter to keep it.",
)
KEEP_EMPTY = Text(
    "Skriv ett svar, eller tryck Enter för att lämna det tomt.",
    "Write an answer, or press Enter to leave it empty.",
)
BACK = "<"


class Interview:
    """Asks until nothing is left to ask; ``answers`` holds what was answered, whenever it ends."""

    def __init__(self, answers: Answers, held: Held, language: Language) -> None:
        self.answers = answers
        self.held = held
        self.language = language
        self.dialogue = Dialogue(language)
        self._before: list[tuple[Answers, set[tuple[str, Path]]]] = []
        self._told = {same(one) for one in held.caused(answers, language)}
        self._part: Message | None = None

    def run(self) -> None:
        """Ask.

        Raises:
            EOFError, KeyboardInterrupt: when the writer stops.

        """
        self.dialogue.tell(HOW.render(self.language), Style.FAINT)
        while question := next_question(self.answers, self.held.model, self.held.date):
            self._show(question)
            self._ask(question)

    def _ask(self, question: Question) -> None:
        """Ask until there is an answer that can stay."""
        kept: Answers | None = None
        found: list[Diagnostic] = []
        while True:
            text = self.dialogue.ask()
            if text == BACK:
                if not self._before:
                    self.dialogue.tell(FIRST.render(self.language), indent="  ")
                    continue
                self.answers, self._told = self._before.pop()
                self._part = None
                return
            if not text and kept is not None:
                break
            value = self._understood(question, text)
            if value is None:
                continue
            tried = copy.deepcopy(self.answers)
            tried.take(question, value)
            found = [one for one in self.held.caused(tried, self.language) if same(one) not in self._told]
            self._show_findings(found)
            worst = min((one.severity.rank for one in found), default=Severity.INFO.rank)
            if worst == Severity.ERROR.rank:
                kept = None
                self._tell(AGAIN_OR_BACK if self._before else AGAIN)
                continue
            kept = tried
            if worst == Severity.INFO.rank:
                break
            self._tell(KEEP if value else KEEP_EMPTY)
        self._before.append((self.answers, self._told))
        self.answers = kept
        self._told = self._told | {same(one) for one in found}

    def _understood(self, question: Question, text: str) -> Any:
        """Read an answer; None when it can't stand, which is told. An empty one leaves the question."""
        text = text or question.default
        if not text:
            if question.is_needed:
                self._tell(NEEDED)
                return None
            return ""
        if question.offers:
            return self._chosen(question, text)
        if question.kind is Kind.NUMBER:
            return plain_number(text)
        if question.kind is Kind.YEARS:
            return years(text)
        if question.kind in {Kind.LIST, Kind.AUDIENCE}:
            return _parts(text, ";" if question.kind is Kind.LIST else ",")
        return text

    def _chosen(self, question: Question, text: str) -> Any:
        is_list = question.kind is Kind.LIST
        chosen = []
        for part in _parts(text, ",") if is_list else [text]:
            offer = self._offer(question.offers, part)
            if offer is not None:
                chosen.append(offer.value)
            elif question.may_be_other and not (part.isdecimal() and len(part) < 3):
                chosen.append(years(part) if question.kind is Kind.YEARS else part)
            else:
                self._refuse(question.offers, part)
                return None
        return list(dict.fromkeys(chosen)) if is_list else chosen[0]

    def _offer(self, offers: Iterable[Offer], text: str) -> Offer | None:
        """Find what was chosen: by its number, its name, or the value that it stands for."""
        for number, offer in enumerate(offers, 1):
            if text == str(number) or fold(text) in {fold(self._said(offer.name)), fold(offer.value)}:
                return offer
        return None

    def _refuse(self, offers: Iterable[Offer], text: str) -> None:
        names = [self._said(offer.name) for offer in offers]
        near = closest(text, names)
        self.dialogue.tell(
            (CLOSE(near=near) if near else WHICH(most=len(names))).render(self.language), indent="  "
        )

    def _show(self, question: Question) -> None:
        if question.part is not None and question.part != self._part:
            self.dialogue.show([[], [(self.dialogue.shown(self._said(question.part)), Style.STRONG)]])
        self._part = question.part
        self.dialogue.blank()
        asks: Line = [(self._said(question.asks), Style.STRONG)]
        if question.default:
            asks.append((f" [{question.default}]", Style.PLAIN))
        self.dialogue.show(wrap(asks, self.dialogue.cells))
        widest = len(str(len(question.offers)))
        for number, offer in enumerate(question.offers, 1):
            lead = f"  {number:{widest}}  "
            pieces = [(self.dialogue.shown.sentence(self._said(offer.name)), Style.STRONG)]
            if offer.about:
                about = self.dialogue.shown.sentence(self._said(offer.about))
                pieces[0] = (f"{pieces[0][0]}:", Style.STRONG)
                pieces.append((f" {about}", Style.PLAIN))
            self.dialogue.show(wrap(pieces, self.dialogue.cells, lead, " " * len(lead)))
        if question.hint:
            self.dialogue.tell(self._said(question.hint), Style.FAINT)

    def _show_findings(self, found: Iterable[Diagnostic]) -> None:
        for one in found:
            sign = f"{SIGNS[one.severity]} {word(one.severity, self.language).capitalize()} {one.code}"
            sentence = self.dialogue.shown.sentence(self._said(one.message))
            pieces = [(self.dialogue.shown(sign), STYLES[one.severity]), (f" {sentence}", Style.PLAIN)]
            self.dialogue.show(wrap(pieces, self.dialogue.cells, "  ", "    "))
            if advice := advice_of(one):
                text = self._said(advice)
                self.dialogue.tell(text, indent="    ", before=self._said(label_of(text)))

    def _tell(self, text: Text) -> None:
        self.dialogue.tell(text.render(self.language), indent="  ")

    def _said(self, text: str | Text | Message) -> str:
        return text if isinstance(text, str) else text.render(self.language)


def _parts(text: str, between: str) -> list[str]:
    return [part for one in text.split(between) if (part := one.strip())]
