//! The categories of plural forms, by the rules of CLDR.

use super::locale;
use crate::PluralCategory;
use fixed_decimal::Decimal;
use icu_plurals::{PluralCategory as Category, PluralOperands, PluralRules};

/// Returns the category of a number, given as text, in the language with a tag; what is not a number has the one for all
/// others.
pub fn plural_category(language: &str, number: &str) -> PluralCategory {
    let category = rules(language).zip(operands(number));
    category.map_or(PluralCategory::Other, |(rules, operands)| {
        named(rules.category_for(operands))
    })
}

/// Returns whether the numbers of a language have a category.
pub fn has_plural_category(language: &str, category: PluralCategory) -> bool {
    rules(language).is_some_and(|rules| rules.categories().any(|known| named(known) == category))
}

fn named(category: Category) -> PluralCategory {
    match category {
        Category::Zero => PluralCategory::Zero,
        Category::One => PluralCategory::One,
        Category::Two => PluralCategory::Two,
        Category::Few => PluralCategory::Few,
        Category::Many => PluralCategory::Many,
        Category::Other => PluralCategory::Other,
    }
}

fn rules(language: &str) -> Option<PluralRules> {
    PluralRules::try_new_cardinal((&locale(language)?).into()).ok()
}

/// Reads a number as parameters have it: a decimal can have a plus sign.
fn operands(number: &str) -> Option<PluralOperands> {
    let number = number.strip_prefix('+').unwrap_or(number);
    let number = Decimal::try_from_str(number).ok()?;
    Some(PluralOperands::from(&number))
}
