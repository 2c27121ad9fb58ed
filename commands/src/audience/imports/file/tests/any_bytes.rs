//! Whatever the bytes: no panic, the same rows however the store cuts the file, as many cells as columns, and the same
//! cells as any CSV reader where a file is sound.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::audience::imports::file::rows::Reader;

/// Bytes among which the telling ones are frequent.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        4 => proptest::sample::select(b"\",;\t|\n\r\0 ax".to_vec()),
        1 => any::<u8>(),
    ];
    vec(byte, 0..400)
}

fn read_with(file: &[u8], format: &FileFormat, piece: usize, longest: usize) -> Vec<RawRow> {
    futures::executor::block_on(async {
        let mut reader = Reader::new(body(file, piece), format, longest, |_| true);
        let mut rows = Vec::new();
        while let Some(row) = reader.next().await.unwrap() {
            rows.push(row);
        }
        rows
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_bring_it_down_and_pieces_do_not_matter(file in bytes(), piece in 1usize..40, columns in 1usize..5, longest in 8usize..64, encoding in proptest::sample::select(vec!["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "Shift_JIS"])) {
        let format = FileFormat { encoding: encoding.into(), ..format(',', 1, columns) };
        // Short bounds, so that they are met.
        let whole = read_with(&file, &format, 4_096, longest);
        prop_assert_eq!(&read_with(&file, &format, piece, longest), &whole);
        prop_assert_eq!(&read_with(&file, &format, 1, longest), &whole);
        for row in &whole {
            prop_assert_eq!(row.cells.len(), columns);
            prop_assert!(row.cells.iter().all(|cell| !cell.contains('\0')));
        }
        prop_assert!(whole.windows(2).all(|pair| pair[0].row < pair[1].row));
    }

    #[test]
    fn whatever_is_detected_can_be_read(file in bytes(), whole in any::<bool>()) {
        if let Ok(detected) = detect(&file, whole) {
            prop_assert_eq!(detected.samples.len(), detected.format.headers.len());
            for row in rows_of(&file, &detected.format) {
                prop_assert_eq!(row.cells.len(), detected.format.headers.len());
            }
        }
    }

    #[test]
    fn a_sound_file_is_read_as_it_was_written(rows in vec(vec("[a-zé\",;\n\r\t ]{0,6}", 3), 1..12), delimiter in proptest::sample::select(b",;\t|".to_vec()), crlf in any::<bool>(), piece in 1usize..20) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).quote_style(csv::QuoteStyle::Always).terminator(if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') }).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let file = writer.into_inner().unwrap();
        let read = read_with(&file, &format(char::from(delimiter), 0, 3), piece, 4_096);
        let written: Vec<(u32, &Vec<String>)> = (1..).zip(&rows).filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        prop_assert_eq!(read.len(), written.len());
        for (read, (number, cells)) in read.iter().zip(written) {
            prop_assert_eq!((read.row, &read.cells, read.defects.is_empty()), (number, cells, true));
        }
    }

    #[test]
    fn one_broken_line_costs_itself_and_no_other(before in 0usize..5, after in 0usize..5, broken in "[ab,\"]{0,10}") {
        let line = |n: usize| format!("x{n},\"y, {n}\",z\n");
        let file: String = (0..before).map(line).chain([format!("{broken}\n")]).chain((0..after).map(line)).collect();
        let rows = read_with(file.as_bytes(), &format(',', 0, 3), 16, 4_096);
        let sound = rows.iter().filter(|row| row.cells[0].starts_with('x') && row.cells[2] == "z" && row.defects.is_empty()).count();
        prop_assert_eq!(sound, before + after, "{:?}", rows);
    }
}
