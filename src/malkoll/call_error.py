"""What keeps malkoll from running at all: the call, a configuration or a steering model is wrong."""

from __future__ import annotations

from malkoll.language import Language, Message


class CallError(Exception):
    """Carries the sentences that say what is wrong and what to do, in both languages."""

    def __init__(self, *messages: Message) -> None:
        super().__init__()
        self.messages = messages

    def render(self, language: Language) -> list[str]:
        return [message.render(language) for message in self.messages]

    def __str__(self) -> str:
        return " ".join(self.render(Language.EN))
