

# ----------------------------------------------------------------------------
# The decoder. It is the same in every exported file.
#
# response ──read──▶ JSON ──find──▶ parts of an error ──choose──▶ entry ──values──▶ Decoded
#                      (in an envelope: code, message, …)   (by code, message, status)

E = TypeVar("E")

#: Why a response is in none of the catalog's envelopes.
ForeignReason: TypeAlias = Literal["empty", "not-json", "other-json", "success"]

#: The headers of a response.
Headers: TypeAlias = Union[Mapping[str, str], Iterable[tuple[str, str]]]

_Value: TypeAlias = Union[str, int, bool, tuple[str, ...], None]
_Data: TypeAlias = Any


class Decoded(Generic[E]):
    """What every decoded response has. Whatever it is, nothing of it is lost."""

    __slots__ = ("_decoding",)

    def __init__(self, decoding: _Decoding) -> None:
        self._decoding = decoding

    @property
    def is_error(self) -> bool:
        """Whether the response is an error."""
        result = self._decoding.result
        is_pass = 100 <= self.status < 400
        return result.kind != "foreign" or not (result.reason == "success" or is_pass)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._decoding.status

    @property
    def body_status(self) -> int | None:
        """The status in the body."""
        parts = self._decoding.result.parts
        return None if parts is None else parts.status

    @property
    def code(self) -> str | None:
        """The code in the response; a number as its decimal text."""
        parts = self._decoding.result.parts
        return None if parts is None else parts.code

    @property
    def subcode(self) -> str | None:
        """What distinguishes errors of one code."""
        return self._decoding.subcode()

    @property
    def message(self) -> str | None:
        """The message in the response."""
        parts = self._decoding.result.parts
        return None if parts is None else parts.message

    @property
    def title(self) -> str | None:
        """The title in the body."""
        return self._decoding.text("title")

    @property
    def scope(self) -> str | None:
        """The scope in the body."""
        return self._decoding.text("scope")

    @property
    def reference(self) -> str | None:
        """The reference for the API's support, such as a request id."""
        return self._decoding.reference()

    @property
    def envelope(self) -> str | None:
        """The name of the envelope that the error was read from."""
        return self._decoding.envelope()

    @property
    def language(self) -> str | None:
        """The language of the message, if the catalog knows the message."""
        return self._decoding.language()

    @property
    def is_certain(self) -> bool:
        """Whether no other reading of the response is possible."""
        return self._decoding.is_certain()

    @property
    def retry_after(self) -> timedelta | None:
        """How long to wait before the same request is sent again."""
        return self._decoding.retry_after()

    @property
    def body(self) -> str:
        """The body, unchanged."""
        return self._decoding.body

    def errors(self) -> list[AnyDecoded[E]]:
        """All errors of the response, if it has several of equal rank; else the one."""
        return [_view(it) for it in self._decoding.errors()]

    def causes(self) -> list[AnyDecoded[E]]:
        """The errors within the error."""
        return [_view(it) for it in self._decoding.causes()]


class Known(Decoded[E]):
    """An error of the catalog."""

    __slots__ = ("error",)
    __match_args__ = ("error",)
    outcome: ClassVar[Literal["known"]] = "known"
    error: E


class Partial(Decoded[E]):
    """An error of the catalog whose parameters could not be read."""

    __slots__ = ("id",)
    __match_args__ = ("id",)
    outcome: ClassVar[Literal["partial"]] = "partial"
    id: str


class Unknown(Decoded[E]):
    """An error in one of the catalog's envelopes that is not among its entries."""

    __slots__ = ()
    outcome: ClassVar[Literal["unknown"]] = "unknown"


class Batch(Decoded[E]):
    """Errors by key."""

    __slots__ = ("batch",)
    __match_args__ = ("batch",)
    outcome: ClassVar[Literal["batch"]] = "batch"
    batch: Mapping[str, AnyDecoded[E]]


class Foreign(Decoded[E]):
    """A response in none of the catalog's envelopes: from a proxy, or a success."""

    __slots__ = ("reason",)
    __match_args__ = ("reason",)
    outcome: ClassVar[Literal["foreign"]] = "foreign"
    reason: ForeignReason


#: A decoded response.
AnyDecoded: TypeAlias = Union[
    Known[E],
    Partial[E],
    Unknown[E],
    Batch[E],
    Foreign[E],
]


# --- JSON, with every value exactly as it is written


class _Json:
    """A value of a response."""

    __slots__ = ("source", "start", "end", "text", "items", "members")

    def __init__(
        self,
        source: str,
        start: int = 0,
        end: int | None = None,
        text: str | None = None,
        items: list[_Json] | None = None,
        members: dict[str, _Json] | None = None,
    ) -> None:
        self.source = source
        self.start = start
        self.end = len(source) if end is None else end
        self.text = text
        self.items = items
        self.members = members

    @property
    def raw(self) -> str:
        """The value as it is written: `2.50` stays `2.50`."""
        return self.source[self.start : self.end]

    @property
    def is_number(self) -> bool:
        return self.source[self.start : self.start + 1] in _NUMBER_STARTS

    @property
    def is_boolean(self) -> bool:
        return self.raw in ("true", "false")

    def scalar(self) -> str | None:
        """The text of a string; a number or a boolean as it is written."""
        if self.text is not None:
            return self.text
        return self.raw if self.is_number or self.is_boolean else None

    def whole(self) -> str:
        scalar = self.scalar()
        return self.raw if scalar is None else scalar


_NUMBER_STARTS = frozenset("-0123456789")
_JSON_SPACE = re.compile(r"[ \t\n\r]*")
_COLON = re.compile(r"[ \t\n\r]*:")
_TOKEN = re.compile(
    r"(?P<sign>[\[\]{},])"
    r'|(?P<string>"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*")'
    r"|(?P<other>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)"
)


def _unescaped(quoted: str) -> str:
    text = quoted[1:-1]
    if "\\" not in text:
        return text
    decoded = str(json.loads(quoted))
    # A surrogate without its other half is not a character.
    return re.sub("[\ud800-\udfff]", "\ufffd", decoded)


class _Open:
    """An array or an object that is being read."""

    __slots__ = ("start", "items", "members", "key")

    def __init__(self, start: int, is_array: bool) -> None:
        self.start = start
        self.items: list[_Json] | None = [] if is_array else None
        self.members: dict[str, _Json] | None = None if is_array else {}
        self.key: str | None = None


def _parse_json(text: str) -> _Json | None:
    """Parses one value without recursion: a body can be nested to any depth."""
    stack: list[_Open] = []
    whole: _Json | None = None
    # What can come next: a value, or, after one, a comma or an end.
    expects_value, may_end = True, False
    at = 0
    while True:
        at = _skip_json_space(text, at)
        if at == len(text):
            return None if stack else whole
        token = _TOKEN.match(text, at)
        if token is None or whole is not None:
            return None
        start, at = at, token.end()
        sign, quoted = token["sign"], token["string"]
        top = stack[-1] if stack else None
        if sign in ("{", "["):
            is_name = top is not None and top.members is not None and top.key is None
            if not expects_value or is_name:
                return None
            stack.append(_Open(start, sign == "["))
            expects_value, may_end = True, True
            continue
        if sign == ",":
            if expects_value or top is None:
                return None
            expects_value, may_end = True, False
            continue
        if sign in ("}", "]"):
            if top is None or (top.items is not None) != (sign == "]"):
                return None
            if top.key is not None or (expects_value and not may_end):
                return None
            stack.pop()
            value = _Json(text, top.start, at, None, top.items, top.members)
        elif not expects_value:
            return None
        elif quoted is not None:
            content = _unescaped(quoted)
            if top is not None and top.members is not None and top.key is None:
                colon = _COLON.match(text, at)
                if colon is None:
                    return None
                top.key, at = content, colon.end()
                continue
            value = _Json(text, start, at, content)
        else:
            value = _Json(text, start, at)
        around = stack[-1] if stack else None
        if around is None:
            whole = value
        elif around.items is not None:
            around.items.append(value)
        elif around.members is not None and around.key is not None:
            # The last of duplicates counts, like in most parsers.
            around.members[around.key] = value
            around.key = None
        else:
            return None
        expects_value, may_end = False, False


def _skip_json_space(text: str, at: int) -> int:
    found = _JSON_SPACE.match(text, at)
    return at if found is None else found.end()


def _walk(value: _Json, path: Sequence[_Data]) -> _Json | None:
    at: _Json | None = value
    for step in path:
        if at is None:
            return None
        if isinstance(step, dict):
            at = next((it for it in at.items or [] if _fits(it, step)), None)
        elif at.items is not None:
            is_index = re.fullmatch("0|[1-9][0-9]{0,17}", step) is not None
            index = int(step) if is_index else len(at.items)
            at = at.items[index] if index < len(at.items) else None
        else:
            at = (at.members or {}).get(step)
    return at


