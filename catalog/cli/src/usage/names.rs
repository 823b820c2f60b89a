//! The entries that sources name.

use super::files::File;
use super::tokens::{group, Token};
use super::types::Types;
use super::Words;
use proc_macro2::Delimiter;

/// What sources name of a catalog.
#[derive(Default)]
pub(super) struct Named {
    /// What follows the name of one of its types, as `Declined` and `declined` do.
    pub(super) names: Words,
    pub(super) strings: Words,
    /// The rules of validators, such as `length`, for which `with_violations` makes errors.
    pub(super) rules: Words,
}

impl Named {
    /// Finds the names after the types of the catalog with this index, and all strings.
    pub(super) fn of(types: &Types, catalog: usize, files: &[File]) -> Self {
        let mut named = Self::default();
        for file in files {
            named.read(&file.tokens, |name| types.is(catalog, name));
        }
        named
    }

    fn read(&mut self, tokens: &[Token], is_type: impl Fn(&str) -> bool) {
        let is_mentioned = tokens
            .iter()
            .any(|it| matches!(it, Token::Name(name) if is_type(name)));
        let mut has_all = false;
        for (position, token) in tokens.iter().enumerate() {
            let after = tokens.get(position + 1..).unwrap_or_default();
            match token {
                Token::Text { value, .. } => {
                    self.strings.insert(value.clone());
                }
                Token::Name(name) if is_type(name) || (name == "Self" && is_mentioned) => {
                    has_all |= self.after(after);
                }
                Token::Name(name) if name == "Violation" => self.violation(after),
                Token::Punct('#') => self.validated(after),
                _ => {}
            }
        }
        // After `use PaymentsError::*`, a variant is a name alone.
        if has_all {
            self.add_all(tokens);
        }
    }

    /// Adds what is named of a type, and returns whether everything is imported from it.
    fn after(&mut self, tokens: &[Token]) -> bool {
        match tokens {
            [Token::Punct(':'), Token::Punct(':'), rest @ ..] => match rest {
                [Token::Name(name), ..] => {
                    self.names.insert(name.clone());
                    false
                }
                [Token::Open(Delimiter::Brace), ..] => {
                    let imported = rest.get(..group(rest)).unwrap_or_default();
                    self.add_all(imported);
                    imported.contains(&Token::Punct('*'))
                }
                [Token::Punct('*'), ..] => true,
                _ => false,
            },
            _ => false,
        }
    }

    /// Adds the rule of `Violation::new("…")`.
    fn violation(&mut self, tokens: &[Token]) {
        if let [Token::Punct(':'), Token::Punct(':'), Token::Name(_), Token::Open(_), Token::Text { value, .. }, ..] =
            tokens
        {
            self.rules.insert(value.clone());
        }
    }

    /// Adds the rules of `#[garde(…)]` and `#[validate(…)]`.
    fn validated(&mut self, tokens: &[Token]) {
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

    fn add_all(&mut self, tokens: &[Token]) {
        self.names.extend(names(tokens));
    }
}

fn names(tokens: &[Token]) -> impl Iterator<Item = String> + '_ {
    tokens.iter().filter_map(|token| match token {
        Token::Name(name) => Some(name.clone()),
        _ => None,
    })
}
