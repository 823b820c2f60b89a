# --- A decoded response


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
            token = key.replace("~", "~0").replace("/", "~1")
            within = f"{path}/{token}"
            if "leaf" in inner and key == inner["leaf"]:
                found.extend((it, (inner["param"], path)) for it in _errors_at(member))
            elif member.members is not None:
                if depth < 128:
                    enter(member.members, within, depth + 1)
            elif "leaf" not in inner:
                given = (inner["param"], within)
                found.extend((it, given) for it in _errors_at(member))

    enter(value.members, "", 1)
    return found


