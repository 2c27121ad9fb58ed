use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::dates::{DateError, date, date_time};

use crate::check;

#[test]
fn dates_without_a_country() {
    check(
        &[
            ("2026-03-01", Ok("2026-03-01")),
            ("2026/3/1", Ok("2026-03-01")),
            ("2026.03.01", Ok("2026-03-01")),
            ("01.03.2026", Ok("2026-03-01")),
            ("31/03/2026", Ok("2026-03-31")),
            ("3/31/2026", Ok("2026-03-31")),
            ("03/03/2026", Ok("2026-03-03")),
            ("1 March 2026", Ok("2026-03-01")),
            ("1st Mar 2026", Ok("2026-03-01")),
            ("Mar 1, 2026", Ok("2026-03-01")),
            ("March 1st, 2026", Ok("2026-03-01")),
            ("1. März 2026", Ok("2026-03-01")),
            ("15-Sep-25", Ok("2025-09-15")),
            ("2026-02-30", Err(DateError::NotADate)),
            ("03/01/2026", Err(DateError::Ambiguous)),
            ("13/13/2026", Err(DateError::NotADate)),
            ("1026-03-01", Err(DateError::Year)),
            ("tomorrow", Err(DateError::NotADate)),
            ("", Err(DateError::NotADate)),
            ("1-2-3-4", Err(DateError::NotADate)),
        ],
        |raw| date(raw, None).map(|date| &*date.to_string().leak()),
    );
    assert_eq!(date("03/01/2026", Country::parse("US")).map(|d| d.to_string()), Ok("2026-03-01".into()));
    assert_eq!(date("03/01/2026", Country::parse("GB")).map(|d| d.to_string()), Ok("2026-01-03".into()));
}

#[test]
fn instants_end_in_utc() {
    check(
        &[
            ("2026-03-01T12:30:00Z", Ok("2026-03-01T12:30:00Z")),
            ("2026-03-01T12:30:00+02:00", Ok("2026-03-01T10:30:00Z")),
            ("2026-03-01T12:30:00.123Z", Ok("2026-03-01T12:30:00Z")),
            ("2026-03-01T12:30:00", Ok("2026-03-01T12:30:00Z")),
            ("2026-03-01 12:30:00", Ok("2026-03-01T12:30:00Z")),
            ("2026-03-01 12:30", Ok("2026-03-01T12:30:00Z")),
            ("2026-03-01 12:30 UTC", Ok("2026-03-01T12:30:00Z")),
            ("2026-03-01", Ok("2026-03-01T00:00:00Z")),
            ("3/31/2026 14:05", Ok("2026-03-31T14:05:00Z")),
            ("31.03.2026 14:05", Ok("2026-03-31T14:05:00Z")),
            ("Mar 31, 2026, 14:05", Ok("2026-03-31T14:05:00Z")),
            ("2026-03-01 25:00", Err(DateError::NotADate)),
            ("12:30", Err(DateError::NotADate)),
            ("noon", Err(DateError::NotADate)),
        ],
        |raw| date_time(raw, None).map(|instant| &*instant.leak()),
    );
}
