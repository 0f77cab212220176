//! Instants as most APIs write them, read where they stand.
//!
//! A general parser reads every spelling and takes three times as long; a million rows have a million dates. What is
//! spelled otherwise is left to it.

const DAY: i64 = 86_400;

/// Milliseconds since the epoch of an instant like `2026-10-31T23:30:00.250+08:00` or `2026-10-31T15:30:00Z`; `None`
/// for another spelling, and for what is no instant.
pub(super) fn millis(text: &str) -> Option<i64> {
    let (fixed, rest) = text.as_bytes().split_first_chunk::<19>()?;
    let (date, time) = fixed.split_first_chunk::<10>()?;
    let (fraction, zone) = fraction(rest)?;
    let local = days(date)? * DAY + seconds(time.first_chunk()?)?;
    Some((local - offset(zone)?) * 1000 + fraction)
}

/// Days since the epoch of `2026-10-31`.
fn days(date: &[u8; 10]) -> Option<i64> {
    let [a, b, c, d, b'-', e, f, b'-', g, h] = *date else { return None };
    let year = two(a, b)? * 100 + two(c, d)?;
    let (month, day) = (two(e, f)?, two(g, h)?);
    if !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
        return None;
    }
    // Years are counted from March, so that a leap day comes last.
    let year = year - i64::from(month <= 2);
    let before = (153 * ((month + 9) % 12) + 2) / 5;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // 719,468 days lie between 1 March of the year 0 and the epoch.
    Some(365 * year + leaps + before + day - 1 - 719_468)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Seconds since midnight of `T23:30:00`.
fn seconds(time: &[u8; 9]) -> Option<i64> {
    let [b'T', a, b, b':', c, d, b':', e, f] = *time else { return None };
    let (hour, minute, second) = (two(a, b)?, two(c, d)?, two(e, f)?);
    (hour < 24 && minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)
}

/// The milliseconds of `.250`, where there is a fraction, and what follows it.
fn fraction(text: &[u8]) -> Option<(i64, &[u8])> {
    match text {
        [b'.', a, b, c, rest @ ..] if !rest.first()?.is_ascii_digit() => {
            Some((two(*a, *b)? * 10 + two(b'0', *c)?, rest))
        }
        [b'.', ..] => None,
        rest => Some((0, rest)),
    }
}

/// Seconds east of UTC of `Z` or `+08:00`.
fn offset(zone: &[u8]) -> Option<i64> {
    match zone {
        [b'Z'] => Some(0),
        [sign @ (b'+' | b'-'), a, b, b':', c, d] => {
            let (hours, minutes) = (two(*a, *b)?, two(*c, *d)?);
            let seconds = hours * 3600 + minutes * 60;
            let is_one = hours < 24 && minutes < 60;
            is_one.then_some(if *sign == b'-' { -seconds } else { seconds })
        }
        _ => None,
    }
}

/// A number of two digits.
#[inline]
fn two(tens: u8, ones: u8) -> Option<i64> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| i64::from(tens) * 10 + i64::from(ones))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_instant_or_spelled_otherwise_is_left_to_others() {
        for text in [
            "",
            "2026-02-29T10:00:00Z",
            "2026-13-01T10:00:00Z",
            "2026-00-10T10:00:00Z",
            "2026-01-00T10:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T10:60:00Z",
            "2026-01-01T10:00:60Z",
            "2026-01-01 10:00:00Z",
            "2026-01-01T10:00:00",
            "2026-01-01T10:00:00.5Z",
            "2026-01-01T10:00:00.2500Z",
            "2026-01-01T10:00:00+0800",
            "2026-01-01T10:00:00+08:60",
            "2026-01-01T1x:00:00Z",
            "客客客客客客客客",
        ] {
            assert_eq!(millis(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_general_parser(
            year in 0u32..10_000, month in 0u32..14, day in 0u32..33, hour in 0u32..26, minute in 0u32..62,
            second in 0u32..60, fraction in prop::option::of(0u32..1000), offset in prop::option::of(-1439i32..1440),
        ) {
            let zone = offset.map_or("Z".to_owned(), |minutes| {
                let sign = if minutes < 0 { '-' } else { '+' };
                format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            });
            let fraction = fraction.map_or(String::new(), |millis| format!(".{millis:03}"));
            let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{zone}");
            let general = DateTime::parse_from_rfc3339(&text).ok().map(|exact| exact.timestamp_millis());
            prop_assert_eq!(millis(&text), general, "{}", text);
        }
    }
}
