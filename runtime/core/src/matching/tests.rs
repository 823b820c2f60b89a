//! Matching against a reference that tries every split of a message.

use super::constraint::{Constraint, Form};
use super::{match_template, steps, Matched, TemplateFit};
use crate::layout::template::NO_FIELD;
use crate::meta::Template;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// A template as a test writes it: a literal more than fields.
#[derive(Debug)]
struct Case {
    literals: Vec<String>,
    fields: Vec<u8>,
    constraints: Vec<Constraint>,
    filled: bool,
    /// Whether each literal is parted after each character, as by doubled braces.
    parted: bool,
}

const TEXT: Constraint = Constraint {
    form: Form::Text,
    optional: false,
};

const fn typed(form: Form) -> Constraint {
    Constraint {
        form,
        optional: false,
    }
}

impl Case {
    fn new(literals: &[&str], fields: &[u8], constraints: &[Constraint]) -> Self {
        Self {
            literals: literals.iter().copied().map(String::from).collect(),
            fields: fields.into(),
            constraints: constraints.into(),
            filled: false,
            parted: false,
        }
    }

    fn texts(literals: &[&str]) -> Self {
        let fields: Vec<u8> = (0..literals.len() - 1)
            .map(|field| u8::try_from(field).unwrap())
            .collect();
        Self::new(literals, &fields, &vec![TEXT; fields.len()])
    }

    /// The template as it is compiled; tests need not give its memory back.
    fn compile(&self) -> Template {
        let mut pieces = Vec::new();
        let mut piece = |copy: usize, field: u8| {
            let [low, high] = u16::try_from(copy).unwrap().to_le_bytes();
            pieces.extend([low, high, 0, field]);
        };
        for (index, literal) in self.literals.iter().enumerate() {
            let mut rest = &**literal;
            while let Some(first) = rest.chars().next().filter(|_| self.parted) {
                let (part, after) = rest.split_at(first.len_utf8());
                if after.is_empty() {
                    break;
                }
                piece(part.len(), NO_FIELD);
                rest = after;
            }
            piece(
                rest.len(),
                self.fields.get(index).copied().unwrap_or(NO_FIELD),
            );
        }
        Template {
            text: Box::leak(self.literals.concat().into_boxed_str()),
            pieces: Box::leak(pieces.into_boxed_slice()),
            is_plain: self.is_plain(),
        }
    }

    fn fit(&self, message: &str) -> TemplateFit {
        let constraint = |field: u8| self.constraints[usize::from(field)];
        let mut matched = Matched::new(message);
        let template = self.compile();
        match_template(template, self.filled, constraint, &mut matched)
    }

