"""Makes the modules beside it known to the tests in the folders below, and chance the same each time."""

from __future__ import annotations

import os
import tempfile

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

# no example is timed: a busy machine is no mistake
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
UNTIMED = settings.get_profile("untimed")
settings.register_profile("same", UNTIMED, derandomize=True, database=None)
settings.register_profile("explore", UNTIMED, max_examples=5_000)
# a red run means that something changed, not that luck did: look for more with HYPOTHESIS_PROFILE=explore
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "same")
settings.load_profile(PROFILE)
if PROFILE == "same" and hasattr(providers, "_get_local_constants"):
    # constants of whatever modules are loaded would be tried too: other ones in each worker
    providers._get_local_constants = lambda: providers._local_constants  # noqa: SLF001

# what a user keeps between runs is neither read nor written
os.environ["MALKOLL_CACHE_DIR"] = tempfile.mkdtemp(prefix="malkoll-cache-")
