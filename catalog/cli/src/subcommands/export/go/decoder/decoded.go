// ----------------------------------------------------------------------------
// The decoder. It is the same in every exported file.
//
// response ──read──▶ JSON ──find──▶ parts of an error ──choose──▶ entry ──values──▶ Decoded
//                      (in an envelope: code, message, …)   (by code, message, status)

// Error is an error of the catalog: one of the types of this package. A type
// switch tells them apart, and so does errors.As.
type Error interface {
	error
	// ID returns the unique name of the error in the catalog.
	ID() string
	// Code returns the code that the API sends; it is empty if there is none.
	Code() string
	// MessageIn returns the documented message in one of the Languages; in the
	// first one if the language is unknown. Sensitive values are not shown.
	MessageIn(language string) string

	// fields returns pointers to the fields, one for each parameter.
	fields() []any
}

// Outcome is what a response turned out to be.
type Outcome string

const (
	// OutcomeKnown is an error of the catalog: Err returns it.
	OutcomeKnown Outcome = "known"
	// OutcomePartial is an error of the catalog whose parameters could not be read.
	OutcomePartial Outcome = "partial"
	// OutcomeUnknown is an error in one of the catalog's envelopes that is not
	// among its entries.
	OutcomeUnknown Outcome = "unknown"
	// OutcomeBatch is errors by key: Batch returns them.
	OutcomeBatch Outcome = "batch"
	// OutcomeForeign is a response in none of the catalog's envelopes: from a
	// proxy, or a success.
	OutcomeForeign Outcome = "foreign"
)

// ForeignReason is why a response is in none of the catalog's envelopes.
type ForeignReason string

const (
	ReasonEmpty     ForeignReason = "empty"
	ReasonNotJSON   ForeignReason = "not-json"
	ReasonOtherJSON ForeignReason = "other-json"
	ReasonSuccess   ForeignReason = "success"
)

// Decoded is a decoded response. Whatever it is, nothing of it is lost.
//
// It is an error itself; errors.As finds the error of the catalog in it.
type Decoded struct {
	reading decoding
	err     Error
}

