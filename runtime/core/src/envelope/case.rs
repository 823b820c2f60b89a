//! Codes in another case than the catalog's.

use alloc::string::String;

/// The case in which codes are sent that the catalog writes in `SCREAMING_SNAKE_CASE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// `out-of-credit`.
    Kebab,
    /// `out_of_credit`.
    Snake,
    /// `outOfCredit`.
    Camel,
    /// `OutOfCredit`.
    Pascal,
}

impl Case {
    /// All cases.
    pub const ALL: [Self; 4] = [Self::Kebab, Self::Snake, Self::Camel, Self::Pascal];

    /// Returns the name in a catalog.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kebab => "kebab",
            Self::Snake => "snake",
            Self::Camel => "camel",
            Self::Pascal => "pascal",
        }
    }

    /// Returns the code as it is sent.
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// use error_catalog::envelope::Case;
    ///
    /// assert_eq!(Case::Kebab.write("OUT_OF_CREDIT"), "out-of-credit");
    /// assert_eq!(Case::Pascal.write("OUT_OF_CREDIT"), "OutOfCredit");
    /// ```
    pub fn write(self, code: &str) -> String {
        let words = code.split('_').enumerate();
        let mut sent = String::with_capacity(code.len());
        for (index, word) in words {
            let starts_large = match self {
                Self::Kebab | Self::Snake => false,
                Self::Camel => index > 0,
                Self::Pascal => true,
            };
            match self {
                Self::Kebab if index > 0 => sent.push('-'),
                Self::Snake if index > 0 => sent.push('_'),
                _ => {}
            }
            for (index, letter) in word.chars().enumerate() {
                if starts_large && index == 0 {
                    sent.push(letter);
                } else {
                    sent.push(letter.to_ascii_lowercase());
                }
            }
        }
        sent
    }

    /// Returns the catalog's code of one that was sent; `None` if the catalog's code would be sent differently.
    ///
    /// ```
    /// # extern crate error_catalog_core as error_catalog;
    /// use error_catalog::envelope::Case;
    ///
    /// assert_eq!(Case::Camel.read("outOfCredit").as_deref(), Some("OUT_OF_CREDIT"));
    /// assert_eq!(Case::Camel.read("out-of-credit"), None);
    /// ```
    pub fn read(self, sent: &str) -> Option<String> {
        let mut code = String::with_capacity(sent.len() + 4);
        for (index, letter) in sent.char_indices() {
            let starts_word =
                matches!(self, Self::Camel | Self::Pascal) && letter.is_ascii_uppercase();
            if starts_word && index > 0 {
                code.push('_');
            }
            match (letter, self) {
                ('-', Self::Kebab) | ('_', Self::Snake) => code.push('_'),
                _ if letter.is_alphanumeric() => code.push(letter.to_ascii_uppercase()),
                _ => return None,
            }
        }
        (self.write(&code) == sent).then_some(code)
    }
}

#[cfg(test)]
mod tests {
    use super::Case;

    #[test]
    fn a_code_is_read_as_it_was_written() {
        for case in Case::ALL {
            for code in ["A", "OUT_OF_CREDIT", "E404", "A1_B2"] {
                assert_eq!(
                    case.read(&case.write(code)).as_deref(),
                    Some(code),
                    "{case:?}"
                );
            }
        }
    }

    #[test]
    fn a_code_in_another_case_is_not_read() {
        assert_eq!(Case::Kebab.read("out_of_credit"), None);
        assert_eq!(Case::Kebab.read("Out-Of-Credit"), None);
        assert_eq!(Case::Snake.read("out-of-credit"), None);
        assert_eq!(Case::Pascal.read("outOfCredit"), None);
        assert_eq!(
            Case::Kebab.read("https://api.example.com/out-of-credit"),
            None
        );
    }
}