    fn matched<'m>(&self, message: &'m str) -> Option<(Vec<Option<&'m str>>, bool)> {
        let constraint = |field: u8| self.constraints[usize::from(field)];
        let mut matched = Matched::new(message);
        let template = self.compile();
        let fits = match_template(template, self.filled, constraint, &mut matched);
        let matched = fits.is_known().then_some(matched)?;
        let values = (0..self.constraints.len()).map(|field| matched.in_message(field));
        Some((values.collect(), matched.is_unique()))
    }

    /// The values where nobody asks whether they are unique.
    fn without_ways<'m>(&self, message: &'m str) -> Option<Vec<Option<&'m str>>> {
        let constraint = |field: u8| self.constraints[usize::from(field)];
        let mut matched = Matched::without_ways(message);
        let template = self.compile();
        let fits = match_template(template, self.filled, constraint, &mut matched);
        let values = (0..self.constraints.len()).map(|field| matched.in_message(field));
        fits.is_known().then(|| values.collect())
    }

    fn every<'m>(&self, message: &'m str) -> Vec<Vec<Option<&'m str>>> {
        let mut found = Vec::new();
        if let Some(rest) = message.strip_prefix(&*self.literals[0]) {
            let mut values = vec![None; self.constraints.len()];
            self.every_from(0, rest, &mut values, &mut found);
        }
        found
    }

    fn every_from<'m>(
        &self,
        index: usize,
        rest: &'m str,
        values: &mut Vec<Option<&'m str>>,
        found: &mut Vec<Vec<Option<&'m str>>>,
    ) {
        let Some(field) = self.fields.get(index).copied().map(usize::from) else {
            if rest.is_empty() {
                found.push(values.clone());
            }
            return;
        };
        for end in (0..=rest.len()).filter(|end| rest.is_char_boundary(*end)) {
            let (value, behind) = rest.split_at(end);
            let fits = self.constraints[field].accepts(value)
                && values[field].is_none_or(|known| known == value)
                && !(self.filled && value.is_empty());
            if let (true, Some(behind)) = (fits, behind.strip_prefix(&*self.literals[index + 1])) {
                let before = values[field].replace(value);
                self.every_from(index + 1, behind, values, found);
                values[field] = before;
            }
        }
    }

    /// Whether it has texts only, each once.
    fn is_plain(&self) -> bool {
        let first = |field: &u8| self.fields.iter().position(|other| other == field);
        let mut fields = self.fields.iter().enumerate();
        fields.all(|(index, field)| {
            self.constraints[usize::from(*field)].is_loose() && first(field) == Some(index)
        })
    }

    /// Short messages are searched to the end also where fields are repeated.
    fn agrees_with_the_reference(&self, message: &str) -> usize {
        let every = self.every(message);
        match self.matched(message) {
            None => assert!(every.is_empty(), "{self:?} {message:?} {every:?}"),
            Some((values, unique)) => {
                assert_eq!(self.without_ways(message), Some(values.clone()), "{self:?}");
                assert!(every.contains(&values), "{self:?} {message:?} {values:?}");
                assert_eq!(unique, every.len() == 1, "{self:?} {message:?} {every:?}");
            }
        }
        every.len()
    }
}

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn text(&mut self, alphabet: &[&str], longest: usize) -> String {
        let length = self.below(longest + 1);
        (0..length)
            .map(|_| alphabet[self.below(alphabet.len())])
            .collect()
    }

    fn case(&mut self, alphabet: &[&str], typed: bool, repeated: bool) -> Case {
        let placeholders = self.below(5);
        let fields: Vec<u8> = (0..placeholders)
            .map(|index| if repeated { self.below(3) } else { index })
            .map(|field| u8::try_from(field).unwrap())
            .collect();
        let forms = [Form::Text, Form::Integer, Form::Decimal, Form::Boolean];
        let constraint = |random: &mut Self| Constraint {
            form: forms[if typed { random.below(forms.len()) } else { 0 }],
            optional: random.below(4) == 0,
        };
        let filled = self.below(3) == 0;
        let mut constraints: Vec<_> = (0..5).map(|_| constraint(self)).collect();
        for constraint in &mut constraints {
            constraint.optional &= !filled;
        }
        Case {
            literals: (0..=placeholders).map(|_| self.text(alphabet, 2)).collect(),
            fields,
            constraints,
            filled,
            parted: self.below(4) == 0,
        }
    }

    /// A message that often fits the case.
    fn message(&mut self, case: &Case, alphabet: &[&str]) -> String {
        if self.below(4) == 0 {
            return self.text(alphabet, 8);
        }
        let values: Vec<String> = case
            .constraints
            .iter()
            .map(|_| self.text(alphabet, 3))
            .collect();
        let mut message = case.literals[0].clone();
        for (field, literal) in case.fields.iter().zip(&case.literals[1..]) {
            message.push_str(&values[usize::from(*field)]);
            message.push_str(literal);
        }
        message
    }
}

fn agree(alphabet: &[&str], typed: bool, repeated: bool) {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut splits = [0; 3];
    for _ in 0..10_000 {
        let case = random.case(alphabet, typed, repeated);
        let message = random.message(&case, alphabet);
        splits[case.agrees_with_the_reference(&message).min(2)] += 1;
    }
    assert!(splits.iter().all(|count| *count > 100), "{splits:?}");
}

#[test]
#[cfg_attr(miri, ignore = "thousands of cases take too long there")]
fn texts_are_found_where_there_are_any_and_unique_where_there_is_one_way() {
    agree(&["a", "b"], false, false);
    agree(&["a", "é", " "], false, false);
}

#[test]
#[cfg_attr(miri, ignore = "thousands of cases take too long there")]
fn numbers_and_booleans_are_found_among_other_text() {
    agree(&["1", "0", "-"], true, false);
    agree(&["1", ".", "e", "a"], true, false);
    agree(&["true", "false", "1", " "], true, false);
}

#[test]
#[cfg_attr(miri, ignore = "thousands of cases take too long there")]
fn repeated_fields_have_one_value() {
    agree(&["a", "b"], false, true);
    agree(&["1", "0", "a"], true, true);
}

#[test]
fn a_value_of_a_type_is_sought_where_the_leftmost_text_is_none() {
    let case = Case::new(
        &["", " of ", " items"],
        &[0, 1],
        &[TEXT, typed(Form::Integer)],
    );
    let message = "1 of 12 of 30 items";
    let values = vec![Some("1 of 12"), Some("30")];
    assert_eq!(case.matched(message), Some((values, true)));
}

