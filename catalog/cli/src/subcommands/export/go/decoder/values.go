
// --- The values of its parameters

// fromText converts text to a parameter's type; nil if it is not of this type.
func fromText(text string, paramType string) any {
	switch paramType {
	case "integer":
		if !isSignedDigits(text) {
			return nil
		}
		number, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil
		}
		return number
	case "boolean":
		if text != "true" && text != "false" {
			return nil
		}
		return text == "true"
	case "decimal":
		if !isDecimal(text) {
			return nil
		}
	case "list":
		if text == "" {
			return []string{}
		}
		return strings.Split(text, ", ")
	}
	return text
}

func fromFound(it *found, paramType string) any {
	if it.json == nil {
		return fromText(it.text, paramType)
	}
	if paramType == "json" {
		return it.json.raw
	}
	if it.json.kind == kindNull {
		return nil
	}
	if paramType != "list" {
		return fromText(it.json.whole(), paramType)
	}
	if it.json.kind != kindArray {
		return []string{it.json.whole()}
	}
	list := make([]string, 0, len(it.json.items))
	for _, item := range it.json.items {
		list = append(list, item.whole())
	}
	return list
}

func fromChallenge(text *string, paramType string) any {
	if text == nil {
		return nil
	}
	if paramType != "list" {
		return fromText(*text, paramType)
	}
	list := []string{}
	for _, word := range strings.Split(*text, " ") {
		if word != "" {
			list = append(list, word)
		}
	}
	return list
}

// structured returns the value of a member or of a challenge's parameter.
func (p *parts) structured(of param) any {
	if p.given != nil && p.given.name == of.Name {
		return fromText(p.given.text, of.Type)
	}
	if p.inHeader != nil {
		return p.inHeaderValue(of)
	}
	params := p.places().Params
	if params == nil || p.source == nil {
		return nil
	}
	if params.Object != nil {
		object := p.source.json(params.Object)
		if object == nil || object.members[of.Name] == nil {
			return nil
		}
		return fromFound(&found{json: object.members[of.Name]}, of.Type)
	}
	if params.Pairs != nil {
		for _, it := range params.pairs(p.source, of.Name) {
			if value := fromFound(&found{json: it}, of.Type); value != nil {
				return value
			}
		}
		return nil
	}
	places := params.each(of.Name)
	for at := range places {
		if it := p.source.find(&places[at]); it != nil {
			if value := fromFound(it, of.Type); value != nil {
				return value
			}
		}
	}
	return nil
}

func (p *parts) inHeaderValue(of param) any {
	if p.headerValue != nil {
		if p.inHeader.Value != nil && *p.inHeader.Value == of.Name {
			return fromText(*p.headerValue, of.Type)
		}
		return nil
	}
	for at := range p.inHeader.Params {
		if it := &p.inHeader.Params[at]; p.challenge != nil && it[0] == of.Name {
			return fromChallenge(p.challenge.param(&it[1]), of.Type)
		}
	}
	return nil
}

// pairs returns the values of the pairs with this name.
func (p *paramPlaces) pairs(from *source, name string) []*jsonValue {
	pairs := from.json(p.Pairs)
	if pairs == nil {
		return nil
	}
	var values []*jsonValue
	for _, pair := range pairs.items {
		own, value := walk(pair, p.Name), walk(pair, p.Value)
		if own != nil && own.kind == kindString && own.text == name && value != nil {
			values = append(values, value)
		}
	}
	return values
}

// each returns the places of the parameter with this name.
func (p *paramPlaces) each(name string) []place {
	for _, it := range p.Each {
		if it.name == name {
			return it.places
		}
	}
	return nil
}

type values struct {
	all []any
	// Whether all values that the error needs are there.
	areThere   bool
	areCertain bool
	// Whether the code and the message can be split in one way only.
	areCutInOneWay bool
}

func (c *choice) values(of *parts, message fit) *values {
	code := noFit
	if c.entry.Pattern != nil {
		code = c.entry.codeFit(of.code)
	}
	usedMessage, isLoose, isGuessed := false, false, false
	agrees, areThere := true, true
	all := make([]any, 0, len(c.entry.Params))
	for at, param := range c.entry.Params {
		value := of.structured(param)
		inCode := code.value(at, param)
		if value != nil {
			agrees = agrees && code.hasSame(at, value) && message.hasSame(at, value)
		} else if inCode != nil {
			agrees = agrees && message.hasSame(at, inCode)
			value = inCode
		}
		if value == nil {
			if message.isMatch {
				value = message.value(at, param)
			} else if c.fit == fitFree && param.Name == "message" {
				isGuessed = isGuessed || of.message == nil
				value, _ = orEmpty(of.message)
			}
			if value != nil {
				usedMessage = true
				list, isList := value.([]string)
				isLoose = isLoose || isList && len(list) != 1
			}
		}
		if param.Withheld && isRedacted(value) {
			value = nil
		}
		areThere = areThere && (value != nil || param.Optional)
		all = append(all, value)
	}
	isCut := !usedMessage || !message.isMatch || message.isUnique
	areCutInOneWay := isCut && (!code.isMatch || code.isUnique)
	areCertain := !isLoose && !isGuessed && areCutInOneWay && agrees
	return &values{all, areThere, areCertain, areCutInOneWay}
}

const redacted = "[redacted]"

func isRedacted(value any) bool {
	list, _ := value.([]string)
	return value == redacted || len(list) == 1 && list[0] == redacted
}

func (f fit) value(at int, of param) any {
	if text, isThere := f.values[at]; isThere {
		return fromText(text, of.Type)
	}
	return nil
}

// hasSame returns whether a text has no other value than this.
func (f fit) hasSame(at int, value any) bool {
	text, isThere := f.values[at]
	if !isThere || !f.isUnique {
		return true
	}
	if _, isInteger := value.(int64); isInteger {
		return fromText(text, "integer") == value
	}
	return shown(value) == text
}

// shown returns the text of a value, or of a field, in a message.
func shown(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case int64:
		return strconv.FormatInt(value, 10)
	case bool:
		return strconv.FormatBool(value)
	case []string:
		return strings.Join(value, ", ")
	case *string:
		return shownAt(value)
	case *int64:
		return shownAt(value)
	case *bool:
		return shownAt(value)
	case *[]string:
		return shownAt(value)
	case **string:
		return shownAt(*value)
	case **int64:
		return shownAt(*value)
	case **bool:
		return shownAt(*value)
	}
	return ""
}

func shownAt[T any](value *T) string {
	if value == nil {
		return ""
	}
	return shown(*value)
}
