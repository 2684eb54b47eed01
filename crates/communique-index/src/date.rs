//! Calendar dates, as articles give them: a day, without time or zone.

use std::fmt;

/// A day of the proleptic Gregorian calendar (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31, as the month has them.
    pub day: u8,
}

impl Date {
    /// The date, or `None` where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self {
            year,
            month,
            day,
        })
    }

    /// Reads `2021-04-12`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let mut number = |len: usize| {
            parts.next().filter(|p| p.len() == len && p.bytes().all(|b| b.is_ascii_digit()))
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms").
    pub fn to_days(self) -> i32 {
        let shifted = i32::from(self.year) - i32::from(self.month <= 2);
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let day_of_year =
            (153 * ((i32::from(self.month) + 9) % 12) + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
            - 719_468
    }

    /// The inverse of [`Date::to_days`]; `None` outside the years 1 to 9999.
    pub fn from_days(days: i32) -> Option<Self> {
        let z = days.checked_add(719_468)?;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let mp = (5 * day_of_year + 2) / 153;
        let month = (mp + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        Self::new(
            u16::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day_of_year - (153 * mp + 2) / 5 + 1).ok()?,
        )
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_round_trip_over_all_years() {
        let mut previous = None;
        for days in
            Date::new(1, 1, 1).unwrap().to_days()..=Date::new(9999, 12, 31).unwrap().to_days()
        {
            let date = Date::from_days(days).unwrap();
            assert_eq!(date.to_days(), days);
            assert!(previous < Some(date));
            previous = Some(date);
        }
        assert_eq!(Date::new(1970, 1, 1).unwrap().to_days(), 0);
    }

    #[test]
    fn parse_takes_only_real_days() {
        assert_eq!(Date::parse("2020-02-29"), Date::new(2020, 2, 29));
        for wrong in
            ["2021-02-29", "2021-13-01", "2021-4-12", "21-04-12", "2021-04", "2021-04-12x", ""]
        {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }
}
