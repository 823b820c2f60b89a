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


