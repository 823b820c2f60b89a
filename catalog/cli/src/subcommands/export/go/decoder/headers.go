
// --- Headers

// headers are the values of headers by their names in lower case.
type headers map[string][]string

func newHeaders(header http.Header) headers {
	names := make([]string, 0, len(header))
	for name := range header {
		names = append(names, name)
	}
	sort.Strings(names)
	lines := headers{}
	for _, name := range names {
		for _, value := range header[name] {
			value = strings.Trim(value, " \t")
			if utf8.ValidString(value) && !hasControl(value) {
				lines[asciiLower(name)] = append(lines[asciiLower(name)], value)
			}
		}
	}
	return lines
}

func (h headers) get(name string) *string {
	if all := h.all(name); len(all) > 0 {
		return &all[0]
	}
	return nil
}

func (h headers) all(name string) []string {
	return h[asciiLower(name)]
}

// hasControl returns whether a text has a control character other than a tab.
func hasControl(text string) bool {
	return strings.IndexFunc(text, func(character rune) bool {
		return character != '\t' && unicode.IsControl(character)
	}) >= 0
}

type challenge struct {
	scheme  string
	isToken bool
	params  [][2]string
}

func (c *challenge) param(name *string) *string {
	if name == nil {
		return nil
	}
	for at := range c.params {
		if strings.EqualFold(c.params[at][0], *name) {
			return &c.params[at][1]
		}
	}
	return nil
}

// challenges parses `WWW-Authenticate`; what is not valid is skipped up to the
// next comma.
func challenges(lines []string) []*challenge {
	var reader challengeReader
	for _, line := range lines {
		reader.line, reader.at = line, 0
		for {
			reader.skip(" \t,")
			if reader.at >= len(line) {
				break
			}
			reader.element()
			reader.skipRest()
		}
	}
	return reader.found
}

type challengeReader struct {
	found []*challenge
	line  string
	at    int
}

func (r *challengeReader) skip(characters string) {
	rest := strings.TrimLeft(r.line[r.at:], characters)
	r.at = len(r.line) - len(rest)
}

func isTokenCharacter(character byte) bool {
	return isAlphanumeric(character) || strings.IndexByte("!#$%&'*+-.^_`|~", character) >= 0
}

// wordEnd returns where the token that begins here ends.
func (r *challengeReader) wordEnd() int {
	end := r.at
	for end < len(r.line) && isTokenCharacter(r.line[end]) {
		end++
	}
	return end
}

// word reads a token that a separator or the end follows.
func (r *challengeReader) word() string {
	end := r.wordEnd()
	if end < len(r.line) && strings.IndexByte(" \t,", r.line[end]) < 0 {
		return ""
	}
	word := r.line[r.at:end]
	r.at = end
	return word
}

func (r *challengeReader) element() {
	if r.param() {
		return
	}
	scheme := r.word()
	if scheme == "" {
		return
	}
	own := &challenge{scheme: scheme, isToken: r.token68()}
	r.found = append(r.found, own)
	if !own.isToken {
		r.skip(" \t")
		r.param()
	}
}

// token68 skips credentials that are one token, if there are any.
func (r *challengeReader) token68() bool {
	text := strings.TrimLeft(r.line[r.at:], " \t")
	rest := strings.TrimLeftFunc(text, func(character rune) bool {
		isWord := character < utf8.RuneSelf && isAlphanumeric(byte(character))
		return isWord || strings.ContainsRune("-._~+/", character)
	})
	isToken := len(rest) < len(text)
	rest = strings.TrimLeft(rest, "=")
	end := strings.TrimLeft(rest, " \t")
	if !isToken || end != "" && end[0] != ',' {
		return false
	}
	r.at = len(r.line) - len(rest)
	return true
}

func isAlphanumeric(character byte) bool {
	return isDigit(character) || 'a' <= character|0x20 && character|0x20 <= 'z'
}

// param reads a parameter, and returns whether there is one, valid or not.
func (r *challengeReader) param() bool {
	end := r.wordEnd()
	rest := strings.TrimLeft(r.line[end:], " \t")
	if end == r.at || rest == "" || rest[0] != '=' {
		return false
	}
	name := r.line[r.at:end]
	r.at = len(r.line) - len(rest) + 1
	r.skip(" \t")
	value, isValid := "", false
	if r.at < len(r.line) && r.line[r.at] == '"' {
		value, isValid = r.quoted()
	} else {
		value = r.word()
		isValid = value != ""
	}
	if isValid && len(r.found) > 0 {
		if last := r.found[len(r.found)-1]; !last.isToken {
			last.params = append(last.params, [2]string{name, value})
		}
	}
	return true
}

// quoted reads a string in quotes. One without an end ends with the line.
func (r *challengeReader) quoted() (string, bool) {
	var value strings.Builder
	for r.at++; r.at < len(r.line); r.at++ {
		switch character := r.line[r.at]; character {
		case '"':
			r.at++
			return value.String(), !hasControl(value.String())
		case '\\':
			if r.at++; r.at < len(r.line) {
				value.WriteByte(r.line[r.at])
			}
		default:
			value.WriteByte(character)
		}
	}
	r.at = len(r.line)
	return "", false
}

// skipRest skips what follows, up to the next comma.
func (r *challengeReader) skipRest() {
	for r.at < len(r.line) && r.line[r.at] != ',' {
		if r.line[r.at] == '"' {
			r.quoted()
		} else {
			r.at++
		}
	}
}
