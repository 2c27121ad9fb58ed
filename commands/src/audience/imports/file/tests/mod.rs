//! Each line of "bad input", and that no bytes whatever bring the reader down.

mod any_bytes;
mod broken_files;
mod files;
mod reject_files;
mod tables;

use bytes::Bytes;
use futures::{StreamExt, stream};
use pivotal_domain::audience::imports::events::FileFormat;

use super::detect::{Detected, detect};
use super::rows::{RawRow, read_rows};
use crate::ports::blob_store::BlobStream;

/// The file in pieces of `size`.
fn body(file: &[u8], size: usize) -> BlobStream {
    let pieces: Vec<_> = file.chunks(size.max(1)).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    stream::iter(pieces).boxed()
}

pub(in crate::audience::imports::file) fn rows_of(file: &[u8], format: &FileFormat) -> Vec<RawRow> {
    futures::executor::block_on(read_rows(body(file, 7), format).map(|row| row.unwrap()).collect())
}

/// Detected and read, as an import does it.
fn read(file: &[u8]) -> (Detected, Vec<RawRow>) {
    let detected = detect(file, true).unwrap();
    let rows = rows_of(file, &detected.format);
    (detected, rows)
}

fn refusal(file: &[u8]) -> &'static str {
    detect(file, true).unwrap_err().code
}

fn format(delimiter: char, header_row: u32, columns: usize) -> FileFormat {
    FileFormat {
        encoding: "UTF-8".into(),
        delimiter,
        header_row,
        headers: (1..=columns).map(|n| format!("Column {n}")).collect(),
    }
}

/// Number, cells and codes of each row.
fn told(rows: &[RawRow]) -> Vec<(u32, Vec<&str>, Vec<&str>)> {
    rows.iter()
        .map(|row| {
            (
                row.row,
                row.cells.iter().map(String::as_str).collect(),
                row.defects.iter().map(|defect| defect.code()).collect(),
            )
        })
        .collect()
}
