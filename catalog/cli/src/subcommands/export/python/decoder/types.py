

# ----------------------------------------------------------------------------
# The decoder. It is the same in every exported file.
#
# response ──read──▶ JSON ──find──▶ parts of an error ──choose──▶ entry ──values──▶ Decoded
#                      (in an envelope: code, message, …)   (by code, message, status)

E = TypeVar("E")

#: Why a response is in none of the catalog's envelopes.
ForeignReason: TypeAlias = Literal["empty", "not-json", "other-json", "success"]

#: The headers of a response.
Headers: TypeAlias = Union[Mapping[str, str], Iterable[tuple[str, str]]]

_Value: TypeAlias = Union[str, int, bool, tuple[str, ...], None]
_Data: TypeAlias = Any


class Decoded(Generic[E]):
    """What every decoded response has. Whatever it is, nothing of it is lost."""

    __slots__ = ("_decoding",)

    def __init__(self, decoding: _Decoding) -> None:
        self._decoding = decoding

    @property
    def is_error(self) -> bool:
        """Whether the response is an error."""
        result = self._decoding.result
        is_pass = 100 <= self.status < 400
        return result.kind != "foreign" or not (result.reason == "success" or is_pass)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._decoding.status

    @property
    def body_status(self) -> int | None:
        """The status in the body."""
        parts = self._decoding.result.parts
        return None if parts is None else parts.status

    @property
    def code(self) -> str | None:
        """The code in the response; a number as its decimal text."""
        parts = self._decoding.result.parts
        return None if parts is None else parts.code

    @property
    def subcode(self) -> str | None:
        """What distinguishes errors of one code."""
        return self._decoding.subcode()

    @property
    def message(self) -> str | None:
        """The message in the response."""
        parts = self._decoding.result.parts
        return None if parts is None else parts.message

    @property
    def title(self) -> str | None:
        """The title in the body."""
        return self._decoding.text("title")

    @property
    def scope(self) -> str | None:
        """The scope in the body."""
        return self._decoding.text("scope")

    @property
    def reference(self) -> str | None:
        """The reference for the API's support, such as a request id."""
        return self._decoding.reference()

    @property
    def envelope(self) -> str | None:
        """The name of the envelope that the error was read from."""
        return self._decoding.envelope()

    @property
    def language(self) -> str | None:
        """The language of the message, if the catalog knows the message."""
        return self._decoding.language()

    @property
    def is_certain(self) -> bool:
        """Whether no other reading of the response is possible."""
        return self._decoding.is_certain()

    @property
    def retry_after(self) -> timedelta | None:
        """How long to wait before the same request is sent again."""
        return self._decoding.retry_after()

    @property
    def body(self) -> str:
        """The body, unchanged."""
        return self._decoding.body

    def errors(self) -> list[AnyDecoded[E]]:
        """All errors of the response, if it has several of equal rank; else the one."""
        return [_view(it) for it in self._decoding.errors()]

    def causes(self) -> list[AnyDecoded[E]]:
        """The errors within the error."""
        return [_view(it) for it in self._decoding.causes()]


class Known(Decoded[E]):
    """An error of the catalog."""

    __slots__ = ("error",)
    __match_args__ = ("error",)
    outcome: ClassVar[Literal["known"]] = "known"
    error: E


class Partial(Decoded[E]):
    """An error of the catalog whose parameters could not be read."""

    __slots__ = ("id",)
    __match_args__ = ("id",)
    outcome: ClassVar[Literal["partial"]] = "partial"
    id: str


class Unknown(Decoded[E]):
    """An error in one of the catalog's envelopes that is not among its entries."""

    __slots__ = ()
    outcome: ClassVar[Literal["unknown"]] = "unknown"


class Batch(Decoded[E]):
    """Errors by key."""

    __slots__ = ("batch",)
    __match_args__ = ("batch",)
    outcome: ClassVar[Literal["batch"]] = "batch"
    batch: Mapping[str, AnyDecoded[E]]


class Foreign(Decoded[E]):
    """A response in none of the catalog's envelopes: from a proxy, or a success."""

    __slots__ = ("reason",)
    __match_args__ = ("reason",)
    outcome: ClassVar[Literal["foreign"]] = "foreign"
    reason: ForeignReason


#: A decoded response.
AnyDecoded: TypeAlias = Union[
    Known[E],
    Partial[E],
    Unknown[E],
    Batch[E],
    Foreign[E],
]


