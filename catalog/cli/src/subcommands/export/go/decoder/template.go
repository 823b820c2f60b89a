
// --- From a message to the values in it

type constraint struct {
	form       string
	isOptional bool
}

var anyText = constraint{form: "text"}

func constraintOf(of *entry, field int) constraint {
	if field < len(of.Params) {
		switch param := of.Params[field]; param.Type {
		case "integer", "decimal", "boolean":
			return constraint{param.Type, param.Optional}
		}
	}
	return anyText
}

func (c constraint) accepts(text string) bool {
	switch {
	case c.form == "text":
		return true
	case text == "":
		return c.isOptional
	case c.form == "integer":
		return isInteger(text)
	case c.form == "decimal":
		return isDecimal(text)
	}
	return text == "true" || text == "false"
}

// fit is whether a text fits a template.
type fit struct {
	// The values in the text, by the index of their parameters.
	values map[int]string
	// Whether the text fits.
	isMatch bool
	// Whether this is the only way to split the text.
	isUnique bool
	// Whether finding out would take too long.
	isUnread bool
}

func matched(values map[int]string, isUnique bool) fit {
	return fit{values: values, isMatch: true, isUnique: isUnique}
}

// or returns this fit, or else the other one.
func (f fit) or(other fit) fit {
	if f.isMatch {
		return f
	}
	return other
}

func (f fit) isNo() bool {
	return !f.isMatch && !f.isUnread
}

var (
	noFit     = fit{}
	unreadFit = fit{isUnread: true}
)

// splitting is a text that is split into the values of a template.
type splitting struct {
	placeholders []placeholder
	text         string
	// Whether values cannot be empty.
	isFilled bool
	// Where the last literal begins.
	end int
}

type placeholder struct {
	// The literal before it.
	literal    string
	field      int
	constraint constraint
	// Where its value can begin if all before it fit.
	starts []bool
}

func (t *template) match(text string, constraints func(int) constraint, isFilled bool) fit {
	begin, last := t.literals[0], t.literals[len(t.literals)-1]
	if len(t.fields) == 0 {
		if text == begin {
			return matched(nil, true)
		}
		return noFit
	}
	end := len(text) - len(last)
	if !strings.HasPrefix(text, begin) || !strings.HasSuffix(text, last) || end < 0 {
		return noFit
	}
	values := map[int]string{}
	fits, hasSeveralWays := true, false
	start, before := len(begin), -1
	for index, field := range t.fields {
		literal := t.literals[index+1]
		earliest := start
		if isFilled {
			earliest++
		}
		at := end
		if index+1 < len(t.fields) {
			at = indexFrom(text, literal, earliest, end)
		}
		if at < earliest {
			return noFit
		}
		value := text[start:at]
		if other, isThere := values[field]; isThere && other != value {
			fits = false
		}
		values[field] = value
		fits = fits && constraints(field).accepts(value)
		if before >= 0 && !hasSeveralWays {
			latest := at
			if isFilled {
				latest--
			}
			hasSeveralWays = indexFrom(text, t.literals[index], before+1, latest) >= 0
		}
		before = at
		start = at + len(literal)
	}
	leftmost := noFit
	if fits {
		leftmost = matched(values, !hasSeveralWays)
	}
	if !hasSeveralWays {
		return leftmost
	}
	split := splitting{text: text, isFilled: isFilled, end: end}
	for index, field := range t.fields {
		it := placeholder{literal: t.literals[index], field: field, constraint: constraints(field)}
		split.placeholders = append(split.placeholders, it)
	}
	return split.choose(leftmost)
}

// choose chooses the split that fits, out of several.
func (s *splitting) choose(leftmost fit) fit {
	fields := map[int]bool{}
	isLoose := true
	for _, it := range s.placeholders {
		fields[it.field] = true
		isLoose = isLoose && it.constraint.form == "text"
	}
	count := len(s.placeholders)
	isRepeated := len(fields) < count
	if !isRepeated && isLoose {
		return leftmost
	}
	if isRepeated && len(fields) == 1 {
		return s.splitEqually()
	}
	// Each placeholder takes one step for each byte.
	patience := 65_536 + 64*len(s.text) - count*(s.end+1)
	if patience < 0 {
		return leftmost.or(unreadFit)
	}
	if !s.goForwards() {
		return noFit
	}
	if isRepeated {
		return newAgreeing(s, patience).run(leftmost)
	}
	latest, earliest := s.goBack(true), s.goBack(false)
	isUnique := true
	for field, value := range latest {
		isUnique = isUnique && earliest[field] == value
	}
	return matched(latest, isUnique)
}