def _fits(item: _Json, step: _Data) -> bool:
    member = _walk(item, step["member"])
    return member is not None and _is_literal(member, step["is"])


def _without_zeros(number: str) -> str:
    if "." in number and "e" not in number and "E" not in number:
        return number.rstrip("0").rstrip(".")
    return number


def _is_literal(value: _Json, literal: _Data) -> bool:
    if literal is None:
        return value.raw == "null"
    if isinstance(literal, bool):
        return value.raw == ("true" if literal else "false")
    if isinstance(literal, str):
        return value.text == literal
    number: str = literal["number"]
    return value.is_number and _without_zeros(value.raw) == _without_zeros(number)


def _is_same_text(text: str, literal: _Data) -> bool:
    """Whether a literal is this string or number."""
    if isinstance(literal, dict):
        return bool(literal["number"] == text)
    return isinstance(literal, str) and literal == text


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


class _Agreeing:
    """Searches for the split in which all values of a repeated parameter are equal."""

    def __init__(
        self,
        placeholders: Sequence[_Placeholder],
        text: str,
        is_filled: bool,
        end: int,
        patience: int,
    ) -> None:
        self.placeholders = placeholders
        self.text = text
        self.is_filled = is_filled
        self.patience = patience
        fields = [it.field for it in placeholders]
        self.fields = fields
        count = len(fields)
        self.same = [
            next((at for at in range(index + 1, count) if fields[at] == field), -1)
            for index, field in enumerate(fields)
        ]
        self.times = [
            fields[: index + 1].count(field) for index, field in enumerate(fields)
        ]
        self.literals: list[int] = []
        total = 0
        for it in placeholders:
            total += len(it.literal)
            self.literals.append(total)
        self.is_apart = [
            not set(fields[: index + 1]) & set(fields[index + 1 :])
            for index in range(count)
        ]
        self.hopeless: list[set[int]] = [set() for _ in fields]
        #: The start of each value that was tried last, and its end.
        self.starts = [0] * count
        self.ends = [0] * count
        self._begin(count - 1, end)

    def run(self, leftmost: _Match | None) -> _Fit:
        last = len(self.fields) - 1
        found: dict[int, str] | None = None
        index = last
        while True:
            self.patience -= 1
            start = self._earlier(index)
            if self.patience < 0:
                if found is not None:
                    return _Match(found, False)
                return leftmost or "unknown"
            if start is None:
                if found is None and self.is_apart[index]:
                    self.hopeless[index].add(self.ends[index])
                if index == last:
                    return "no" if found is None else _Match(found, True)
                index += 1
                continue
            self.starts[index] = start
            to = start - len(self.placeholders[index].literal)
            if index > 0:
                if to not in self.hopeless[index - 1]:
                    index -= 1
                    self._begin(index, to)
                continue
            if found is not None:
                return _Match(found, False)
            found = {
                field: self.text[self.starts[at] : self.ends[at]]
                for at, field in enumerate(self.fields)
            }

    def _begin(self, index: int, end: int) -> None:
        self.starts[index], self.ends[index] = end + 1, end

    def _earlier(self, index: int) -> int | None:
        """The next earlier start of a value, given the values after it."""
        it, end, before = self.placeholders[index], self.ends[index], self.starts[index]
        same = self.same[index]
        if same >= 0:
            value = self.text[self.starts[same] : self.ends[same]]
            start = end - len(value)
            is_same = (
                0 <= start < before
                and it.starts[start] == 1
                and self.text[start:end] == value
            )
            return start if is_same else None
        room = end - self.literals[index]
        if room < 0:
            return None
        for start in range(before - 1, end - room // self.times[index] - 1, -1):
            self.patience -= 1
            if self.patience < 0:
                return None
            if not it.starts[start]:
                continue
            value = self.text[start:end]
            if it.constraint[0] != "text":
                self.patience -= len(value)
            if _accepts(it.constraint, value) and not (self.is_filled and not value):
                return start
        return None


# --- Headers


class _Headers:
    __slots__ = ("lines",)

    def __init__(self, headers: Headers) -> None:
        pairs: Iterable[tuple[str, str]]
        if isinstance(headers, Mapping):
            pairs = cast("Mapping[str, str]", headers).items()
        else:
            pairs = headers
        lines = ((name.lower(), value.strip(" \t")) for name, value in pairs)
        is_control = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]").search
        self.lines = [line for line in lines if is_control(line[1]) is None]

    def get(self, name: str) -> str | None:
        return next(iter(self.all(name)), None)

    def all(self, name: str) -> list[str]:
        lowercase = name.lower()
        return [value for own, value in self.lines if own == lowercase]


_NO_HEADERS = _Headers(())


@dataclass
class _Challenge:
    scheme: str
    is_token: bool
    params: list[tuple[str, str]]

    def param(self, name: str | None) -> str | None:
        if name is None:
            return None
        named = (value for own, value in self.params if own.lower() == name.lower())
        return next(named, None)


_WORD = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_SEPARATORS = re.compile(r"[ \t,]+")
_PARAM_NAME = re.compile(rf"({_WORD})[ \t]*=[ \t]*")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_TOKEN_VALUE = re.compile(rf"{_WORD}(?=[ \t,]|\Z)")
_TOKEN68 = re.compile(r"[ \t]*([A-Za-z0-9\-._~+/]+=*)(?=[ \t]*(?:,|\Z))")
_REST = re.compile(r'(?:[^",]|"(?:[^"\\]|\\.)*(?:"|\Z))*', re.DOTALL)


class _Challenges:
    """Parses `WWW-Authenticate`; what is not valid is skipped up to the next comma."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.found: list[_Challenge] = []
        for line in lines:
            self.line, self.at = line, 0
            while True:
                self._eat(_SEPARATORS)
                if self.at >= len(line):
                    break
                self._element()
                self._eat(_REST)

    def _eat(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.line, self.at)
        if found is not None:
            self.at = found.end()
        return found

    def _element(self) -> None:
        if self._param():
            return
        scheme = self._eat(_TOKEN_VALUE)
        if scheme is None:
            return
        token = self._eat(_TOKEN68)
        self.found.append(_Challenge(scheme[0], token is not None, []))
        if token is None:
            while self.line[self.at : self.at + 1] in (" ", "\t"):
                self.at += 1
            self._param()

    def _param(self) -> bool:
        name = self._eat(_PARAM_NAME)
        if name is None:
            return False
        value: str | None = None
        if self.line[self.at : self.at + 1] == '"':
            quoted = self._eat(_QUOTED)
            if quoted is None:
                self.at = len(self.line)
            elif re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]", quoted[0]) is None:
                value = re.sub(r"\\(.)", r"\1", quoted[0][1:-1], flags=re.DOTALL)
        else:
            token = self._eat(_TOKEN_VALUE)
            value = None if token is None else token[0]
        if value is not None and self.found and not self.found[-1].is_token:
            self.found[-1].params.append((name[1], value))
        return True


# --- The places of an envelope

#: Text of a header, or a value of the body.
_Found: TypeAlias = Union[_Json, str]

T = TypeVar("T")


@dataclass(frozen=True)
class _Source:
    """Where places are looked up."""

    error: _Json
    root: _Json
    headers: _Headers

    def find(self, place: _Data) -> _Found | None:
        if "pointer" in place:
            return _walk(self.error, place["pointer"])
        if "query" in place:
            return _walk(self.root, place["query"])
        if "header" in place:
            value = self.headers.get(place["header"])
            if value is not None and place.get("percent", False):
                return unquote_to_bytes(value).decode("utf-8", "replace")
            return value
        whole = self.find(place["at"])
        if "captures" not in place and "case" not in place:
            return whole
        taken = None if whole is None else _text(whole)
        if taken is not None and "captures" in place:
            taken = _capture(place["captures"], taken)
        if taken is None or "case" not in place:
            return taken
        code = _read_case(place["case"], taken)
        return taken if code is None else code

    def json(self, place: _Data) -> _Json | None:
        found = self.find(place)
        return found if isinstance(found, _Json) else None

    def first(self, places: _Data, read: Callable[[_Found], T | None]) -> T | None:
        for place in places or ():
            found = self.find(place)
            value = None if found is None else read(found)
            if value is not None:
                return value
        return None


def _text(found: _Found) -> str | None:
    return found if isinstance(found, str) else found.scalar()


def _only_json(found: _Found) -> _Json | None:
    return found if isinstance(found, _Json) else None


def _code(found: _Found) -> str | None:
    """A code: a string that is not empty, or a number."""
    if isinstance(found, _Json) and found.is_number:
        number = found.raw
        is_whole = re.fullmatch("-?[0-9]{1,19}", number) is not None
        return str(int(number)) if is_whole and _is_int64(int(number)) else number
    text = found if isinstance(found, str) else found.text
    return text or None


def _capture(captures: Sequence[_Data], text: str) -> str | None:
    """Takes a part out of a text with the first pattern that fits."""
    for segments in captures:
        part = _capture_with(segments, text)
        if part is not None:
            return part or None
    return None


def _capture_with(segments: Sequence[_Data], text: str) -> str | None:
    rest = text
    part: str | None = None
    for index, segment in enumerate(segments):
        if isinstance(segment, str):
            if not rest.startswith(segment):
                return None
            rest = rest[len(segment) :]
            continue
        after = segments[index + 1 :]
        if not after:
            taken = rest
        elif len(after) == 1:
            # The end of the text is where the last literal must be.
            if not rest.endswith(after[0]):
                return None
            taken = rest[: len(rest) - len(after[0])]
        else:
            if len(rest) < segment:
                return None
            end = rest.find(after[0], segment)
            if end < 0:
                return None
            taken = rest[:end]
        rest = rest[len(taken) :]
        if segment == 1:
            part = taken
    return (part or "") if rest == "" and part != "" else None


def _ascii_lower(text: str) -> str:
    return "".join(it.lower() if it.isascii() else it for it in text)


def _write_case(case: str, code: str) -> str:
    words = code.split("_")
    for index, word in enumerate(words):
        is_capitalized = case == "pascal" or (case == "camel" and index > 0)
        start = word[:1] if is_capitalized else _ascii_lower(word[:1])
        words[index] = start + _ascii_lower(word[1:])
    return {"kebab": "-", "snake": "_"}.get(case, "").join(words)


def _read_case(case: str, sent: str) -> str | None:
    """The catalog's code of one that was sent in another case."""
    separator = {"kebab": "-", "snake": "_"}.get(case)
    code = ""
    for letter in sent:
        if letter == separator:
            code += "_"
        elif letter.isalnum():
            if separator is None and "A" <= letter <= "Z" and code:
                code += "_"
            code += letter.upper() if letter.isascii() else letter
        else:
            return None
    return code if _write_case(case, code) == sent else None


