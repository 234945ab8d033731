"""Makes the modules beside it known to the tests in the folders below."""
