//! What a file is, from its first bytes: encoding, delimiter, header, or the reason it is no table at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use pivotal_domain::audience::imports::events::FileFormat;

use super::decode::TextDecoder;
use super::header::{looks_like_header, named};
use super::known_kinds::{refuse_by_bytes, refuse_by_text};
use super::record::{Scan, StrayQuote, scan, split_line};
use super::{FileProblem, MOST_COLUMNS};

/// Records looked at.
const SAMPLE: usize = 100;
/// A title or a date may stand above the header; further down it is not looked for.
const HEADER_WITHIN: usize = 20;
/// Values of each column shown to the person who maps it, and their length in characters.
const SHOWN: usize = 5;
const SHOWN_LENGTH: usize = 120;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detected {
    pub format: FileFormat,
    /// First values of each column, in the order of `format.headers`.
    pub samples: Vec<Vec<String>>,
}

/// `head` is the beginning of the file; `whole` says that it is all of it.
pub fn detect(head: &[u8], whole: bool) -> Result<Detected, FileProblem> {
    refuse_by_bytes(head)?;
    let encoding = encoding_of(head, whole)?;
    let mut text = String::new();
    TextDecoder::new(encoding.name()).decode(head, whole, &mut text, &mut Vec::new());
    if text.chars().all(|character| character.is_whitespace() || character == '\0') {
        return Err(FileProblem::new(
            "file_empty",
            "The file is empty. Choose the file that holds the rows.",
        ));
    }
    refuse_by_text(&text)?;
    // Noise that happened to decode.
    let control = text
        .chars()
        .filter(|character| character.is_control() && !matches!(character, '\0' | '\t' | '\n' | '\r'))
        .count();
    if control * 20 > text.chars().count() {
        return Err(binary());
    }

    let hint = delimiter_hint(&text);
    let (delimiter, records) = match hint {
        Some(delimiter) => (delimiter, records(&text, delimiter, whole)),
        None => best_delimiter(&text, whole),
    };
    table_of(encoding, delimiter, &records, hint.is_some(), whole)
}

/// Of a sheet's own table, of which all is known but its header; `text` is its beginning, without a mark.
pub fn detect_converted(text: &str, whole: bool) -> Result<Detected, FileProblem> {
    table_of(UTF_8, b',', &records(text, b',', whole), false, whole)
}

fn table_of(
    encoding: &'static Encoding,
    delimiter: u8,
    records: &[Vec<String>],
    hint: bool,
    whole: bool,
) -> Result<Detected, FileProblem> {
    let skipped = usize::from(hint);
    let first_index = first_of_table(records, skipped);
    let Some(first) = records.get(first_index) else {
        return Err(FileProblem::new(
            "file_empty",
            "The file is empty. Choose the file that holds the rows.",
        ));
    };
    let body: Vec<&Vec<String>> =
        records[first_index + 1..].iter().filter(|record| !is_blank(record)).collect();
    let has_header = looks_like_header(first, &body);
    if has_header && body.is_empty() {
        return Err(if whole {
            FileProblem::new(
                "file_header_only",
                "The file has a header and no rows. Choose the file that holds the rows.",
            )
        } else {
            FileProblem::new(
                "file_not_a_table",
                "The first line of the file does not end within 256 KB, so it is no table of rows. Save the table as CSV and upload that.",
            )
        });
    }
    let columns = columns_of(first, &body, has_header);
    if columns > MOST_COLUMNS {
        return Err(FileProblem::new(
            "file_too_many_columns",
            format!(
                "The file has {columns} columns; at most {MOST_COLUMNS} can be read. Delete the ones that are not needed."
            ),
        ));
    }
    let (headers, header_row) = match (has_header, hint) {
        (true, _) => (named(first, columns), first_index as u32 + 1),
        // The line with the hint is not a row, though the file has no header.
        (false, true) => (named(&[], columns), 1),
        (false, false) => (named(&[], columns), 0),
    };
    let rows = (!has_header).then_some(first).into_iter().chain(body);
    let samples = samples(rows, columns);
    Ok(Detected {
        format: FileFormat {
            encoding: encoding.name().to_owned(),
            delimiter: char::from(delimiter),
            header_row,
            headers,
        },
        samples,
    })
}

fn encoding_of(head: &[u8], whole: bool) -> Result<&'static Encoding, FileProblem> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Ok(encoding);
    }
    if let Some(encoding) = utf16_without_mark(head, whole) {
        return Ok(encoding);
    }
    // Text holds hardly any; a stray NUL in a cell is dropped later.
    let control = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=31)).count();
    if control * 20 > head.len() {
        return Err(binary());
    }
    if is_utf8(head, whole) {
        return Ok(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, whole);
    Ok(detector.guess(None, Utf8Detection::Deny))
}

fn binary() -> FileProblem {
    FileProblem::new("file_binary", "This is not a text file. Save the table as CSV and upload that.")
}