def _status(found: _Found) -> int | None:
    if isinstance(found, _Json) and not found.is_number and found.text is None:
        return None
    text = _text(found) or ""
    is_written = isinstance(found, _Json) and found.is_number
    text = text if is_written else text.strip(_SPACE)
    if re.fullmatch("\\+?[0-9]{1,400}", text) is None:
        return None
    status = int(text)
    return status if status < 65_536 else None


def _errors_at(value: _Json) -> list[_Json]:
    """The elements of an array, or one value; `null` is none."""
    if value.items is not None:
        return value.items
    return [] if value.raw == "null" else [value]


def _shows_success(body: _Data, source: _Source, is_element: bool) -> bool:
    """Whether a value of the response shows that it is not an error."""
    for success in body.get("success", ()):
        if "code" in success:
            literal = success["code"]
            for place in body.get("code", ()):
                found = source.find(place)
                text = None if found is None else _text(found)
                if isinstance(found, _Json) and _is_literal(found, literal):
                    return True
                if text is not None and _is_same_text(text, literal):
                    return True
            continue
        place = success["at"]
        # Everything outside an element of an array is the same for all of them.
        if is_element and ("query" in place or "header" in place):
            continue
        found = source.find(place)
        if isinstance(found, str) and _is_same_text(found, success["is"]):
            return True
        if isinstance(found, _Json) and _is_literal(found, success["is"]):
            return True
    return False


# --- The parts of an error


@dataclass(frozen=True)
class _Parts:
    body: _Data = None
    source: _Source | None = None
    in_header: _Data = None
    challenge: _Challenge | None = None
    header_value: str | None = None
    envelope: int | None = None
    code: str | None = None
    message: str | None = None
    status: int | None = None
    #: A parameter that is outside the error, such as the key of an object of errors.
    given: tuple[str, str] | None = None
    #: Whether the response can contain other errors, so that its status is not that
    #: of this one.
    is_among_others: bool = False
    lacks_code: bool = False
    is_element: bool = False
    within: _Data = None

    def statuses(self, http: int) -> tuple[int, int]:
        return (http if self.status is None else self.status, http)

    def may_be(self, entry: _Data) -> bool:
        return not self.lacks_code or not _has_code(entry)

    def is_in_envelope_of(self, entry: _Data) -> bool:
        own = entry.get("envelope")
        return self.envelope is None or own is None or self.envelope == own


def _has_code(entry: _Data) -> bool:
    return "code" in entry or "pattern" in entry


def _same_code(own: str, sent: str) -> bool:
    if own == sent:
        return True
    number = re.compile("[+-]?[0-9]{1,400}")
    if number.fullmatch(own) is None or number.fullmatch(sent) is None:
        return False
    return int(own) == int(sent)


class _Index:
    """What is looked up in a catalog."""

    def __init__(self, catalog: _Data) -> None:
        self.languages: list[str] = catalog["languages"]
        self.fallbacks: list[int] = catalog["fallbacks"]
        self.envelopes: list[_Data] = catalog["envelopes"]
        self.entries: list[_Data] = catalog["entries"]
        self.patterns: list[int] = catalog["patterns"]
        self.by_id = {it["id"]: it for it in self.entries}
        self.by_code: dict[str, list[_Data]] = {}
        #: The entries without a code.
        self.nameless: list[_Data] = []
        # Free text matches every message that no other entry matches.
        for entry in sorted(self.entries, key=lambda it: "freeText" not in it):
            if "code" in entry:
                self.by_code.setdefault(str(entry["code"]), []).append(entry)
            elif "pattern" not in entry:
                self.nameless.append(entry)
        self.with_forms = [
            it
            for it in self.entries
            if any("message" in form for form in it.get("forms", ()))
        ]
        self.wide = [it for it in self.entries if _is_wide(it)]
        self.has_subcodes = any("subcode" in it for it in self.entries)
        self.is_guarded = any(_has_sensitive(it) for it in self.entries)

    def with_code(self, code: str) -> list[_Data]:
        """The entries with this code, or else those whose code with placeholders it is."""
        found = self.by_code.get(code)
        return self.with_pattern(code) if found is None else found

    def with_pattern(self, code: str) -> list[_Data]:
        if _has_space(code):
            return []
        entries = (self.entries[it] for it in self.patterns)
        return [
            entry
            for entry in entries
            if _match(entry["pattern"], code, lambda _: _ANY, True) != "no"
        ]

    def candidates(self, parts: _Parts) -> list[_Data]:
        """The entries with the code of the response and, if there are any, its subcode."""
        entries = self.with_code(parts.code or "")
        if not self.has_subcodes:
            return entries
        sent = None
        if parts.source is not None:
            sent = parts.source.first(parts.body.get("subcode"), _code)
        known = [
            it
            for it in entries
            if sent is not None and "subcode" in it and _same_code(it["subcode"], sent)
        ]
        return known or [it for it in entries if "subcode" not in it]


def _is_wide(entry: _Data) -> bool:
    return "freeText" in entry or entry["fixed"] == 0


def _has_sensitive(entry: _Data) -> bool:
    return any("sensitive" in it for it in entry["params"])


def _code_at(index: _Index, body: _Data, source: _Source) -> str | None:
    found = (source.find(place) for place in body.get("code", ()))
    codes = [_code(it) for it in found if it is not None]
    sent = [code for code in codes if code is not None]
    known = (code for code in sent if index.with_code(code))
    return next(known, sent[0] if sent else None)


def _parts(
    body: _Data,
    source: _Source,
    code: str | None,
    message: str | None,
    lacks_code: bool,
) -> _Parts:
    return _Parts(
        body=body,
        source=source,
        code=code,
        message=message,
        status=source.first(body.get("status"), _status),
        lacks_code=lacks_code,
    )


def _parts_in_body(index: _Index, body: _Data, source: _Source) -> _Parts | None:
    """The parts of an error with a code, or a message if there is no place for a code."""
    code = _code_at(index, body, source)
    message = source.first(body.get("message"), _text)
    is_there = code is not None if "code" in body else message is not None
    return _parts(body, source, code, message, False) if is_there else None


def _parts_without_code(body: _Data, source: _Source) -> _Parts | None:
    message = source.first(body.get("message"), _text)
    if message is None or message.strip(_SPACE) == "":
        return None
    return _parts(body, source, None, message, True)


def _parts_of_error(index: _Index, body: _Data, source: _Source) -> _Parts | None:
    """The parts of an error that is certainly one: a message is enough."""
    text = source.error.text
    places = body.get("message", ())
    is_message = bool(places) and places[0].get("pointer") == []
    if text is not None and text.strip(_SPACE) and not is_message:
        return _parts(body, source, None, text, True)
    parts = _parts_in_body(index, body, source)
    return _parts_without_code(body, source) if parts is None else parts


