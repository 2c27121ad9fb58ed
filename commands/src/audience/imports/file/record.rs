//! One CSV record out of a piece of text (RFC 4180, with the liberties files take).
//!
//! Not the `csv` crate: a record must be given back when its quotes turn out to be broken, so that the file can be taken
//! up again at the next line instead of being swallowed to the next quote.

/// A record and where it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub cells: Vec<String>,
    /// Bytes up to and including its line end.
    pub consumed: usize,
    /// More than 1 when a quoted cell holds line breaks.
    pub lines: usize,
    /// The text ended inside quotes.
    pub open_quote: bool,
}

/// Reads the record at the start of `text`. `None`: it may go on beyond `text`; only at the end of the file (`last`) is
/// there always an answer.
pub fn read_record(text: &str, delimiter: u8, last: bool) -> Option<Record> {
    let bytes = text.as_bytes();
    let mut cells = Vec::with_capacity(32);
    let (mut at, mut lines) = (0, 1);
    loop {
        let start = at;
        if bytes.get(at) == Some(&b'"') {
            let (cell, next, breaks, closed) = quoted(text, at + 1, delimiter);
            at = next;
            lines += breaks;
            if !closed {
                if !last {
                    return None;
                }
                cells.push(cell);
                return Some(Record { cells, consumed: at, lines, open_quote: true });
            }
            cells.push(cell);
        } else {
            while at < bytes.len() && bytes[at] != delimiter && bytes[at] != b'\n' && bytes[at] != b'\r' {
                at += 1;
            }
            cells.push(text[start..at].to_owned());
        }
        match bytes.get(at) {
            Some(byte) if *byte == delimiter => at += 1,
            Some(b'\n') => return Some(Record { cells, consumed: at + 1, lines, open_quote: false }),
            Some(b'\r') => {
                return match bytes.get(at + 1) {
                    Some(b'\n') => Some(Record { cells, consumed: at + 2, lines, open_quote: false }),
                    // Whether a \n follows is not known yet.
                    None if !last => None,
                    _ => Some(Record { cells, consumed: at + 1, lines, open_quote: false }),
                };
            }
            None if last => return Some(Record { cells, consumed: at, lines, open_quote: false }),
            None => return None,
            // `quoted` and the loop above stop nowhere else.
            Some(_) => at += 1,
        }
    }
}

/// The first line as a record on its own, quotes taken as they stand. For records whose quotes are broken.
pub fn read_line(text: &str, delimiter: u8) -> Record {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let mut consumed = end;
    if text.as_bytes().get(consumed) == Some(&b'\r') {
        consumed += 1;
    }
    if text.as_bytes().get(consumed) == Some(&b'\n') {
        consumed += 1;
    }
    let cells = text[..end].split(char::from(delimiter)).map(|cell| cell.trim_matches('"').to_owned()).collect();
    Record { cells, consumed, lines: 1, open_quote: false }
}

/// From behind the opening quote. Answers with the cell, where it ended, its line breaks, and whether it was closed.
fn quoted(text: &str, from: usize, delimiter: u8) -> (String, usize, usize, bool) {
    let bytes = text.as_bytes();
    let (mut cell, mut breaks, mut at, mut start) = (String::new(), 0, from, from);
    while at < bytes.len() {
        match bytes[at] {
            b'"' if bytes.get(at + 1) == Some(&b'"') => {
                cell.push_str(&text[start..=at]);
                at += 2;
                start = at;
            }
            b'"' => match bytes.get(at + 1) {
                None => {
                    cell.push_str(&text[start..at]);
                    return (cell, at + 1, breaks, true);
                }
                Some(next) if *next == delimiter || *next == b'\n' || *next == b'\r' => {
                    cell.push_str(&text[start..at]);
                    return (cell, at + 1, breaks, true);
                }
                // `"5" pipe",`: a quote that closes nothing stands for itself.
                Some(_) => at += 1,
            },
            b'\n' => {
                breaks += 1;
                at += 1;
            }
            _ => at += 1,
        }
    }
    cell.push_str(&text[start..]);
    (cell, at, breaks, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<String> {
        read_record(text, b',', true).unwrap().cells
    }

    #[test]
    fn cells_are_split_and_unquoted() {
        assert_eq!(cells("a,b,c\n"), ["a", "b", "c"]);
        assert_eq!(cells("a,,\r\n"), ["a", "", ""]);
        assert_eq!(cells("\"x, y\",\"he said \"\"no\"\"\"\n"), ["x, y", "he said \"no\""]);
        assert_eq!(cells("5\" pipe,b\n"), ["5\" pipe", "b"]);
    }

    #[test]
    fn a_quoted_line_break_belongs_to_its_cell() {
        let record = read_record("\"two\nlines\",b\nnext", b',', false).unwrap();
        assert_eq!(record.cells, ["two\nlines", "b"]);
        assert_eq!((record.lines, record.consumed), (2, 14));
    }

    #[test]
    fn a_record_that_may_go_on_waits_for_more() {
        assert_eq!(read_record("a,b", b',', false), None);
        assert_eq!(read_record("a,\"b\n", b',', false), None);
        assert_eq!(read_record("a\r", b',', false), None);
        assert!(read_record("a,\"b\n", b',', true).unwrap().open_quote);
    }
}
