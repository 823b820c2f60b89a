
// --- The parts of an error

type parts struct {
	body        *bodyPlaces
	source      *source
	inHeader    *headerPlaces
	challenge   *challenge
	headerValue *string
	// The envelope, or -1.
	envelope int
	code     *string
	message  *string
	// The status in the body, or -1.
	status int
	// A parameter that is outside the error, such as the key of an object of errors.
	given *given
	// Whether the response can contain other errors, so that its status is not
	// that of this one.
	isAmongOthers bool
	lacksCode     bool
	isElement     bool
	within        *causePlaces
}

type given struct {
	name string
	text string
}

var noPlaces = &bodyPlaces{}

func (p *parts) places() *bodyPlaces {
	if p.body == nil {
		return noPlaces
	}
	return p.body
}

func (p *parts) statuses(http int) [2]int {
	if p.status < 0 {
		return [2]int{http, http}
	}
	return [2]int{p.status, http}
}

func (p *parts) mayBe(it *entry) bool {
	return !p.lacksCode || !it.hasCode()
}

func (p *parts) isInEnvelopeOf(it *entry) bool {
	return p.envelope < 0 || it.Envelope == nil || p.envelope == *it.Envelope
}

func (e *entry) hasCode() bool {
	return e.Code != nil || e.Pattern != nil
}

func (e *entry) hasMessage() bool {
	return e.FreeText || e.Fixed > 0 || len(e.Message.fields) > 0
}

func (e *entry) isWide() bool {
	return e.FreeText || e.Fixed == 0
}

func (e *entry) hasSensitive() bool {
	for _, it := range e.Params {
		if it.Sensitive {
			return true
		}
	}
	return false
}

func (e *entry) hasStatus(status int) bool {
	return contains(e.Statuses, status)
}

func isSameCode(own string, sent string) bool {
	if own == sent {
		return true
	}
	return isSignedDigits(own) && isSignedDigits(sent) && canonical(own) == canonical(sent)
}

// canonical returns digits with any sign without what does not change the number.
func canonical(number string) string {
	digits := strings.TrimLeft(strings.TrimLeft(number, "+-"), "0")
	if number[0] == '-' && digits != "" {
		return "-" + digits
	}
	return digits
}

func (i *index) codeAt(body *bodyPlaces, from *source) *string {
	var sent *string
	for at := range body.Code {
		it := from.find(&body.Code[at])
		if it == nil {
			continue
		}
		code := codeOf(it)
		if code != nil && len(i.withCode(*code)) > 0 {
			return code
		}
		if sent == nil {
			sent = code
		}
	}
	return sent
}

func newParts(body *bodyPlaces, from *source, code *string, message *string, lacksCode bool) *parts {
	status := -1
	if sent := first(from, body.Status, statusOf); sent != nil {
		status = *sent
	}
	return &parts{
		body: body, source: from, code: code, message: message,
		status: status, envelope: -1, lacksCode: lacksCode,
	}
}

// partsInBody returns the parts of an error with a code, or a message if there is
// no place for a code.
func (i *index) partsInBody(body *bodyPlaces, from *source) *parts {
	code := i.codeAt(body, from)
	message := first(from, body.Message, textOf)
	if code == nil && (body.Code != nil || message == nil) {
		return nil
	}
	return newParts(body, from, code, message, false)
}

func partsWithoutCode(body *bodyPlaces, from *source) *parts {
	message := first(from, body.Message, textOf)
	if message == nil || strings.TrimSpace(*message) == "" {
		return nil
	}
	return newParts(body, from, nil, message, true)
}

// partsOfError returns the parts of an error that is certainly one: a message is
// enough.
func (i *index) partsOfError(body *bodyPlaces, from *source) *parts {
	isPlaced := false
	for _, places := range [][]place{body.Code, body.Message} {
		isPlaced = isPlaced || (len(places) > 0 && places[0].isWhole())
	}
	if it := from.error; it.kind == kindString && strings.TrimSpace(it.text) != "" && !isPlaced {
		return newParts(body, from, nil, &it.text, true)
	}
	if own := i.partsInBody(body, from); own != nil {
		return own
	}
	return partsWithoutCode(body, from)
}

// isWhole returns whether a place is the whole error.
func (p *place) isWhole() bool {
	return p.Pointer != nil && len(p.Pointer) == 0
}

