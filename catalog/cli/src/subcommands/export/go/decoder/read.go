
// --- Decoding

type result struct {
	outcome  Outcome
	document *document
	reason   ForeignReason
	parts    *parts
	choice   *choice
	values   *values
	// The envelope, or -1.
	envelope int
}

func isSure(*entry) bool {
	return true
}

func understand(i *index, own *parts, http int, in *document, isWhole bool) *result {
	chosen := i.choose(own, http)
	if chosen == nil {
		return &result{outcome: OutcomeUnknown, document: in, parts: own, envelope: -1}
	}
	values := chosen.values(own, chosen.match)
	isShown := true
	if i.isGuarded && len(chosen.entry.Params) > 0 {
		left := doubts{
			index: i, choice: chosen, parts: own, own: values, http: http,
			isAnyText: chosen.fit == fitFree, counts: (*entry).hasSensitive,
		}
		if isWhole {
			left.document = in
		}
		isCut := values.areCutInOneWay || !chosen.entry.hasSensitive()
		isShown = isCut && !left.areLeft()
	}
	outcome := OutcomePartial
	if values.areThere && isShown {
		outcome = OutcomeKnown
	}
	return &result{outcome, in, "", own, chosen, values, -1}
}

func foreign(in *document, reason ForeignReason, envelope int) *result {
	return &result{outcome: OutcomeForeign, document: in, reason: reason, envelope: envelope}
}

func readDocument(i *index, in *document, http int, isAmongOthers bool) *result {
	own, successful := i.findParts(in, http)
	if successful >= 0 {
		return foreign(in, ReasonSuccess, successful)
	}
	if own != nil {
		own.isAmongOthers = own.isAmongOthers || isAmongOthers
		return understand(i, own, http, in, true)
	}
	for at, it := range i.Envelopes {
		if it.Body == nil || it.Body.Batch == nil || in.json == nil {
			continue
		}
		if errors := walk(in.json, it.Body.Batch.Errors); errors != nil && errors.kind == kindObject {
			return &result{outcome: OutcomeBatch, document: in, envelope: at}
		}
	}
	isError := func(it *parts) bool { return it.isErrorWithoutCode(http) }
	if own = i.findWithoutCode(in, isError); own != nil {
		return understand(i, own, http, in, false)
	}
	return foreign(in, in.foreign, -1)
}

func readWhole(i *index, http int, body string, lines headers, isAmongOthers bool) *result {
	text := strings.TrimPrefix(body, "\ufeff")
	in := &document{json: parseJSON(text), headers: lines, foreign: ReasonOtherJSON}
	if in.json == nil {
		in.foreign = ReasonNotJSON
		if strings.Trim(text, asciiSpace) == "" {
			in.foreign = ReasonEmpty
		}
	}
	read := readDocument(i, in, http, isAmongOthers)
	if read.outcome != OutcomeForeign || read.reason == ReasonSuccess || read.reason == ReasonOtherJSON {
		return read
	}
	for _, format := range []string{"form", "text", "empty"} {
		if !i.hasFormat(format) {
			continue
		}
		if value := viewOf(format, text, http, lines); value != nil {
			in = &document{value, lines, format, ReasonOtherJSON}
			converted := readDocument(i, in, http, false)
			if converted.outcome != OutcomeForeign || converted.reason == ReasonSuccess {
				return converted
			}
		}
	}
	return read
}

func (i *index) hasFormat(format string) bool {
	for _, it := range i.Envelopes {
		if it.Body != nil && it.Body.Format == format {
			return true
		}
	}
	return false
}

// viewOf returns a body that is not JSON as the JSON value that shows the same.
func viewOf(format string, body string, http int, lines headers) *jsonValue {
	switch format {
	case "form":
		return readForm(body)
	case "text":
		kind, _ := orEmpty(lines.get("content-type"))
		text := strings.TrimSpace(body)
		if strings.HasPrefix(kind, "text/html") || http < 400 || text == "" || isTag(text) {
			return nil
		}
		return stringValue(text)
	}
	if strings.Trim(body, asciiSpace) == "" {
		return &jsonValue{kind: kindNull, raw: "null"}
	}
	return nil
}

func isTag(text string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(text, "<"))
	return text[0] == '<' && (strings.ContainsRune("!?/", next) || isLetter(next))
}

func readForm(body string) *jsonValue {
	form := strings.Trim(body, asciiSpace)
	if form != "" && (form[0] == '?' || form[0] == '#') {
		form = form[1:]
	}
	if !strings.Contains(form, "=") || strings.IndexByte("<{[\"", form[0]) >= 0 {
		return nil
	}
	if strings.IndexFunc(form, unicode.IsControl) >= 0 {
		return nil
	}
	object := &jsonValue{kind: kindObject}
	for _, pair := range strings.Split(form, "&") {
		if pair == "" {
			continue
		}
		key, value, _ := strings.Cut(strings.ReplaceAll(pair, "+", " "), "=")
		name, text := percentDecoded(key), percentDecoded(value)
		if !utf8.ValidString(name) || !utf8.ValidString(text) {
			return nil
		}
		several := object.members[name]
		if several == nil {
			several = &jsonValue{kind: kindArray}
			object.put(name, several)
		}
		several.items = append(several.items, stringValue(text))
	}
	var members []string
	for _, name := range object.names {
		several := object.members[name]
		if len(several.items) == 1 {
			several = several.items[0]
			object.members[name] = several
		} else {
			several.raw = "[" + joinedRaw(several.items) + "]"
		}
		members = append(members, stringValue(name).raw+":"+several.raw)
	}
	object.raw = "{" + strings.Join(members, ",") + "}"
	return object
}

func joinedRaw(items []*jsonValue) string {
	all := make([]string, 0, len(items))
	for _, it := range items {
		all = append(all, it.raw)
	}
	return strings.Join(all, ",")
}
