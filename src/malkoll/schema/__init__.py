"""JSON Schemas of what malkoll reads and writes, generated from the models and their words.

``python -m malkoll.schema`` writes them to the folder ``schemas``; a test holds them to the code.
"""
