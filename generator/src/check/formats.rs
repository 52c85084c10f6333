//! Text of a format that has a type of its own.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::api::StringFormat;

/// Whether the generated code can read `text` as that format.
pub(super) fn check(format: StringFormat, text: &str) -> Result<(), String> {
    let (fits, what) = match format {
        StringFormat::Plain => (true, "text"),
        StringFormat::Base64 => (is_base64(text), "base64"),
        StringFormat::Date => (is_date(text), "a date such as 2017-07-21"),
        StringFormat::DateTime => (is_date_time(text), "a date and time such as 2017-07-21T17:32:28Z"),
        StringFormat::Uuid => (is_uuid(text), "a UUID"),
        StringFormat::Ipv4 => (text.parse::<Ipv4Addr>().is_ok(), "an IPv4 address"),
        StringFormat::Ipv6 => (text.parse::<Ipv6Addr>().is_ok(), "an IPv6 address"),
        StringFormat::Int64 => (text.parse::<i64>().is_ok(), "a whole number in quotes"),
        StringFormat::Uint64 => (text.parse::<u64>().is_ok(), "a whole number in quotes"),
    };
    if fits { Ok(()) } else { Err(format!("must be {what}")) }
}

/// RFC 4648 section 4, with padding.
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    text.len().is_multiple_of(4)
        && padding <= 2
        && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

/// RFC 9562 section 4.
fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// RFC 3339 section 5.6, `full-date`.
fn is_date(text: &str) -> bool {
    let &[year, month, day] = text.split('-').collect::<Vec<_>>().as_slice() else { return false };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
        return false;
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=12).contains(&month) && (1..=days).contains(&day)
}

/// RFC 3339 section 5.6, `date-time`.
fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't']) else { return false };
    let zone = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (time, zone) = time.split_at(zone);
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    is_date(date)
        && is_clock(clock)
        && !fraction.is_empty()
        && fraction.len() <= 9
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
        && is_zone(zone)
}

fn is_clock(text: &str) -> bool {
    let &[hour, minute, second] = text.split(':').collect::<Vec<_>>().as_slice() else { return false };
    let part = |text, most| digits(text, 2).is_some_and(|number| number <= most);
    part(hour, 23) && part(minute, 59) && part(second, 60)
}

fn is_zone(text: &str) -> bool {
    if text.eq_ignore_ascii_case("z") {
        return true;
    }
    let Some((hour, minute)) = text.strip_prefix(['+', '-']).and_then(|offset| offset.split_once(':')) else {
        return false;
    };
    digits(hour, 2).is_some_and(|hour| hour <= 23) && digits(minute, 2).is_some_and(|minute| minute <= 59)
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        let is = |text| check(StringFormat::DateTime, text).is_ok();
        assert!(is("1985-04-12T23:20:50.52Z"));
        assert!(is("2016-02-29T00:00:00+05:30"));
        assert!(!is("2015-02-29T00:00:00Z"));
        assert!(!is("2015-02-20T00:00:00"));
        assert!(!is("2015-02-20 00:00:00Z"));
        assert!(check(StringFormat::Date, "2017-07-21").is_ok());
        assert!(check(StringFormat::Date, "17-7-21").is_err());
    }
}
