//! What a file is, from its first bytes: encoding, delimiter, header, or the reason it is no table at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use pivotal_domain::audience::imports::events::FileFormat;

use super::decode::TextDecoder;
use super::record::read_record;
use super::{FileProblem, MOST_COLUMNS};

/// Records looked at.
const SAMPLE: usize = 50;
/// Values of each column shown to the person who maps it.
const SHOWN: usize = 5;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detected {
    pub format: FileFormat,
    /// First values of each column, in the order of `format.headers`.
    pub samples: Vec<Vec<String>>,
}

/// `head` is the beginning of the file; `whole` says that it is all of it.
pub fn detect(head: &[u8], whole: bool) -> Result<Detected, FileProblem> {
    if head.iter().all(|byte| byte.is_ascii_whitespace()) {
        return Err(FileProblem::new("file_empty", "The file is empty. Choose the file that holds the rows."));
    }
    refuse_known_kinds(head)?;
    let encoding = encoding_of(head, whole)?;
    let mut text = String::new();
    TextDecoder::new(encoding.name()).decode(head, whole, &mut text);
    let (delimiter, records) = best_delimiter(&text, whole);
    let Some((header_index, first)) = records.iter().enumerate().find(|(_, record)| record.iter().any(|cell| !cell.trim().is_empty())) else {
        return Err(FileProblem::new("file_empty", "The file is empty. Choose the file that holds the rows."));
    };
    let width = records.iter().map(Vec::len).max().unwrap_or(0).min(first.len().max(1));
    if first.len() > MOST_COLUMNS {
        return Err(FileProblem::new("file_too_many_columns", format!("The file has {} columns; at most {MOST_COLUMNS} can be read. Delete the ones that are not needed.", first.len())));
    }
    let data: Vec<&Vec<String>> = records.iter().skip(header_index + 1).filter(|record| record.iter().any(|cell| !cell.trim().is_empty())).collect();
    let has_header = looks_like_header(first);
    if has_header && data.is_empty() {
        return Err(FileProblem::new("file_header_only", "The file has a header and no rows. Choose the file that holds the rows."));
    }
    let headers = if has_header { named(first) } else { (1..=width).map(|number| format!("Column {number}")).collect() };
    let header_row = if has_header { header_index as u32 + 1 } else { 0 };
    let rows: Vec<&Vec<String>> = if has_header { data } else { std::iter::once(first).chain(data).collect() };
    let samples = (0..headers.len())
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).take(SHOWN).map(|cell| cell.chars().filter(|c| *c != '\0').take(120).collect()).collect())
        .collect();
    Ok(Detected { format: FileFormat { encoding: encoding.name().to_owned(), delimiter: char::from(delimiter), header_row, headers }, samples })
}

fn refuse_known_kinds(head: &[u8]) -> Result<(), FileProblem> {
    let kinds: [(&[u8], &str, &str); 7] = [
        (b"PK\x03\x04", "file_spreadsheet", "This is a spreadsheet or a ZIP file. Save it as CSV and upload that."),
        (b"\xD0\xCF\x11\xE0", "file_spreadsheet", "This is an old Excel file. Save it as CSV and upload that."),
        (b"%PDF", "file_not_a_table", "This is a PDF. Upload the table it was made from as CSV."),
        (b"\x89PNG", "file_not_a_table", "This is a picture. Upload a CSV file."),
        (b"\xFF\xD8\xFF", "file_not_a_table", "This is a picture. Upload a CSV file."),
        (b"\x1F\x8B", "file_compressed", "This file is compressed. Unpack it and upload the CSV file in it."),
        (b"\x7FELF", "file_not_a_table", "This is a program. Upload a CSV file."),
    ];
    match kinds.iter().find(|(magic, _, _)| head.starts_with(magic)) {
        Some((_, code, message)) => Err(FileProblem::new(code, *message)),
        None => Ok(()),
    }
}

fn encoding_of(head: &[u8], whole: bool) -> Result<&'static Encoding, FileProblem> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Ok(encoding);
    }
    // Text in UTF-16 without a mark: every other byte of Latin text is zero.
    let (even, odd) = head.iter().enumerate().fold((0usize, 0usize), |(even, odd), (at, byte)| if *byte != 0 { (even, odd) } else if at % 2 == 0 { (even + 1, odd) } else { (even, odd + 1) });
    let half = head.len() / 2;
    if half > 8 && odd > half / 2 && even < half / 20 {
        return Ok(UTF_16LE);
    }
    if half > 8 && even > half / 2 && odd < half / 20 {
        return Ok(UTF_16BE);
    }
    let control = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=31)).count();
    if control * 20 > head.len() {
        return Err(FileProblem::new("file_binary", "This is not a text file. Save the table as CSV and upload that."));
    }
    if is_utf8(head, whole) {
        return Ok(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, whole);
    Ok(detector.guess(None, Utf8Detection::Deny))
}

/// The head may end in the middle of a character.
fn is_utf8(head: &[u8], whole: bool) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => !whole && error.error_len().is_none(),
    }
}

/// The delimiter under which most records have the same number of cells, the more the better.
fn best_delimiter(text: &str, whole: bool) -> (u8, Vec<Vec<String>>) {
    let mut best = (b',', Vec::new(), (0, 0));
    for delimiter in [b',', b';', b'\t', b'|'] {
        let records = records(text, delimiter, whole);
        let filled: Vec<&Vec<String>> = records.iter().filter(|record| record.len() > 1).collect();
        let width = filled.first().map_or(1, |record| record.len());
        let agreeing = filled.iter().filter(|record| record.len() == width).count();
        let score = if width > 1 { (agreeing * 100 / records.len().max(1), width) } else { (0, 1) };
        if score > best.2 || best.1.is_empty() {
            best = (delimiter, records, score);
        }
    }
    (best.0, best.1)
}

fn records(text: &str, delimiter: u8, whole: bool) -> Vec<Vec<String>> {
    let (mut records, mut rest) = (Vec::new(), text);
    while records.len() < SAMPLE && !rest.is_empty() {
        match read_record(rest, delimiter, whole) {
            Some(record) => {
                rest = &rest[record.consumed..];
                records.push(record.cells);
            }
            None => {
                // Only a record that is cut off by the end of the head; a file of one line is read all the same.
                if records.is_empty() && let Some(record) = read_record(rest, delimiter, true) {
                    records.push(record.cells);
                }
                break;
            }
        }
    }
    records
}

/// A first row is a header unless its cells look like values: an address, a number, a date, a web page.
fn looks_like_header(first: &[String]) -> bool {
    let filled: Vec<&str> = first.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let value_like = filled.iter().filter(|cell| cell.contains('@') || cell.contains("://") || cell.chars().filter(char::is_ascii_digit).count() * 2 > cell.chars().count()).count();
    !filled.is_empty() && value_like == 0
}

/// Names as in the file; empty and repeated ones are told apart by their place.
fn named(first: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(first.len());
    for (column, cell) in first.iter().enumerate() {
        let name: String = cell.trim().chars().filter(|c| *c != '\0').take(200).collect();
        let name = if name.is_empty() { format!("Column {}", column + 1) } else { name };
        let repeats = names.iter().filter(|earlier| **earlier == name || earlier.strip_prefix(&name).is_some_and(|rest| rest.starts_with(" ("))).count();
        names.push(if repeats == 0 { name } else { format!("{name} ({})", repeats + 1) });
    }
    // Trailing empty columns are an export's habit, not data.
    while names.len() > 1 && first.get(names.len() - 1).is_some_and(|cell| cell.trim().is_empty()) {
        names.pop();
    }
    names
}
