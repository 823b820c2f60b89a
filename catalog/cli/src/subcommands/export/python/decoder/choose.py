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
    if parts.code is None and parts.message is None:
        return _choose_by_status(index, parts, http)
    if parts.code is None:
        return _choose_by_message(index, parts, http)
    candidates = index.candidates(parts)
    return _best((_choose_form(it, parts, http) for it in candidates), parts)


def _choose_by_status(index: _Index, parts: _Parts, http: int) -> _Choice | None:
    body = parts.body
    if body is None or parts.envelope is None:
        return None
    if body.get("format") != "empty" and not _has_causes_only(body):
        return None
    entry = _entry_by_status(index, parts.envelope, http)
    if entry is None:
        return None
    return _Choice(entry, "missing", _status_fit(entry, parts.status, http))


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


