"""Makes the modules beside it known to the tests in the folders below, and chance the same each time."""

from __future__ import annotations

import os
import tempfile

from hypothesis import settings

settings.register_profile("same", derandomize=True, database=None)
settings.register_profile("explore", max_examples=5_000)
# a red run means that something changed, not that luck did: look for more with HYPOTHESIS_PROFILE=explore
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# what a user keeps between runs is neither read nor written
os.environ["MALKOLL_CACHE_DIR"] = tempfile.mkdtemp(prefix="malkoll-cache-")
