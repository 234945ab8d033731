"""`python -m malkoll.schema`: writes the schemas anew, run in the project's folder."""

from __future__ import annotations

from malkoll.schema.files import write_all

if __name__ == "__main__":
    write_all()
