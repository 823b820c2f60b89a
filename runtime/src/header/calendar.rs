//! The Gregorian calendar, also for the years before it was introduced.

/// Returns the second at which a date starts, counted from the start of 1970; `None` if the date does not exist.
///
/// Years are from 0 to 9999; months and days start at 1.
pub(super) fn start_of_date(year: i32, month: u8, day: u8) -> Option<i64> {
    let exists =
        (1..=12).contains(&month) && (1..=datealgo::days_in_month(year, month)).contains(&day);
    exists.then(|| datealgo::datetime_to_secs((year, month, day, 0, 0, 0)))
}

#[cfg(test)]
mod tests {
    use super::start_of_date;

    #[test]
    fn each_day_of_24_centuries_starts_where_the_day_before_ends() {
        const DAY: i64 = 24 * 60 * 60;
        let first = start_of_date(0, 1, 1).unwrap();
        let mut count = 0;
        for year in 0..2_400 {
            for month in 1..=12 {
                for start in (1..).map_while(|day| start_of_date(year, month, day)) {
                    assert_eq!(start, first + count * DAY);
                    count += 1;
                }
            }
        }
        assert_eq!(count, 6 * 146_097);
        assert_eq!(start_of_date(1970, 1, 1), Some(0));
    }

    #[test]
    fn a_date_outside_the_calendar_has_no_start() {
        let exists = |year| start_of_date(year, 2, 29).is_some();
        assert!(exists(2024) && exists(2000) && exists(0));
        assert!(!exists(2025) && !exists(1900) && !exists(2100));
        for (month, day) in [(0, 1), (13, 1), (u8::MAX, 1), (1, 0), (1, 32), (4, 31)] {
            assert_eq!(start_of_date(2025, month, day), None, "{month}-{day}");
        }
    }
}
