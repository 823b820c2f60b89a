
// --- When to try again

const (
	longest            = (1 << 31) * time.Second
	longestWithoutUnit = 24 * time.Hour
)

// delay is a delay, or a point in time.
type delay struct {
	wait   time.Duration
	until  time.Time
	isTime bool
	// Whether the catalog gives its unit.
	hasUnit bool
}

func newDelay(text *string, unit string) *delay {
	if text == nil {
		return nil
	}
	found := parseDelay(*text, unit)
	if found != nil {
		found.hasUnit = unit != ""
	}
	return found
}

// from returns how long to wait after a response was sent.
func (d *delay) from(sent *delay) time.Duration {
	wait := d.wait
	if d.isTime {
		now := time.Now()
		if sent != nil {
			now = sent.until
		}
		wait = d.until.Sub(now)
	}
	if wait < 0 {
		return 0
	}
	if !d.hasUnit && wait > longestWithoutUnit {
		return longestWithoutUnit
	}
	return wait
}

func parseDelay(text string, unit string) *delay {
	value := strings.Trim(text, " \t")
	number, isNumber := roundedUp(value)
	var found *delay
	switch unit {
	case "", "seconds":
		if isNumber {
			found = delayOf(number, time.Second)
		} else {
			found = parseDate(value)
		}
	case "date":
		found = parseDate(value)
	case "duration", "iso_duration":
		found = parseDuration(value)
	case "ms":
		if isNumber {
			found = delayOf(number, time.Millisecond)
		}
	case "epoch_ms":
		if isNumber {
			found = timeOf(number/1000 + int64(bit(number%1000 > 0)))
		}
	default:
		if isNumber {
			found = timeOf(number)
		}
	}
	if found == nil {
		found = parseDuration(strings.TrimSpace(text))
	}
	return found
}

// roundedUp reads digits with an optional fraction, which is rounded up.
func roundedUp(text string) (int64, bool) {
	whole, fraction, hasFraction := strings.Cut(text, ".")
	if !isDigits(whole) || hasFraction && !isDigits(fraction) {
		return 0, false
	}
	// More digits than this are more than the longest delay in any case.
	number := int64(1e18)
	if digits := strings.TrimLeft(whole, "0"); len(digits) <= 18 {
		number, _ = strconv.ParseInt("0"+digits, 10, 64)
	}
	return number + int64(bit(strings.Trim(fraction, "0") != "")), true
}

func delayOf(number int64, unit time.Duration) *delay {
	if number >= int64(longest/unit) {
		return &delay{wait: longest}
	}
	return &delay{wait: time.Duration(number) * unit}
}

func timeOf(seconds int64) *delay {
	// A time that is too far away for a date is the last one.
	const latest = 253_402_300_799
	if seconds > latest {
		seconds = latest
	}
	return &delay{until: time.Unix(seconds, 0), isTime: true}
}

// parseDuration reads `1.5s`, and a duration of ISO 8601.
func parseDuration(text string) *delay {
	if number, rest := durationPart(text, 's'); number != nil && rest == "" {
		return delayOfSeconds(number)
	}
	rest := strings.TrimPrefix(text, "P")
	if rest == text || rest == "" {
		return nil
	}
	seconds := new(big.Rat)
	add := func(letter byte, unit int64) {
		var number *big.Rat
		if number, rest = durationPart(rest, letter); number != nil {
			seconds.Add(seconds, number.Mul(number, new(big.Rat).SetInt64(unit)))
		}
	}
	add('W', 604_800)
	add('D', 86_400)
	if strings.HasPrefix(rest, "T") && rest != "T" {
		rest = rest[1:]
		add('H', 3600)
		add('M', 60)
		add('S', 1)
	}
	if rest != "" {
		return nil
	}
	return delayOfSeconds(seconds)
}

// durationPart reads a number with this letter after it, and returns what follows;
// nil and the whole text if there is none.
func durationPart(text string, letter byte) (*big.Rat, string) {
	end := skipDigits(text, 0)
	whole, fraction := text[:end], ""
	if end > 0 && end < len(text) && (text[end] == '.' || text[end] == ',') {
		after := skipDigits(text, end+1)
		fraction, end = text[end+1:after], after
		if fraction == "" {
			return nil, text
		}
	}
	if whole == "" || end == len(text) || text[end] != letter {
		return nil, text
	}
	// More digits than these change nothing.
	const most = 40
	if whole = strings.TrimLeft(whole, "0"); len(whole) > most {
		whole = whole[:most]
	}
	if len(fraction) > most {
		isExact := strings.Trim(fraction[most:], "0") == ""
		if fraction = fraction[:most]; !isExact {
			fraction += "1"
		}
	}
	number, isValid := new(big.Rat).SetString("0" + whole + "." + fraction + "0")
	if !isValid {
		return nil, text
	}
	return number, text[end+1:]
}

