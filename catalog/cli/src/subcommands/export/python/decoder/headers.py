# --- Headers


class _Headers:
    __slots__ = ("lines",)

    def __init__(self, headers: Headers) -> None:
        pairs: Iterable[tuple[str, str]]
        if isinstance(headers, Mapping):
            pairs = cast("Mapping[str, str]", headers).items()
        else:
            pairs = headers
        lines = ((name.lower(), value.strip(" \t")) for name, value in pairs)
        is_control = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]").search
        self.lines = [line for line in lines if is_control(line[1]) is None]

    def get(self, name: str) -> str | None:
        return next(iter(self.all(name)), None)

    def all(self, name: str) -> list[str]:
        lowercase = name.lower()
        return [value for own, value in self.lines if own == lowercase]


_NO_HEADERS = _Headers(())


@dataclass
class _Challenge:
    scheme: str
    is_token: bool
    params: list[tuple[str, str]]

    def param(self, name: str | None) -> str | None:
        if name is None:
            return None
        named = (value for own, value in self.params if own.lower() == name.lower())
        return next(named, None)


_WORD = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_SEPARATORS = re.compile(r"[ \t,]+")
_PARAM_NAME = re.compile(rf"({_WORD})[ \t]*=[ \t]*")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_TOKEN_VALUE = re.compile(rf"{_WORD}(?=[ \t,]|\Z)")
_TOKEN68 = re.compile(r"[ \t]*([A-Za-z0-9\-._~+/]+=*)(?=[ \t]*(?:,|\Z))")
_REST = re.compile(r'(?:[^",]|"(?:[^"\\]|\\.)*(?:"|\\?\Z))*', re.DOTALL)


class _Challenges:
    """Parses `WWW-Authenticate`; what is not valid is skipped up to the next comma."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.found: list[_Challenge] = []
        for line in lines:
            self.line, self.at = line, 0
            while True:
                self._eat(_SEPARATORS)
                if self.at >= len(line):
                    break
                self._element()
                self._eat(_REST)

    def _eat(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.line, self.at)
        if found is not None:
            self.at = found.end()
        return found

    def _element(self) -> None:
        if self._param():
            return
        scheme = self._eat(_TOKEN_VALUE)
        if scheme is None:
            return
        token = self._eat(_TOKEN68)
        self.found.append(_Challenge(scheme[0], token is not None, []))
        if token is None:
            while self.line[self.at : self.at + 1] in (" ", "\t"):
                self.at += 1
            self._param()

    def _param(self) -> bool:
        name = self._eat(_PARAM_NAME)
        if name is None:
            return False
        value: str | None = None
        if self.line[self.at : self.at + 1] == '"':
            quoted = self._eat(_QUOTED)
            if quoted is None:
                self.at = len(self.line)
            elif re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]", quoted[0]) is None:
                value = re.sub(r"\\(.)", r"\1", quoted[0][1:-1], flags=re.DOTALL)
        else:
            token = self._eat(_TOKEN_VALUE)
            value = None if token is None else token[0]
        if value is not None and self.found and not self.found[-1].is_token:
            self.found[-1].params.append((name[1], value))
        return True


