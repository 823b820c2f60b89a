# --- When to try again

_LONGEST = timedelta(seconds=2**31)
_LONGEST_WITHOUT_UNIT = timedelta(days=1)

#: A delay, or a point in time.
_Delay: TypeAlias = Union[timedelta, datetime]


def _rounded_up(text: str) -> int | None:
    """Digits with an optional fraction, which is rounded up."""
    found = re.fullmatch(r"([0-9]+)(?:\.([0-9]+))?", text)
    if found is None:
        return None
    # More digits than this are more than the longest delay in any case.
    whole = int(found[1]) if len(found[1].lstrip("0")) < 20 else 10**20
    return whole + (1 if (found[2] or "").strip("0") else 0)


def _duration(text: str) -> timedelta | None:
    number = "([0-9]+(?:[.,][0-9]+)?)"
    found = re.fullmatch(f"{number}s", text)
    if found is not None:
        return _delay_of(Fraction(found[1].replace(",", ".")))
    date = f"(?:{number}W)?(?:{number}D)?"
    time = f"(?:{number}H)?(?:{number}M)?(?:{number}S)?"
    found = re.fullmatch(f"P(?!$){date}(?:T(?!$){time})?", text)
    if found is None:
        return None
    seconds = Fraction(0)
    units = (604_800, 86_400, 3600, 60, 1)
    for part, unit in zip(found.groups(default="0"), units):
        seconds += Fraction(part.replace(",", ".")) * unit
    return _delay_of(seconds)


def _delay_of(seconds: Fraction | int) -> timedelta:
    """A delay, rounded up to microseconds."""
    if seconds >= 2**31:
        return _LONGEST
    return timedelta(microseconds=math.ceil(seconds * 1_000_000))


def _time_of(seconds: Fraction | int) -> datetime:
    # A time that is too far away for a date is the last one.
    latest = 253_402_300_799
    return datetime.fromtimestamp(min(math.ceil(seconds), latest), timezone.utc)


_MONTHS: Sequence[str] = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_TIME = "([0-9]{2}):([0-9]{2}):([0-9]{2})"
_NAME = f"({'|'.join(_MONTHS)})"
_SHORT = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_LONG = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_IMF = re.compile(f"{_SHORT}, ([0-9]{{2}}) {_NAME} ([0-9]{{4}}) {_TIME} GMT")
_RFC850 = re.compile(f"{_LONG}, ([0-9]{{2}})-{_NAME}-([0-9]{{2}}) {_TIME} GMT")
_ASCTIME = re.compile(f"{_SHORT} {_NAME} ([0-9]{{2}}| [0-9]) {_TIME} ([0-9]{{4}})")
_RFC3339 = re.compile(
    f"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})[Tt ]{_TIME}"
    r"(?:\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))"
)


def _utc(year: int, month: int, day: int, *time: str) -> datetime | None:
    hour, minute, second = (int(it) for it in time)
    if second > 60 or minute > 59 or hour > 23:
        return None
    try:
        start = datetime(year, month, day, tzinfo=timezone.utc)
        return start + timedelta(hours=hour, minutes=minute, seconds=second)
    except ValueError:
        return None
    except OverflowError:
        # A leap second after the last year.
        return datetime.max.replace(tzinfo=timezone.utc)


def _date(text: str) -> datetime | None:
    """Reads the dates of HTTP (RFC 9110 section 5.6.7) and of RFC 3339, rounded up."""
    if it := _IMF.fullmatch(text):
        month = _MONTHS.index(it[2]) + 1
        return _utc(int(it[3]), month, int(it[1]), it[4], it[5], it[6])
    if it := _RFC850.fullmatch(text):
        year = int(it[3]) + (2000 if int(it[3]) < 70 else 1900)
        month = _MONTHS.index(it[2]) + 1
        return _utc(year, month, int(it[1]), it[4], it[5], it[6])
    if it := _ASCTIME.fullmatch(text):
        month = _MONTHS.index(it[1]) + 1
        return _utc(int(it[6]), month, int(it[2]), it[3], it[4], it[5])
    it = _RFC3339.fullmatch(text)
    if it is None:
        return None
    local = _utc(int(it[1]), int(it[2]), int(it[3]), it[4], it[5], it[6])
    hours, minutes = int(it[9] or 0), int(it[10] or 0)
    if local is None or hours > 23 or minutes > 59:
        return None
    offset = timedelta(hours=hours, minutes=minutes)
    fraction = timedelta(seconds=1 if (it[7] or "").strip("0") else 0)
    try:
        return local + fraction - (-offset if it[8] == "-" else offset)
    except OverflowError:
        return None


def _parse_delay(text: str, unit: str | None) -> _Delay | None:
    value = text.strip(" \t")
    number = _rounded_up(value)
    found: _Delay | None = None
    if unit in (None, "seconds"):
        found = _date(value) if number is None else _delay_of(number)
    elif unit == "date":
        found = _date(value)
    elif unit in ("duration", "iso_duration"):
        found = _duration(value)
    elif number is not None and unit == "ms":
        found = _delay_of(Fraction(number, 1000))
    elif number is not None:
        found = _time_of(Fraction(number, 1000 if unit == "epoch_ms" else 1))
    return _duration(text.strip(_SPACE)) if found is None else found


