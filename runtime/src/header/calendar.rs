//! The calendar: from dates to days and back. All dates are Gregorian, also those before that calendar was introduced.

pub(super) const DAY: i64 = 24 * 60 * 60;

const MONTHS: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const EPOCH: i64 = days_before_year(1970);

/// A date, which need not be in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    /// From 0 to 9999.
    pub(super) year: i64,
    /// From 0.
    pub(super) month: usize,
    /// From 1.
    pub(super) day: i64,
}

impl Date {
    /// The second at which the date starts, from the start of 1970; `None` where the calendar has no such date.
    pub(super) fn start(self) -> Option<i64> {
        if !(1..=month_length(self.year, self.month)?).contains(&self.day) {
            return None;
        }
        let months: i64 = (0..self.month)
            .filter_map(|month| month_length(self.year, month))
            .sum();
        Some(year_start(self.year) + (months + self.day - 1) * DAY)
    }

    /// The date of a second, which is in the years 0 to 9999.
    pub(super) fn of(second: i64) -> Self {
        let days = second.div_euclid(DAY) + EPOCH;
        let year = year_of(days);
        let mut date = Self {
            year,
            month: 0,
            day: days - days_before_year(year) + 1,
        };
        while let Some(length) = month_length(year, date.month).filter(|length| date.day > *length)
        {
            date.day -= length;
            date.month += 1;
        }
        date
    }
}

/// The day of the week of a second; 0 is Sunday.
pub(super) fn weekday(second: i64) -> usize {
    // The first day of 1970 was a Thursday.
    let weekday = (second.div_euclid(DAY) + 4).rem_euclid(7);
    usize::try_from(weekday).unwrap_or_default()
}

/// The second at which a year starts, from the start of 1970.
pub(super) const fn year_start(year: i64) -> i64 {
    (days_before_year(year) - EPOCH) * DAY
}

/// The year of a day, counted from the start of the year 0.
fn year_of(days: i64) -> i64 {
    // By the mean length of a year this is the year or one beside it.
    let mut year = days * 400 / days_before_year(400);
    while days < days_before_year(year) {
        year -= 1;
    }
    while days >= days_before_year(year + 1) {
        year += 1;
    }
    year
}

/// The days from the start of the year 0, which is a leap year, to the start of this one.
const fn days_before_year(year: i64) -> i64 {
    let last = year - 1;
    365 * year + last.div_euclid(4) - last.div_euclid(100) + last.div_euclid(400) + 1
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn month_length(year: i64, month: usize) -> Option<i64> {
    let leap_day = i64::from(month == 1 && is_leap(year));
    Some(MONTHS.get(month)? + leap_day)
}

#[cfg(test)]
mod tests {
    use super::{Date, DAY};

    #[test]
    fn every_day_of_24_centuries_has_one_date() {
        let mut start = super::year_start(0);
        let mut count = 0;
        for year in 0..2_400 {
            for month in 0..12 {
                for day in 1.. {
                    let date = Date { year, month, day };
                    let Some(second) = date.start() else { break };
                    assert_eq!((second, Date::of(second)), (start, date));
                    assert_eq!(Date::of(second + DAY - 1), date);
                    start += DAY;
                    count += 1;
                }
            }
        }
        assert_eq!(count, 6 * 146_097);
    }

    #[test]
    fn february_has_29_days_in_leap_years() {
        let exists = |year| {
            let date = Date {
                year,
                month: 1,
                day: 29,
            };
            date.start().is_some()
        };
        assert!(exists(2024) && exists(2000) && exists(0));
        assert!(!exists(2025) && !exists(1900) && !exists(2100));
    }
}
