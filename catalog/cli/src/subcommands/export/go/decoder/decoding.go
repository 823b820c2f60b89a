
// --- A decoded response

// decoding is a decoded response. What few ask for is read when it is asked for.
type decoding struct {
	index    *index
	result   *result
	status   int
	readWith int
	headers  headers
	body     string
}

var requestIDs = []string{
	"x-request-id",
	"request-id",
	"x-correlation-id",
	"x-li-uuid",
	"x-amzn-requestid",
}

func (d *decoding) shape() *bodyPlaces {
	if parts := d.result.parts; parts != nil {
		return parts.places()
	}
	if at := d.result.envelope; at >= 0 && d.index.Envelopes[at].Body != nil {
		return d.index.Envelopes[at].Body
	}
	return noPlaces
}

func (d *decoding) source() *source {
	if d.result.parts == nil {
		return nil
	}
	return d.result.parts.source
}

func (d *decoding) code() *string {
	if d.result.parts == nil {
		return nil
	}
	return d.result.parts.code
}

func (d *decoding) message() *string {
	if d.result.parts == nil {
		return nil
	}
	return d.result.parts.message
}

func (d *decoding) reference() *string {
	if sent := first(d.source(), d.shape().Reference, textOf); sent != nil {
		return sent
	}
	for _, name := range requestIDs {
		if value := d.headers.get(name); value != nil {
			return value
		}
	}
	return nil
}

func (d *decoding) envelope() *string {
	at := d.result.envelope
	if d.result.parts != nil {
		at = d.result.parts.envelope
	}
	if at < 0 {
		return nil
	}
	return &d.index.Envelopes[at].Name
}

func (d *decoding) language() *string {
	chosen := d.result.choice
	if chosen == nil {
		return nil
	}
	if chosen.fit == fitCurrent {
		return &d.index.Languages[0]
	}
	if chosen.form == nil {
		return nil
	}
	return &d.index.Languages[chosen.form.Language]
}

func (d *decoding) isCertain() bool {
	read := d.result
	if read.parts == nil {
		return true
	}
	if read.choice == nil {
		for _, it := range d.index.partsElsewhere(read.parts, read.document) {
			if d.index.choose(it, d.readWith) != nil {
				return false
			}
		}
		return true
	}
	left := doubts{
		index: d.index, choice: read.choice, parts: read.parts, own: read.values,
		http: d.readWith, counts: isSure,
	}
	if read.parts.envelope >= 0 {
		left.document = read.document
	}
	return read.values.areCertain && read.choice.fit != fitUnread && !left.areLeft()
}

func (d *decoding) retryAfter() (time.Duration, bool) {
	var documented retry
	if d.result.choice != nil {
		documented = d.result.choice.entry.Retry
	}
	standard := newDelay(d.headers.get("retry-after"), "")
	inBody := d.delayInBody(documented)
	var inHeader *delay
	isStandard := false
	if documented.Header != nil {
		inHeader = newDelay(d.headers.get(*documented.Header), documented.Unit)
		isStandard = asciiLower(*documented.Header) == "retry-after"
	}
	isPart := false
	for at := range d.shape().RetryAfter {
		it := &d.shape().RetryAfter[at]
		isPart = isPart || it.At != nil && it.header() != nil && *it.header() == "retry-after"
	}
	order := []*delay{standard, inBody, inHeader}
	if isStandard && documented.Unit != "" {
		order = []*delay{inHeader, inBody}
	} else if isPart {
		order = []*delay{inBody, standard}
	}
	for _, it := range order {
		if it != nil {
			date, _ := orEmpty(d.headers.get("date"))
			return it.from(parseDate(date)), true
		}
	}
	if documented.Seconds == nil {
		return 0, false
	}
	return delayOf(*documented.Seconds, time.Second).wait, true
}

func (d *decoding) delayInBody(documented retry) *delay {
	shape, from := d.shape(), d.source()
	for at := range shape.RetryAfter {
		own := &shape.RetryAfter[at]
		unit := own.Unit
		if unit == "" {
			unit = shape.RetryUnit
		}
		if from != nil {
			if it := from.find(own); it != nil {
				if found := newDelay(textOf(it), unit); found != nil {
					return found
				}
			}
		}
	}
	chosen := d.result.choice
	if documented.Param == nil || chosen == nil {
		return nil
	}
	for at, param := range chosen.entry.Params {
		value := d.result.values.all[at]
		_, isText := value.(string)
		_, isInteger := value.(int64)
		if param.Name == *documented.Param && (isText || isInteger) {
			text := shown(value)
			if found := newDelay(&text, documented.Unit); found != nil {
				return found
			}
		}
	}
	if member := d.member(*documented.Param); member != nil {
		return newDelay(member.scalar(), documented.Unit)
	}
	return nil
}

