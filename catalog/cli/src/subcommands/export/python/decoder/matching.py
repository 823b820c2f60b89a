# --- From a message to the values in it

_Constraint: TypeAlias = tuple[str, bool]
_ANY: _Constraint = ("text", False)


def _constraint(entry: _Data, field: int) -> _Constraint:
    params = entry["params"]
    param = params[field] if field < len(params) else {"type": "string"}
    if param["type"] in ("integer", "decimal", "boolean"):
        return (str(param["type"]), bool(param.get("optional", False)))
    return _ANY


def _accepts(constraint: _Constraint, text: str) -> bool:
    form, is_optional = constraint
    if form == "text":
        return True
    if text == "":
        return is_optional
    if form == "integer":
        return _is_integer(text)
    if form == "decimal":
        return _is_decimal(text)
    return text in ("true", "false")


@dataclass(frozen=True)
class _Match:
    """The values in a text, by the index of their parameters."""

    values: Mapping[int, str]
    #: Whether this is the only way to split the text.
    is_unique: bool


#: `unknown`: finding out would take too long.
_Fit: TypeAlias = Union[_Match, Literal["no", "unknown"]]


class _Placeholder:
    __slots__ = ("literal", "field", "constraint", "starts")

    def __init__(self, literal: str, field: int, constraint: _Constraint) -> None:
        self.literal = literal
        self.field = field
        self.constraint = constraint
        #: Where its value can begin if all before it fit.
        self.starts = bytearray()


def _match(
    template: Sequence[_Data],
    text: str,
    constraints: Callable[[int], _Constraint],
    is_filled: bool,
) -> _Fit:
    first, last = template[0], template[-1]
    if len(template) == 1:
        return _Match({}, True) if text == first else "no"
    end = len(text) - len(last)
    if not text.startswith(first) or not text.endswith(last) or end < 0:
        return "no"
    values: dict[int, str] = {}
    fits, has_several_ways = True, False
    start = len(first)
    before: tuple[str, int] | None = None
    for index in range(1, len(template), 2):
        field, literal = template[index], template[index + 1]
        if is_filled and start >= len(text):
            return "no"
        earliest = start + 1 if is_filled else start
        is_last = index + 2 == len(template)
        at = end if is_last else text.find(literal, earliest, end)
        if at < earliest:
            return "no"
        value = text[start:at]
        if values.get(field, value) != value:
            fits = False
        values[field] = value
        fits = fits and _accepts(constraints(field), value)
        if before is not None and not has_several_ways:
            latest = at - 1 if is_filled else at
            has_several_ways = text.find(before[0], before[1] + 1, latest) >= 0
        before = (literal, at)
        start = at + len(literal)
    if not has_several_ways:
        return _Match(values, True) if fits else "no"
    leftmost = _Match(values, False) if fits else None
    return _choose_split(template, text, constraints, is_filled, end, leftmost)


def _choose_split(
    template: Sequence[_Data],
    text: str,
    constraints: Callable[[int], _Constraint],
    is_filled: bool,
    end: int,
    leftmost: _Match | None,
) -> _Fit:
    """Chooses the split that fits, out of several."""
    placeholders = [
        _Placeholder(template[at - 1], template[at], constraints(template[at]))
        for at in range(1, len(template), 2)
    ]
    fields = {it.field for it in placeholders}
    is_repeated = len(fields) < len(placeholders)
    is_loose = all(it.constraint[0] == "text" for it in placeholders)
    if not is_repeated and is_loose:
        return leftmost or "no"
    if is_repeated and len(fields) == 1:
        return _split_equally(placeholders, text, end)
    # Each placeholder takes one step for each character.
    patience = 65_536 + 64 * len(text) - len(placeholders) * (end + 1)
    if patience < 0:
        return leftmost or "unknown"
    if not _go_forwards(placeholders, text, is_filled, end):
        return "no"
    if is_repeated:
        return _Agreeing(placeholders, text, is_filled, end, patience).run(leftmost)
    latest = _go_back(placeholders, text, is_filled, end, True)
    earliest = _go_back(placeholders, text, is_filled, end, False)
    return _Match(latest, latest == earliest)