#[test]
fn the_length_of_the_only_field_follows_from_the_message() {
    let case = Case::new(&["", " and ", ""], &[0, 0], &[TEXT]);
    let matched = case.matched("a and b and a and b");
    assert_eq!(matched, Some((vec![Some("a and b")], true)));
    assert_eq!(case.matched("a and b and a and c"), None);
}

#[test]
#[cfg_attr(miri, ignore = "thousands of cases take too long there")]
fn a_literal_is_found_wherever_it_stands_in_longer_messages() {
    let mut random = Random(7);
    for _ in 0..20_000 {
        let alphabet = ["a", "a", "b", "é", " "];
        let literal = random.text(&alphabet, 12);
        let message = format!(
            "<{}{literal}{}>",
            random.text(&alphabet, 40),
            random.text(&alphabet, 20)
        );
        let mut case = Case::texts(&["<", &literal, ">"]);
        case.parted = random.below(4) == 0;
        case.agrees_with_the_reference(&message);
    }
}

#[test]
fn fields_beyond_the_fifteenth_are_kept_too() {
    let literals = vec!["-"; 41];
    let numbers: Vec<String> = (0..40).map(|number| format!("{number}")).collect();
    let message = format!("-{}-", numbers.join("-"));
    let (values, unique) = Case::texts(&literals).matched(&message).unwrap();
    assert!(unique);
    assert!(values.into_iter().map(Option::unwrap).eq(numbers));
}

/// Messages of about a megabyte that are made to cost time.
fn pathological() -> Vec<(Case, String)> {
    let integer = typed(Form::Integer);
    let decimal = typed(Form::Decimal);
    let almost = "a".repeat(1_000) + "b";
    let megabyte = "a".repeat(1 << 20);
    let mut parted = Case::texts(&["", &almost, ""]);
    parted.parted = true;
    vec![
        (Case::texts(&["", &almost, ""]), megabyte.clone()),
        (parted, megabyte.clone()),
        (
            Case::texts(&["", &almost, ""]),
            megabyte.clone() + "b" + &megabyte,
        ),
        (Case::texts(&["", " is ", ""]), " is ".repeat(100_000)),
        (Case::texts(&["a"; 200]), megabyte.clone()),
        (
            Case::texts(&["aaaaaaaaab"; 200]),
            megabyte.clone() + &almost.repeat(1_000),
        ),
        (
            Case::new(
                &["", " is ", " is ", ""],
                &[0, 1, 2],
                &[TEXT, integer, TEXT],
            ),
            " is 7".repeat(200_000),
        ),
        (
            Case::new(&["", "1", "1", ""], &[0, 1, 2], &[TEXT, decimal, decimal]),
            "1".repeat(1 << 20),
        ),
        (
            Case::new(&["", &almost, ""], &[0, 1], &[TEXT, integer]),
            (almost.clone() + "1").repeat(1_000),
        ),
        (
            Case::new(&["", "a", "a", ""], &[0, 1, 0], &[TEXT, TEXT]),
            megabyte.clone(),
        ),
        (
            Case::new(&["", "a", "ba", ""], &[0, 1, 0], &[TEXT, TEXT]),
            megabyte,
        ),
    ]
}

#[test]
#[cfg_attr(miri, ignore = "thousands of cases take too long there")]
fn no_message_takes_more_than_some_steps_for_each_byte_and_placeholder() {
    for (case, message) in pathological() {
        let steps = steps::taken(|| {
            case.matched(&message);
        });
        let placeholders = if case.is_plain() {
            1
        } else {
            case.fields.len()
        };
        let bound = 100 * message.len() * placeholders;
        assert!(steps < bound, "{steps} steps for {placeholders}");
    }
}

/// The steps that a message of so many bytes is worth, with those that are not counted against it.
fn most_steps(bytes: usize) -> usize {
    (1 << 16) + 128 * bytes
}