// Decode reads any response, and closes its body. It fails only if the body
// cannot be read to its end; what was read is decoded in that case, too.
func Decode(response *http.Response) (*Decoded, error) {
	if response.Body == nil {
		return DecodeBody(response.StatusCode, response.Header, nil), nil
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return DecodeBody(response.StatusCode, response.Header, body), err
}

// DecodeBody reads any response. This never fails.
//
// A response that the catalog does not know is OutcomeUnknown or
// OutcomeForeign, with its body unchanged.
func DecodeBody(status int, header http.Header, body []byte) *Decoded {
	at, lines, text := loadedIndex(), newHeaders(header), string(body)
	var read *result
	if utf8.ValidString(text) {
		read = readWhole(at, status, text, lines, false)
	} else {
		// It is not text, so it is not JSON either.
		read = readDocument(at, &document{headers: lines, foreign: ReasonNotJSON}, status, false)
	}
	return view(decoding{at, read, status, status, lines, text})
}

// Err returns the error of the catalog, or nil if the outcome is not OutcomeKnown.
func (d *Decoded) Err() Error {
	return d.err
}

// Unwrap returns the error of the catalog, if the response is one.
func (d *Decoded) Unwrap() error {
	if d.err == nil {
		return nil
	}
	return d.err
}

// Error describes the response. It shows no sensitive values.
func (d *Decoded) Error() string {
	return inert(d.reading.describe(d.err))
}

// GoString shows no sensitive values, either.
func (d *Decoded) GoString() string {
	return "&Decoded{" + strconv.Quote(d.Error()) + "}"
}

// Outcome returns what the response turned out to be.
func (d *Decoded) Outcome() Outcome {
	return d.reading.result.outcome
}

// ID returns the id of the error if the catalog knows it, even if its
// parameters could not be read.
func (d *Decoded) ID() (string, bool) {
	if choice := d.reading.result.choice; choice != nil {
		return choice.entry.ID, true
	}
	return "", false
}

// Reason returns why the outcome is OutcomeForeign.
func (d *Decoded) Reason() (ForeignReason, bool) {
	reason := d.reading.result.reason
	return reason, reason != ""
}

// IsError returns whether the response is an error.
func (d *Decoded) IsError() bool {
	read, status := d.reading.result, d.reading.status
	isPass := 100 <= status && status < 400
	return read.outcome != OutcomeForeign || !(read.reason == ReasonSuccess || isPass)
}

// Status returns the HTTP status.
func (d *Decoded) Status() int {
	return d.reading.status
}

// BodyStatus returns the status in the body.
func (d *Decoded) BodyStatus() (int, bool) {
	if parts := d.reading.result.parts; parts != nil && parts.status >= 0 {
		return parts.status, true
	}
	return 0, false
}

// Code returns the code in the response; a number as its decimal text.
func (d *Decoded) Code() (string, bool) {
	return orEmpty(d.reading.code())
}

// Subcode returns what distinguishes errors of one code.
func (d *Decoded) Subcode() (string, bool) {
	return orEmpty(first(d.reading.source(), d.reading.shape().Subcode, codeOf))
}

// Message returns the message in the response. It can contain sensitive values.
func (d *Decoded) Message() (string, bool) {
	return orEmpty(d.reading.message())
}

// Title returns the title in the body.
func (d *Decoded) Title() (string, bool) {
	return orEmpty(first(d.reading.source(), d.reading.shape().Title, textOf))
}

// Scope returns the scope in the body.
func (d *Decoded) Scope() (string, bool) {
	return orEmpty(first(d.reading.source(), d.reading.shape().Scope, textOf))
}

// Reference returns the reference for the API's support, such as a request id.
func (d *Decoded) Reference() (string, bool) {
	return orEmpty(d.reading.reference())
}

// Envelope returns the name of the envelope that the error was read from.
func (d *Decoded) Envelope() (string, bool) {
	return orEmpty(d.reading.envelope())
}

// Language returns the language of the message, if the catalog knows the message.
func (d *Decoded) Language() (string, bool) {
	return orEmpty(d.reading.language())
}

// IsCertain returns whether no other reading of the response is possible.
func (d *Decoded) IsCertain() bool {
	return d.reading.isCertain()
}

// RetryAfter returns how long to wait before the same request is sent again.
func (d *Decoded) RetryAfter() (time.Duration, bool) {
	return d.reading.retryAfter()
}

// Body returns the body, unchanged.
func (d *Decoded) Body() string {
	return d.reading.body
}

// Errors returns all errors of the response, if it has several of equal rank;
// else the one.
func (d *Decoded) Errors() []*Decoded {
	return views(d.reading.errors())
}

// Causes returns the errors within the error.
func (d *Decoded) Causes() []*Decoded {
	return views(d.reading.causes())
}

// Batch returns the errors by key, if the outcome is OutcomeBatch.
func (d *Decoded) Batch() map[string]*Decoded {
	if d.reading.result.outcome != OutcomeBatch {
		return nil
	}
	batch := map[string]*Decoded{}
	for key, it := range d.reading.batch() {
		batch[key] = view(it)
	}
	return batch
}

func orEmpty(text *string) (string, bool) {
	if text == nil {
		return "", false
	}
	return *text, true
}

func views(all []decoding) []*Decoded {
	found := make([]*Decoded, 0, len(all))
	for _, it := range all {
		found = append(found, view(it))
	}
	return found
}

// view returns what users see of a decoded response.
func view(reading decoding) *Decoded {
	read := reading.result
	if read.outcome != OutcomeKnown {
		return &Decoded{reading, nil}
	}
	err := newError(read.choice.entry.ID)
	if err == nil {
		return &Decoded{reading, nil}
	}
	for at, field := range err.fields() {
		setField(field, read.values.all[at])
	}
	if it, hasPattern := err.(interface{ setCode(string) }); hasPattern && reading.code() != nil {
		it.setCode(*reading.code())
	}
	return &Decoded{reading, err}
}

func setField(field any, value any) {
	switch field := field.(type) {
	case *string:
		*field, _ = value.(string)
	case *int64:
		*field, _ = value.(int64)
	case *bool:
		*field, _ = value.(bool)
	case *[]string:
		*field, _ = value.([]string)
	case **string:
		*field = optionalOf[string](value)
	case **int64:
		*field = optionalOf[int64](value)
	case **bool:
		*field = optionalOf[bool](value)
	}
}

func optionalOf[T any](value any) *T {
	if it, ok := value.(T); ok {
		return &it
	}
	return nil
}
