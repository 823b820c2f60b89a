
// --- The places of an envelope

// found is text of a header, or a value of the body.
type found struct {
	json *jsonValue
	text string
}

// source is where places are looked up.
type source struct {
	error   *jsonValue
	root    *jsonValue
	headers headers
}

// within returns the source of another error of the response.
func (s *source) within(error *jsonValue) *source {
	return &source{error, s.root, s.headers}
}

// find returns what is at a place, or nil.
func (s *source) find(at *place) *found {
	switch {
	case at.Pointer != nil:
		return foundValue(walk(s.error, at.Pointer))
	case at.Query != nil:
		return foundValue(walk(s.root, at.Query))
	case at.Header != nil:
		value := s.headers.get(*at.Header)
		if value != nil && at.Percent {
			return &found{text: lossy(percentDecoded(*value))}
		}
		return foundText(value)
	}
	whole := s.find(at.At)
	if at.Captures == nil && at.Case == "" || whole == nil {
		return whole
	}
	taken := textOf(whole)
	if taken != nil && at.Captures != nil {
		taken = capture(at.Captures, *taken)
	}
	if taken == nil || at.Case == "" {
		return foundText(taken)
	}
	return &found{text: readCase(at.Case, *taken)}
}

func foundValue(value *jsonValue) *found {
	if value == nil {
		return nil
	}
	return &found{json: value}
}

func foundText(text *string) *found {
	if text == nil {
		return nil
	}
	return &found{text: *text}
}

// json returns the value at a place, or nil.
func (s *source) json(at *place) *jsonValue {
	if found := s.find(at); found != nil {
		return found.json
	}
	return nil
}

// first returns what is read at the first place where it can be read.
func first[T any](from *source, places []place, read func(*found) *T) *T {
	if from == nil {
		return nil
	}
	for at := range places {
		if it := from.find(&places[at]); it != nil {
			if value := read(it); value != nil {
				return value
			}
		}
	}
	return nil
}

func textOf(it *found) *string {
	if it.json == nil {
		return &it.text
	}
	return it.json.scalar()
}

func jsonOf(it *found) *jsonValue {
	return it.json
}

// codeOf returns a code: a string that is not empty, or a number.
func codeOf(it *found) *string {
	text := it.text
	if it.json != nil {
		if it.json.kind == kindNumber {
			return wholeNumber(it.json.raw)
		}
		text = it.json.text
	}
	if text == "" {
		return nil
	}
	return &text
}

func wholeNumber(raw string) *string {
	if isSignedDigits(raw) && len(raw) <= 20 {
		if number, err := strconv.ParseInt(raw, 10, 64); err == nil {
			raw = strconv.FormatInt(number, 10)
		}
	}
	return &raw
}

// statusOf returns a status.
func statusOf(it *found) *int {
	text := it.text
	if it.json != nil {
		switch it.json.kind {
		case kindNumber:
			text = it.json.raw
		case kindString:
			text = strings.TrimSpace(it.json.text)
		default:
			return nil
		}
	} else {
		text = strings.TrimSpace(text)
	}
	if !isSignedDigits(text) || text[0] == '-' {
		return nil
	}
	digits := strings.TrimLeft(strings.TrimPrefix(text, "+"), "0")
	if len(digits) > 5 {
		return nil
	}
	status, _ := strconv.Atoi("0" + digits)
	if status > math.MaxUint16 {
		return nil
	}
	return &status
}

// capture takes a part out of a text with the first pattern that fits.
func capture(captures [][]segment, text string) *string {
	for _, segments := range captures {
		if part, fits := captureWith(segments, text); fits {
			if part == "" {
				return nil
			}
			return &part
		}
	}
	return nil
}

func captureWith(segments []segment, text string) (string, bool) {
	part, isEmpty := "", false
	for index, own := range segments {
		if own.isLiteral {
			if !strings.HasPrefix(text, own.literal) {
				return "", false
			}
			text = text[len(own.literal):]
			continue
		}
		end := len(text)
		if after := segments[index+1:]; len(after) == 1 {
			// The end of the text is where the last literal must be.
			if !strings.HasSuffix(text, after[0].literal) {
				return "", false
			}
			end = len(text) - len(after[0].literal)
		} else if len(after) > 1 {
			least := 0
			if own.isPart {
				least = 1
			}
			if end = indexFrom(text, after[0].literal, least, len(text)); end < 0 {
				return "", false
			}
		}
		if own.isPart {
			part = text[:end]
			isEmpty = part == ""
		}
		text = text[end:]
	}
	return part, text == "" && !isEmpty
}

func caseSeparator(name string) string {
	switch name {
	case "kebab":
		return "-"
	case "snake":
		return "_"
	}
	return ""
}

func writeCase(name string, code string) string {
	words := strings.Split(code, "_")
	for index, word := range words {
		isCapitalized := name == "pascal" || name == "camel" && index > 0
		if isCapitalized && word != "" {
			words[index] = word[:1] + asciiLower(word[1:])
		} else {
			words[index] = asciiLower(word)
		}
	}
	return strings.Join(words, caseSeparator(name))
}

// readCase returns the catalog's code of one that was sent in another case; other
// text as it is.
func readCase(name string, sent string) string {
	separator := caseSeparator(name)
	var code strings.Builder
	for _, letter := range sent {
		switch isCapital := 'A' <= letter && letter <= 'Z'; {
		case string(letter) == separator:
			code.WriteByte('_')
		case isLetter(letter) || unicode.IsNumber(letter):
			if separator == "" && isCapital && code.Len() > 0 {
				code.WriteByte('_')
			}
			if 'a' <= letter && letter <= 'z' {
				letter += 'A' - 'a'
			}
			code.WriteRune(letter)
		default:
			return sent
		}
	}
	if writeCase(name, code.String()) != sent {
		return sent
	}
	return code.String()
}

// errorsAt returns the elements of an array, or one value; `null` is none.
func errorsAt(value *jsonValue) []*jsonValue {
	switch value.kind {
	case kindArray:
		return value.items
	case kindNull:
		return nil
	}
	return []*jsonValue{value}
}

// showsSuccess returns whether a value of the response shows that it is not an
// error.
func showsSuccess(body *bodyPlaces, from *source, isElement bool) bool {
	for index := range body.Success {
		own := &body.Success[index]
		if own.At == nil {
			for at := range body.Code {
				it := from.find(&body.Code[at])
				if it == nil {
					continue
				}
				if it.json != nil && own.Code.isValue(it.json) {
					return true
				}
				if text := textOf(it); text != nil && own.Code.isText(*text) {
					return true
				}
			}
			continue
		}
		// Everything outside an element of an array is the same for all of them.
		if isElement && (own.At.Query != nil || own.At.Header != nil) {
			continue
		}
		if it := from.find(own.At); it != nil {
			if it.json == nil && own.Is.isText(it.text) || it.json != nil && own.Is.isValue(it.json) {
				return true
			}
		}
	}
	return false
}
