//! Where a CSV record ends and its cells lie (RFC 4180, with the liberties files take).
//!
//! Not the `csv` crate: a record must be given back when its quotes turn out to be broken, so that the file can be
//! taken up again at the next line instead of being swallowed to the next quote.
//!
//! **Broken quotes.** A record over several lines must be sound: each quote inside its quoted cells is doubled, or
//! closes the cell. At the first one that does neither, or when the file or [`super::MOST_RECORD_BYTES`] end before
//! the cell does, only its first line is taken out and reading goes on at the second. That keeps the work linear too:
//! from one line that leaves a quote open, the next such line always decides, so no stretch is read more than twice.

use std::borrow::Cow;

/// A cell's place in the bytes, its outer quotes left off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub end: usize,
    /// It holds doubled quotes.
    doubled: bool,
}

impl Span {
    pub fn of<'a>(&self, text: &'a str) -> Cow<'a, str> {
        // Both ends lie beside ASCII bytes, so they are bounds of characters.
        let cell = text.get(self.start..self.end).unwrap_or_default();
        if self.doubled { Cow::Owned(cell.replace("\"\"", "\"")) } else { Cow::Borrowed(cell) }
    }

    pub fn is_blank(&self, text: &str) -> bool {
        // The common case first: most cells begin with a letter.
        text.as_bytes().get(self.start..self.end).is_none_or(|cell| {
            cell.first().is_none_or(|first| !first.is_ascii_graphic())
                && text[self.start..self.end]
                    .trim_matches(|c: char| c.is_whitespace() || c == '\0')
                    .is_empty()
        })
    }
}

/// A line's end, and where the next one begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub end: usize,
    pub next: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    /// It may go on beyond these bytes.
    Unfinished,
    Record {
        line: Line,
        /// The first line, when a quoted cell holds a line break.
        first_line: Option<Line>,
        /// A quote inside a quoted cell is neither doubled nor closes it; what was made of it is a guess.
        stray_quote: bool,
    },
    /// A quote stays open. Only the first line can be told.
    Broken(Line),
}

/// What a stray quote in a quoted cell is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StrayQuote {
    /// A character of the cell, which ends where a quote closes it: `"5" pipe, 3" long",b`.
    StaysInside,
    /// The end of the quoting; the cell goes on to the next delimiter: `"ACME" Ltd,b`.
    EndsQuoting,
}

/// Looks for the record at the start of `bytes` and puts its cells into `cells`. With `last` they end with the file,
/// and there is always an answer.
pub fn scan(bytes: &[u8], delimiter: u8, last: bool, stray: StrayQuote, cells: &mut Vec<Span>) -> Scan {
    cells.clear();
    let (mut at, mut first_line, mut stray_quote) = (0, None, false);
    loop {
        let start = at;
        if bytes.get(at) == Some(&b'"') {
            match quoted(bytes, at + 1, delimiter, last, stray, first_line) {
                Quoted::Cell { span, next, first, stray } => {
                    cells.push(span);
                    at = next;
                    first_line = first;
                    stray_quote |= stray;
                    if stray_quote && first_line.is_some() {
                        return line_at(bytes, first_line.unwrap_or(at), last)
                            .map_or(Scan::Unfinished, Scan::Broken);
                    }
                }
                Quoted::Open { line_end } => {
                    return line_at(bytes, line_end, last).map_or(Scan::Unfinished, Scan::Broken);
                }
                Quoted::Unfinished => return Scan::Unfinished,
            }
        } else {
            at += bytes[at..]
                .iter()
                .position(|byte| *byte == delimiter || *byte == b'\n' || *byte == b'\r')
                .unwrap_or(bytes.len() - at);
            cells.push(Span { start, end: at, doubled: false });
        }
        match bytes.get(at) {
            Some(byte) if *byte == delimiter => at += 1,
            None if !last => return Scan::Unfinished,
            _ => {
                let Some(line) = line_at(bytes, at, last) else { return Scan::Unfinished };
                let first_line = match first_line.map(|end| line_at(bytes, end, last)) {
                    None => None,
                    Some(Some(first)) => Some(first),
                    Some(None) => return Scan::Unfinished,
                };
                return Scan::Record { line, first_line, stray_quote };
            }
        }
    }
}

/// The cells of one line (without its end), quotes taken as they stand. For lines whose quotes are broken.
pub fn split_line(line: &[u8], delimiter: u8, cells: &mut Vec<Span>) {
    cells.clear();
    let mut start = 0;
    for end in
        line.iter().enumerate().filter(|(_, byte)| **byte == delimiter).map(|(at, _)| at).chain([line.len()])
    {
        cells.push(Span { start, end, doubled: false });
        start = end + 1;
    }
}

/// The end of the line that `from` stands in. `None`: it may lie, or go on to a `\n`, beyond these bytes.
pub fn line_at(bytes: &[u8], from: usize, last: bool) -> Option<Line> {
    let Some(end) =
        bytes[from..].iter().position(|byte| *byte == b'\n' || *byte == b'\r').map(|at| from + at)
    else {
        return last.then_some(Line { end: bytes.len(), next: bytes.len() });
    };
    match (bytes[end], bytes.get(end + 1)) {
        (b'\r', Some(b'\n')) => Some(Line { end, next: end + 2 }),
        (b'\r', None) if !last => None,
        _ => Some(Line { end, next: end + 1 }),
    }
}

enum Quoted {
    Cell {
        span: Span,
        next: usize,
        first: Option<usize>,
        stray: bool,
    },
    /// Nothing closes it. `line_end` lies in the record's first line.
    Open {
        line_end: usize,
    },
    Unfinished,
}