#[test]
#[cfg_attr(miri, ignore = "thousands of cases take too long there")]
fn numbers_in_many_placeholders_take_a_few_steps_a_byte() {
    let integer = typed(Form::Integer);
    let mut constraints = vec![TEXT; 7];
    constraints.extend([integer; 8]);
    let fields: Vec<u8> = [0, 7, 8, 1, 9, 10, 2, 11, 12, 3, 13, 14, 4, 5, 6].into();
    let case = Case::new(&[" "; 16], &fields, &constraints);
    for token in [" 1", " 12", " -1", " 9223372036854775807", "1 "] {
        let message = token.repeat((1 << 20) / token.len());
        let message = format!(" {message} ");
        let steps = steps::taken(|| assert_ne!(case.fit(&message), TemplateFit::Unknown));
        assert!(steps < 40 * message.len(), "{token:?}: {steps}");
    }
}

#[test]
#[cfg_attr(miri, ignore = "thousands of cases take too long there")]
fn no_template_makes_a_message_take_more_steps_than_it_is_worth() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let alphabets: [&[&str]; 4] = [&["a"], &["a", "b"], &["1", "-", " "], &["1", ".", "e", "0"]];
    let mut worst = 0;
    for round in 0..1_500 {
        let alphabet = alphabets[round % alphabets.len()];
        let placeholders = 1 + random.below(15);
        let forms = [Form::Text, Form::Integer, Form::Decimal, Form::Boolean];
        let constraint = |random: &mut Random| Constraint {
            form: forms[random.below(2 * forms.len()).min(3)],
            optional: random.below(4) == 0,
        };
        let distinct = 1 + random.below(placeholders);
        let field = |random: &mut Random| u8::try_from(random.below(distinct)).unwrap();
        let case = Case {
            literals: (0..=placeholders)
                .map(|_| random.text(alphabet, 3))
                .collect(),
            fields: (0..placeholders).map(|_| field(&mut random)).collect(),
            constraints: (0..15).map(|_| constraint(&mut random)).collect(),
            filled: false,
            parted: random.below(8) == 0,
        };
        let middle = random.text(alphabet, 4);
        let times = random.below(1_000);
        let first = &case.literals[0];
        let last = &case.literals[placeholders];
        let message = format!("{first}{}{last}", middle.repeat(times));
        let steps = steps::taken(|| {
            case.fit(&message);
        });
        assert!(
            steps < most_steps(message.len()),
            "{case:?} {message:?}: {steps}"
        );
        worst = worst.max(steps / (message.len() + 1));
    }
    assert!(worst > 0);
}

#[test]
#[cfg_attr(miri, ignore = "thousands of cases take too long there")]
fn short_messages_are_searched_to_the_end() {
    let mut random = Random(0x1234_5678_9ABC_DEF1);
    let mut found = 0;
    for _ in 0..3_000 {
        let alphabet = ["a", "b"];
        let placeholders = 2 + random.below(6);
        let field = |random: &mut Random| u8::try_from(random.below(4)).unwrap();
        let case = Case {
            // Most placeholders are side by side.
            literals: (0..=placeholders)
                .map(|_| random.text(&alphabet, 4).replacen("aa", "", 1))
                .map(|text| if text.len() > 1 { String::new() } else { text })
                .collect(),
            fields: (0..placeholders).map(|_| field(&mut random)).collect(),
            constraints: vec![TEXT; 5],
            filled: false,
            parted: false,
        };
        let message = random.message(&case, &alphabet);
        assert_ne!(
            case.fit(&message),
            TemplateFit::Unknown,
            "{case:?} {message:?}"
        );
        found += usize::from(case.agrees_with_the_reference(&message) > 0);
    }
    assert!(found > 1_000, "{found}");
    let fields = [0, 1, 0, 2, 1, 3, 2, 3];
    let case = Case::new(&[""; 9], &fields, &[TEXT; 4]);
    let values = ["ab", "cab", "b", "abcabca"];
    let message: String = fields
        .iter()
        .map(|field| values[usize::from(*field)])
        .collect();
    assert_eq!(message.len(), 26);
    assert_eq!(case.fit(&message), TemplateFit::Yes);
    assert_eq!(case.fit("abcabcabcabcabcabcabcabcab"), TemplateFit::No);
}

#[test]
#[cfg_attr(miri, ignore = "thousands of cases take too long there")]
fn what_is_given_up_is_never_unique() {
    let fields: Vec<u8> = (0..14).chain((0..14).rev()).collect();
    let mut literals = vec![""; fields.len()];
    literals.push("b");
    let case = Case::new(&literals, &fields, &[TEXT; 14]);
    let message = format!("{}ab", "ab".repeat(30) + &"ba".repeat(29));
    let steps = steps::taken(|| {
        let matched = case.matched(&message);
        assert!(matched.is_none_or(|(_, unique)| !unique));
    });
    assert!(steps < most_steps(message.len()), "{steps}");
}
