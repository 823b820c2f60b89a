//! Numbers as languages write them.

use super::locale;
use crate::NumberFormat;
use alloc::format;
use alloc::string::String;
use fixed_decimal::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_decimal::DecimalFormatter;

/// Writes and reads numbers by the rules of CLDR: digits, groups, signs.
pub const NUMBER_FORMAT: NumberFormat = NumberFormat { write, read };

fn write(language: &str, number: &str) -> Option<String> {
    let formatter = formatter(language)?;
    let written = format(&formatter, number)?;
    // A plus sign or an exponent is lost.
    (parse(&formatter, &written)? == number).then_some(written)
}

fn read(language: &str, text: &str) -> Option<String> {
    parse(&formatter(language)?, text)
}

fn formatter(language: &str) -> Option<DecimalFormatter> {
    DecimalFormatter::try_new(
        (&locale(language)?).into(),
        DecimalFormatterOptions::default(),
    )
    .ok()
}

fn format(formatter: &DecimalFormatter, number: &str) -> Option<String> {
    let number = Decimal::try_from_str(number).ok()?;
    Some(format!("{}", formatter.format(&number)))
}

/// Returns the number that is written like this. The symbols are those of known numbers; that they are in their places
/// shows in that the number is written in the same way.
fn parse(formatter: &DecimalFormatter, text: &str) -> Option<String> {
    let is_digit = |character: &char| character.is_numeric();
    let digits = format(formatter, "0123456789")?;
    let fraction = format(formatter, "0.0")?;
    let point = fraction.trim_matches(|character: char| character.is_numeric());
    let minus = format(formatter, "-0")?;
    let minus = minus.trim_matches(|character: char| character.is_numeric());
    let (text_of_whole, text_of_fraction) = match text.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let mut number = String::new();
    if !minus.is_empty() && text.contains(minus) {
        number.push('-');
    }
    let plain = |text: &str| -> String {
        let known = text.chars().filter_map(|character| {
            let mut all = digits.chars().filter(is_digit);
            let digit = all.position(|digit| digit == character)?;
            char::from_digit(u32::try_from(digit).ok()?, 10)
        });
        known.collect()
    };
    number.push_str(&plain(text_of_whole));
    if let Some(fraction) = text_of_fraction {
        number.push('.');
        number.push_str(&plain(fraction));
    }
    (format(formatter, &number)? == text).then_some(number)
}
