//! The container of a workbook, measured before anything is read out of it: a small file can hold endless content.
//!
//! What it declares is believed when it is too much, and never when it is little: every part that is read later is
//! unpacked once here, counted and thrown away.

use std::io::{Read, Seek};

use zip::ZipArchive;

use super::broken;
use crate::audience::imports::file::FileProblem;

const MB: u64 = 1024 * 1024;

/// In bytes, of content unpacked, unless said otherwise.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Parts, by number.
    pub parts: usize,
    pub all: u64,
    /// Of the texts that cells share, which are held in memory.
    pub strings: u64,
    /// Of styles, names and the like, held in memory too.
    pub other: u64,
    /// Between two cells: what one cell may take.
    pub cell: u64,
    /// Content may be this many times its packed size, once it is larger than `small`.
    pub ratio: u64,
    pub small: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            parts: 10_000,
            all: 4096 * MB,
            strings: 256 * MB,
            other: 64 * MB,
            cell: 4 * MB,
            ratio: 200,
            small: 16 * MB,
        }
    }
}

/// Refuses what is a container of something else.
pub fn is_workbook<R: Read + Seek>(archive: &ZipArchive<R>) -> Result<(), FileProblem> {
    let has = |wanted: &dyn Fn(&str) -> bool| {
        archive.file_names().flatten().any(|name| wanted(&name.to_lowercase()))
    };
    if has(&|name| name.ends_with("workbook.xml")) {
        return Ok(());
    }
    let (code, message) = if has(&|name| name.ends_with("workbook.bin")) {
        (
            "file_spreadsheet",
            "This is a binary Excel workbook (xlsb). Save it as .xlsx or CSV and upload that.",
        )
    } else if has(&|name| name == "mimetype") && has(&|name| name == "content.xml") {
        (
            "file_spreadsheet",
            "This is an OpenDocument file (ods). Save the sheet as .xlsx or CSV and upload that.",
        )
    } else if has(&|name| name.ends_with(".iwa")) {
        ("file_spreadsheet", "This is an Apple Numbers file. Export it as .xlsx or CSV and upload that.")
    } else if has(&|name| name.starts_with("word/") || name.starts_with("ppt/")) {
        (
            "file_not_a_table",
            "This is a text document or a presentation. Upload the table in it as .xlsx or CSV.",
        )
    } else {
        ("file_compressed", "This is a ZIP archive. Unpack it and upload the CSV or .xlsx file in it.")
    };
    Err(FileProblem::new(code, message))
}

pub fn measure<R: Read + Seek>(archive: &mut ZipArchive<R>, limits: &Limits) -> Result<(), FileProblem> {
    if archive.len() > limits.parts {
        return Err(too_much(&format!("it has {} parts", archive.len())));
    }
    let mut declared = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(broken)?;
        let name = part.name().map_err(broken)?.into_owned();
        if is_read(&name) {
            declared = declared.saturating_add(part.size());
            check(&PartSize::of(&name, part.size(), part.compressed_size()), declared, limits)?;
        }
    }
    let mut all = 0u64;
    let mut piece = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(broken)?;
        let name = part.name().map_err(broken)?.into_owned();
        if !is_read(&name) {
            continue;
        }
        let mut size = PartSize::of(&name, 0, part.compressed_size());
        let mut content = Content::of(&name);
        loop {
            let read = part.read(&mut piece).map_err(broken)?;
            if read == 0 {
                break;
            }
            size.unpacked += read as u64;
            all += read as u64;
            check(&size, all, limits)?;
            content.see(&piece[..read], limits)?;
        }
        content.end(size.unpacked)?;
    }
    Ok(())
}

/// Pictures, macros and the like stay packed.
fn is_read(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".xml") || name.ends_with(".rels")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Sheet,
    Strings,
    Other,
}

impl Part {
    fn of(name: &str) -> Self {
        let name = name.to_lowercase();
        if name.ends_with("sharedstrings.xml") {
            Part::Strings
        } else if name.contains("worksheets/") && name.ends_with(".xml") {
            Part::Sheet
        } else {
            Part::Other
        }
    }
}

struct PartSize {
    part: Part,
    unpacked: u64,
    packed: u64,
}

impl PartSize {
    fn of(name: &str, unpacked: u64, packed: u64) -> Self {
        PartSize { part: Part::of(name), unpacked, packed }
    }
}

