"""The statutory record of adult social work in England: events, rules, law and the folds over them.

Pure: no input or output, no clock, no randomness. Whoever embeds it brings the day and the moment.
"""