// splitEqually splits a text whose placeholders all belong to one parameter, so
// that the length of its value is known.
func (s *splitting) splitEqually() fit {
	length := s.end
	for _, it := range s.placeholders {
		length -= len(it.literal)
	}
	if length < 0 || length%len(s.placeholders) != 0 {
		return noFit
	}
	length /= len(s.placeholders)
	value, at := "", 0
	for index, it := range s.placeholders {
		if !strings.HasPrefix(s.text[at:], it.literal) {
			return noFit
		}
		at += len(it.literal)
		own := s.text[at : at+length]
		if index > 0 && own != value || !it.constraint.accepts(own) {
			return noFit
		}
		value = own
		at += length
	}
	return matched(map[int]string{s.placeholders[0].field: value}, true)
}

// goForwards finds where values can begin. It returns whether the whole text can
// be split.
func (s *splitting) goForwards() bool {
	ends := make([]bool, s.end+1)
	ends[0] = true
	for index := range s.placeholders {
		it := &s.placeholders[index]
		it.starts = make([]bool, s.end+1)
		earliest := -1
		for at := indexFrom(s.text, it.literal, 0, s.end); at >= 0; at = indexFrom(s.text, it.literal, at+1, s.end) {
			if ends[at] {
				it.starts[at+len(it.literal)] = true
				if earliest < 0 {
					earliest = at + len(it.literal)
				}
			}
		}
		if earliest < 0 {
			return false
		}
		if it.constraint.form != "text" {
			ends = it.ends(s.text, s.end)
			continue
		}
		ends = make([]bool, s.end+1)
		if s.isFilled {
			earliest++
		}
		for at := earliest; at <= s.end; at++ {
			ends[at] = true
		}
	}
	return ends[s.end]
}

// ends finds where values can end.
func (p *placeholder) ends(text string, end int) []bool {
	ends := make([]bool, end+1)
	states := 0
	for at := range ends {
		begins := p.starts[at]
		if begins && p.constraint.isOptional {
			ends[at] = true
		}
		switch {
		case p.constraint.form == "decimal":
			if states&decimalEnds != 0 {
				ends[at] = true
			}
			if begins {
				states |= 1
			}
			if at < end {
				states = afterDecimal(states, text[at])
			}
		case begins && p.constraint.form == "integer":
			for to := at + 1; to <= at+20 && to <= end; to++ {
				if isInteger(text[at:to]) {
					ends[to] = true
				}
			}
		case begins:
			for _, word := range []string{"true", "false"} {
				if strings.HasPrefix(text[at:end], word) {
					ends[at+len(word)] = true
				}
			}
		}
	}
	return ends
}

// goBack builds one split that fits, from the last value to the first.
func (s *splitting) goBack(isLatest bool) map[int]string {
	values := map[int]string{}
	end := s.end
	for index := len(s.placeholders) - 1; index >= 0; index-- {
		it := &s.placeholders[index]
		start := it.start(s, end, isLatest)
		values[it.field] = s.text[start:end]
		end = start - len(it.literal)
	}
	return values
}

func (p *placeholder) start(s *splitting, end int, isLatest bool) int {
	if p.constraint.form == "decimal" {
		return p.decimalStart(s.text, end, isLatest)
	}
	found := end
	lowest := 0
	if p.constraint.form != "text" && end > 20 {
		lowest = end - 20
	}
	for at := end; at >= lowest; at-- {
		isEmpty := at == end && p.constraint.form == "text" && s.isFilled
		if p.starts[at] && !isEmpty && p.constraint.accepts(s.text[at:end]) {
			found = at
			if isLatest {
				break
			}
		}
	}
	return found
}

func (p *placeholder) decimalStart(text string, end int, isLatest bool) int {
	found := end
	if isLatest && p.constraint.isOptional && p.starts[end] {
		return found
	}
	// The states from which the characters that were read complete a number.
	states := decimalEnds
	for at := end - 1; at >= 0 && states != 0; at-- {
		leading := 0
		for state := 1; state < 256; state <<= 1 {
			if afterDecimal(state, text[at])&states != 0 {
				leading |= state
			}
		}
		states = leading
		if states&1 != 0 && p.starts[at] {
			found = at
			if isLatest {
				break
			}
		}
	}
	return found
}