def _parts_in_element(index: _Index, body: _Data, source: _Source) -> _Parts | None:
    if _shows_success(body, source, True):
        return None
    parts = _parts_of_error(index, body, source)
    return None if parts is None else replace(parts, is_element=True)


def _list(body: _Data, source: _Source) -> list[_Json]:
    """The elements of the array of errors."""

    def read(found: _Found) -> _Json | None:
        is_list = isinstance(found, _Json) and (
            found.items is not None or found.members is not None
        )
        return found if is_list and isinstance(found, _Json) else None

    found = source.first(body["errors"], read)
    return [] if found is None else _errors_at(found)


def _parts_in_list(index: _Index, body: _Data, source: _Source) -> _Parts | None:
    errors = _list(body, source)
    for at, error in enumerate(errors):
        parts = _parts_in_element(index, body, replace(source, error=error))
        if parts is not None:
            return replace(parts, is_among_others=at + 1 < len(errors))
    return None


def _parts_in(index: _Index, body: _Data, source: _Source) -> _Parts | None:
    read = _parts_in_list if "errors" in body else _parts_in_body
    return read(index, body, source)


def _parts_in_header(header: _Data, headers: _Headers) -> _Parts | None:
    if "scheme" not in header:
        value = headers.get(header["header"])
        return value and _Parts(in_header=header, header_value=value) or None
    scheme = header["scheme"].lower()
    identity = header.get("code", header.get("message"))
    for it in _Challenges(headers.all(header["header"])).found:
        if it.scheme.lower() == scheme and it.param(identity) is not None:
            return _Parts(
                in_header=header,
                challenge=it,
                code=it.param(header.get("code")),
                message=it.param(header.get("message")),
            )
    return None


# --- The document


@dataclass(frozen=True)
class _Document:
    json: _Json | None
    headers: _Headers
    format: str | None
    foreign: ForeignReason

    def source(self, body: _Data) -> _Source | None:
        if body.get("format") != self.format:
            return None
        if self.json is not None:
            return _Source(self.json, self.json, self.headers)
        places = [*body.get("code", ()), *body.get("message", ())]
        if any(_is_in_header(it) for it in places):
            nothing = _Json("")
            return _Source(nothing, nothing, self.headers)
        return None


#: The envelope of a catalog without envelopes.
_PLAIN: _Data = {
    "code": [{"pointer": ["code"]}],
    "message": [{"pointer": ["message"]}],
}


def _is_in_header(place: _Data) -> bool:
    return _is_in_header(place["at"]) if "at" in place else "header" in place


def _entry_without_body(index: _Index, envelope: int, status: int) -> _Data:
    """The only entry without a code and a message that is sent with this status."""
    found = [
        entry
        for entry in index.entries
        if entry.get("envelope", 0) == envelope
        and not _has_code(entry)
        and all("optional" in it for it in entry["params"])
        and status in entry["statuses"]
    ]
    return found[0] if len(found) == 1 else None


def _find_parts(index: _Index, document: _Document, status: int) -> _Parts | int | None:
    """The parts in the first envelope that fits, or the envelope of a success."""
    if not index.envelopes:
        source = document.source(_PLAIN)
        return None if source is None else _parts_in_body(index, _PLAIN, source)
    for at, envelope in enumerate(index.envelopes):
        parts: _Parts | None
        if "inHeader" in envelope:
            parts = _parts_in_header(envelope["inHeader"], document.headers)
        else:
            body = envelope["body"]
            source = document.source(body)
            if source is None:
                continue
            if _shows_success(body, source, False):
                return at
            if body.get("format") == "empty":
                entry = _entry_without_body(index, at, status)
                parts = entry and _parts(body, source, None, None, True)
            else:
                parts = _parts_in(index, body, source)
        if parts is not None:
            return replace(parts, envelope=at)
    return None


def _parts_elsewhere(index: _Index, parts: _Parts, document: _Document) -> list[_Parts]:
    """The parts in the other envelopes that the body fits as well."""
    found: list[_Parts] = []
    for at, envelope in enumerate(index.envelopes):
        if at == parts.envelope or "body" not in envelope:
            continue
        body = envelope["body"]
        # An error with a code is never sent in an envelope without one.
        if parts.code is not None and "code" not in body:
            continue
        source = document.source(body)
        other = None if source is None else _parts_in(index, body, source)
        if other is not None:
            found.append(replace(other, envelope=at))
    return found


def _find_without_code(
    index: _Index, document: _Document, is_error: Callable[[_Parts], bool]
) -> _Parts | None:
    bodies: list[tuple[_Data, int | None]] = [
        (it["body"], at)
        for at, it in enumerate(index.envelopes)
        if "body" in it and "errors" not in it["body"]
    ]
    if not index.envelopes:
        bodies = [(_PLAIN, None)]
    for body, envelope in bodies:
        source = document.source(body)
        parts = None if source is None else _parts_without_code(body, source)
        if parts is not None and is_error(parts):
            return replace(parts, envelope=envelope)
    return None


def _is_error_without_code(parts: _Parts, status: int) -> bool:
    """Whether there is a member for the code, or the status is that of an error."""
    source = parts.source
    if source is None:
        return False
    places = parts.body.get("code", ())
    has_code = any(source.find(place) is not None for place in places)
    return has_code or not 200 <= parts.statuses(status)[0] < 300


# --- Which entry it is


@dataclass(frozen=True)
class _Choice:
    entry: _Data
    fit: Literal["other", "unread", "missing", "free", "form", "current"]
    status: int
    form: _Data = None
    match: _Match | None = None


def _history(entry: _Data) -> list[_Data]:
    return [it for it in entry.get("forms", ()) if "earlier" in it]


def _status_fit(entry: _Data, body: int | None, http: int) -> int:
    if body in entry["statuses"]:
        return 3
    if http in entry["statuses"]:
        return 2
    old = [it for form in _history(entry) for it in form.get("statuses", ())]
    return 1 if body in old or http in old else 0


def _match_message(entry: _Data, form: _Data, text: str) -> _Fit:
    """Reads the values from a message, in a form of the error or in the current one."""
    template = None if form is None else form.get("message")
    match = _match(
        template or entry["message"], text, lambda it: _constraint(entry, it), False
    )
    if not isinstance(match, _Match) or (form is not None and "earlier" in form):
        return match
    return _check_number(entry, form, match)


def _plural_forms(entry: _Data, language: int) -> list[_Data]:
    forms = entry.get("forms", ())
    return [it for it in forms if it["language"] == language and "plural" in it]


def _is_for(plural: _Data, text: str) -> bool:
    """Whether a number, as text, is one of those that a form is for."""
    if "numbers" not in plural or re.fullmatch("-?[0-9]+", text) is None:
        return False
    numbers = plural["numbers"]
    digits = text.lstrip("-").lstrip("0")
    if len(digits) > 6 and digits.endswith("000000"):
        return bool(numbers["millions"])
    is_small = len(digits) < 3 or (len(digits) == 3 and digits < "200")
    number = int(digits or "0") if is_small else 100 + int(digits[-2:])
    return any(first <= number <= last for first, last in numbers["ranges"])


def _form_of_number(entry: _Data, language: int, number: str) -> _Data:
    """The form that a number asks for; none for the one for all others."""
    forms = _plural_forms(entry, language)
    exact = (it for it in forms if it["plural"].get("exact") == number)
    of_category = (it for it in forms if _is_for(it["plural"], number))
    return next(exact, None) or next(of_category, None)


def _check_number(entry: _Data, form: _Data, match: _Match) -> _Fit:
    """Checks that the number in a message asks for the form that the message fits."""
    language = 0 if form is None else form["language"]
    forms = _plural_forms(entry, language)
    if not forms:
        return match
    param = forms[0]["plural"]["param"]
    own = form if form is not None and "plural" in form else None
    number = match.values.get(param)
    if number is None:
        exact = None if own is None else own["plural"].get("exact")
        if exact is None:
            return match
        return replace(match, values={**match.values, param: exact})
    if _form_of_number(entry, language, number) is own:
        return match
    # Another way to split the message may have a number that asks for the form.
    return "no" if match.is_unique else "unknown"


def _match_forms(
    entry: _Data, forms: Sequence[_Data], message: str, statuses: Sequence[int]
) -> tuple[_Data, _Match] | None:
    for form in forms:
        had = form.get("statuses", ())
        if (had and not any(it in had for it in statuses)) or "message" not in form:
            continue
        match = _match_message(entry, form, message)
        if isinstance(match, _Match):
            return (form, match)
    return None