fn check(size: &PartSize, all: u64, limits: &Limits) -> Result<(), FileProblem> {
    let most = match size.part {
        Part::Sheet => limits.all,
        Part::Strings => limits.strings,
        Part::Other => limits.other,
    };
    if size.unpacked > most || all > limits.all {
        return Err(too_much(&format!("more than {} MB", most.min(limits.all) / MB)));
    }
    if size.unpacked > limits.small && size.unpacked / size.packed.max(1) > limits.ratio {
        return Err(too_much(&format!("more than {} times its size", limits.ratio)));
    }
    Ok(())
}

/// What of a part's content would cost memory when it is read.
struct Content {
    part: Part,
    /// Bytes since a cell, a row or the sheet's data began.
    since: u64,
    ended: bool,
    /// The end of the last piece, in which a tag may have begun.
    tail: Vec<u8>,
    /// The texts it claims to hold.
    claimed: Option<u64>,
    first: bool,
}

/// A tag's name with its prefix, or the attributes of the first tag, fit into this.
const TAIL: usize = 32;
const HEAD: usize = 4096;

impl Content {
    fn of(name: &str) -> Self {
        let part = Part::of(name);
        Content { part, since: 0, ended: false, tail: Vec::new(), claimed: None, first: true }
    }

    fn see(&mut self, piece: &[u8], limits: &Limits) -> Result<(), FileProblem> {
        if self.part == Part::Strings && std::mem::take(&mut self.first) {
            self.claimed = claimed(&piece[..piece.len().min(HEAD)]);
        }
        if self.part != Part::Sheet || self.ended {
            return Ok(());
        }
        let mut seen = std::mem::take(&mut self.tail);
        seen.extend_from_slice(piece);
        let mut from = 0;
        for (at, _) in seen.iter().enumerate().filter(|(_, byte)| **byte == b'<') {
            // One in the tail was seen before, unless it was cut off there; twice does no harm.
            match tag(&seen[at + 1..]) {
                b"c" | b"row" | b"sheetData" => {
                    self.since += (at - from) as u64;
                    self.fits(limits)?;
                    (self.since, from) = (0, at);
                }
                b"/sheetData" => {
                    self.ended = true;
                    return Ok(());
                }
                _ => {}
            }
        }
        self.since += (seen.len() - from) as u64;
        self.since = self.since.saturating_sub(TAIL.min(seen.len()) as u64);
        self.fits(limits)?;
        self.tail = seen.split_off(seen.len() - TAIL.min(seen.len()));
        Ok(())
    }

    fn fits(&self, limits: &Limits) -> Result<(), FileProblem> {
        if self.since <= limits.cell {
            return Ok(());
        }
        Err(too_much(&format!("a cell with more than {} MB", limits.cell / MB)))
    }

    fn end(&self, size: u64) -> Result<(), FileProblem> {
        // Room is made for as many as are claimed; the shortest takes five bytes.
        match self.claimed {
            Some(claimed) if claimed > size / 5 => {
                Err(broken(format!("it claims {claimed} texts and has no room for them")))
            }
            _ => Ok(()),
        }
    }
}

/// `c` of `x:c r="A1">`.
fn tag(rest: &[u8]) -> &[u8] {
    let end = rest.iter().take(TAIL).position(|byte| matches!(byte, b' ' | b'>' | b'\t' | b'\r' | b'\n'));
    let name = &rest[..end.unwrap_or(0)];
    let name = if name.len() > 1 { name.strip_suffix(b"/").unwrap_or(name) } else { name };
    match name.iter().position(|byte| *byte == b':') {
        Some(colon) if name.starts_with(b"/") => match &name[colon + 1..] {
            b"sheetData" => b"/sheetData",
            other => other,
        },
        Some(colon) => &name[colon + 1..],
        None => name,
    }
}

fn claimed(head: &[u8]) -> Option<u64> {
    let head = String::from_utf8_lossy(head);
    let (_, rest) = head.split_once("uniqueCount")?;
    let digits: String =
        rest.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    // More digits than a number can have are more texts than there can be.
    Some(digits.parse().unwrap_or(u64::MAX))
}

fn too_much(what: &str) -> FileProblem {
    FileProblem::new(
        "file_unpacks_too_large",
        format!(
            "The workbook unpacks to too much: {what}. Save the sheet alone as a new .xlsx or as CSV, and upload that."
        ),
    )
}
