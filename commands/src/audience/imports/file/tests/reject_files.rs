//! The reject file reads back as what it says, and runs nothing.

use super::*;
use crate::audience::imports::file::reject_file::{Verdict, safe, write};
use crate::audience::imports::file::rows::RowDefect;

fn written(file: &[u8], format: &FileFormat, verdicts: Vec<Verdict>) -> String {
    let pieces: Vec<Bytes> = futures::executor::block_on(
        write(body(file, 11), format, verdicts, Vec::new()).map(|piece| piece.unwrap()).collect(),
    );
    String::from_utf8(pieces.concat()).unwrap()
}

fn verdict(row: u32, rejected: bool, reasons: &[&str]) -> Verdict {
    Verdict { row, rejected, reasons: reasons.iter().map(|reason| (*reason).to_owned()).collect() }
}

#[test]
fn it_holds_the_rows_told_about_with_their_number_and_reasons() {
    let file = b"name;email\nAda;ada@example.com\n\"Bob; Jr\";bob\nEve;\"eve@example.com;x\nZoe;zoe@example.com;1;2\n";
    let mut source = format(';', 1, 2);
    source.headers = vec!["name".into(), "email".into()];
    let text = written(
        file,
        &source,
        vec![
            verdict(3, true, &["Email has no valid syntax.", "And more."]),
            verdict(4, true, &["A quotation mark is opened and not closed."]),
            verdict(5, false, &["x"]),
        ],
    );
    assert_eq!(
        text,
        "\u{FEFF}name,email,Row,Result,Reasons\r\n\"Bob; Jr\",bob,3,rejected,Email has no valid syntax. And more.\r\nEve,\"\"\"eve@example.com;x\",4,rejected,A quotation mark is opened and not closed.,\"Mend this row, then empty this cell\"\r\nZoe,\"zoe@example.com;1;2\",5,warning,x,\"Mend this row, then empty this cell\"\r\n"
    );
    let (detected, rows) = read(text.as_bytes());
    assert_eq!((detected.format.delimiter, detected.format.headers.len(), rows.len()), (',', 5, 3));
    let defects: Vec<&[RowDefect]> = rows.iter().map(|row| row.defects.as_slice()).collect();
    let again: &[RowDefect] = &[RowDefect::TooLong];
    assert_eq!(defects, [&[], again, again], "what nobody has mended is rejected again");
}

#[test]
fn a_mended_row_goes_in_once_the_cell_behind_it_is_emptied() {
    let file = "\u{FEFF}name,email,Row,Result,Reasons\r\nZoe,zoe@example.com,5,rejected,x,\r\n";
    let (_, rows) = read(file.as_bytes());
    assert_eq!(rows[0].defects, []);
}

#[test]
fn latin_sources_come_out_as_utf8() {
    let source = FileFormat { encoding: "windows-1252".into(), ..format(',', 1, 1) };
    assert_eq!(
        written(b"x\nM\xFCller\n", &source, vec![verdict(2, true, &["r"])]),
        "\u{FEFF}Column 1,Row,Result,Reasons\r\nMüller,2,rejected,r\r\n"
    );
}

#[test]
fn nothing_in_it_is_a_formula() {
    for cell in [
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "\t=1",
        " =1",
        "\r=1",
        "\n@x",
        "-2-3",
        "＝1",
        "+1-1*cmd",
        "=HYPERLINK(\"http://x.test\")",
    ] {
        assert!(safe(cell).starts_with('\''), "{cell:?}");
    }
    for cell in ["Ada", "+49 (30) 123-45", "+1-555-0100", "-12.50", "-1,234", "a=b", "", "1-2", "O'Brien"] {
        assert_eq!(safe(cell), cell);
    }
    let text = written(
        b"=h\n=1+1\n",
        &FileFormat { headers: vec!["=h".into()], ..format(',', 1, 1) },
        vec![verdict(2, true, &["=r"])],
    );
    assert_eq!(text, "\u{FEFF}'=h,Row,Result,Reasons\r\n'=1+1,2,rejected,'=r\r\n");
}