def _choose_form(entry: _Data, parts: _Parts, http: int) -> _Choice:
    status = _status_fit(entry, parts.status, http)
    if "freeText" in entry:
        return _Choice(entry, "free", status)
    if parts.message is None:
        return _Choice(entry, "missing", status)
    current = _match_message(entry, None, parts.message)
    forms = entry.get("forms", ())
    if forms:
        statuses = parts.statuses(http)
        sent = set(entry["statuses"])
        for form in _history(entry):
            if "message" not in form:
                sent.update(form.get("statuses", ()))
        is_current = (
            isinstance(current, _Match)
            and parts.is_in_envelope_of(entry)
            and any(it in sent for it in statuses)
        )
        if not is_current:
            others = _history(entry) if isinstance(current, _Match) else forms
            found = _match_forms(entry, others, parts.message, statuses)
            if found is not None:
                return _Choice(entry, "form", status, *found)
    if isinstance(current, _Match):
        return _Choice(entry, "current", status, None, current)
    return _Choice(entry, "other" if current == "no" else "unread", status)


def _code_fit(entry: _Data, code: str | None) -> _Fit:
    if "pattern" not in entry:
        return _Match({}, True)
    if code is None or _has_space(code):
        return "no"
    pattern = entry["pattern"]
    return _match(pattern, code, lambda it: (_constraint(entry, it)[0], False), True)


_ORDER = {"other": 0, "unread": 0, "missing": 1, "free": 2, "form": 3, "current": 3}


def _rank(choice: _Choice, parts: _Parts) -> tuple[bool, bool, bool, int, int]:
    """What makes a choice better than another, in this order."""
    message = _ORDER[choice.fit]
    is_constant = len(choice.entry["message"]) == 1 and "freeText" not in choice.entry
    return (
        _code_fit(choice.entry, parts.code) != "no",
        message >= 2 or is_constant,
        parts.is_in_envelope_of(choice.entry),
        choice.status,
        message,
    )


def _literal(choice: _Choice) -> int:
    if choice.fit == "form":
        return 2 * int(choice.form["fixed"])
    return 2 * int(choice.entry["fixed"]) + 1 if choice.fit == "current" else 0


def _is_better(choice: _Choice, other: _Choice, parts: _Parts) -> bool:
    own, others = _rank(choice, parts), _rank(other, parts)
    if own != others:
        return own > others
    knows = not _has_members_of_others(choice.entry, parts)
    other_knows = not _has_members_of_others(other.entry, parts)
    is_longer = _literal(choice) > _literal(other)
    if other_knows and not is_longer:
        return False
    return (not other_knows and is_longer) or knows


def _best(choices: Iterable[_Choice], parts: _Parts) -> _Choice | None:
    best: _Choice | None = None
    for choice in choices:
        if best is None or _is_better(choice, best, parts):
            best = choice
    return best


def _has_members_of_others(entry: _Data, parts: _Parts) -> bool:
    """Whether there is a member for a parameter that the entry does not have."""
    own = {it["name"] for it in entry["params"]}
    if parts.in_header is not None:
        challenge = parts.challenge
        return challenge is not None and any(
            name not in own and challenge.param(at) is not None
            for name, at in parts.in_header["params"]
        )
    source = parts.source
    body: dict[str, _Data] = parts.body or {}
    params = body.get("params")
    if params is None or source is None:
        return False
    if "object" in params:
        pointer = params["object"].get("pointer")
        is_shared = pointer == [] or any(
            pointer is not None and code.get("pointer", [])[: len(pointer)] == pointer
            for code in body.get("code", ())
            if "pointer" in code
        )
        found = source.json(params["object"])
        names = [] if found is None else list(found.members or ())
        return not is_shared and any(name not in own for name in names[:32])
    if "pairs" in params:
        found = source.json(params["pairs"])
        pairs = [] if found is None else found.items or []
        at = [_walk(pair, params["name"]) for pair in pairs[:32]]
        texts = [it.text for it in at if it is not None]
        return any(name is not None and name not in own for name in texts)
    return any(
        name not in own and any(source.find(place) is not None for place in places)
        for name, places in params["each"]
    )


def _sent_in_header(index: _Index, parts: _Parts, http: int) -> list[_Data]:
    return [
        entry
        for entry in index.entries
        if "envelope" in entry
        and index.envelopes[entry["envelope"]].get("inHeader") is parts.in_header
        and http in entry["statuses"]
    ]


def _choose(index: _Index, parts: _Parts, http: int) -> _Choice | None:
    """The entry that fits best."""
    if parts.header_value is not None:
        for entry in _sent_in_header(index, parts, http):
            return _Choice(entry, "free" if "freeText" in entry else "missing", 2)
        return None
    is_empty = parts.body is not None and parts.body.get("format") == "empty"
    if is_empty and parts.envelope is not None:
        entry = _entry_without_body(index, parts.envelope, http)
        if entry is None:
            return None
        return _Choice(entry, "missing", _status_fit(entry, parts.status, http))
    if parts.code is None:
        return _choose_by_message(index, parts, http)
    candidates = index.candidates(parts)
    return _best((_choose_form(it, parts, http) for it in candidates), parts)


def _choose_by_message(index: _Index, parts: _Parts, http: int) -> _Choice | None:
    message = parts.message
    if message is None:
        return None
    choices: list[_Choice] = []
    for entry in index.entries:
        if _is_wide(entry) or not parts.may_be(entry):
            continue
        match = _match_message(entry, None, message)
        status = _status_fit(entry, parts.status, http)
        if match == "unknown":
            choices.append(_Choice(entry, "unread", status))
        elif isinstance(match, _Match):
            choices.append(_Choice(entry, "current", status, None, match))
    for entry in index.with_forms:
        if not parts.may_be(entry):
            continue
        forms = entry.get("forms", ())
        found = _match_forms(entry, forms, message, parts.statuses(http))
        if found is not None:
            status = _status_fit(entry, parts.status, http)
            choices.append(_Choice(entry, "form", status, *found))
    best = _best(choices, parts)
    return _choose_wide(index, parts, http, message) if best is None else best


def _choose_wide(
    index: _Index, parts: _Parts, http: int, message: str
) -> _Choice | None:
    """The entry whose message is free text, or only placeholders."""
    for sent in (parts.status, http):
        named = (it for it in index.nameless if sent in it["statuses"])
        entry = next(named, None)
        if entry is not None and "freeText" in entry:
            return _Choice(entry, "free", _status_fit(entry, parts.status, http))
    for entry in index.wide:
        statuses = parts.statuses(http)
        is_sent = any(it in entry["statuses"] for it in statuses)
        if "freeText" in entry or not is_sent or not parts.is_in_envelope_of(entry):
            continue
        match = _match_message(entry, None, message)
        if isinstance(match, _Match):
            status = _status_fit(entry, parts.status, http)
            return _Choice(entry, "current", status, None, match)
    return None


# --- The values of its parameters


def _from_text(text: str, param_type: str) -> _Value:
    """Converts text to a parameter's type."""
    if param_type == "integer":
        if re.fullmatch("[+-]?[0-9]{1,400}", text) is None:
            return None
        return int(text) if _is_int64(int(text)) else None
    if param_type == "boolean":
        return text == "true" if text in ("true", "false") else None
    if param_type == "decimal":
        return text if _is_decimal(text) else None
    if param_type == "list":
        return tuple(text.split(", ")) if text else ()
    return text


def _from_found(found: _Found, param_type: str) -> _Value:
    if isinstance(found, str):
        return _from_text(found, param_type)
    if param_type == "json":
        return found.raw
    if found.raw == "null":
        return None
    if param_type == "list":
        items = [found] if found.items is None else found.items
        return tuple(item.whole() for item in items)
    return _from_text(found.whole(), param_type)


def _from_challenge(text: str | None, param_type: str) -> _Value:
    if text is None:
        return None
    if param_type == "list":
        return tuple(it for it in text.split(" ") if it)
    return _from_text(text, param_type)


def _structured(parts: _Parts, param: _Data) -> _Value:
    """The value of a member or of a challenge's parameter."""
    name, param_type = param["name"], param["type"]
    if parts.given is not None and parts.given[0] == name:
        return _from_text(parts.given[1], param_type)
    if parts.in_header is not None:
        if parts.header_value is not None:
            is_it = parts.in_header.get("value") == name
            return _from_text(parts.header_value, param_type) if is_it else None
        if parts.challenge is None:
            return None
        at = dict(reversed(parts.in_header["params"])).get(name)
        return _from_challenge(parts.challenge.param(at), param_type)
    source = parts.source
    params = None if parts.body is None else parts.body.get("params")
    if params is None or source is None:
        return None
    if "object" in params:
        found = source.json(params["object"])
        member = None if found is None else (found.members or {}).get(name)
        return None if member is None else _from_found(member, param_type)
    if "each" in params:
        places = next((it[1] for it in params["each"] if it[0] == name), ())
        for place in places:
            at = source.find(place)
            value = None if at is None else _from_found(at, param_type)
            if value is not None:
                return value
        return None
    found = source.json(params["pairs"])
    for pair in [] if found is None else found.items or []:
        own = _walk(pair, params["name"])
        member = _walk(pair, params["value"])
        if own is not None and own.text == name and member is not None:
            converted = _from_found(member, param_type)
            if converted is not None:
                return converted
    return None


