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


def _has_message(entry: _Data) -> bool:
    return "freeText" in entry or entry["message"] != [""]


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
        self.wide = [it for it in self.entries if _is_wide(it) and _has_message(it)]
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
    first = [body[it][0] for it in ("code", "message") if it in body]
    is_placed = any(it.get("pointer") == [] for it in first)
    if text is not None and text.strip(_SPACE) and not is_placed:
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


