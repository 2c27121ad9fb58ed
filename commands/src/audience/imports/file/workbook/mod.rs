//! Workbooks (.xlsx, .xlsm): one sheet of them, turned into the comma-separated table that an import reads.
//!
//! Converting once, at the upload, leaves one reader for everything behind it: row numbers are those of the sheet, and
//! chunks, resuming and reject files know nothing of workbooks. Cells are read by their type; see [`cell`].

pub mod cell;
mod container;
mod sheet;
mod table;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::BufReader;

use bytes::Bytes;
use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use pivotal_domain::audience::imports::events::SheetOf;
use zip::ZipArchive;

use self::container::Limits;
use self::sheet::{SheetRow, SheetRows};
use self::table::Table;
use super::detect::{Detected, detect_converted};
use super::{FileProblem, HEAD_BYTES};

/// Rows a sheet can have.
pub const MOST_SHEET_ROWS: u32 = 1_048_576;
/// Characters a cell of a sheet can have; the row of a longer one is rejected.
pub const MOST_CELL_CHARACTERS: usize = 32_767;
/// Rows looked at before anything is written: header and columns are found in them.
const SAMPLE_ROWS: u32 = 100;

/// The first bytes of every ZIP container, which a workbook is.
pub(super) const MAGIC: &[u8] = b"PK\x03\x04";

pub fn is_container(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// What became of a workbook.
#[derive(Debug)]
pub struct Converted {
    pub detected: Detected,
    /// The sheet that was taken, when there was a choice.
    pub sheet: Option<String>,
    /// The sheets to choose from; empty when there is but one.
    pub sheets: Vec<SheetOf>,
}

/// Writes a sheet as a table, a piece at a time: the named one, or the first that is not hidden and has rows. `give`
/// answers false when nobody takes any more. Blocks: it belongs on a thread of its own.
pub fn convert(
    file: File,
    wanted: Option<&str>,
    give: impl FnMut(Bytes) -> bool,
) -> Result<Converted, FileProblem> {
    convert_within(&Limits::default(), file, wanted, give)
}

fn convert_within(
    limits: &Limits,
    file: File,
    wanted: Option<&str>,
    give: impl FnMut(Bytes) -> bool,
) -> Result<Converted, FileProblem> {
    let again = file.try_clone().map_err(|error| FileProblem::unreadable(&error))?;
    let mut archive = ZipArchive::new(BufReader::new(again)).map_err(broken)?;
    container::is_workbook(&archive)?;
    container::measure(&mut archive, limits)?;
    drop(archive);
    let mut workbook: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(not_read)?;
    let (sheet, several) = choose(&mut workbook, wanted)?;
    let reader = workbook.worksheet_cells_reader(&sheet).map_err(not_read)?;
    let detected = write(SheetRows::new(reader), give)?;
    let sheets = if several { sheets(&mut workbook) } else { Vec::new() };
    Ok(Converted { detected, sheet: several.then_some(sheet), sheets })
}

fn sheets<R: std::io::Read + std::io::Seek>(workbook: &mut Xlsx<R>) -> Vec<SheetOf> {
    let worksheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = worksheets.map(|sheet| sheet.name.clone()).collect();
    names.into_iter().map(|name| SheetOf { rows: count(workbook, &name), name }).collect()
}

/// Rows with something in them. A sheet that breaks off is none to choose; the one that is taken can be read all the same.
fn count<R: std::io::Read + std::io::Seek>(workbook: &mut Xlsx<R>, sheet: &str) -> u32 {
    let Ok(reader) = workbook.worksheet_cells_reader(sheet) else { return 0 };
    let (mut rows, mut count) = (SheetRows::new(reader), 0);
    loop {
        match rows.next() {
            Ok(Some(_)) => count += 1,
            Ok(None) => return count,
            Err(_) => return 0,
        }
    }
}

/// The sheet to read, and whether there were others to choose from.
fn choose<R: std::io::Read + std::io::Seek>(
    workbook: &mut Xlsx<R>,
    wanted: Option<&str>,
) -> Result<(String, bool), FileProblem> {
    let sheets: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    if let Some(wanted) = wanted {
        let same = |name: &str| name.trim().to_lowercase() == wanted.trim().to_lowercase();
        let found =
            sheets.iter().find(|(name, _)| same(name)).map(|(name, _)| (name.clone(), sheets.len() > 1));
        return found.ok_or_else(|| {
            let names: Vec<String> = sheets.iter().map(|(name, _)| format!("{name:?}")).collect();
            FileProblem::new(
                "file_sheet_unknown",
                format!("The workbook has no sheet {wanted:?}. It has {}.", names.join(", ")),
            )
        });
    }
    let shown = sheets.iter().filter(|(_, visible)| *visible);
    for (name, _) in shown.chain(sheets.iter().filter(|(_, visible)| !*visible)) {
        let reader = workbook.worksheet_cells_reader(name).map_err(not_read)?;
        if SheetRows::new(reader).next()?.is_some() {
            return Ok((name.clone(), sheets.len() > 1));
        }
    }
    Err(FileProblem::new(
        "file_empty",
        "No sheet of the workbook has rows. Choose the file that holds the rows.",
    ))
}

fn write<R: std::io::Read + std::io::Seek>(
    mut rows: SheetRows<'_, R>,
    give: impl FnMut(Bytes) -> bool,
) -> Result<Detected, FileProblem> {
    let mut sample: Vec<SheetRow> = Vec::new();
    let mut whole = false;
    let mut size = 0;
    loop {
        match rows.next()? {
            Some(row) => {
                let last = row.number >= SAMPLE_ROWS;
                size += row.size();
                sample.push(row);
                if last || size > HEAD_BYTES {
                    break;
                }
            }
            None => {
                whole = true;
                break;
            }
        }
    }
    let detected = detect_converted(&table::text_of(&sample), whole)?;
    let mut table = Table::new(&detected.format, give);
    for row in sample {
        table.push(row)?;
    }
    while let Some(row) = rows.next()? {
        table.push(row)?;
    }
    table.finish()?;
    Ok(detected)
}

fn not_read(error: XlsxError) -> FileProblem {
    match error {
        XlsxError::Password => password(),
        other => broken(other),
    }
}

pub(super) fn password() -> FileProblem {
    FileProblem::new(
        "file_password",
        "The workbook is protected with a password. Save it without one, as .xlsx, and upload that.",
    )
}

/// Whatever is wrong inside, the way out is the same.
pub fn broken(error: impl std::fmt::Display) -> FileProblem {
    FileProblem::new(
        "file_broken",
        format!(
            "The workbook is damaged and cannot be read ({error}). Open it, save it anew as .xlsx or CSV, and upload that."
        ),
    )
}