/// Whatever the language, delimiters and line ends are ASCII, so one half of their units is zero: always the same one.
/// What then decodes without an error is text.
fn utf16_without_mark(head: &[u8], whole: bool) -> Option<&'static Encoding> {
    let units = head.chunks_exact(2);
    let (mut first_zero, mut second_zero) = (0usize, 0usize);
    for unit in units.clone() {
        first_zero += usize::from(unit[0] == 0);
        second_zero += usize::from(unit[1] == 0);
    }
    let some = (units.len() / 50).max(2);
    let encoding = match (first_zero, second_zero) {
        (first, second) if second >= some && first * 20 <= second => UTF_16LE,
        (first, second) if first >= some && second * 20 <= first => UTF_16BE,
        _ => return None,
    };
    let (mut text, mut damaged) = (String::new(), Vec::new());
    TextDecoder::new(encoding.name()).decode(head, whole, &mut text, &mut damaged);
    // A text file with a few stray NUL bytes has no line end that reads as one in UTF-16, but odd characters.
    let telling =
        text.chars().filter(|character| matches!(character, '\n' | '\r' | ',' | ';' | '\t' | '|')).count();
    (damaged.len() * 100 <= text.len() && telling > 0 && !is_mostly_ascii_with_nul(head)).then_some(encoding)
}

/// Fewer NUL bytes than one in ten: not every character can have one.
fn is_mostly_ascii_with_nul(head: &[u8]) -> bool {
    let nul = head.iter().filter(|byte| **byte == 0).count();
    nul * 10 < head.len()
        && head.iter().filter(|byte| byte.is_ascii_graphic() || **byte == b' ').count() * 10 > head.len() * 8
}

/// The head may end in the middle of a character.
fn is_utf8(head: &[u8], whole: bool) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => !whole && error.error_len().is_none(),
    }
}

/// `sep=;` on the first line, by which a file tells Excel its delimiter.
fn delimiter_hint(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim().trim_matches('"').to_ascii_lowercase();
    let delimiter = line.strip_prefix("sep=").and_then(|rest| rest.bytes().next().or(Some(b'\t')))?;
    DELIMITERS.contains(&delimiter).then_some(delimiter)
}

/// The delimiter under which most records have the same number of cells; of several such, the one with more cells.
fn best_delimiter(text: &str, whole: bool) -> (u8, Vec<Vec<String>>) {
    let mut best = (b',', Vec::new(), (0, 0));
    for delimiter in DELIMITERS {
        let records = records(text, delimiter, whole);
        let filled = records.iter().filter(|record| !is_blank(record)).count().max(1);
        let (width, agreeing) = usual_width(&records);
        // In tenths: one odd row does not make a table of another width better.
        let score = if width > 1 { (agreeing * 10 / filled, width) } else { (0, 1) };
        if score > best.2 {
            best = (delimiter, records, score);
        }
    }
    (best.0, best.1)
}

/// The most frequent number of cells (empty ones at the end left off) and how many records have it.
fn usual_width(records: &[Vec<String>]) -> (usize, usize) {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for record in records.iter().filter(|record| !is_blank(record)) {
        match counts.iter_mut().find(|(width, _)| *width == record.len()) {
            Some((_, count)) => *count += 1,
            None => counts.push((record.len(), 1)),
        }
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).unwrap_or((1, 0))
}

/// Where the table begins: the first record of the usual width, if one stands near the top.
fn first_of_table(records: &[Vec<String>], skipped: usize) -> usize {
    let (width, _) = usual_width(&records[skipped.min(records.len())..]);
    let near_top = || {
        records.iter().enumerate().skip(skipped).take(HEADER_WITHIN).filter(|(_, record)| !is_blank(record))
    };
    near_top()
        .find(|(_, record)| width == 1 || record.len() * 2 > width)
        .or_else(|| near_top().next())
        .map_or(records.len(), |(at, _)| at)
}

/// As the header has them, or the widest row where there is none. Empty ones at the end are an export's habit.
fn columns_of(first: &[String], body: &[&Vec<String>], has_header: bool) -> usize {
    let used =
        |record: &[String]| record.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1);
    let widest = body.iter().map(|record| used(record)).max().unwrap_or(0);
    if has_header { used(first).max(widest.min(first.len())).max(1) } else { used(first).max(widest).max(1) }
}

fn samples<'a>(rows: impl Iterator<Item = &'a Vec<String>>, columns: usize) -> Vec<Vec<String>> {
    let mut samples = vec![Vec::new(); columns];
    for row in rows {
        for (values, cell) in samples.iter_mut().zip(row) {
            let cell = cell.trim();
            if values.len() < SHOWN && !cell.is_empty() {
                values.push(cell.chars().filter(|character| *character != '\0').take(SHOWN_LENGTH).collect());
            }
        }
    }
    samples
}

/// The first records, as [`super::rows`] would number them.
fn records(text: &str, delimiter: u8, whole: bool) -> Vec<Vec<String>> {
    let (mut records, mut rest, mut spans) = (Vec::new(), text, Vec::new());
    while records.len() < SAMPLE && !rest.is_empty() {
        // Only a record that the end of the head cuts off has no end; a file of one line is read all the same.
        let last = whole || records.is_empty();
        let next = match scan(rest.as_bytes(), delimiter, last, StrayQuote::StaysInside, &mut spans) {
            Scan::Unfinished => break,
            Scan::Record { line, .. } => line.next,
            Scan::Broken(line) => {
                split_line(&rest.as_bytes()[..line.end], delimiter, &mut spans);
                line.next
            }
        };
        records.push(spans.iter().map(|span| span.of(rest).into_owned()).collect());
        rest = &rest[next..];
    }
    records
}

fn is_blank(record: &[String]) -> bool {
    record.iter().all(|cell| cell.trim_matches(|c: char| c.is_whitespace() || c == '\0').is_empty())
}