@dataclass(frozen=True)
class _Values:
    values: list[_Value]
    #: Whether all values that the error needs are there.
    are_there: bool
    are_certain: bool
    #: Whether the code and the message can be split in one way only.
    are_cut_in_one_way: bool


def _values(choice: _Choice, parts: _Parts, message: _Match | None) -> _Values:
    entry = choice.entry
    code_fit = _code_fit(entry, parts.code) if "pattern" in entry else "no"
    code = code_fit if isinstance(code_fit, _Match) else None
    used_message = is_loose = is_guessed = False
    agrees = are_there = True
    values: list[_Value] = []
    for at, param in enumerate(entry["params"]):
        own = _structured(parts, param)
        in_code = _in_match(code, at, param)
        if own is not None:
            agrees = agrees and _has_same(code, at, own) and _has_same(message, at, own)
        elif in_code is not None:
            agrees = agrees and _has_same(message, at, in_code)
        value = in_code if own is None else own
        if value is None:
            if message is not None:
                value = _in_match(message, at, param)
            elif choice.fit == "free" and param["name"] == "message":
                is_guessed = is_guessed or parts.message is None
                value = parts.message or ""
            if value is not None:
                used_message = True
                is_list = isinstance(value, tuple)
                is_loose = is_loose or (is_list and value != (_shown(value),))
        if "withheld" in param and value in ("[redacted]", ("[redacted]",)):
            value = None
        if value is None and "optional" not in param:
            are_there = False
        values.append(value)
    is_cut = not used_message or message is None or message.is_unique
    are_cut_in_one_way = is_cut and (code is None or code.is_unique)
    are_certain = not is_loose and not is_guessed and are_cut_in_one_way and agrees
    return _Values(values, are_there, are_certain, are_cut_in_one_way)


def _in_match(match: _Match | None, at: int, param: _Data) -> _Value:
    text = None if match is None else match.values.get(at)
    return None if text is None else _from_text(text, param["type"])


def _has_same(match: _Match | None, at: int, value: _Value) -> bool:
    text = match.values.get(at) if match is not None and match.is_unique else None
    if text is None:
        return True
    if isinstance(value, int) and not isinstance(value, bool):
        return _from_text(text, "integer") == value
    return _shown(value) == text


