"""Why the system refused something, in words that can be translated: its own are English almost everywhere."""

import errno

from lossviz.core.errors import QT_TRANSLATE_NOOP, Phrase

_REASONS = {  # by names, because no system has all of these numbers
    "ENOENT": QT_TRANSLATE_NOOP("errors", "there is no such file or folder"),
    "EACCES": QT_TRANSLATE_NOOP("errors", "you do not have permission for that"),
    "EPERM": QT_TRANSLATE_NOOP("errors", "you do not have permission for that"),
    "ENOSPC": QT_TRANSLATE_NOOP("errors", "the disk is full"),
    "EISDIR": QT_TRANSLATE_NOOP("errors", "that is a folder, not a file"),
    "ENOTDIR": QT_TRANSLATE_NOOP("errors", "a part of the path is a file, not a folder"),
    "EEXIST": QT_TRANSLATE_NOOP("errors", "something of that name is there already"),
    "ENAMETOOLONG": QT_TRANSLATE_NOOP("errors", "the name is too long"),
    "EROFS": QT_TRANSLATE_NOOP("errors", "the drive can only be read"),
    "EMFILE": QT_TRANSLATE_NOOP("errors", "too many files are open"),
    "ENFILE": QT_TRANSLATE_NOOP("errors", "too many files are open"),
    "ENOMEM": QT_TRANSLATE_NOOP("errors", "there is not enough memory"),
    "EFBIG": QT_TRANSLATE_NOOP("errors", "the file would become too large"),
    "EIO": QT_TRANSLATE_NOOP("errors", "the drive does not answer as it should"),
    "EINVAL": QT_TRANSLATE_NOOP("errors", "it is nothing that can be read or written as a file"),
    "EBUSY": QT_TRANSLATE_NOOP("errors", "another program uses it"),
    "ETXTBSY": QT_TRANSLATE_NOOP("errors", "another program uses it"),
    "ELOOP": QT_TRANSLATE_NOOP("errors", "its links lead in a circle"),
    "EDQUOT": QT_TRANSLATE_NOOP("errors", "your share of the disk is used up"),
    "ESTALE": QT_TRANSLATE_NOOP("errors", "the drive does not answer as it should"),
}


def system_reason(error: OSError) -> Phrase:
    """What the system says by its number; in its own words, marked as such, where that is none of the usual ones."""
    known = _REASONS.get(errno.errorcode.get(error.errno or 0, ""))
    return Phrase(known) if known else quoted(error.strerror or str(error))


def first_words(error: Exception) -> Phrase:
    """The first line of what a library says, or the name of its error; with our own words where there are any."""
    if isinstance(error, OSError):
        return system_reason(error)
    if isinstance(error, MemoryError):
        return Phrase(_REASONS["ENOMEM"])
    return quoted(next(filter(str.strip, str(error).splitlines()), type(error).__name__))


def quoted(words: str) -> Phrase:
    """What another program said, as it said it."""
    return Phrase(QT_TRANSLATE_NOOP("errors", "“{words}” (the original message)"), {"words": words})
