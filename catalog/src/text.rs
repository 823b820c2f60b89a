//! What several readers of texts need.

/// Whether the text begins with one of these.
pub(crate) fn begins(text: &str, beginnings: &[&str]) -> bool {
    for beginning in beginnings {
        if text.starts_with(*beginning) {
            return true;
        }
    }
    false
}

/// Returns the number that digits of this base give. One function parses the digits of all sizes of numbers.
pub(crate) fn parsed(digits: &str, base: u32) -> Option<u32> {
    let number = u64::from_str_radix(digits, base).ok()?;
    u32::try_from(number).ok()
}
