"""Effect, audience, reach (MK5)."""

from malkoll.language import Text

AREA = Text("Målen gör skillnad för dem de är till för", "The goals make a difference to those they are for")
"""What holds where these rules find nothing: the heading of what they do find."""