// delayOfSeconds rounds up to nanoseconds.
func delayOfSeconds(seconds *big.Rat) *delay {
	if seconds.Cmp(new(big.Rat).SetInt64(int64(longest/time.Second))) >= 0 {
		return &delay{wait: longest}
	}
	nanos := seconds.Mul(seconds, new(big.Rat).SetInt64(int64(time.Second)))
	whole, rest := new(big.Int).QuoRem(nanos.Num(), nanos.Denom(), new(big.Int))
	return &delay{wait: time.Duration(whole.Int64() + int64(rest.Sign()))}
}

const (
	monthNames  = "JanFebMarAprMayJunJulAugSepOctNovDec"
	monthFormat = `(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`
	timeFormat  = `([0-9]{2}):([0-9]{2}):([0-9]{2})`
	shortDay    = `(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)`
	longDay     = `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`
)

type dateFormats struct {
	imf, rfc850, asctime, rfc3339 *regexp.Regexp
}

var (
	dateFormatsOnce   sync.Once
	loadedDateFormats dateFormats
)

func formatsOfDates() dateFormats {
	dateFormatsOnce.Do(func() {
		whole := func(pattern string) *regexp.Regexp {
			return regexp.MustCompile(`\A` + pattern + `\z`)
		}
		loadedDateFormats = dateFormats{
			imf:     whole(shortDay + `, ([0-9]{2}) ` + monthFormat + ` ([0-9]{4}) ` + timeFormat + ` GMT`),
			rfc850:  whole(longDay + `, ([0-9]{2})-` + monthFormat + `-([0-9]{2}) ` + timeFormat + ` GMT`),
			asctime: whole(shortDay + ` ` + monthFormat + ` ([0-9]{2}| [0-9]) ` + timeFormat + ` ([0-9]{4})`),
			rfc3339: whole(`([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]` + timeFormat +
				`(?:\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))`),
		}
	})
	return loadedDateFormats
}

// parseDate reads the dates of HTTP (RFC 9110 section 5.6.7) and of RFC 3339,
// rounded up.
func parseDate(text string) *delay {
	formats := formatsOfDates()
	if it := formats.imf.FindStringSubmatch(text); it != nil {
		return utc(number(it[3]), month(it[2]), number(it[1]), it[4:7])
	}
	if it := formats.rfc850.FindStringSubmatch(text); it != nil {
		year := 1900 + number(it[3])
		if year < 1970 {
			year += 100
		}
		return utc(year, month(it[2]), number(it[1]), it[4:7])
	}
	if it := formats.asctime.FindStringSubmatch(text); it != nil {
		return utc(number(it[6]), month(it[1]), number(it[2]), it[3:6])
	}
	it := formats.rfc3339.FindStringSubmatch(text)
	if it == nil {
		return nil
	}
	local := utc(number(it[1]), number(it[2]), number(it[3]), it[4:7])
	hours, minutes := number(it[9]), number(it[10])
	if local == nil || hours > 23 || minutes > 59 {
		return nil
	}
	offset := time.Duration(60*hours+minutes) * time.Minute
	if it[8] == "-" {
		offset = -offset
	}
	if strings.Trim(it[7], "0") != "" {
		local.until = local.until.Add(time.Second)
	}
	local.until = local.until.Add(-offset)
	return local
}

// number returns the number of a few digits, with spaces around them.
func number(digits string) int {
	number, _ := strconv.Atoi(strings.TrimSpace(digits))
	return number
}

func month(name string) int {
	return strings.Index(monthNames, name)/3 + 1
}

func utc(year int, month int, day int, clock []string) *delay {
	hour, minute, second := number(clock[0]), number(clock[1]), number(clock[2])
	if year < 1 || hour > 23 || minute > 59 || second > 60 {
		return nil
	}
	start := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if start.Month() != time.Month(month) || start.Day() != day {
		return nil
	}
	after := time.Duration(3600*hour+60*minute+second) * time.Second
	return &delay{until: start.Add(after), isTime: true}
}
