
// --- Messages

// messageOf fills the template of an error in a language. Sensitive values are
// not shown.
func messageOf(err Error, language string) string {
	i := loadedIndex()
	own, fields := i.byID[err.ID()], err.fields()
	number := 0
	for at, it := range i.Languages {
		if it == language {
			number = at
		}
	}
	var text *template
	for text == nil && number > 0 {
		for _, it := range own.Forms {
			if it.Language == number && it.Plural == nil {
				text = it.Message
			}
		}
		if text == nil {
			number = i.Fallbacks[number-1]
		}
	}
	if forms := own.pluralForms(number); len(forms) > 0 {
		value := shown(fields[forms[0].Plural.Param])
		if it := own.formOfNumber(number, value); it != nil {
			text = it.Message
		}
	}
	if text == nil {
		text = own.Message
	}
	return text.filled(own, fields)
}

func (t *template) filled(own *entry, fields []any) string {
	var text strings.Builder
	for at, literal := range t.literals {
		text.WriteString(literal)
		if at == len(t.fields) {
			break
		}
		if field := t.fields[at]; own.Params[field].Sensitive {
			text.WriteString(redacted)
		} else {
			text.WriteString(shown(fields[field]))
		}
	}
	return text.String()
}

// describe returns the status, and what is known of the response, without
// sensitive values.
func (d *decoding) describe(err Error) string {
	head := strconv.Itoa(d.status)
	if err != nil {
		return head + " " + err.ID() + ": " + err.Error()
	}
	if d.result.outcome == OutcomeBatch {
		return head + " batch"
	}
	if d.result.outcome == OutcomeForeign {
		return head + " " + map[ForeignReason]string{
			ReasonEmpty:     "an empty body",
			ReasonNotJSON:   "a body that is not JSON",
			ReasonOtherJSON: "a JSON body of another kind",
			ReasonSuccess:   "a success",
		}[d.result.reason]
	}
	if chosen := d.result.choice; chosen != nil {
		head += " " + chosen.entry.ID + " (parameters not readable)"
	} else {
		head += " unknown error"
	}
	// What was sent can contain values that must not be shown.
	if d.index.isGuarded {
		return head
	}
	if code := d.code(); code != nil && d.result.choice == nil {
		head += " " + *code
	}
	if message := d.message(); message != nil {
		head += ": " + *message
	}
	return head
}

var (
	indexOnce   sync.Once
	loadedWhole *index
)

// loadedIndex reads the catalog when it is needed first.
func loadedIndex() *index {
	indexOnce.Do(func() {
		of := &catalog{}
		if err := json.Unmarshal([]byte(catalogJSON), of); err != nil {
			panic("the catalog in this file was changed: " + err.Error())
		}
		loadedWhole = newIndex(of)
	})
	return loadedWhole
}