// member returns the member for a parameter.
func (d *decoding) member(name string) *jsonValue {
	own, from, params := d.result.parts, d.source(), d.shape().Params
	if own != nil && own.given != nil && own.given.name == name {
		return stringValue(own.given.text)
	}
	if from == nil || params == nil {
		return nil
	}
	if params.Object != nil {
		if object := from.json(params.Object); object != nil {
			return object.members[name]
		}
		return nil
	}
	if params.Pairs != nil {
		if all := params.pairs(from, name); len(all) > 0 {
			return all[0]
		}
		return nil
	}
	return first(from, params.each(name), jsonOf)
}

func (d *decoding) errors() []decoding {
	own, from := d.result.parts, d.source()
	if own == nil {
		return nil
	}
	if !own.isElement || from == nil {
		return []decoding{*d}
	}
	var all []decoding
	for _, error := range listOf(own.body, from.within(from.root)) {
		it := d.index.partsInElement(own.body, from.within(error))
		if it != nil {
			it.envelope, it.isAmongOthers = own.envelope, own.isAmongOthers
			inner := *d
			inner.result = understand(d.index, it, d.readWith, d.result.document, true)
			all = append(all, inner)
		}
	}
	return all
}

func (d *decoding) causes() []decoding {
	own, from := d.result.parts, d.source()
	if own == nil || from == nil {
		return nil
	}
	var all []decoding
	add := func(causes *causePlaces, at *place) {
		if value := from.json(at); value != nil {
			for _, it := range causes.Inner.errors(value) {
				all = append(all, d.cause(causes, it))
			}
		}
	}
	for _, causes := range d.shape().Causes {
		add(causes, &causes.At)
	}
	if own.within != nil && own.within.Chain != nil {
		add(own.within, own.within.Chain)
	}
	return all
}

func (d *decoding) cause(causes *causePlaces, it innerError) decoding {
	i, status := d.index, d.result.parts.statuses(d.status)[0]
	if causes.Inner.isWhole && it.value.kind == kindString {
		read := readWhole(i, status, it.value.text, nil, true)
		return decoding{i, read, status, status, nil, it.value.text}
	}
	from := &source{error: it.value, root: it.value}
	in := &document{json: it.value, foreign: ReasonOtherJSON}
	read := foreign(in, ReasonOtherJSON, -1)
	if own := i.partsOfError(causes.Body, from); own != nil {
		own.isAmongOthers = true
		own.given = it.given
		if causes.Chain != nil && from.find(causes.Chain) != nil {
			own.within = causes
		}
		read = understand(i, own, status, in, false)
	}
	return decoding{i, read, status, status, nil, it.value.raw}
}

// innerError is an error in another, with the parameter that its place gives.
type innerError struct {
	value *jsonValue
	given *given
}

// errors returns the errors in the place of causes.
func (i *innerPlaces) errors(value *jsonValue) []innerError {
	var all []innerError
	add := func(at *jsonValue, given *given) {
		for _, it := range errorsAt(at) {
			all = append(all, innerError{it, given})
		}
	}
	if i.object == nil || value.kind != kindObject {
		add(value, nil)
		return all
	}
	if i.object.Key != nil {
		for _, name := range value.names {
			add(value.members[name], &given{*i.object.Key, name})
		}
		return all
	}
	const deepest = 128
	var enter func(object *jsonValue, path string, depth int)
	enter = func(object *jsonValue, path string, depth int) {
		for _, name := range object.names {
			member := object.members[name]
			token := strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
			within, leaf := path+"/"+token, i.object.Leaf
			if leaf != nil && name == *leaf {
				add(member, &given{i.object.Param, path})
			} else if member.kind == kindObject {
				if depth < deepest {
					enter(member, within, depth+1)
				}
			} else if leaf == nil {
				add(member, &given{i.object.Param, within})
			}
		}
	}
	enter(value, "", 1)
	return all
}

// batch returns the errors of a batch by key.
func (d *decoding) batch() map[string]decoding {
	all := map[string]decoding{}
	if d.result.document.json == nil {
		return all
	}
	errors := walk(d.result.document.json, d.shape().Batch.Errors)
	for name, error := range errors.members {
		all[name] = d.item(error)
	}
	return all
}

func (d *decoding) item(error *jsonValue) decoding {
	i := d.index
	read := readWhole(i, d.status, error.raw, nil, true)
	if read.outcome == OutcomeForeign {
		own := i.findWithoutCode(read.document, func(*parts) bool { return true })
		if own != nil {
			own.isAmongOthers = true
			read = understand(i, own, d.status, read.document, false)
		}
	}
	it := *d
	it.result, it.headers, it.body = read, nil, error.raw
	if read.parts != nil && read.parts.status >= 0 {
		it.status = read.parts.status
	}
	return it
}
