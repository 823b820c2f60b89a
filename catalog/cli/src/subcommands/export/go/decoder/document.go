
// --- The document

type document struct {
	json    *jsonValue
	headers headers
	// The format; empty for JSON.
	format  string
	foreign ForeignReason
}

func (d *document) source(body *bodyPlaces) *source {
	if body.Format != d.format {
		return nil
	}
	if d.json != nil {
		return &source{d.json, d.json, d.headers}
	}
	for _, places := range [][]place{body.Code, body.Message} {
		for at := range places {
			if places[at].header() != nil {
				nothing := &jsonValue{}
				return &source{nothing, nothing, d.headers}
			}
		}
	}
	return nil
}

// header returns the name of the header that a place is in.
func (p *place) header() *string {
	if p.At != nil {
		return p.At.header()
	}
	return p.Header
}

// plainBody is the envelope of a catalog without envelopes.
var plainBody = &bodyPlaces{
	Code:    []place{{Pointer: []pathStep{{name: "code"}}}},
	Message: []place{{Pointer: []pathStep{{name: "message"}}}},
}

// entryByStatus returns the only entry that is sent with this status and nothing
// else that is its own.
func (i *index) entryByStatus(envelope int, status int) *entry {
	hasBody := i.Envelopes[envelope].Body.Format != "empty"
	var only *entry
	for _, it := range i.Entries {
		own := 0
		if it.Envelope != nil {
			own = *it.Envelope
		}
		needsValues := hasBody && it.hasMessage()
		for _, param := range it.Params {
			needsValues = needsValues || !param.Optional
		}
		if own == envelope && !it.hasCode() && !needsValues && it.hasStatus(status) {
			if only != nil {
				return nil
			}
			only = it
		}
	}
	return only
}

// findParts returns the parts in the first envelope that fits, or the envelope of
// a success; else -1.
func (i *index) findParts(in *document, status int) (*parts, int) {
	if len(i.Envelopes) == 0 {
		if from := in.source(plainBody); from != nil {
			return i.partsInBody(plainBody, from), -1
		}
		return nil, -1
	}
	for at, it := range i.Envelopes {
		var own *parts
		if it.InHeader != nil {
			own = partsInHeader(it.InHeader, in.headers)
		} else if from := in.source(it.Body); from != nil {
			if showsSuccess(it.Body, from, false) {
				return nil, at
			}
			own = i.partsIn(it.Body, from)
			if own == nil && it.Body.Format == "empty" && i.entryByStatus(at, status) != nil {
				own = newParts(it.Body, from, nil, nil, true)
			}
		}
		if own != nil {
			own.envelope = at
			return own, -1
		}
	}
	return nil, -1
}

// partsElsewhere returns the parts in the other envelopes that the body fits as
// well.
func (i *index) partsElsewhere(than *parts, in *document) []*parts {
	var all []*parts
	for at, it := range i.Envelopes {
		if at == than.envelope || it.Body == nil {
			continue
		}
		// An error with a code is never sent in an envelope without one.
		if than.code != nil && it.Body.Code == nil {
			continue
		}
		if from := in.source(it.Body); from != nil {
			if other := i.partsIn(it.Body, from); other != nil {
				other.envelope = at
				all = append(all, other)
			}
		}
	}
	return all
}

func (i *index) findWithoutCode(in *document, isError func(*parts) bool) *parts {
	try := func(body *bodyPlaces, envelope int) *parts {
		from := in.source(body)
		if from == nil {
			return nil
		}
		own := partsWithoutCode(body, from)
		if body.hasCausesOnly() && i.hasCauses(body, from) {
			own = newParts(body, from, nil, nil, false)
		}
		if own == nil || !isError(own) {
			return nil
		}
		own.envelope = envelope
		return own
	}
	if len(i.Envelopes) == 0 {
		return try(plainBody, -1)
	}
	for at, it := range i.Envelopes {
		if it.Body != nil && it.Body.Errors == nil {
			if own := try(it.Body, at); own != nil {
				return own
			}
		}
	}
	return nil
}

func (b *bodyPlaces) hasCausesOnly() bool {
	return b.Causes != nil && b.Code == nil && b.Message == nil
}

// hasCauses returns whether a body that has only causes has some, or an empty place
// for them.
func (i *index) hasCauses(body *bodyPlaces, from *source) bool {
	for _, causes := range body.Causes {
		value := from.json(&causes.At)
		if value == nil {
			continue
		}
		if value.isEmpty() {
			return true
		}
		for _, it := range causes.Inner.errors(value) {
			own := &source{it.value, it.value, from.headers}
			if i.partsOfError(causes.Body, own) != nil {
				return true
			}
		}
	}
	return false
}

// isEmpty returns whether it is an array or an object without anything in it.
func (j *jsonValue) isEmpty() bool {
	return (j.kind == kindArray && len(j.items) == 0) || (j.kind == kindObject && len(j.names) == 0)
}

// isErrorWithoutCode returns whether there is a member for the code, or the
// status is that of an error.
func (p *parts) isErrorWithoutCode(http int) bool {
	for at := range p.places().Code {
		if p.source.find(&p.body.Code[at]) != nil {
			return true
		}
	}
	status := p.statuses(http)[0]
	return status < 200 || status >= 300
}
