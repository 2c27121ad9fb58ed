use std::io::{Cursor, Read};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::*;
use crate::audience::imports::file::detect::detect;

fn people() -> Vec<u8> {
    workbook(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["Email", "First name"])?;
        sheet.write_row(1, 0, ["ada@example.com", "Ada"])?;
        Ok(())
    })
}

/// A container of these parts.
fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The workbook with one part replaced.
fn with_part(content: &[u8], part: &str, replaced: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(content)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut old = Vec::new();
        file.read_to_end(&mut old).unwrap();
        let name = file.name().unwrap().into_owned();
        let new = if name == part { replaced.to_vec() } else { old };
        parts.push((name, new));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    container(&parts)
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn sheet_of(data: &str) -> Vec<u8> {
    let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let content = format!("<worksheet xmlns=\"{space}\"><sheetData>{data}</sheetData></worksheet>");
    with_part(&people(), SHEET, content.as_bytes())
}

#[test]
fn what_is_no_workbook_is_told_what_it_is() {
    let other = b"content".as_slice();
    for (parts, code) in [
        (vec![("mimetype", other), ("content.xml", other)], "file_spreadsheet"),
        (vec![("xl/workbook.bin", other)], "file_spreadsheet"),
        (vec![("Index/Document.iwa", other)], "file_spreadsheet"),
        (vec![("word/document.xml", other)], "file_not_a_table"),
        (vec![("people.csv", other)], "file_compressed"),
        (vec![("xl/workbook.xml", other)], "file_broken"),
    ] {
        assert_eq!(refusal(&container(&parts)), code, "{parts:?}");
    }
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    assert_eq!(detect(&locked, true).unwrap_err().code, "file_spreadsheet");
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(detect(&locked, true).unwrap_err().code, "file_password");
}

#[test]
fn a_damaged_workbook_is_refused_with_the_way_out() {
    let whole = people();
    for cut in [4, 100, whole.len() / 2, whole.len() - 1] {
        let problem = converted_within(&Limits::default(), &whole[..cut], None).unwrap_err();
        assert_eq!(problem.code, "file_broken");
        assert!(problem.message.contains("save it anew"), "{problem}");
    }
    let mut noise = b"PK\x03\x04".to_vec();
    noise.extend((0..4000u32).map(|n| (n * 7919) as u8));
    assert_eq!(refusal(&noise), "file_broken");
    for sheet in ["no XML", "<worksheet>", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>"] {
        assert_eq!(refusal(&with_part(&whole, SHEET, sheet.as_bytes())), "file_broken", "{sheet}");
    }
    let cell = |row: u32| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>");
    assert_eq!(refusal(&sheet_of(&(cell(5) + &cell(2)))), "file_broken", "rows that go backwards");
    assert_eq!(refusal(&sheet_of(&cell(9_999_999))), "file_broken", "a row that no sheet has");
    assert_eq!(refusal(&sheet_of("")), "file_empty");
    assert_eq!(refusal(&sheet_of(&cell(1).replace("<c ", "<c t=\"odd\" "))), "file_broken");
}

#[test]
fn a_claim_of_more_texts_than_there_is_room_for_allocates_nothing() {
    let claim = b"<sst uniqueCount=\"99999999999999\"><si><t>a</t></si></sst>";
    assert_eq!(refusal(&with_part(&people(), "xl/sharedStrings.xml", claim)), "file_broken");
}

#[test]
fn a_small_file_that_unpacks_to_much_is_refused() {
    let zeros = vec![b' '; 17 * 1024 * 1024];
    assert_eq!(refusal(&with_part(&people(), SHEET, &zeros)), "file_unpacks_too_large", "by its ratio");
    let within = |limits: Limits, content: &[u8]| converted_within(&limits, content, None).map(|_| ());
    let most = Limits { ratio: u64::MAX, ..Limits::default() };
    let code = |limits: Limits, content: &[u8]| within(limits, content).unwrap_err().code;
    let content = people();
    assert!(within(most.clone(), &content).is_ok());
    for limits in [
        Limits { parts: 3, ..most.clone() },
        Limits { all: 1_000, ..most.clone() },
        Limits { strings: 50, ..most.clone() },
        Limits { other: 100, ..most.clone() },
    ] {
        assert_eq!(code(limits.clone(), &content), "file_unpacks_too_large", "{limits:?}");
    }
    let text = |length: usize| {
        let row = |n: usize| {
            format!(
                "<row r=\"{n}\"><c r=\"A{n}\" t=\"inlineStr\"><is><t>{}</t></is></c></row>",
                "x".repeat(length)
            )
        };
        sheet_of(&(1..200).map(row).collect::<String>())
    };
    let small_cells = Limits { cell: 4_000, ..most };
    assert!(within(small_cells.clone(), &text(3_000)).is_ok(), "many cells are no large one");
    assert_eq!(code(small_cells, &text(5_000)), "file_unpacks_too_large");
}

#[test]
fn what_a_part_declares_too_small_is_counted_as_it_is() {
    // The declared size of the sheet, in the directory and before the content, is made one byte.
    let content = with_part(&people(), SHEET, &vec![b' '; 300_000]);
    let size = 300_000u32.to_le_bytes();
    let mut lying = content.clone();
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == size {
            lying[at..at + 4].copy_from_slice(&1u32.to_le_bytes());
        }
    }
    assert_ne!(lying, content);
    let limits = Limits { all: 200_000, ..Limits::default() };
    let code = converted_within(&limits, &lying, None).unwrap_err().code;
    assert!(matches!(code, "file_unpacks_too_large" | "file_broken"), "{code}");
}

#[test]
fn a_cell_beyond_what_a_sheet_can_hold_rejects_its_row_alone() {
    let text = |n: usize, length: usize| {
        format!(
            "<row r=\"{n}\"><c r=\"A{n}\" t=\"inlineStr\"><is><t>a{n}@example.com</t></is></c><c r=\"B{n}\" t=\"inlineStr\"><is><t>{}</t></is></c></row>",
            "x\n".repeat(length)
        )
    };
    let header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Email</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Notes</t></is></c></row>";
    let content = sheet_of(&format!("{header}{}{}{}", text(2, 1), text(3, 20_000), text(4, 2)));
    let rows = read_back(&content);
    let told: Vec<(u32, Vec<&str>)> =
        rows.iter().map(|row| (row.row, row.defects.iter().map(|defect| defect.code()).collect())).collect();
    assert_eq!(told, [(2, vec![]), (3, vec!["cell_too_large"]), (4, vec![])]);
    assert_eq!(rows[1].cells[0], "a3@example.com");
}
