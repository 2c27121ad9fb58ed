//! What is a table and what is not; encodings; delimiters; headers.

use super::*;

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    mark.into_iter()
        .chain(text.encode_utf16())
        .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
        .collect()
}

#[test]
fn an_empty_file_is_refused() {
    for file in [&b""[..], b"\n\n  \r\n", b"\xEF\xBB\xBF", b",,,\n,,,\n", b"\xFF\xFE"] {
        assert_eq!(refusal(file), "file_empty", "{file:?}");
    }
}

#[test]
fn a_header_without_rows_is_refused() {
    assert_eq!(refusal(b"First name,Last name,Email\n"), "file_header_only");
    assert_eq!(refusal(b"Email"), "file_header_only");
    assert_eq!(refusal(b"Email,Name\n,,\n\n"), "file_header_only");
}

#[test]
fn what_is_no_table_is_refused_with_a_way_out() {
    let noise: Vec<u8> = (0..4096u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for (file, code) in [
        (&b"PK\x03\x04\x14\0\x06\0"[..], "file_spreadsheet"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1", "file_spreadsheet"),
        (b"%PDF-1.7\n", "file_not_a_table"),
        (b"\x89PNG\r\n\x1A\n", "file_not_a_table"),
        (b"\x1F\x8B\x08\0", "file_compressed"),
        (b"\n<!DOCTYPE html><html><body>Sign in</body>", "file_not_a_table"),
        (b"[\n  {\"email\": \"ada@example.com\"}]", "file_not_a_table"),
        (b"BEGIN:VCARD\nVERSION:3.0\n", "file_not_a_table"),
        (&noise, "file_binary"),
        (&[0; 400], "file_binary"),
    ] {
        let problem = detect(file, true).unwrap_err();
        assert_eq!(problem.code, code, "{:?}", &file[..file.len().min(12)]);
        assert!(
            problem.message.ends_with('.') && problem.message.contains("load")
                || problem.message.contains("Save"),
            "{}",
            problem.message
        );
    }
}

#[test]
fn too_many_columns_are_refused() {
    let line = |word: &str| vec![word; 501].join(",");
    assert_eq!(refusal(format!("{}\n{}\n", line("a"), line("b")).as_bytes()), "file_too_many_columns");
}

#[test]
fn every_common_encoding_is_read() {
    let text = "Vorname,Ort\nJürgen,Köln\nZoë,Besançon\nFrançois,Orléans\n";
    let latin = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let cases = [
        (text.as_bytes().to_vec(), "UTF-8"),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
        (utf16(text, false, true), "UTF-16LE"),
        (utf16(text, true, true), "UTF-16BE"),
        (utf16(text, false, false), "UTF-16LE"),
        (utf16(text, true, false), "UTF-16BE"),
        (latin, "windows-1252"),
    ];
    for (file, encoding) in cases {
        let (detected, rows) = read(&file);
        assert_eq!(detected.format.encoding, encoding);
        assert_eq!(detected.format.headers, ["Vorname", "Ort"]);
        assert_eq!(
            told(&rows),
            [
                (2, vec!["Jürgen", "Köln"], vec![]),
                (3, vec!["Zoë", "Besançon"], vec![]),
                (4, vec!["François", "Orléans"], vec![])
            ],
            "{encoding}"
        );
    }
}

#[test]
fn utf16_without_a_mark_is_known_in_any_script() {
    let text = "姓名,公司,邮箱\n王小明,示例有限公司,wang@example.com\n李雷,测试公司,li@example.com\n";
    for big in [false, true] {
        let (detected, rows) = read(&utf16(text, big, false));
        assert_eq!(detected.format.headers, ["姓名", "公司", "邮箱"]);
        assert_eq!(rows[0].cells, ["王小明", "示例有限公司", "wang@example.com"]);
    }
}

#[test]
fn cyrillic_in_its_old_encoding_is_read() {
    let text = "Имя,Компания,Город\nАнна Иванова,Общество с ограниченной ответственностью,Москва\nПётр Петров,Завод,Санкт-Петербург\n";
    let (detected, rows) = read(&encoding_rs::WINDOWS_1251.encode(text).0);
    assert_eq!(detected.format.encoding, "windows-1251");
    assert_eq!(rows[0].cells[2], "Москва");
}

#[test]
fn the_first_umlaut_may_stand_behind_what_is_looked_at() {
    let mut file = b"name,city\n".to_vec();
    file.extend(b"Ada,London\n".repeat(30_000));
    file.extend(b"J\xFCrgen,K\xF6ln\n");
    let detected = detect(&file[..crate::audience::imports::file::HEAD_BYTES], false).unwrap();
    assert_eq!(detected.format.encoding, "UTF-8");
    let rows = rows_of(&file, &detected.format);
    assert_eq!(told(&rows[30_000..]), [(30_002, vec!["Jürgen", "Köln"], vec!["undecodable_character"])]);
    assert!(rows[..30_000].iter().all(|row| row.defects.is_empty()));
}

#[test]
fn every_delimiter_is_found() {
    for (delimiter, name) in [(",", ','), (";", ';'), ("\t", '\t'), ("|", '|')] {
        let file = ["name,x;y", "email", "revenue"]
            .map(|cell| if cell.contains(',') { format!("\"{cell}\"") } else { cell.to_owned() })
            .join(delimiter)
            + "\n"
            + &["Ada", "ada@example.com", "\"1,5\""].join(delimiter)
            + "\n"
            + &["Bob", "bob@example.com", "\"2,5\""].join(delimiter)
            + "\n";
        let (detected, rows) = read(file.as_bytes());
        assert_eq!((detected.format.delimiter, detected.format.headers.len()), (name, 3), "{file}");
        assert_eq!(rows[0].cells, ["Ada", "ada@example.com", "1,5"]);
    }
}

#[test]
fn decimal_commas_do_not_make_the_comma_the_delimiter() {
    let (detected, _) = read(b"Firma;Umsatz;Ort\nA;1,5;Ulm\nB;2,5;Jena\nC;3,5;Hof\n");
    assert_eq!((detected.format.delimiter, detected.format.headers.len()), (';', 3));
}

#[test]
fn one_column_is_a_table_too() {
    let (detected, rows) = read(b"email\nada@example.com\nbob@example.com\n");
    assert_eq!(detected.format.headers, ["email"]);
    assert_eq!(rows.len(), 2);
}

#[test]
fn excels_delimiter_hint_is_not_a_row() {
    let (detected, rows) = read(b"sep=;\r\nName;Email\r\nAda;ada@example.com\r\n");
    assert_eq!((detected.format.delimiter, detected.format.header_row), (';', 2));
    assert_eq!(told(&rows), [(3, vec!["Ada", "ada@example.com"], vec![])]);
    let (detected, rows) = read(b"sep=;\nAda;ada@example.com\nBob;bob@example.com\n");
    assert_eq!((detected.format.header_row, rows.len()), (1, 2));
}

#[test]
fn a_title_above_the_header_is_passed_over() {
    let (detected, rows) = read(
        b"Contacts of the fair\n\nName,Email,City\nAda,ada@example.com,London\nBob,bob@example.com,Paris\n",
    );
    assert_eq!(
        (detected.format.header_row, detected.format.headers),
        (3, vec!["Name".to_owned(), "Email".into(), "City".into()])
    );
    assert_eq!(rows.iter().map(|row| row.row).collect::<Vec<_>>(), [4, 5]);
}

#[test]
fn a_file_without_header_gets_numbered_columns() {
    let (detected, rows) = read(b"Ada,ada@example.com,+49 30 1234567\nBob,bob@example.com,\n");
    assert_eq!(
        (detected.format.header_row, detected.format.headers),
        (0, vec!["Column 1".to_owned(), "Column 2".into(), "Column 3".into()])
    );
    assert_eq!(told(&rows)[0], (1, vec!["Ada", "ada@example.com", "+49 30 1234567"], vec![]));
    assert_eq!(detected.samples[1], ["ada@example.com", "bob@example.com"]);
}

#[test]
fn numbers_in_a_heading_do_not_make_it_a_row() {
    let (detected, _) = read(b"Company,2023,2024\nACME,12,13\nExample,7,9\n");
    assert_eq!(
        (detected.format.header_row, detected.format.headers),
        (1, vec!["Company".to_owned(), "2023".into(), "2024".into()])
    );
    let (detected, _) = read(b"Phone 1,Phone 2\n030 1,030 2\n");
    assert_eq!(detected.format.header_row, 1);
}

#[test]
fn empty_and_repeated_headings_are_told_apart() {
    let (detected, rows) = read(b"Email,,Email, Email ,,\na@example.com,x,b@example.com,c@example.com,y,\n");
    assert_eq!(detected.format.headers, ["Email", "Column 2", "Email (2)", "Email (3)", "Column 5"]);
    assert_eq!(told(&rows), [(2, vec!["a@example.com", "x", "b@example.com", "c@example.com", "y"], vec![])]);
    assert_eq!(
        detected.samples,
        [vec!["a@example.com"], vec!["x"], vec!["b@example.com"], vec!["c@example.com"], vec!["y"]]
    );
}

#[test]
fn samples_are_the_first_five_values() {
    let file = format!(
        "email,note\n{}",
        (0..9)
            .map(|n| format!("u{n}@example.com,{}\n", if n % 2 == 0 { "" } else { "x" }))
            .collect::<String>()
    );
    let (detected, _) = read(file.as_bytes());
    assert_eq!(
        detected.samples[0],
        ["u0@example.com", "u1@example.com", "u2@example.com", "u3@example.com", "u4@example.com"]
    );
    assert_eq!(detected.samples[1], ["x"; 4]);
}
