
// --- The catalog

type catalog struct {
	Languages []string
	Fallbacks []int
	Envelopes []*envelope
	Entries   []*entry
	Patterns  []int
}

type entry struct {
	ID       string
	Code     *literal
	Pattern  *template
	Subcode  *string
	Statuses []int
	Envelope *int
	Message  *template
	Fixed    int
	FreeText bool
	Params   []param
	Forms    []*form
	Retry    retry
}

type param struct {
	Name      string
	Type      string
	Optional  bool
	Sensitive bool
	Withheld  bool
}

// form is a message in another language, for some numbers, or of earlier.
type form struct {
	Language int
	Earlier  bool
	Statuses []int
	Message  *template
	Fixed    int
	Plural   *plural
}

type plural struct {
	Param   int
	Exact   *string
	Numbers *struct {
		Ranges   [][2]int
		Millions bool
	}
}

type retry struct {
	Seconds *int64
	Header  *string
	Param   *string
	Unit    string
}

type envelope struct {
	Name     string
	Body     *bodyPlaces
	InHeader *headerPlaces
}

type headerPlaces struct {
	Header  string
	Scheme  *string
	Code    *string
	Message *string
	Params  [][2]string
	Value   *string
}

type bodyPlaces struct {
	Format     string
	Errors     []place
	Success    []success
	Code       []place
	Subcode    []place
	Message    []place
	Title      []place
	Status     []place
	Scope      []place
	Reference  []place
	Params     *paramPlaces
	RetryAfter []place
	RetryUnit  string
	Causes     []*causePlaces
	Batch      *struct{ Errors []pathStep }
}

type success struct {
	Code literal
	At   *place
	Is   literal
}

type paramPlaces struct {
	Object *place
	Each   []namedPlaces
	Pairs  *place
	Name   []pathStep
	Value  []pathStep
}

type causePlaces struct {
	At    place
	Inner innerPlaces
	Chain *place
	Body  *bodyPlaces
}

type place struct {
	Pointer  []pathStep
	Query    []pathStep
	Header   *string
	Percent  bool
	At       *place
	Captures [][]segment
	Case     string
	Unit     string
}

type pathStep struct {
	name   string
	filter *filter
}

type filter struct {
	Member []pathStep
	Is     literal
}

func (s *pathStep) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		return json.Unmarshal(data, &s.name)
	}
	return json.Unmarshal(data, &s.filter)
}

// literal is a string, or any other value as it is written.
type literal struct {
	kind jsonKind
	text string
}

func (l *literal) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case '"':
		l.kind = kindString
		return json.Unmarshal(data, &l.text)
	case '{':
		var object struct{ Number string }
		err := json.Unmarshal(data, &object)
		*l = literal{kindNumber, object.Number}
		return err
	}
	*l = literal{kindNothing, string(data)}
	return nil
}

// template is literals, with the index of a parameter between each two.
type template struct {
	literals []string
	fields   []int
}

func (t *template) UnmarshalJSON(data []byte) error {
	var pieces []any
	err := json.Unmarshal(data, &pieces)
	for _, piece := range pieces {
		switch piece := piece.(type) {
		case string:
			t.literals = append(t.literals, piece)
		case float64:
			t.fields = append(t.fields, int(piece))
		}
	}
	return err
}

// segment is a literal, any text, or the part that is captured.
type segment struct {
	literal   string
	isLiteral bool
	isPart    bool
}

func (s *segment) UnmarshalJSON(data []byte) error {
	s.isPart = string(data) == "1"
	if s.isLiteral = data[0] == '"'; s.isLiteral {
		return json.Unmarshal(data, &s.literal)
	}
	return nil
}

type namedPlaces struct {
	name   string
	places []place
}

func (n *namedPlaces) UnmarshalJSON(data []byte) error {
	var parts [2]json.RawMessage
	if err := json.Unmarshal(data, &parts); err != nil {
		return err
	}
	if err := json.Unmarshal(parts[0], &n.name); err != nil {
		return err
	}
	return json.Unmarshal(parts[1], &n.places)
}

// innerPlaces is where the errors are in the place of causes.
type innerPlaces struct {
	isWhole bool
	object  *struct {
		Key   *string
		Leaf  *string
		Param string
	}
}

func (i *innerPlaces) UnmarshalJSON(data []byte) error {
	if data[0] == '{' {
		return json.Unmarshal(data, &i.object)
	}
	i.isWhole = string(data) == `"whole"`
	return nil
}
