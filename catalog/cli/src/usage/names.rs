//! The entries that sources name.

use super::files::File;
use super::tokens::{group, Token};
use super::types::Types;
use proc_macro2::Delimiter;
use std::collections::HashSet;

pub(super) type Words<'f> = HashSet<&'f str>;

/// What sources can name of any catalog.
#[derive(Default)]
pub(super) struct Texts<'f> {
    pub(super) strings: Words<'f>,
    /// The rules of validators, such as `length`, for which `with_violations` makes errors.
    pub(super) rules: Words<'f>,
}

impl<'f> Texts<'f> {
    pub(super) fn of(files: &'f [File]) -> Self {
        let mut texts = Self::default();
        for file in files {
            for (position, token) in file.tokens.iter().enumerate() {
                let after = file.tokens.get(position + 1..).unwrap_or_default();
                match token {
                    Token::Text { value, .. } => {
                        texts.strings.insert(value);
                    }
                    Token::Name(name) if name == "Violation" => texts.violation(after),
                    Token::Punct('#') => texts.validated(after),
                    _ => {}
                }
            }
        }
        texts
    }

    /// Adds the rule of `Violation::new("…")`.
    fn violation(&mut self, tokens: &'f [Token]) {
        if let [Token::Punct(':'), Token::Punct(':'), Token::Name(_), Token::Open(_), Token::Text { value, .. }, ..] =
            tokens
        {
            self.rules.insert(value);
        }
    }

    /// Adds the rules of `#[garde(…)]` and `#[validate(…)]`.
    fn validated(&mut self, tokens: &'f [Token]) {
        match tokens {
            [Token::Open(Delimiter::Bracket), Token::Name(name), ..]
                if name == "garde" || name == "validate" =>
            {
                let attribute = tokens.get(..group(tokens)).unwrap_or_default();
                self.rules.extend(names(attribute));
            }
            _ => {}
        }
    }
}

/// Returns the names after the types of the catalog with this index, as `Declined` and `declined` are.
pub(super) fn of<'f>(types: &Types, catalog: usize, files: &'f [File]) -> Words<'f> {
    let mut named = Words::new();
    for file in files {
        read(&file.tokens, |name| types.is(catalog, name), &mut named);
    }
    named
}

fn read<'f>(tokens: &'f [Token], is_type: impl Fn(&str) -> bool, named: &mut Words<'f>) {
    let is_mentioned = tokens
        .iter()
        .any(|it| matches!(it, Token::Name(name) if is_type(name)));
    if !is_mentioned {
        return;
    }
    let mut has_all = false;
    for (position, token) in tokens.iter().enumerate() {
        if matches!(token, Token::Name(name) if is_type(name) || name == "Self") {
            has_all |= after(tokens.get(position + 1..).unwrap_or_default(), named);
        }
    }
    // After `use PaymentsError::*`, a variant is a name alone.
    if has_all {
        named.extend(names(tokens));
    }
}

/// Adds what is named of a type, and returns whether everything is imported from it.
fn after<'f>(tokens: &'f [Token], named: &mut Words<'f>) -> bool {
    match tokens {
        [Token::Punct(':'), Token::Punct(':'), rest @ ..] => match rest {
            [Token::Name(name), ..] => {
                named.insert(name);
                false
            }
            [Token::Open(Delimiter::Brace), ..] => {
                let imported = rest.get(..group(rest)).unwrap_or_default();
                named.extend(names(imported));
                imported.contains(&Token::Punct('*'))
            }
            [Token::Punct('*'), ..] => true,
            _ => false,
        },
        _ => false,
    }
}

fn names(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens.iter().filter_map(|token| match token {
        Token::Name(name) => Some(name.as_str()),
        _ => None,
    })
}