func (i *index) partsInElement(body *bodyPlaces, from *source) *parts {
	if showsSuccess(body, from, true) {
		return nil
	}
	own := i.partsOfError(body, from)
	if own != nil {
		own.isElement = true
	}
	return own
}

// listOf returns the elements of the array of errors.
func listOf(body *bodyPlaces, from *source) []*jsonValue {
	list := first(from, body.Errors, func(it *found) *jsonValue {
		if it.json != nil && (it.json.kind == kindArray || it.json.kind == kindObject) {
			return it.json
		}
		return nil
	})
	if list == nil {
		return nil
	}
	return errorsAt(list)
}

func (i *index) partsIn(body *bodyPlaces, from *source) *parts {
	if body.Errors == nil {
		return i.partsInBody(body, from)
	}
	errors := listOf(body, from)
	for at, it := range errors {
		if own := i.partsInElement(body, from.within(it)); own != nil {
			own.isAmongOthers = at+1 < len(errors)
			return own
		}
	}
	return nil
}

func partsInHeader(places *headerPlaces, lines headers) *parts {
	own := &parts{inHeader: places, envelope: -1, status: -1}
	if places.Scheme == nil {
		own.headerValue = lines.get(places.Header)
		if own.headerValue == nil || *own.headerValue == "" {
			return nil
		}
		return own
	}
	identity := places.Code
	if identity == nil {
		identity = places.Message
	}
	for _, it := range challenges(lines.all(places.Header)) {
		if strings.EqualFold(it.scheme, *places.Scheme) && it.param(identity) != nil {
			own.challenge = it
			own.code, own.message = it.param(places.Code), it.param(places.Message)
			return own
		}
	}
	return nil
}

// --- What is looked up in a catalog

type index struct {
	*catalog
	byID   map[string]*entry
	byCode map[string][]*entry
	// The entries without a code.
	nameless []*entry
	// The entries with messages in other forms.
	withForms   []*entry
	wide        []*entry
	hasSubcodes bool
	isGuarded   bool
}

func newIndex(of *catalog) *index {
	i := &index{catalog: of, byID: map[string]*entry{}, byCode: map[string][]*entry{}}
	// Free text matches every message that no other entry matches.
	for _, isFreeText := range []bool{true, false} {
		for _, it := range of.Entries {
			if it.FreeText != isFreeText {
				continue
			}
			if it.Code != nil {
				i.byCode[it.Code.text] = append(i.byCode[it.Code.text], it)
			} else if it.Pattern == nil {
				i.nameless = append(i.nameless, it)
			}
		}
	}
	for _, it := range of.Entries {
		i.byID[it.ID] = it
		for _, form := range it.Forms {
			if form.Message != nil {
				i.withForms = append(i.withForms, it)
				break
			}
		}
		if it.isWide() && it.hasMessage() {
			i.wide = append(i.wide, it)
		}
		i.hasSubcodes = i.hasSubcodes || it.Subcode != nil
		i.isGuarded = i.isGuarded || it.hasSensitive()
	}
	return i
}

// withCode returns the entries with this code, or else those whose code with
// placeholders it is.
func (i *index) withCode(code string) []*entry {
	if found, isThere := i.byCode[code]; isThere {
		return found
	}
	return i.withPattern(code)
}

func (i *index) withPattern(code string) []*entry {
	if len(i.Patterns) == 0 || hasSpace(code) {
		return nil
	}
	var entries []*entry
	isAny := func(int) constraint { return anyText }
	for _, at := range i.Patterns {
		if it := i.Entries[at]; !it.Pattern.match(code, isAny, true).isNo() {
			entries = append(entries, it)
		}
	}
	return entries
}

// candidates returns the entries with the code of the response and, if there are
// any, its subcode.
func (i *index) candidates(of *parts) []*entry {
	code, _ := orEmpty(of.code)
	entries := i.withCode(code)
	if !i.hasSubcodes {
		return entries
	}
	sent := first(of.source, of.places().Subcode, codeOf)
	var known, others []*entry
	for _, it := range entries {
		if it.Subcode == nil {
			others = append(others, it)
		} else if sent != nil && isSameCode(*it.Subcode, *sent) {
			known = append(known, it)
		}
	}
	if known != nil {
		return known
	}
	return others
}
