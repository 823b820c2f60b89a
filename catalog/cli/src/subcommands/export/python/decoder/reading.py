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
        view = _view_of(name, text, http, headers) if name in formats else None
        if view is not None:
            document = _Document(view, headers, name, "other-json")
            converted = _read_document(index, document, http, False)
            if converted.kind != "foreign" or converted.reason == "success":
                return converted
    return result


