# --- What users see


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
