
// --- JSON, with every value exactly as it is written

type jsonKind byte

const (
	kindNothing jsonKind = iota
	kindNull
	kindBoolean
	kindNumber
	kindString
	kindArray
	kindObject
)

// jsonValue is a value of a response.
type jsonValue struct {
	kind jsonKind
	// The value as it is written: `2.50` stays `2.50`.
	raw string
	// The content of a string.
	text string
	// The elements of an array.
	items []*jsonValue
	// The names of an object's members, in their order.
	names   []string
	members map[string]*jsonValue
}

// scalar returns the text of a string; a number or a boolean as it is written.
func (v *jsonValue) scalar() *string {
	switch v.kind {
	case kindString:
		return &v.text
	case kindNumber, kindBoolean:
		return &v.raw
	}
	return nil
}

func (v *jsonValue) whole() string {
	if scalar := v.scalar(); scalar != nil {
		return *scalar
	}
	return v.raw
}

// put adds a member. The last of duplicates counts, like in most parsers.
func (v *jsonValue) put(name string, member *jsonValue) {
	if v.members == nil {
		v.members = map[string]*jsonValue{}
	}
	if _, isThere := v.members[name]; !isThere {
		v.names = append(v.names, name)
	}
	v.members[name] = member
}

// openValue is an array or an object that is being read.
type openValue struct {
	start  int
	value  *jsonValue
	name   string
	isName bool
}

// parseJSON parses one value without recursion: a body can be nested to any
// depth. It returns nil if the text is not JSON.
func parseJSON(text string) *jsonValue {
	var stack []openValue
	// What can come next: a value, or, after one, a comma or an end.
	expectsValue, mayEnd := true, false
	for at := skipJSONSpace(text, 0); at < len(text); at = skipJSONSpace(text, at) {
		var top *openValue
		if len(stack) > 0 {
			top = &stack[len(stack)-1]
		}
		isBeforeName := top != nil && top.value.kind == kindObject && !top.isName
		var done *jsonValue
		switch sign := text[at]; sign {
		case '{', '[':
			if !expectsValue || isBeforeName {
				return nil
			}
			kind := kindArray
			if sign == '{' {
				kind = kindObject
			}
			stack = append(stack, openValue{start: at, value: &jsonValue{kind: kind}})
			expectsValue, mayEnd = true, true
			at++
			continue
		case ',':
			if expectsValue || top == nil {
				return nil
			}
			expectsValue, mayEnd = true, false
			at++
			continue
		case '}', ']':
			if top == nil || (top.value.kind == kindArray) != (sign == ']') {
				return nil
			}
			if top.isName || expectsValue && !mayEnd {
				return nil
			}
			at++
			done = top.value
			done.raw = text[top.start:at]
			stack = stack[:len(stack)-1]
		case '"':
			content, end := readJSONString(text, at)
			if !expectsValue || end < 0 {
				return nil
			}
			if isBeforeName {
				end = skipJSONSpace(text, end)
				if end == len(text) || text[end] != ':' {
					return nil
				}
				top.name, top.isName = content, true
				at = end + 1
				continue
			}
			done = &jsonValue{kind: kindString, raw: text[at:end], text: content}
			at = end
		default:
			kind, end := readJSONWord(text, at)
			if !expectsValue || isBeforeName || end < 0 {
				return nil
			}
			done = &jsonValue{kind: kind, raw: text[at:end]}
			at = end
		}
		if len(stack) == 0 {
			if skipJSONSpace(text, at) < len(text) {
				return nil
			}
			return done
		}
		around := &stack[len(stack)-1]
		if around.value.kind == kindArray {
			around.value.items = append(around.value.items, done)
		} else {
			around.value.put(around.name, done)
			around.isName = false
		}
		expectsValue, mayEnd = false, false
	}
	return nil
}

func skipJSONSpace(text string, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r') {
		at++
	}
	return at
}

// readJSONWord reads a number, a boolean, or null, and returns its end, or -1.
func readJSONWord(text string, at int) (jsonKind, int) {
	for _, word := range []string{"true", "false", "null"} {
		if strings.HasPrefix(text[at:], word) {
			if word == "null" {
				return kindNull, at + len(word)
			}
			return kindBoolean, at + len(word)
		}
	}
	end := at
	if text[end] == '-' {
		end++
	}
	digits := skipDigits(text, end)
	if digits == end {
		return kindNothing, -1
	}
	if text[end] == '0' {
		digits = end + 1
	}
	end = digits
	if end < len(text) && text[end] == '.' {
		if digits = skipDigits(text, end+1); digits > end+1 {
			end = digits
		}
	}
	if end < len(text) && (text[end] == 'e' || text[end] == 'E') {
		from := end + 1
		if from < len(text) && (text[from] == '+' || text[from] == '-') {
			from++
		}
		if digits = skipDigits(text, from); digits > from {
			end = digits
		}
	}
	return kindNumber, end
}

