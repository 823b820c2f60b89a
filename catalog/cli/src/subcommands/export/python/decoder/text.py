# --- Text

_SPACE = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
_SPACE += "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_ASCII_SPACE = " \t\n\x0c\r"


def _has_space(text: str) -> bool:
    return any(it in _SPACE for it in text)


def _is_int64(number: int) -> bool:
    return -(2**63) <= number < 2**63


def _is_integer(text: str) -> bool:
    if re.fullmatch("0|-?[1-9][0-9]{0,18}", text) is None:
        return False
    return _is_int64(int(text))


def _is_decimal(text: str) -> bool:
    pattern = r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"
    return re.fullmatch(pattern, text) is not None


