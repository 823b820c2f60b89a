
// --- Which form of an entry it is

type messageFit int

const (
	fitOther messageFit = iota
	fitUnread
	fitMissing
	fitFree
	fitForm
	fitCurrent
)

// rank returns how well a message fits.
func (f messageFit) rank() int {
	return [...]int{0, 0, 1, 2, 3, 3}[f]
}

type choice struct {
	entry  *entry
	fit    messageFit
	status int
	form   *form
	match  fit
}

func (e *entry) statusFit(body int, http int) int {
	if e.hasStatus(body) {
		return 3
	}
	if e.hasStatus(http) {
		return 2
	}
	for _, it := range e.Forms {
		if it.Earlier && (contains(it.Statuses, body) || contains(it.Statuses, http)) {
			return 1
		}
	}
	return 0
}

// history returns the earlier forms.
func (e *entry) history() []*form {
	var earlier []*form
	for _, it := range e.Forms {
		if it.Earlier {
			earlier = append(earlier, it)
		}
	}
	return earlier
}

// matchMessage reads the values from a message, in a form of the error or in the
// current one.
func (e *entry) matchMessage(in *form, text string) fit {
	own := e.Message
	if in != nil && in.Message != nil {
		own = in.Message
	}
	match := own.match(text, func(field int) constraint { return constraintOf(e, field) }, false)
	if !match.isMatch || in != nil && in.Earlier {
		return match
	}
	return e.checkNumber(in, match)
}

func (e *entry) pluralForms(language int) []*form {
	var forms []*form
	for _, it := range e.Forms {
		if it.Language == language && it.Plural != nil {
			forms = append(forms, it)
		}
	}
	return forms
}

// isFor returns whether a number, as text, is one of those that a form is for.
func (p *plural) isFor(text string) bool {
	digits := strings.TrimPrefix(text, "-")
	if p.Numbers == nil || !isDigits(digits) {
		return false
	}
	digits = strings.TrimLeft(digits, "0")
	if len(digits) > 6 && strings.HasSuffix(digits, "000000") {
		return p.Numbers.Millions
	}
	isSmall := len(digits) < 3 || len(digits) == 3 && digits < "200"
	if !isSmall {
		digits = "1" + digits[len(digits)-2:]
	}
	number, _ := strconv.Atoi("0" + digits)
	for _, it := range p.Numbers.Ranges {
		if it[0] <= number && number <= it[1] {
			return true
		}
	}
	return false
}

// formOfNumber returns the form that a number asks for; nil for the one for all
// others.
func (e *entry) formOfNumber(language int, number string) *form {
	forms := e.pluralForms(language)
	for _, it := range forms {
		if it.Plural.Exact != nil && *it.Plural.Exact == number {
			return it
		}
	}
	for _, it := range forms {
		if it.Plural.isFor(number) {
			return it
		}
	}
	return nil
}

// checkNumber checks that the number in a message asks for the form that the
// message fits.
func (e *entry) checkNumber(in *form, match fit) fit {
	language := 0
	if in != nil {
		language = in.Language
	}
	forms := e.pluralForms(language)
	if len(forms) == 0 {
		return match
	}
	var own *form
	if in != nil && in.Plural != nil {
		own = in
	}
	param := forms[0].Plural.Param
	number, isThere := match.values[param]
	if !isThere {
		if own == nil || own.Plural.Exact == nil {
			return match
		}
		values := map[int]string{param: *own.Plural.Exact}
		for field, value := range match.values {
			values[field] = value
		}
		return matched(values, match.isUnique)
	}
	if e.formOfNumber(language, number) == own {
		return match
	}
	// Another way to split the message may have a number that asks for the form.
	if match.isUnique {
		return noFit
	}
	return unreadFit
}

func (e *entry) matchForms(forms []*form, message string, statuses [2]int) (*form, fit) {
	for _, it := range forms {
		isSent := contains(it.Statuses, statuses[0]) || contains(it.Statuses, statuses[1])
		if len(it.Statuses) > 0 && !isSent || it.Message == nil {
			continue
		}
		if match := e.matchMessage(it, message); match.isMatch {
			return it, match
		}
	}
	return nil, noFit
}

func (e *entry) chooseForm(of *parts, http int) *choice {
	status := e.statusFit(of.status, http)
	if e.FreeText {
		return &choice{entry: e, fit: fitFree, status: status}
	}
	if of.message == nil {
		return &choice{entry: e, fit: fitMissing, status: status}
	}
	current := e.matchMessage(nil, *of.message)
	if len(e.Forms) > 0 && !(current.isMatch && of.isInEnvelopeOf(e) && e.isSentNow(of.statuses(http))) {
		others := e.Forms
		if current.isMatch {
			others = e.history()
		}
		if in, match := e.matchForms(others, *of.message, of.statuses(http)); in != nil {
			return &choice{e, fitForm, status, in, match}
		}
	}
	if current.isMatch {
		return &choice{e, fitCurrent, status, nil, current}
	}
	if current.isUnread {
		return &choice{entry: e, fit: fitUnread, status: status}
	}
	return &choice{entry: e, fit: fitOther, status: status}
}