func skipDigits(text string, at int) int {
	for at < len(text) && isDigit(text[at]) {
		at++
	}
	return at
}

func isDigit(character byte) bool {
	return '0' <= character && character <= '9'
}

// readJSONString reads a string, and returns its content and its end, or -1.
func readJSONString(text string, at int) (string, int) {
	start := at + 1
	end := start
	for end < len(text) && text[end] != '"' && text[end] != '\\' && text[end] >= ' ' {
		end++
	}
	if end < len(text) && text[end] == '"' {
		return text[start:end], end + 1
	}
	var content strings.Builder
	content.WriteString(text[start:end])
	for end < len(text) && text[end] >= ' ' {
		if text[end] == '"' {
			return content.String(), end + 1
		}
		if text[end] != '\\' {
			content.WriteByte(text[end])
			end++
			continue
		}
		character, after := readJSONEscape(text, end)
		if after < 0 {
			return "", -1
		}
		content.WriteRune(character)
		end = after
	}
	return "", -1
}

func readJSONEscape(text string, at int) (rune, int) {
	if at+1 >= len(text) {
		return 0, -1
	}
	if index := strings.IndexByte(`"\/bfnrt`, text[at+1]); index >= 0 {
		return []rune("\"\\/\b\f\n\r\t")[index], at + 2
	}
	unit, end := readJSONUnit(text, at)
	if end < 0 || !utf16.IsSurrogate(unit) {
		return unit, end
	}
	// A surrogate without its other half is not a character.
	if other, after := readJSONUnit(text, end); after >= 0 {
		if character := utf16.DecodeRune(unit, other); character != utf8.RuneError {
			return character, after
		}
	}
	return utf8.RuneError, end
}

// readJSONUnit reads an escape of four hexadecimal digits.
func readJSONUnit(text string, at int) (rune, int) {
	if !strings.HasPrefix(text[at:], `\u`) || at+6 > len(text) {
		return 0, -1
	}
	unit := rune(0)
	for _, digit := range []byte(text[at+2 : at+6]) {
		number := hexDigit(digit)
		if number < 0 {
			return 0, -1
		}
		unit = unit<<4 | rune(number)
	}
	return unit, at + 6
}

func hexDigit(character byte) int {
	switch {
	case isDigit(character):
		return int(character - '0')
	case 'a' <= character && character <= 'f':
		return int(character-'a') + 10
	case 'A' <= character && character <= 'F':
		return int(character-'A') + 10
	}
	return -1
}

// stringValue returns text as a JSON string.
func stringValue(text string) *jsonValue {
	var raw strings.Builder
	raw.WriteByte('"')
	for _, character := range []byte(text) {
		if index := strings.IndexByte("\"\\\b\f\n\r\t", character); index >= 0 {
			raw.WriteByte('\\')
			raw.WriteByte(`"\bfnrt`[index])
		} else if character < ' ' {
			fmt.Fprintf(&raw, `\u%04x`, character)
		} else {
			raw.WriteByte(character)
		}
	}
	raw.WriteByte('"')
	return &jsonValue{kind: kindString, raw: raw.String(), text: text}
}

// walk goes from a value along the steps of a place.
func walk(at *jsonValue, path []pathStep) *jsonValue {
	for index := range path {
		if at == nil {
			return nil
		}
		at = path[index].from(at)
	}
	return at
}

func (s *pathStep) from(at *jsonValue) *jsonValue {
	if s.filter != nil {
		for _, item := range at.items {
			member := walk(item, s.filter.Member)
			if member != nil && s.filter.Is.isValue(member) {
				return item
			}
		}
		return nil
	}
	if at.kind != kindArray {
		return at.members[s.name]
	}
	isIndex := isDigits(s.name) && len(s.name) <= 18 && (s.name == "0" || s.name[0] != '0')
	index, err := strconv.Atoi(s.name)
	if !isIndex || err != nil || index >= len(at.items) {
		return nil
	}
	return at.items[index]
}

func (l *literal) isValue(value *jsonValue) bool {
	switch l.kind {
	case kindString:
		return value.kind == kindString && value.text == l.text
	case kindNumber:
		return value.kind == kindNumber && withoutZeros(value.raw) == withoutZeros(l.text)
	}
	return value.raw == l.text
}

// isText returns whether the literal is this string or number.
func (l *literal) isText(text string) bool {
	return (l.kind == kindString || l.kind == kindNumber) && l.text == text
}

func withoutZeros(number string) string {
	if strings.Contains(number, ".") && !strings.ContainsAny(number, "eE") {
		return strings.TrimRight(strings.TrimRight(number, "0"), ".")
	}
	return number
}
