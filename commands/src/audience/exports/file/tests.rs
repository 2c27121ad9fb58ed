use std::io::Read;

use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::exports::events::{ExportFormat, Request, Restricted};
use pivotal_domain::audience::exports::list::ListSort;
use pivotal_domain::audience::fields::catalogue::{Entity, field};
use pivotal_domain::audience::fields::parse::{ParseContext, parse};
use pivotal_domain::audience::fields::value::FieldValue;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Tail, Writer};

fn write(format: ExportFormat, columns: &[&str], rows: Vec<Vec<Value>>) -> (Vec<u8>, u64) {
    let request = Request {
        entity: Entity::Contact,
        format,
        columns: columns.iter().map(ToString::to_string).collect(),
        sort: ListSort::default(),
        filter: None,
        byte_order_mark: false,
        restricted: Restricted::Include,
    };
    let mut writer = Writer::new(&request, &Definitions::default()).unwrap();
    let mut file = Vec::new();
    for page in rows.chunks(2) {
        file.extend_from_slice(&writer.rows(page.to_vec()).unwrap());
    }
    let (tail, cut) = writer.end().unwrap();
    match tail {
        Tail::Bytes(bytes) => file.extend_from_slice(&bytes),
        Tail::File(mut packed) => {
            packed.read_to_end(&mut file).unwrap();
        }
    }
    (file, cut)
}

fn csv(columns: &[&str], rows: Vec<Vec<Value>>) -> String {
    String::from_utf8(write(ExportFormat::Csv, columns, rows).0).unwrap()
}

#[test]
fn csv_has_headings_quotes_and_crlf() {
    let rows = vec![vec![json!("Lovelace, \"Ada\""), json!(["a", "b"]), json!(3), Value::Null]];
    assert_eq!(
        csv(&["full_name", "tags", "score", "city"], rows),
        "Full name,Tags,Score,City\r\n\"Lovelace, \"\"Ada\"\"\",\"a; b\",3,\r\n"
    );
    assert_eq!(csv(&["email"], vec![]), "Email\r\n", "headings alone");
}

#[test]
fn formulas_are_defused_and_phone_numbers_are_not() {
    for (cell, written) in [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3|cmd", "'-2+3|cmd"),
        ("+1 202 555 0100", "+1 202 555 0100"),
        ("+12025550100", "+12025550100"),
    ] {
        assert_eq!(csv(&["full_name"], vec![vec![json!(cell)]]), format!("Full name\r\n{written}\r\n"));
    }
}

#[test]
fn json_is_one_array_with_natural_types() {
    let rows = vec![
        vec![json!("a@example.com"), json!(["x"]), json!(5)],
        vec![json!("b@example.com"), Value::Null, Value::Null],
        vec![json!("c@example.com"), Value::Null, json!(0)],
    ];
    let (file, _) = write(ExportFormat::Json, &["email", "tags", "score"], rows);
    let read: Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(
        read,
        json!([
            {"email": "a@example.com", "tags": ["x"], "score": 5},
            {"email": "b@example.com"},
            {"email": "c@example.com", "score": 0}
        ])
    );
    assert_eq!(file.iter().filter(|byte| **byte == b'\n').count(), 5, "a record per line");
    assert_eq!(write(ExportFormat::Json, &["email"], vec![]).0, b"[]\n");
}

#[test]
fn a_workbook_is_a_zip_and_says_what_it_cut() {
    let long = "é".repeat(40_000);
    let (file, cut) = write(
        ExportFormat::Xlsx,
        &["full_name", "score"],
        vec![vec![json!("=1+1"), json!(7)], vec![json!(long), Value::Null]],
    );
    assert!(file.starts_with(b"PK"));
    assert_eq!(cut, 1);
}

proptest! {
    /// Whatever a record holds, an import reads the same from the file.
    #[test]
    fn what_csv_says_an_import_reads(text in "\\PC{0,40}") {
        let def = field(Entity::Contact, "job_title").unwrap();
        let stored = parse(def, &text, &ParseContext::default()).unwrap().value;
        let value = stored.as_ref().map_or(Value::Null, |value| serde_json::to_value(value).unwrap());
        let file = csv(&["job_title", "city"], vec![vec![value, json!("x")]]);
        let mut reader = ::csv::ReaderBuilder::new().from_reader(file.as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        let read = parse(def, &row[0], &ParseContext::default()).unwrap().value;
        prop_assert_eq!(read, stored);
    }

    #[test]
    fn lists_come_back_as_lists(items in proptest::collection::vec("[a-zA-Z0-9=@+ -]{1,12}", 0..5)) {
        let def = field(Entity::Contact, "tags").unwrap();
        let stored = parse(def, &items.join(";"), &ParseContext::default()).unwrap().value;
        let Some(FieldValue::List(items)) = &stored else { return Ok(()) };
        let file = csv(&["tags", "city"], vec![vec![json!(items), json!("x")]]);
        let mut reader = ::csv::ReaderBuilder::new().from_reader(file.as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        prop_assert_eq!(parse(def, &row[0], &ParseContext::default()).unwrap().value, stored);
    }
}
