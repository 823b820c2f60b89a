
// --- Whether it could be another error

// messageReading is an entry in one of its forms: the current one, an earlier
// one, or one in another language.
type messageReading struct {
	entry *entry
	form  *form
}

func (e *entry) readings() []messageReading {
	readings := []messageReading{{e, nil}}
	for _, it := range e.Forms {
		readings = append(readings, messageReading{e, it})
	}
	return readings
}

// template returns the template of the form, if it has one of its own.
func (r messageReading) template() *template {
	if r.form == nil {
		return nil
	}
	return r.form.Message
}

func (r messageReading) isFreeText() bool {
	return r.entry.FreeText && r.template() == nil
}

func (r messageReading) match(message *string) fit {
	if r.isFreeText() {
		return noFit
	}
	text, _ := orEmpty(message)
	return r.entry.matchMessage(r.form, text)
}

// deviation returns the respects in which a response is not as a reading
// documents it, as bits.
func (r messageReading) deviation(match fit, of *parts, http int) int {
	var message bool
	if of.message != nil {
		message = !r.isFreeText() && match.isNo()
	} else if of.body != nil {
		message = of.body.Message != nil
	} else {
		message = of.challenge != nil && of.inHeader.Message != nil
	}
	status := of.status
	if status < 0 && !of.isAmongOthers {
		status = http
	}
	documented := r.entry.Statuses
	if r.form != nil && len(r.form.Statuses) > 0 {
		documented = r.form.Statuses
	}
	isOther := status >= 0 && len(documented) > 0 && !contains(documented, status)
	isOld := r.form != nil && r.form.Earlier
	isElsewhere := !isOld && !of.isInEnvelopeOf(r.entry)
	hasOthers := of.hasMembersOfOthers(r.entry)
	return bit(message) | bit(isOther)<<1 | bit(isElsewhere)<<2 | bit(hasOthers)<<3
}

func (r messageReading) deviationOf(of *parts, http int) int {
	match := noFit
	if of.message != nil {
		match = r.match(of.message)
	}
	return r.deviation(match, of, http)
}

func excludes(own int, other int) bool {
	return own&other == own && own != other
}

func (c *choice) deviation(of *parts, http int) int {
	match := matched(nil, true)
	switch c.fit {
	case fitOther, fitMissing:
		match = noFit
	case fitUnread:
		match = unreadFit
	}
	own := messageReading{c.entry, c.form}.deviation(match, of, http)
	if c.form != nil && c.form.Earlier {
		return own
	}
	// A form that differs only in its statuses gives the same error.
	for _, it := range c.entry.history() {
		if it.Message == nil {
			other := messageReading{c.entry, it}.deviation(match, of, http)
			if excludes(other, own) {
				return other
			}
		}
	}
	return own
}

// considered returns the readings that a response was compared with.
func (i *index) considered(of *parts, http int) []messageReading {
	var entries []*entry
	var readings []messageReading
	if of.headerValue != nil {
		entries = i.sentInHeader(of, http)
	} else if of.code != nil {
		all := append([]*entry{}, i.candidates(of)...)
		for _, it := range append(all, i.withPattern(*of.code)...) {
			if !it.codeFit(of.code).isNo() {
				entries = append(entries, it)
			}
		}
	} else {
		message, _ := orEmpty(of.message)
		for _, it := range i.Entries {
			if !it.isWide() && of.mayBe(it) && !it.matchMessage(nil, message).isNo() {
				readings = append(readings, messageReading{it, nil})
			}
		}
		entries = append(append(entries, i.withForms...), i.wide...)
	}
	for _, it := range entries {
		readings = append(readings, it.readings()...)
	}
	return readings
}

// doubts searches for a reading that the chosen one does not rule out.
type doubts struct {
	index    *index
	choice   *choice
	parts    *parts
	own      *values
	document *document
	http     int
	// Whether a rival may have any message.
	isAnyText bool
	counts    func(*entry) bool
}

func (d *doubts) areLeft() bool {
	chosen := d.choice.deviation(d.parts, d.http)
	if d.hasRival(d.index.considered(d.parts, d.http), d.parts, chosen) {
		return true
	}
	if d.isAnyText && d.parts.code == nil {
		for _, it := range d.index.Entries {
			if d.parts.mayBe(it) && d.hasRival(it.readings(), d.parts, chosen) {
				return true
			}
		}
	}
	if d.counts(d.choice.entry) && d.formsDiffer(chosen) {
		return true
	}
	if d.document == nil || len(d.index.Envelopes) < 2 {
		return false
	}
	for _, it := range d.index.partsElsewhere(d.parts, d.document) {
		if d.isLeftAt(it, chosen) {
			return true
		}
	}
	return false
}

func (d *doubts) isLeft(chosen int, other int) bool {
	if d.isAnyText {
		other &^= 1
	}
	return !excludes(chosen, other)
}

func (d *doubts) hasRival(readings []messageReading, of *parts, chosen int) bool {
	for _, it := range readings {
		isOther := it.entry != d.choice.entry && d.counts(it.entry)
		if isOther && d.isLeft(chosen, it.deviationOf(of, d.http)) {
			return true
		}
	}
	return false
}

func (d *doubts) isLeftAt(of *parts, chosen int) bool {
	other := d.index.choose(of, d.http)
	if other == nil {
		return false
	}
	givesOthers := other.entry != d.choice.entry || len(other.entry.Params) > 0
	isLeft := d.isLeft(chosen, other.deviation(of, d.http))
	if givesOthers && d.counts(other.entry) && isLeft {
		return true
	}
	return d.hasRival(d.index.considered(of, d.http), of, chosen)
}

// formsDiffer returns whether another form of the entry gives other values and is
// not ruled out.
func (d *doubts) formsDiffer(chosen int) bool {
	if len(d.choice.entry.Forms) == 0 {
		return false
	}
	own := messageReading{d.choice.entry, d.choice.form}.template()
	for _, it := range d.choice.entry.readings() {
		if it.template() == own {
			continue
		}
		match := it.match(d.parts.message)
		if !d.isLeft(chosen, it.deviation(match, d.parts, d.http)) {
			continue
		}
		if match.isUnread || match.isNo() && it.isFreeText() && d.choice.fit != fitFree {
			return true
		}
		if match.isMatch {
			other := d.choice.values(d.parts, match)
			if !other.areCertain || !reflect.DeepEqual(other.all, d.own.all) {
				return true
			}
		}
	}
	return false
}
