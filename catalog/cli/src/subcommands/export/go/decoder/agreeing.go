
// agreeing searches for the split in which all values of a repeated parameter
// are equal.
type agreeing struct {
	*splitting
	patience int
	// The next placeholder of the same parameter, or -1.
	same []int
	// How many placeholders up to each one belong to its parameter.
	times []int
	// How long the literals up to each placeholder are.
	literals []int
	// Whether the parameters up to each placeholder are others than after it.
	isApart []bool
	// The ends of each value that lead nowhere.
	hopeless []map[int]bool
	// The start of each value that was tried last, and its end.
	starts []int
	ends   []int
}

func newAgreeing(split *splitting, patience int) *agreeing {
	count := len(split.placeholders)
	it := &agreeing{splitting: split, patience: patience}
	total := 0
	for index, own := range split.placeholders {
		same, times, isApart := -1, 0, true
		for at, other := range split.placeholders {
			if at <= index && other.field == own.field {
				times++
			}
			if at > index && other.field == own.field && same < 0 {
				same = at
			}
			for _, earlier := range split.placeholders[:index+1] {
				isApart = isApart && (at <= index || earlier.field != other.field)
			}
		}
		total += len(own.literal)
		it.same = append(it.same, same)
		it.times = append(it.times, times)
		it.literals = append(it.literals, total)
		it.isApart = append(it.isApart, isApart)
		it.hopeless = append(it.hopeless, map[int]bool{})
	}
	it.starts, it.ends = make([]int, count), make([]int, count)
	it.begin(count-1, split.end)
	return it
}

func (a *agreeing) run(leftmost fit) fit {
	last := len(a.placeholders) - 1
	found := noFit
	for index := last; ; {
		a.patience--
		start := a.earlier(index)
		if a.patience < 0 {
			return found.or(leftmost).or(unreadFit)
		}
		if start < 0 {
			if !found.isMatch && a.isApart[index] {
				a.hopeless[index][a.ends[index]] = true
			}
			if index == last {
				found.isUnique = found.isMatch
				return found
			}
			index++
			continue
		}
		a.starts[index] = start
		to := start - len(a.placeholders[index].literal)
		if index > 0 {
			if !a.hopeless[index-1][to] {
				index--
				a.begin(index, to)
			}
			continue
		}
		if found.isMatch {
			return found
		}
		found = matched(map[int]string{}, false)
		for at, it := range a.placeholders {
			found.values[it.field] = a.text[a.starts[at]:a.ends[at]]
		}
	}
}

func (a *agreeing) begin(index int, end int) {
	a.starts[index], a.ends[index] = end+1, end
}

// earlier returns the next earlier start of a value, given the values after it;
// -1 if there is none.
func (a *agreeing) earlier(index int) int {
	it, end, before := &a.placeholders[index], a.ends[index], a.starts[index]
	if same := a.same[index]; same >= 0 {
		value := a.text[a.starts[same]:a.ends[same]]
		start := end - len(value)
		if 0 <= start && start < before && it.starts[start] && a.text[start:end] == value {
			return start
		}
		return -1
	}
	room := end - a.literals[index]
	if room < 0 {
		return -1
	}
	for start := before - 1; start >= end-room/a.times[index]; start-- {
		a.patience--
		if a.patience < 0 {
			return -1
		}
		if !it.starts[start] {
			continue
		}
		value := a.text[start:end]
		if it.constraint.form != "text" {
			a.patience -= len(value)
		}
		if it.constraint.accepts(value) && !(a.isFilled && value == "") {
			return start
		}
	}
	return -1
}
