
// --- Text

const asciiSpace = " \t\n\f\r"

func hasSpace(text string) bool {
	return strings.IndexFunc(text, unicode.IsSpace) >= 0
}

func isDigits(text string) bool {
	return text != "" && skipDigits(text, 0) == len(text)
}

// isSignedDigits returns whether a text is up to 400 digits, with any sign.
func isSignedDigits(text string) bool {
	digits := strings.TrimLeft(text, "+-")
	return len(text)-len(digits) <= 1 && len(digits) <= 400 && isDigits(digits)
}

func isInteger(text string) bool {
	digits := strings.TrimPrefix(text, "-")
	if text == "0" {
		return true
	}
	if len(digits) > 19 || !isDigits(digits) || digits[0] == '0' {
		return false
	}
	_, err := strconv.ParseInt(text, 10, 64)
	return err == nil
}

func isDecimal(text string) bool {
	states := 1
	for at := 0; at < len(text) && states != 0; at++ {
		states = afterDecimal(states, text[at])
	}
	return states&decimalEnds != 0
}

// decimalEnds are the states in which a decimal can end, out of: start, sign,
// digits, point, fraction, exponent, its sign, its digits.
const decimalEnds = 0b1001_0100

func afterDecimal(states int, character byte) int {
	has := func(those int, next int) int {
		if states&those != 0 {
			return next
		}
		return 0
	}
	switch {
	case isDigit(character):
		return has(0b0000_0111, 1<<2) | has(0b0001_1000, 1<<4) | has(0b1110_0000, 1<<7)
	case character == '+' || character == '-':
		return has(1, 1<<1) | has(0b10_0000, 1<<6)
	case character == '.':
		return has(0b100, 1<<3)
	case character == 'e' || character == 'E':
		return has(0b1_0100, 1<<5)
	}
	return 0
}

func asciiLower(text string) string {
	lower := []byte(text)
	for at, letter := range lower {
		if 'A' <= letter && letter <= 'Z' {
			lower[at] = letter + 'a' - 'A'
		}
	}
	return string(lower)
}

// isLetter returns whether a character is alphabetic.
func isLetter(character rune) bool {
	return unicode.In(character, unicode.Letter, unicode.Nl, unicode.Other_Alphabetic)
}

// indexFrom finds a literal that ends at `end` or before. An empty one is found
// at the start of a character.
func indexFrom(text string, literal string, from int, end int) int {
	if literal == "" {
		for from < len(text) && !utf8.RuneStart(text[from]) {
			from++
		}
	}
	if from > end {
		return -1
	}
	found := strings.Index(text[from:end], literal)
	if found < 0 {
		return -1
	}
	return from + found
}

// percentDecoded decodes a text that is percent-encoded; what is not valid stays.
func percentDecoded(text string) string {
	var decoded strings.Builder
	for at := 0; at < len(text); at++ {
		if text[at] == '%' && at+2 < len(text) {
			high, low := hexDigit(text[at+1]), hexDigit(text[at+2])
			if high >= 0 && low >= 0 {
				decoded.WriteByte(byte(high<<4 | low))
				at += 2
				continue
			}
		}
		decoded.WriteByte(text[at])
	}
	return decoded.String()
}

// lossy replaces each part of a character, or else each byte, that is not valid.
func lossy(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	var valid strings.Builder
	for text != "" {
		character, size := utf8.DecodeRuneInString(text)
		valid.WriteRune(character)
		if character == utf8.RuneError && size == 1 {
			for size < len(text) && isPartOfCharacter(text[:size+1]) {
				size++
			}
		}
		text = text[size:]
	}
	return valid.String()
}

// isPartOfCharacter returns whether more bytes can complete a character.
func isPartOfCharacter(text string) bool {
	for _, rest := range []string{"\x80", "\x80\x80", "\xbf", "\xbf\xbf"} {
		if character, size := utf8.DecodeRuneInString(text + rest); character != utf8.RuneError && size > len(text) {
			return true
		}
	}
	return false
}

// inert returns text without characters that act on what shows it.
func inert(text string) string {
	return strings.Map(func(character rune) rune {
		if unicode.In(character, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			return utf8.RuneError
		}
		return character
	}, text)
}

func contains[T comparable](all []T, value T) bool {
	for _, it := range all {
		if it == value {
			return true
		}
	}
	return false
}
