# --- Repeated parameters


class _Agreeing:
    """Searches for the split in which all values of a repeated parameter are equal."""

    def __init__(
        self,
        placeholders: Sequence[_Placeholder],
        text: str,
        is_filled: bool,
        end: int,
        patience: int,
    ) -> None:
        self.placeholders = placeholders
        self.text = text
        self.is_filled = is_filled
        self.patience = patience
        fields = [it.field for it in placeholders]
        self.fields = fields
        count = len(fields)
        self.same = [
            next((at for at in range(index + 1, count) if fields[at] == field), -1)
            for index, field in enumerate(fields)
        ]
        self.times = [
            fields[: index + 1].count(field) for index, field in enumerate(fields)
        ]
        self.literals: list[int] = []
        total = 0
        for it in placeholders:
            total += len(it.literal)
            self.literals.append(total)
        self.is_apart = [
            not set(fields[: index + 1]) & set(fields[index + 1 :])
            for index in range(count)
        ]
        self.hopeless: list[set[int]] = [set() for _ in fields]
        #: The start of each value that was tried last, and its end.
        self.starts = [0] * count
        self.ends = [0] * count
        self._begin(count - 1, end)

    def run(self, leftmost: _Match | None) -> _Fit:
        last = len(self.fields) - 1
        found: dict[int, str] | None = None
        index = last
        while True:
            self.patience -= 1
            start = self._earlier(index)
            if self.patience < 0:
                if found is not None:
                    return _Match(found, False)
                return leftmost or "unknown"
            if start is None:
                if found is None and self.is_apart[index]:
                    self.hopeless[index].add(self.ends[index])
                if index == last:
                    return "no" if found is None else _Match(found, True)
                index += 1
                continue
            self.starts[index] = start
            to = start - len(self.placeholders[index].literal)
            if index > 0:
                if to not in self.hopeless[index - 1]:
                    index -= 1
                    self._begin(index, to)
                continue
            if found is not None:
                return _Match(found, False)
            found = {
                field: self.text[self.starts[at] : self.ends[at]]
                for at, field in enumerate(self.fields)
            }

    def _begin(self, index: int, end: int) -> None:
        self.starts[index], self.ends[index] = end + 1, end

    def _earlier(self, index: int) -> int | None:
        """The next earlier start of a value, given the values after it."""
        it, end, before = self.placeholders[index], self.ends[index], self.starts[index]
        same = self.same[index]
        if same >= 0:
            value = self.text[self.starts[same] : self.ends[same]]
            start = end - len(value)
            is_same = (
                0 <= start < before
                and it.starts[start] == 1
                and self.text[start:end] == value
            )
            return start if is_same else None
        room = end - self.literals[index]
        if room < 0:
            return None
        for start in range(before - 1, end - room // self.times[index] - 1, -1):
            self.patience -= 1
            if self.patience < 0:
                return None
            if not it.starts[start]:
                continue
            value = self.text[start:end]
            if it.constraint[0] != "text":
                self.patience -= len(value)
            if _accepts(it.constraint, value) and not (self.is_filled and not value):
                return start
        return None


