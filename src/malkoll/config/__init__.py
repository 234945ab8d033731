"""The configuration: ``malkoll.toml``, or ``[tool.malkoll]`` in ``pyproject.toml``.

A file's configuration is the nearest one upwards, to the repository's root. It is as little
trusted as the documents: it chooses rules, files and the model, and can't raise a limit.
"""
