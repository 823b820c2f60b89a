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


