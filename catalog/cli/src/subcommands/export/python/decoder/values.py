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