def _shown(value: _Value) -> str:
    """The text of a value in a message."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


# --- Whether it could be another error

#: An entry in one of its forms: the current one, an earlier one, or one in another
#: language.
_Reading: TypeAlias = tuple[_Data, _Data]


def _readings(entry: _Data) -> list[_Reading]:
    return [(entry, None), *((entry, form) for form in entry.get("forms", ()))]


def _is_free_text(reading: _Reading) -> bool:
    entry, form = reading
    return "freeText" in entry and (form is None or "message" not in form)


def _match_reading(reading: _Reading, message: str) -> _Fit:
    if _is_free_text(reading):
        return "no"
    entry, form = reading
    return _match_message(entry, form, message)


def _deviation(reading: _Reading, fit: _Fit, parts: _Parts, http: int) -> int:
    """The respects in which a response is not as a reading documents it, as bits."""
    entry, form = reading
    if parts.message is not None:
        message = not _is_free_text(reading) and fit == "no"
    elif parts.body is not None:
        message = "message" in parts.body
    else:
        message = parts.challenge is not None and "message" in parts.in_header
    status = parts.status
    if status is None and not parts.is_among_others:
        status = http
    earlier = () if form is None else form.get("statuses", ())
    documented = earlier or entry["statuses"]
    is_other = status is not None and bool(documented) and status not in documented
    is_old = form is not None and "earlier" in form
    is_elsewhere = not is_old and not parts.is_in_envelope_of(entry)
    has_others = _has_members_of_others(entry, parts)
    return message | is_other << 1 | is_elsewhere << 2 | has_others << 3


def _deviation_of(reading: _Reading, parts: _Parts, http: int) -> int:
    message = parts.message
    is_read = message is not None and not _is_free_text(reading)
    fit = _match_reading(reading, message or "") if is_read else "no"
    return _deviation(reading, fit, parts, http)


def _excludes(own: int, other: int) -> bool:
    return own & other == own and own != other


def _deviation_of_choice(choice: _Choice, parts: _Parts, http: int) -> int:
    entry, form = choice.entry, choice.form
    fit: _Fit = _Match({}, True)
    if choice.fit in ("other", "missing"):
        fit = "no"
    elif choice.fit == "unread":
        fit = "unknown"
    own = _deviation((entry, form), fit, parts, http)
    if form is not None and "earlier" in form:
        return own
    # A form that differs only in its statuses gives the same error.
    for it in _history(entry):
        if "message" not in it:
            other = _deviation((entry, it), fit, parts, http)
            if _excludes(other, own):
                return other
    return own


def _considered(index: _Index, parts: _Parts, http: int) -> list[_Reading]:
    """The readings that a response was compared with."""
    if parts.header_value is not None:
        entries = _sent_in_header(index, parts, http)
    elif parts.code is not None:
        all_entries = [*index.candidates(parts), *index.with_pattern(parts.code)]
        entries = [it for it in all_entries if _code_fit(it, parts.code) != "no"]
    else:
        message = parts.message or ""
        current: list[_Reading] = [
            (it, None)
            for it in index.entries
            if not _is_wide(it)
            and parts.may_be(it)
            and _match_message(it, None, message) != "no"
        ]
        others = [*index.with_forms, *index.wide]
        return current + [reading for it in others for reading in _readings(it)]
    return [reading for it in entries for reading in _readings(it)]


@dataclass(frozen=True)
class _Doubts:
    """Searches for a reading that the chosen one does not rule out."""

    index: _Index
    choice: _Choice
    parts: _Parts
    own: _Values
    document: _Document | None
    http: int
    #: Whether a rival may have any message.
    is_any_text: bool
    counts: Callable[[_Data], bool]

    def are_left(self) -> bool:
        index, parts, http = self.index, self.parts, self.http
        chosen = _deviation_of_choice(self.choice, parts, http)
        if any(
            self._is_rival(it, parts, chosen) for it in _considered(index, parts, http)
        ):
            return True
        if self.is_any_text and parts.code is None:
            for entry in index.entries:
                if parts.may_be(entry) and any(
                    self._is_rival(it, parts, chosen) for it in _readings(entry)
                ):
                    return True
        if self.counts(self.choice.entry) and self._forms_differ(chosen):
            return True
        if self.document is None or len(index.envelopes) < 2:
            return False
        elsewhere = _parts_elsewhere(index, parts, self.document)
        return any(self._is_left_at(it, chosen) for it in elsewhere)

    def _is_left(self, chosen: int, other: int) -> bool:
        return not _excludes(chosen, other & ~1 if self.is_any_text else other)

    def _is_rival(self, reading: _Reading, parts: _Parts, chosen: int) -> bool:
        return (
            reading[0] is not self.choice.entry
            and self.counts(reading[0])
            and self._is_left(chosen, _deviation_of(reading, parts, self.http))
        )

    def _is_left_at(self, parts: _Parts, chosen: int) -> bool:
        other = _choose(self.index, parts, self.http)
        if other is None:
            return False
        gives_others = other.entry is not self.choice.entry or other.entry["params"]
        deviation = _deviation_of_choice(other, parts, self.http)
        if (
            gives_others
            and self.counts(other.entry)
            and self._is_left(chosen, deviation)
        ):
            return True
        considered = _considered(self.index, parts, self.http)
        return any(self._is_rival(it, parts, chosen) for it in considered)

    def _forms_differ(self, chosen: int) -> bool:
        """Whether another form of the entry gives other values and is not ruled out."""
        choice, parts = self.choice, self.parts
        if not choice.entry.get("forms", ()):
            return False
        template = None if choice.form is None else choice.form.get("message")
        for reading in _readings(choice.entry):
            form = reading[1]
            if template is (None if form is None else form.get("message")):
                continue
            fit = _match_reading(reading, parts.message or "")
            if not self._is_left(chosen, _deviation(reading, fit, parts, self.http)):
                continue
            if fit == "no":
                if _is_free_text(reading) and choice.fit != "free":
                    return True
            elif not isinstance(fit, _Match):
                return True
            else:
                other = _values(choice, parts, fit)
                if other.values != self.own.values or not other.are_certain:
                    return True
        return False


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
    except ValueError:
        return None
    return start + timedelta(hours=hour, minutes=minute, seconds=second)


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


# --- Decoding


@dataclass(frozen=True)
class _Result:
    kind: Literal["known", "partial", "unknown", "batch", "foreign"]
    document: _Document
    reason: ForeignReason | None = None
    parts: _Parts | None = None
    choice: _Choice | None = None
    values: _Values | None = None
    envelope: int | None = None


_REQUEST_IDS = (
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "x-li-uuid",
    "x-amzn-requestid",
)


def _understand(
    index: _Index, parts: _Parts, http: int, document: _Document, is_whole: bool
) -> _Result:
    choice = _choose(index, parts, http)
    if choice is None:
        return _Result("unknown", document, parts=parts)
    values = _values(choice, parts, choice.match)
    is_shown = True
    if index.is_guarded and choice.entry["params"]:
        is_cut = values.are_cut_in_one_way or not _has_sensitive(choice.entry)
        whole = document if is_whole else None
        is_free = choice.fit == "free"
        doubts = _Doubts(
            index, choice, parts, values, whole, http, is_free, _has_sensitive
        )
        is_shown = is_cut and not doubts.are_left()
    return _Result(
        "known" if values.are_there and is_shown else "partial",
        document,
        parts=parts,
        choice=choice,
        values=values,
    )


def _read_document(
    index: _Index, document: _Document, http: int, is_among_others: bool
) -> _Result:
    found = _find_parts(index, document, http)
    if isinstance(found, int):
        return _Result("foreign", document, reason="success", envelope=found)
    if found is not None:
        parts = replace(found, is_among_others=found.is_among_others or is_among_others)
        return _understand(index, parts, http, document, True)
    for at, envelope in enumerate(index.envelopes):
        batch = envelope.get("body", {}).get("batch")
        if batch is not None and document.json is not None:
            errors = _walk(document.json, batch["errors"])
            if errors is not None and errors.members is not None:
                return _Result("batch", document, envelope=at)
    parts_or_none = _find_without_code(
        index, document, lambda it: _is_error_without_code(it, http)
    )
    if parts_or_none is not None:
        return _understand(index, parts_or_none, http, document, False)
    return _Result("foreign", document, reason=document.foreign)


def _string(text: str) -> _Json:
    return _Json(json.dumps(text, ensure_ascii=False), text=text)


def _view_of(format: str, body: str, http: int, headers: _Headers) -> _Json | None:
    """A body that is not JSON, as the JSON value that shows the same."""
    if format == "form":
        return _form(body)
    if format == "text":
        is_page = (headers.get("content-type") or "").startswith("text/html")
        text = body.strip(_SPACE)
        is_tag = text[:1] == "<" and (
            text[1:2] in ("!", "?", "/") or text[1:2].isalpha()
        )
        return None if is_page or http < 400 or not text or is_tag else _string(text)
    is_empty = format == "empty" and body.strip(_ASCII_SPACE) == ""
    return _Json("null") if is_empty else None


def _form(body: str) -> _Json | None:
    form = body.strip(_ASCII_SPACE)
    form = form[1:] if form[:1] in ("?", "#") else form
    has_control = re.search(r"[\x00-\x1f\x7f-\x9f]", form) is not None
    if form[:1] in ("<", "{", "[", '"') or has_control or "=" not in form:
        return None
    members: dict[str, list[_Json]] = {}
    try:
        for pair in form.split("&"):
            if pair:
                key, _, value = pair.replace("+", " ").partition("=")
                name = unquote_to_bytes(key).decode("utf-8")
                text = unquote_to_bytes(value).decode("utf-8")
                members.setdefault(name, []).append(_string(text))
    except UnicodeDecodeError:
        return None
    values: dict[str, _Json] = {}
    for name, all_values in members.items():
        raw = ",".join(it.raw for it in all_values)
        several = _Json(f"[{raw}]", items=all_values)
        values[name] = all_values[0] if len(all_values) == 1 else several
    pairs = (f"{_string(name).raw}:{value.raw}" for name, value in values.items())
    return _Json(f"{{{','.join(pairs)}}}", members=values)


def _read_whole(
    index: _Index, http: int, body: str, headers: _Headers, is_among_others: bool
) -> _Result:
    text = body[1:] if body.startswith("\ufeff") else body
    value = _parse_json(text)
    foreign: ForeignReason = "other-json"
    if value is None:
        foreign = "empty" if text.strip(_ASCII_SPACE) == "" else "not-json"
    document = _Document(value, headers, None, foreign)
    result = _read_document(index, document, http, is_among_others)
    if result.kind != "foreign" or result.reason in ("success", "other-json"):
        return result
    formats = {it.get("body", {}).get("format") for it in index.envelopes}
    for name in ("form", "text", "empty"):
        view = _view_of(name, body, http, headers) if name in formats else None
        if view is not None:
            document = _Document(view, headers, name, "other-json")
            converted = _read_document(index, document, http, False)
            if converted.kind != "foreign" or converted.reason == "success":
                return converted
    return result


class _Decoding:
    """A decoded response. What few ask for is read when it is asked for."""

    __slots__ = ("index", "result", "status", "read_with", "headers", "body", "types")

    def __init__(
        self,
        index: _Index,
        types: Mapping[str, type],
        result: _Result,
        status: int,
        read_with: int,
        headers: _Headers,
        body: str,
    ) -> None:
        self.index = index
        self.types = types
        self.result = result
        self.status = status
        self.read_with = read_with
        self.headers = headers
        self.body = body

    @property
    def shape(self) -> _Data:
        parts, at = self.result.parts, self.result.envelope
        if parts is not None:
            return parts.body or {}
        return {} if at is None else self.index.envelopes[at].get("body", {})

    @property
    def source(self) -> _Source | None:
        parts = self.result.parts
        return None if parts is None else parts.source

    def text(self, part: str) -> str | None:
        source = self.source
        return None if source is None else source.first(self.shape.get(part), _text)

    def subcode(self) -> str | None:
        places, source = self.shape.get("subcode"), self.source
        return None if source is None else source.first(places, _code)

    def reference(self) -> str | None:
        found = self.text("reference")
        ids = (self.headers.get(name) for name in _REQUEST_IDS)
        known = (it for it in ids if it is not None)
        return next(known, None) if found is None else found

    def envelope(self) -> str | None:
        parts, at = self.result.parts, self.result.envelope
        at = at if parts is None else parts.envelope
        return None if at is None else str(self.index.envelopes[at]["name"])

    def language(self) -> str | None:
        choice = self.result.choice
        if choice is not None and choice.fit == "current":
            return self.index.languages[0]
        form = None if choice is None else choice.form
        return None if form is None else self.index.languages[form["language"]]

    def is_certain(self) -> bool:
        result, http = self.result, self.read_with
        parts, choice, values = result.parts, result.choice, result.values
        if result.kind in ("batch", "foreign") or parts is None:
            return True
        document = result.document
        if choice is None or values is None:
            others = _parts_elsewhere(self.index, parts, document)
            return all(_choose(self.index, it, http) is None for it in others)
        whole = None if parts.envelope is None else document
        doubts = _Doubts(
            self.index, choice, parts, values, whole, http, False, lambda _: True
        )
        is_read = values.are_certain and choice.fit != "unread"
        return is_read and not doubts.are_left()

    def retry_after(self) -> timedelta | None:
        choice = self.result.choice
        retry = {} if choice is None else choice.entry.get("retry", {})
        unit, header = retry.get("unit"), retry.get("header")
        is_standard = header is not None and header.lower() == "retry-after"
        standard = _Stated.of(self.headers.get("retry-after"), None)
        in_header = _Stated.of(
            None if header is None else self.headers.get(header), unit
        )
        in_body = self._delay_in_body(retry)
        places = self.shape.get("retryAfter", ())
        if is_standard and unit is not None:
            found = in_header or in_body
        elif any("at" in it and _header_of(it) == "retry-after" for it in places):
            found = in_body or standard
        else:
            found = standard or in_body or in_header
        if found is None:
            seconds = retry.get("seconds")
            return None if seconds is None else timedelta(seconds=seconds)
        return found.wait(_date(self.headers.get("date") or ""))

    def _delay_in_body(self, retry: _Data) -> _Stated | None:
        source, shape = self.source, self.shape
        for place in shape.get("retryAfter", ()):
            found = None if source is None else source.find(place)
            unit = place.get("unit", shape.get("retryUnit"))
            delay = None if found is None else _Stated.of(_text(found), unit)
            if delay is not None:
                return delay
        name, choice, values = (
            retry.get("param"),
            self.result.choice,
            self.result.values,
        )
        if name is None or choice is None or values is None:
            return None
        for param, value in zip(choice.entry["params"], values.values):
            is_read = isinstance(value, (str, int)) and not isinstance(value, bool)
            if param["name"] == name and is_read:
                delay = _Stated.of(str(value), retry.get("unit"))
                if delay is not None:
                    return delay
        member = self.member(name)
        return _Stated.of(
            None if member is None else member.scalar(), retry.get("unit")
        )

    def member(self, name: str) -> _Json | None:
        """The member for a parameter."""
        parts, source, params = self.result.parts, self.source, self.shape.get("params")
        if parts is not None and parts.given is not None and parts.given[0] == name:
            return _string(parts.given[1])
        if source is None or params is None:
            return None
        if "object" in params:
            found = source.json(params["object"])
            return None if found is None else (found.members or {}).get(name)
        if "each" in params:
            places = next((it[1] for it in params["each"] if it[0] == name), ())
            return source.first(places, _only_json)
        found = source.json(params["pairs"])
        for pair in [] if found is None else found.items or []:
            own = _walk(pair, params["name"])
            if own is not None and own.text == name:
                return _walk(pair, params["value"])
        return None

    def _with(
        self, result: _Result, status: int, headers: _Headers, body: str
    ) -> _Decoding:
        return _Decoding(
            self.index, self.types, result, status, self.read_with, headers, body
        )

    def errors(self) -> list[_Decoding]:
        result = self.result
        parts, source = result.parts, self.source
        if result.kind in ("batch", "foreign") or parts is None:
            return []
        if not parts.is_element or source is None:
            return [self]
        found: list[_Decoding] = []
        for error in _list(parts.body, replace(source, error=source.root)):
            at = replace(source, error=error)
            own = _parts_in_element(self.index, parts.body, at)
            if own is not None:
                own = replace(
                    own,
                    envelope=parts.envelope,
                    is_among_others=parts.is_among_others,
                )
                inner = _understand(
                    self.index, own, self.read_with, result.document, True
                )
                found.append(self._with(inner, self.status, self.headers, self.body))
        return found

    def causes(self) -> list[_Decoding]:
        parts, source = self.result.parts, self.source
        if parts is None or source is None:
            return []
        status = self.status if parts.status is None else parts.status
        places = [(it, it["at"]) for it in self.shape.get("causes", ())]
        if parts.within is not None and "chain" in parts.within:
            places.append((parts.within, parts.within["chain"]))
        found: list[_Decoding] = []
        for causes, place in places:
            value = source.json(place)
            if value is not None:
                for cause, given in _causes_at(causes["inner"], value):
                    found.append(self._cause(causes, cause, given, status))
        return found

    def _cause(
        self, causes: _Data, cause: _Json, given: tuple[str, str] | None, status: int
    ) -> _Decoding:
        index, types = self.index, self.types
        if causes["inner"] == "whole" and cause.text is not None:
            result = _read_whole(index, status, cause.text, _NO_HEADERS, True)
            body = cause.text
        else:
            source = _Source(cause, cause, _NO_HEADERS)
            chain = causes.get("chain")
            is_in_chain = chain is not None and source.find(chain) is not None
            own = _parts_of_error(index, causes["body"], source)
            document = _Document(cause, _NO_HEADERS, None, "other-json")
            body = cause.raw
            if own is None:
                result = _Result("foreign", document, reason="other-json")
            else:
                within = causes if is_in_chain else None
                own = replace(own, is_among_others=True, given=given, within=within)
                result = _understand(index, own, status, document, False)
        return _Decoding(index, types, result, status, status, _NO_HEADERS, body)

    def batch(self) -> dict[str, _Decoding]:
        """The errors of a batch by key."""
        document = self.result.document
        errors = None
        if document.json is not None:
            errors = _walk(document.json, self.shape["batch"]["errors"])
        members = {} if errors is None else errors.members or {}
        return {key: self._item(error) for key, error in members.items()}

    def _item(self, error: _Json) -> _Decoding:
        index, status = self.index, self.status
        result = _read_whole(index, status, error.raw, _NO_HEADERS, True)
        if result.kind == "foreign":
            parts = _find_without_code(index, result.document, lambda _: True)
            if parts is not None:
                parts = replace(parts, is_among_others=True)
                result = _understand(index, parts, status, result.document, False)
        own = status if result.parts is None else result.parts.status
        own = status if own is None else own
        return self._with(result, own, _NO_HEADERS, error.raw)


@dataclass(frozen=True)
class _Stated:
    """The time or delay in a response, and its unit, if the catalog gives one."""

    delay: _Delay
    unit: str | None

    @staticmethod
    def of(text: str | None, unit: str | None) -> _Stated | None:
        delay = None if text is None else _parse_delay(text, unit)
        return None if delay is None else _Stated(delay, unit)

    def wait(self, sent: datetime | None) -> timedelta:
        if isinstance(self.delay, timedelta):
            wait = self.delay
        else:
            now = datetime.now(timezone.utc) if sent is None else sent
            wait = max(timedelta(), self.delay - now)
        return min(wait, _LONGEST_WITHOUT_UNIT) if self.unit is None else wait


def _header_of(place: _Data) -> str | None:
    found = _header_of(place["at"]) if "at" in place else place.get("header")
    return None if found is None else str(found)


def _causes_at(
    inner: _Data, value: _Json
) -> list[tuple[_Json, tuple[str, str] | None]]:
    """The errors in the place of causes, each with the parameter that its place gives."""
    if isinstance(inner, str) or value.members is None:
        return [(it, None) for it in _errors_at(value)]
    if "key" in inner:
        return [
            (it, (inner["key"], key))
            for key, errors in value.members.items()
            for it in _errors_at(errors)
        ]
    found: list[tuple[_Json, tuple[str, str] | None]] = []

    def enter(members: Mapping[str, _Json], path: str, depth: int) -> None:
        for key, member in members.items():
            if key == inner["leaf"]:
                found.extend((it, (inner["param"], path)) for it in _errors_at(member))
            elif member.members is not None and depth < 128:
                token = key.replace("~", "~0").replace("/", "~1")
                enter(member.members, f"{path}/{token}", depth + 1)

    enter(value.members, "", 1)
    return found


def _view(it: _Decoding) -> AnyDecoded[Any]:
    """What users see of a decoded response."""
    result = it.result
    choice = result.choice
    if choice is not None and result.values is not None:
        entry = choice.entry
        if result.kind != "known":
            partial: Partial[Any] = Partial(it)
            partial.id = entry["id"]
            return partial
        known: Known[Any] = Known(it)
        keys = [param["key"] for param in entry["params"]]
        fields: dict[str, Any] = dict(zip(keys, result.values.values))
        if "pattern" in entry and result.parts is not None:
            fields["code"] = result.parts.code
        known.error = it.types[entry["id"]](**fields)
        return known
    if result.kind == "batch":
        batch: Batch[Any] = Batch(it)
        batch.batch = {key: _view(error) for key, error in it.batch().items()}
        return batch
    if result.kind == "foreign" and result.reason is not None:
        foreign: Foreign[Any] = Foreign(it)
        foreign.reason = result.reason
        return foreign
    return Unknown(it)


def _decode(
    index: _Index,
    types: Mapping[str, type],
    status: int,
    body: str | bytes,
    headers: Headers,
) -> AnyDecoded[Any]:
    lines = _Headers(headers)
    try:
        text = body if isinstance(body, str) else body.decode("utf-8")
        result = _read_whole(index, status, text, lines, False)
    except UnicodeDecodeError:
        # It is not text, so it is not JSON either.
        text = body.decode("latin-1") if isinstance(body, bytes) else ""
        document = _Document(None, lines, None, "not-json")
        result = _read_document(index, document, status, False)
    return _view(_Decoding(index, types, result, status, status, lines, text))


def _message(index: _Index, error: object, entry_id: str, language: str) -> str:
    """Fills the template of an error in a language. Sensitive values are not shown."""
    entry = index.by_id[entry_id]
    known = language in index.languages
    number = index.languages.index(language) if known else 0
    template: _Data = None
    while template is None and number > 0:
        for form in entry.get("forms", ()):
            if form["language"] == number and "plural" not in form:
                template = form.get("message")
        if template is None:
            number = index.fallbacks[number - 1]
    forms = _plural_forms(entry, number)
    if forms:
        key = entry["params"][forms[0]["plural"]["param"]]["key"]
        form = _form_of_number(entry, number, _shown(getattr(error, key)))
        template = template if form is None else form["message"]
    text = ""
    for piece in template or entry["message"]:
        if isinstance(piece, str):
            text += piece
            continue
        param = entry["params"][piece]
        is_sensitive = "sensitive" in param
        text += "[redacted]" if is_sensitive else _shown(getattr(error, param["key"]))
    return text