/// From behind the opening quote. `first` is the first line break of the record so far.
fn quoted(
    bytes: &[u8],
    start: usize,
    delimiter: u8,
    last: bool,
    stray_is: StrayQuote,
    mut first: Option<usize>,
) -> Quoted {
    let (mut at, mut doubled, mut stray) = (start, false, false);
    loop {
        at += bytes[at..]
            .iter()
            .position(|byte| *byte == b'"' || *byte == b'\n' || *byte == b'\r')
            .unwrap_or(bytes.len() - at);
        match (bytes.get(at), bytes.get(at + 1)) {
            (None, _) if last => return Quoted::Open { line_end: first.unwrap_or(start) },
            (None, _) => return Quoted::Unfinished,
            (Some(b'"'), None) if !last => return Quoted::Unfinished,
            (Some(b'"'), Some(b'"')) => {
                doubled = true;
                at += 2;
            }
            (Some(b'"'), next)
                if next.is_none_or(|next| *next == delimiter || *next == b'\n' || *next == b'\r') =>
            {
                return Quoted::Cell { span: Span { start, end: at, doubled }, next: at + 1, first, stray };
            }
            (Some(b'"'), _) => {
                stray = true;
                if let Some(line_end) = first {
                    return Quoted::Open { line_end };
                }
                match stray_is {
                    StrayQuote::StaysInside => at += 1,
                    StrayQuote::EndsQuoting => {
                        let end = at
                            + bytes[at..]
                                .iter()
                                .position(|byte| *byte == delimiter || *byte == b'\n' || *byte == b'\r')
                                .unwrap_or(bytes.len() - at);
                        if end == bytes.len() && !last {
                            return Quoted::Unfinished;
                        }
                        // `"5" pipe"`: a quote at the very end is the closing one.
                        let closing = usize::from(end > at + 1 && bytes[end - 1] == b'"');
                        return Quoted::Cell {
                            span: Span { start, end: end - closing, doubled },
                            next: end,
                            first,
                            stray,
                        };
                    }
                }
            }
            // A line break inside of the quotes.
            (Some(_), _) if stray => return Quoted::Open { line_end: first.unwrap_or(at) },
            (Some(_), _) => {
                first.get_or_insert(at);
                at += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells_as(text: &str, stray: StrayQuote) -> Vec<String> {
        let mut spans = Vec::new();
        match scan(text.as_bytes(), b',', true, stray, &mut spans) {
            Scan::Record { .. } => spans.iter().map(|span| span.of(text).into_owned()).collect(),
            other => panic!("{text:?} is {other:?}"),
        }
    }

    fn cells(text: &str) -> Vec<String> {
        cells_as(text, StrayQuote::StaysInside)
    }

    fn shape(text: &str, last: bool) -> Scan {
        scan(text.as_bytes(), b',', last, StrayQuote::StaysInside, &mut Vec::new())
    }

    #[test]
    fn cells_are_split_and_unquoted() {
        assert_eq!(cells("a,b,c\n"), ["a", "b", "c"]);
        assert_eq!(cells("a,,\r\n"), ["a", "", ""]);
        assert_eq!(cells("\"x, y\",\"he said \"\"no\"\"\"\n"), ["x, y", "he said \"no\""]);
        assert_eq!(cells("5\" pipe,b\n"), ["5\" pipe", "b"]);
        assert_eq!(cells("\"\",\"\"\"\"\n"), ["", "\""]);
        assert_eq!(cells("a,"), ["a", ""]);
        assert_eq!(cells("a\rb"), ["a"]);
    }

    #[test]
    fn a_quoted_line_break_belongs_to_its_cell() {
        let text = "\"two\nlines\",b\nnext";
        assert_eq!(cells(text), ["two\nlines", "b"]);
        assert_eq!(
            shape(text, false),
            Scan::Record {
                line: Line { end: 13, next: 14 },
                first_line: Some(Line { end: 4, next: 5 }),
                stray_quote: false
            }
        );
    }

    #[test]
    fn a_record_that_may_go_on_waits_for_more() {
        for text in ["a,b", "a,", "a,\"b\n", "a,\"b\"", "a\r", "\"a\r", "\"a\"\r"] {
            assert_eq!(shape(text, false), Scan::Unfinished, "{text:?}");
        }
    }

    #[test]
    fn a_stray_quote_has_two_readings() {
        assert_eq!(cells("\"5\" pipe, 3\" long\",b\n"), ["5\" pipe, 3\" long", "b"]);
        assert_eq!(cells_as("\"ACME\" Ltd,b\n", StrayQuote::EndsQuoting), ["ACME\" Ltd", "b"]);
        assert_eq!(cells_as("\"5\" pipe\",b\n", StrayQuote::EndsQuoting), ["5\" pipe", "b"]);
        assert_eq!(shape("\"ACME\" Ltd,b\nnext", true), Scan::Broken(Line { end: 12, next: 13 }));
    }

    #[test]
    fn a_quote_that_stays_open_costs_only_its_line() {
        // To the end of the file.
        assert_eq!(shape("a,\"b\nc,d\n", true), Scan::Broken(Line { end: 4, next: 5 }));
        // To a quote that opens a cell of another row, instead of closing this one.
        assert_eq!(shape("a,\"b\nc,\"d\"\n", true), Scan::Broken(Line { end: 4, next: 5 }));
        assert_eq!(shape("a,\"b\r\nc,\"d\",e\n", false), Scan::Broken(Line { end: 4, next: 6 }));
        // In a later cell of a record that had a sound one over two lines.
        assert_eq!(shape("\"a\nb\",\"c\"d\",e\n", true), Scan::Broken(Line { end: 2, next: 3 }));
        assert_eq!(shape("\"a", true), Scan::Broken(Line { end: 2, next: 2 }));
    }
}