def _split_equally(placeholders: Sequence[_Placeholder], text: str, end: int) -> _Fit:
    """All placeholders belong to one parameter, so the length of its value is known."""
    literals = len(text) - end + sum(len(it.literal) for it in placeholders)
    length, rest = divmod(len(text) - literals, len(placeholders))
    if length < 0 or rest != 0:
        return "no"
    values: dict[int, str] = {}
    at = 0
    for it in placeholders:
        if not text.startswith(it.literal, at):
            return "no"
        at += len(it.literal)
        value = text[at : at + length]
        if values.get(it.field, value) != value or not _accepts(it.constraint, value):
            return "no"
        values[it.field] = value
        at += length
    return _Match(values, True) if at == end else "no"


def _go_forwards(
    placeholders: Sequence[_Placeholder], text: str, is_filled: bool, end: int
) -> bool:
    """Finds where values can begin. Returns whether the whole text can be split."""
    ends = bytearray(end + 1)
    ends[0] = 1
    for it in placeholders:
        it.starts = bytearray(end + 1)
        at = text.find(it.literal, 0, end)
        while at >= 0:
            if ends[at]:
                it.starts[at + len(it.literal)] = 1
            at = text.find(it.literal, at + 1, end) if at < end else -1
        first = it.starts.find(1)
        if first < 0:
            return False
        if it.constraint[0] == "text":
            ends = bytearray(end + 1)
            for at in range(first + is_filled, end + 1):
                ends[at] = 1
        else:
            ends = _ends(it.constraint, text, it.starts, end)
    return ends[end] == 1


#: The states of a decimal: start, sign, digits, point, fraction, exponent, its sign,
#: its digits.
_DECIMAL_ENDS = 0b1001_0100


def _after_decimal(states: int, character: str) -> int:
    if "0" <= character <= "9":
        whole = 1 << 2 if states & 0b0000_0111 else 0
        fraction = 1 << 4 if states & 0b0001_1000 else 0
        return whole | fraction | (1 << 7 if states & 0b1110_0000 else 0)
    if character in ("+", "-"):
        return (1 << 1 if states & 1 else 0) | (1 << 6 if states & 0b10_0000 else 0)
    if character == ".":
        return 1 << 3 if states & 0b100 else 0
    if character in ("e", "E"):
        return 1 << 5 if states & 0b1_0100 else 0
    return 0


def _ends(constraint: _Constraint, text: str, starts: bytearray, end: int) -> bytearray:
    """Where values that begin at these places can end."""
    form, is_optional = constraint
    ends = bytearray(end + 1)
    states = 0
    for at in range(end + 1):
        begins = starts[at] == 1
        if begins and is_optional:
            ends[at] = 1
        if form == "decimal":
            if states & _DECIMAL_ENDS:
                ends[at] = 1
            states = _after_decimal(states | begins, text[at : at + 1])
        elif begins and form == "integer":
            for to in range(at + 1, min(at + 20, end) + 1):
                if _is_integer(text[at:to]):
                    ends[to] = 1
        elif begins:
            for word in ("true", "false"):
                if text.startswith(word, at) and at + len(word) <= end:
                    ends[at + len(word)] = 1
    return ends


def _go_back(
    placeholders: Sequence[_Placeholder],
    text: str,
    is_filled: bool,
    end: int,
    is_latest: bool,
) -> dict[int, str]:
    """Builds one split that fits, from the last value to the first."""
    values: dict[int, str] = {}
    for it in reversed(placeholders):
        start = _start(it, text, is_filled, end, is_latest)
        values[it.field] = text[start:end]
        end = start - len(it.literal)
    return values


def _start(
    placeholder: _Placeholder, text: str, is_filled: bool, end: int, is_latest: bool
) -> int:
    starts = placeholder.starts
    form, is_optional = placeholder.constraint
    if form == "text":
        if not is_latest:
            return starts.find(1)
        return starts.rfind(1, 0, end + (0 if is_filled else 1))
    found = end
    if form == "decimal":
        if is_latest and is_optional and starts[end]:
            return end
        # The states from which the characters that were read complete a number.
        states = _DECIMAL_ENDS
        for at in range(end - 1, -1, -1):
            leading = 0
            for state in range(8):
                if _after_decimal(1 << state, text[at]) & states:
                    leading |= 1 << state
            states = leading
            if states == 0:
                break
            if states & 1 and starts[at]:
                found = at
                if is_latest:
                    break
        return found
    for at in range(end, max(0, end - 20) - 1, -1):
        if starts[at] and _accepts(placeholder.constraint, text[at:end]):
            found = at
            if is_latest:
                break
    return found


