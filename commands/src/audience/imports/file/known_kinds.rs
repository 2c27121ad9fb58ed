//! Files that are plainly something else, each with the way to a table.

use super::{FileProblem, workbook};

const SPREADSHEET: &str = "file_spreadsheet";
const COMPRESSED: &str = "file_compressed";
const NOT_A_TABLE: &str = "file_not_a_table";

/// Of .xls files, and of workbooks that a password locks.
const OLD_CONTAINER: &[u8] = b"\xD0\xCF\x11\xE0";

/// First bytes, by which the format says what it is.
const MAGIC: &[(&[u8], &str, &str)] = &[
    (
        OLD_CONTAINER,
        SPREADSHEET,
        "This is an old Excel file (xls), or a workbook with a password. Save it as .xlsx without a password and upload that.",
    ),
    // Of a whole workbook only its table gets here.
    (
        workbook::MAGIC,
        SPREADSHEET,
        "This is a workbook or a ZIP archive inside of something else. Save the sheet as CSV.",
    ),
    (b"\x1F\x8B", COMPRESSED, "This file is compressed (gzip). Unpack it and upload the CSV file in it."),
    (b"BZh", COMPRESSED, "This file is compressed (bzip2). Unpack it and upload the CSV file in it."),
    (b"\xFD7zXZ", COMPRESSED, "This file is compressed (xz). Unpack it and upload the CSV file in it."),
    (b"7z\xBC\xAF\x27\x1C", COMPRESSED, "This is a 7-Zip archive. Unpack it and upload the CSV file in it."),
    (b"Rar!\x1A", COMPRESSED, "This is a RAR archive. Unpack it and upload the CSV file in it."),
    (
        b"\x28\xB5\x2F\xFD",
        COMPRESSED,
        "This file is compressed (zstd). Unpack it and upload the CSV file in it.",
    ),
    (b"%PDF", NOT_A_TABLE, "This is a PDF. Upload the table it was made from as CSV."),
    (b"{\\rtf", NOT_A_TABLE, "This is a text document (RTF). Upload the table in it as CSV."),
    (b"\x89PNG", NOT_A_TABLE, "This is a picture. Upload a CSV file."),
    (b"\xFF\xD8\xFF", NOT_A_TABLE, "This is a picture. Upload a CSV file."),
    (b"GIF8", NOT_A_TABLE, "This is a picture. Upload a CSV file."),
    (b"\x7FELF", NOT_A_TABLE, "This is a program. Upload a CSV file."),
    (b"SQLite format 3\0", NOT_A_TABLE, "This is a database. Export the table as CSV and upload that."),
    (b"PAR1", NOT_A_TABLE, "This is a Parquet file. Export it as CSV and upload that."),
];

/// Refuses what its first bytes name.
pub fn refuse_by_bytes(head: &[u8]) -> Result<(), FileProblem> {
    if head.starts_with(OLD_CONTAINER) && is_locked(head) {
        return Err(workbook::password());
    }
    match MAGIC.iter().find(|(magic, _, _)| head.starts_with(magic)) {
        Some((_, code, message)) => Err(FileProblem::new(code, *message)),
        None => Ok(()),
    }
}

/// The name of the locked content stands in the container, in UTF-16.
fn is_locked(head: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    head.windows(name.len()).any(|window| window == name)
}

/// Refuses text that is no table.
pub fn refuse_by_text(text: &str) -> Result<(), FileProblem> {
    let start: String = text.trim_start().chars().take(64).collect::<String>().to_ascii_lowercase();
    let second = start.chars().skip(1).find(|character| !character.is_whitespace());
    let message = if start.starts_with("<!doctype html") || start.starts_with("<html") {
        "This is a web page, not a table: the download may have ended at a login page. Download the file again."
    } else if start.starts_with("<?xml") {
        "This is an XML file. Save the table as CSV and upload that."
    } else if (start.starts_with('{') && second == Some('"'))
        || (start.starts_with('[') && second == Some('{'))
    {
        "This is a JSON file. Export the records as CSV and upload that."
    } else if start.starts_with("begin:vcard") {
        "These are contact cards (vCard). Export the contacts as CSV and upload that."
    } else {
        return Ok(());
    };
    Err(FileProblem::new(NOT_A_TABLE, message))
}
