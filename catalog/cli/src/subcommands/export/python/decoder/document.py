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


def _entry_by_status(index: _Index, envelope: int, status: int) -> _Data:
    """The only entry that is sent with this status and nothing else that is its own."""
    is_empty = index.envelopes[envelope]["body"].get("format") == "empty"
    found = [
        entry
        for entry in index.entries
        if entry.get("envelope", 0) == envelope
        and not _has_code(entry)
        and (is_empty or not _has_message(entry))
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
                parts = _parts_in_body(index, body, source)
                if parts is None and _entry_by_status(index, at, status):
                    parts = _parts(body, source, None, None, True)
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
        if source is None:
            continue
        if _has_causes_only(body):
            has_causes = _has_causes(index, body, source)
            parts = _parts(body, source, None, None, False) if has_causes else None
        else:
            parts = _parts_without_code(body, source)
        if parts is not None and is_error(parts):
            return replace(parts, envelope=envelope)
    return None


def _has_causes_only(body: _Data) -> bool:
    return "causes" in body and "code" not in body and "message" not in body


def _has_causes(index: _Index, body: _Data, source: _Source) -> bool:
    """Whether a body that has only causes has some, or an empty place for them."""
    for causes in body["causes"]:
        value = source.json(causes["at"])
        if value is None:
            continue
        if value.items == [] or value.members == {}:
            return True
        for cause, _ in _causes_at(causes["inner"], value):
            own = _Source(cause, cause, source.headers)
            if _parts_of_error(index, causes["body"], own) is not None:
                return True
    return False


def _is_error_without_code(parts: _Parts, status: int) -> bool:
    """Whether there is a member for the code, or the status is that of an error."""
    source = parts.source
    if source is None:
        return False
    places = parts.body.get("code", ())
    has_code = any(source.find(place) is not None for place in places)
    return has_code or not 200 <= parts.statuses(status)[0] < 300


