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


