//! Each defect costs its own row and no other.

use pivotal_domain::audience::imports::problem::words;

use super::*;
use crate::audience::imports::file::rows::RowDefect;

#[test]
fn every_defect_has_words() {
    for defect in RowDefect::ALL {
        assert_ne!(words(defect.code()), defect.code());
    }
}

#[test]
fn a_quote_that_is_not_closed_costs_one_row() {
    let rows = rows_of(b"a,b,c\n1,\"2,3\n4,5,6\n\"7\",\"8\",\"9\"\n10,11,12\n", &format(',', 1, 3));
    assert_eq!(
        told(&rows),
        [
            (2, vec!["1", "\"2", "3"], vec!["broken_quote"]),
            (3, vec!["4", "5", "6"], vec![]),
            (4, vec!["7", "8", "9"], vec![]),
            (5, vec!["10", "11", "12"], vec![])
        ]
    );
}

#[test]
fn a_quote_left_open_in_the_last_row_ends_with_it() {
    let rows = rows_of(b"a,b\n1,2\n3,\"4", &format(',', 1, 2));
    assert_eq!(told(&rows), [(2, vec!["1", "2"], vec![]), (3, vec!["3", "\"4"], vec!["broken_quote"])]);
}

#[test]
fn open_quotes_that_pair_up_across_rows_join_nothing_of_another_width() {
    let rows = rows_of(b"a,b,c\n1,\"2,3\n4\",5,6\n7,8,9\n", &format(',', 1, 3));
    assert_eq!(
        told(&rows),
        [
            (2, vec!["1", "\"2", "3"], vec!["broken_quote"]),
            (3, vec!["4\"", "5", "6"], vec![]),
            (4, vec!["7", "8", "9"], vec![])
        ]
    );
}

#[test]
fn quotes_that_should_be_doubled_are_taken_as_they_stand_when_the_row_then_fits() {
    let rows = rows_of(
        b"a,b\n\"5\" pipe, 3\" long\",x\n\"ACME\" Ltd,y\n\"a\"b\",z\n\"p\"q,r,s\n",
        &format(',', 1, 2),
    );
    assert_eq!(
        told(&rows),
        [
            (2, vec!["5\" pipe, 3\" long", "x"], vec!["stray_quote"]),
            (3, vec!["ACME\" Ltd", "y"], vec!["stray_quote"]),
            (4, vec!["a\"b", "z"], vec!["stray_quote"]),
            (5, vec!["\"p\"q", "r,s"], vec!["broken_quote"]),
        ]
    );
}

#[test]
fn too_few_cells_are_a_warning_and_too_many_a_rejection() {
    let rows = rows_of(b"a,b,c\n1\n1,2,3,4,\"5\"\n1,2,3,,\n", &format(',', 1, 3));
    assert_eq!(
        told(&rows),
        [
            (2, vec!["1", "", ""], vec!["row_too_short"]),
            (3, vec!["1", "2", "3,4,\"5\""], vec!["row_too_long"]),
            (4, vec!["1", "2", "3"], vec![])
        ]
    );
    assert!(!RowDefect::TooShort.rejects() && RowDefect::TooLong.rejects());
}

#[test]
fn nul_bytes_are_dropped_with_a_warning() {
    let rows = rows_of(b"a,b\n\x001\0,2\n3,4\n", &format(',', 1, 2));
    assert_eq!(told(&rows), [(2, vec!["1", "2"], vec!["nul_byte"]), (3, vec!["3", "4"], vec![])]);
}

#[test]
fn a_huge_cell_rejects_its_row_alone() {
    let huge = "x".repeat(1024 * 1024);
    for cell in [
        huge.clone(),
        format!("\"{huge}\""),
        format!("\"{}\"", "line of text, with a \"\"quote\"\"\n".repeat(40_000)),
    ] {
        let file = format!("a,b\n1,2\n3,{cell}\n5,6\n");
        let rows = rows_of(file.as_bytes(), &format(',', 1, 2));
        assert_eq!(rows.iter().map(|row| row.row).collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!(
            (rows[1].cells[0].as_str(), rows[1].defects.as_slice()),
            ("3", &[RowDefect::CellTooLarge][..])
        );
        assert!(rows[1].cells[1].len() < 1_000, "its beginning is kept, so that the row can be found");
        assert_eq!(rows[2].cells, ["5", "6"]);
    }
}

#[test]
fn a_line_beyond_all_bounds_is_passed_over_in_bounded_memory() {
    // 64 MB in one cell, handed out in pieces that are made on the way.
    let endless = stream::iter((0..1024).map(|n| match n {
        0 => Ok(Bytes::from_static(b"a,b\r\n1,2\r\n3,\"")),
        1023 => Ok(Bytes::from_static(b"\r\n5,6\r\n")),
        _ => Ok(Bytes::from(vec![b'x'; 64 * 1024])),
    }));
    let rows: Vec<RawRow> = futures::executor::block_on(
        read_rows(endless.boxed(), &format(',', 1, 2)).map(|row| row.unwrap()).collect(),
    );
    assert_eq!(
        rows.iter().map(|row| (row.row, row.defects.clone())).collect::<Vec<_>>(),
        [(2, vec![]), (3, vec![RowDefect::CellTooLarge]), (4, vec![])]
    );
    assert_eq!(rows[2].cells, ["5", "6"]);
}

#[test]
fn many_open_quotes_are_read_in_linear_time() {
    // Each of these lines leaves a quote open; reading to the end of the file from each would take hours.
    let file = format!("a,b\n{}", "1,\"2\n".repeat(200_000));
    let body = stream::iter([Ok(Bytes::from(file))]).boxed();
    let began = std::time::Instant::now();
    let broken = futures::executor::block_on(
        read_rows(body, &format(',', 1, 2))
            .filter(|row| {
                std::future::ready(row.as_ref().is_ok_and(|row| row.defects == [RowDefect::BrokenQuote]))
            })
            .count(),
    );
    assert_eq!(broken, 200_000);
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}
