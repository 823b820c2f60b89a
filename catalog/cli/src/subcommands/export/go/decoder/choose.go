
// --- Which entry it is

// isSentNow returns whether the current message is sent with one of the statuses.
func (e *entry) isSentNow(statuses [2]int) bool {
	for _, status := range statuses {
		if e.hasStatus(status) {
			return true
		}
		for _, it := range e.history() {
			if it.Message == nil && contains(it.Statuses, status) {
				return true
			}
		}
	}
	return false
}

func (e *entry) codeFit(code *string) fit {
	if e.Pattern == nil {
		return matched(nil, true)
	}
	if code == nil || hasSpace(*code) {
		return noFit
	}
	constraints := func(field int) constraint {
		return constraint{form: constraintOf(e, field).form}
	}
	return e.Pattern.match(*code, constraints, true)
}

// rank returns what makes a choice better than another, in this order.
func (c *choice) rank(of *parts) [5]int {
	message := c.fit.rank()
	isConstant := len(c.entry.Message.fields) == 0 && !c.entry.FreeText
	return [5]int{
		bit(!c.entry.codeFit(of.code).isNo()),
		bit(message >= 2 || isConstant),
		bit(of.isInEnvelopeOf(c.entry)),
		c.status,
		message,
	}
}

func bit(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (c *choice) literal() int {
	switch c.fit {
	case fitForm:
		return 2 * c.form.Fixed
	case fitCurrent:
		return 2*c.entry.Fixed + 1
	}
	return 0
}

func (c *choice) isBetter(other *choice, of *parts) bool {
	own, others := c.rank(of), other.rank(of)
	for at := range own {
		if own[at] != others[at] {
			return own[at] > others[at]
		}
	}
	knows := !of.hasMembersOfOthers(c.entry)
	otherKnows := !of.hasMembersOfOthers(other.entry)
	isLonger := c.literal() > other.literal()
	if otherKnows && !isLonger {
		return false
	}
	return !otherKnows && isLonger || knows
}

func best(choices []*choice, of *parts) *choice {
	var best *choice
	for _, it := range choices {
		if best == nil || it.isBetter(best, of) {
			best = it
		}
	}
	return best
}

func (e *entry) hasParam(name string) bool {
	for _, it := range e.Params {
		if it.Name == name {
			return true
		}
	}
	return false
}

// hasMembersOfOthers returns whether there is a member for a parameter that the
// entry does not have.
func (p *parts) hasMembersOfOthers(than *entry) bool {
	if p.inHeader != nil {
		for at := range p.inHeader.Params {
			it := &p.inHeader.Params[at]
			if p.challenge != nil && !than.hasParam(it[0]) && p.challenge.param(&it[1]) != nil {
				return true
			}
		}
		return false
	}
	params := p.places().Params
	if params == nil || p.source == nil {
		return false
	}
	const most = 32
	if params.Object != nil {
		object := p.source.json(params.Object)
		if object == nil || p.isShared(params.Object) {
			return false
		}
		for at, name := range object.names {
			if at < most && !than.hasParam(name) {
				return true
			}
		}
		return false
	}
	if params.Pairs != nil {
		pairs := p.source.json(params.Pairs)
		if pairs == nil {
			return false
		}
		for at, pair := range pairs.items {
			name := walk(pair, params.Name)
			if at < most && name != nil && name.kind == kindString && !than.hasParam(name.text) {
				return true
			}
		}
		return false
	}
	for _, it := range params.Each {
		for at := range it.places {
			if !than.hasParam(it.name) && p.source.find(&it.places[at]) != nil {
				return true
			}
		}
	}
	return false
}

// isShared returns whether the object of the parameters has the code, too.
func (p *parts) isShared(object *place) bool {
	if object.Pointer == nil {
		return false
	}
	if object.isWhole() {
		return true
	}
	for at := range p.body.Code {
		code := p.body.Code[at].Pointer
		isWithin := len(code) >= len(object.Pointer)
		for index := range object.Pointer {
			isWithin = isWithin && code[index].name == object.Pointer[index].name
		}
		if isWithin {
			return true
		}
	}
	return false
}

func (i *index) sentInHeader(of *parts, http int) []*entry {
	var entries []*entry
	for _, it := range i.Entries {
		if it.Envelope != nil && i.Envelopes[*it.Envelope].InHeader == of.inHeader && it.hasStatus(http) {
			entries = append(entries, it)
		}
	}
	return entries
}

func (i *index) chooseByStatus(of *parts, http int) *choice {
	body := of.places()
	if of.envelope < 0 || (body.Format != "empty" && !body.hasCausesOnly()) {
		return nil
	}
	it := i.entryByStatus(of.envelope, http)
	if it == nil {
		return nil
	}
	return &choice{entry: it, fit: fitMissing, status: it.statusFit(of.status, http)}
}

// choose returns the entry that fits best, or nil.
func (i *index) choose(of *parts, http int) *choice {
	if of.headerValue != nil {
		for _, it := range i.sentInHeader(of, http) {
			if it.FreeText {
				return &choice{entry: it, fit: fitFree, status: 2}
			}
			return &choice{entry: it, fit: fitMissing, status: 2}
		}
		return nil
	}
	if of.code == nil && of.message == nil {
		return i.chooseByStatus(of, http)
	}
	if of.code == nil {
		return i.chooseByMessage(of, http)
	}
	var choices []*choice
	for _, it := range i.candidates(of) {
		choices = append(choices, it.chooseForm(of, http))
	}
	return best(choices, of)
}

func (i *index) chooseByMessage(of *parts, http int) *choice {
	if of.message == nil {
		return nil
	}
	var choices []*choice
	for _, it := range i.Entries {
		if it.isWide() || !of.mayBe(it) {
			continue
		}
		status := it.statusFit(of.status, http)
		if match := it.matchMessage(nil, *of.message); match.isUnread {
			choices = append(choices, &choice{entry: it, fit: fitUnread, status: status})
		} else if match.isMatch {
			choices = append(choices, &choice{it, fitCurrent, status, nil, match})
		}
	}
	for _, it := range i.withForms {
		if !of.mayBe(it) {
			continue
		}
		if in, match := it.matchForms(it.Forms, *of.message, of.statuses(http)); in != nil {
			choices = append(choices, &choice{it, fitForm, it.statusFit(of.status, http), in, match})
		}
	}
	if best := best(choices, of); best != nil {
		return best
	}
	return i.chooseWide(of, http)
}

// chooseWide returns the entry whose message is free text, or only placeholders.
func (i *index) chooseWide(of *parts, http int) *choice {
	for _, sent := range []int{of.status, http} {
		for _, it := range i.nameless {
			if !it.hasStatus(sent) {
				continue
			}
			if it.FreeText {
				return &choice{entry: it, fit: fitFree, status: it.statusFit(of.status, http)}
			}
			break
		}
	}
	statuses := of.statuses(http)
	for _, it := range i.wide {
		isSent := it.hasStatus(statuses[0]) || it.hasStatus(statuses[1])
		if it.FreeText || !isSent || !of.isInEnvelopeOf(it) {
			continue
		}
		if match := it.matchMessage(nil, *of.message); match.isMatch {
			return &choice{it, fitCurrent, it.statusFit(of.status, http), nil, match}
		}
	}
	return nil
}
