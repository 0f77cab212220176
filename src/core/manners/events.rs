//! Server-sent events: when an API says that something is new.

/// Only the name of a field matters, and the number after `retry`: no more of a line is kept, in bytes.
const KEPT: usize = 32;

/// Reads a stream of server-sent events (HTML standard, section 9.2.6) as it arrives, in pieces of any size. It tells
/// that events came, not what is in them.
///
/// ```
/// use heartline::core::manners::EventStream;
///
/// let mut stream = EventStream::default();
/// assert!(!stream.push(b": still here\n\nretry: 2000\ndata: {"), "not whole yet");
/// assert!(stream.push(b"}\n\n"));
/// assert_eq!(stream.retry_millis(), Some(2000));
/// ```
#[derive(Clone, Debug, Default)]
pub struct EventStream {
    line: Vec<u8>,
    /// The line before ended in a carriage return: a line feed after it ends none.
    after_return: bool,
    has_data: bool,
    retry_millis: Option<u32>,
}

impl EventStream {
    /// Takes the next piece. True when an event with data was completed by it; an event without data is none.
    pub fn push(&mut self, piece: &[u8]) -> bool {
        let mut came = false;
        for byte in piece {
            let is_second = *byte == b'\n' && self.after_return;
            self.after_return = *byte == b'\r';
            match byte {
                b'\n' if is_second => {}
                b'\n' | b'\r' => came |= self.end_line(),
                _ if self.line.len() < KEPT => self.line.push(*byte),
                _ => {}
            }
        }
        came
    }

    /// How long the API asks to be left alone before the stream is asked for again, in milliseconds.
    pub fn retry_millis(&self) -> Option<u32> {
        self.retry_millis
    }

    /// True when the line completed an event with data.
    fn end_line(&mut self) -> bool {
        let line = std::mem::take(&mut self.line);
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line);
        if line.is_empty() {
            return std::mem::take(&mut self.has_data);
        }
        let end = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
        let (name, value) = line.split_at(end);
        match name {
            b"data" => self.has_data = true,
            b"retry" => self.retry_millis = millis(value).or(self.retry_millis),
            _ => {}
        }
        false
    }
}

/// Digits alone, after a colon and a blank that may be missing.
fn millis(value: &[u8]) -> Option<u32> {
    let value = value.strip_prefix(b":")?;
    let value = value.strip_prefix(b" ").unwrap_or(value);
    let is_number = value.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(value).ok().filter(|_| is_number)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn events(pieces: &[&[u8]]) -> Vec<bool> {
        let mut stream = EventStream::default();
        pieces.iter().map(|piece| stream.push(piece)).collect()
    }

    #[test]
    fn only_what_has_data_and_is_whole_is_an_event() {
        assert_eq!(events(&[b"data: 1\n\n"]), [true]);
        assert_eq!(events(&[b"data\r\n\r\n"]), [true], "data may be empty");
        assert_eq!(events(&[b"\xef\xbb\xbfdata: 1\r\r"]), [true]);
        assert_eq!(events(&[b"event: ping\n\n", b": hello\n\n", b"database: 1\n\n"]), [false; 3]);
        assert_eq!(
            events(&[b"event: new\ndata: 1\ndata: 2\n", b"\n", b"\n"]),
            [false, true, false]
        );
        assert_eq!(events(&[b" data: 1\n\n", b"id: 7\n\n"]), [false; 2]);
    }

    #[test]
    fn a_wait_is_digits_alone() {
        let wait = |line: &str| {
            let mut stream = EventStream::default();
            stream.push(line.as_bytes());
            stream.retry_millis()
        };
        assert_eq!(wait("retry: 10\n"), Some(10));
        assert_eq!(wait("retry:10\r"), Some(10));
        for line in ["retry: 1s\n", "retry\n", "retry: -1\n", "retry: 99999999999\n", "retry: 10"] {
            assert_eq!(wait(line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn pieces_say_what_the_whole_says(text in "(data|retry|x|:|: |1|\r\n|\n|\r){0,30}", cut in 0usize..60) {
            let bytes = text.as_bytes();
            let (left, right) = bytes.split_at(cut.min(bytes.len()));
            let (mut whole, mut parts) = (EventStream::default(), EventStream::default());
            let came = whole.push(bytes);
            let in_parts = parts.push(left) | parts.push(right);
            prop_assert_eq!((came, whole.retry_millis()), (in_parts, parts.retry_millis()));
        }
    }
}
