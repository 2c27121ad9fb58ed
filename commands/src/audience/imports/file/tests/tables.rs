//! Sound rows: quotes, line breaks, blank lines, numbers, going on in the middle.

use super::*;
use crate::audience::imports::file::rows::read_rows_where;

#[test]
fn cells_may_hold_delimiters_quotes_and_line_breaks() {
    let file = b"name,note,city\n\"Lovelace, Ada\",\"said \"\"hi\"\"\",London\n\"Bob\",\"two\r\nlines\",\"\"\nEve,,\n";
    let rows = rows_of(file, &format(',', 1, 3));
    assert_eq!(
        told(&rows),
        [
            (2, vec!["Lovelace, Ada", "said \"hi\"", "London"], vec![]),
            (3, vec!["Bob", "two\r\nlines", ""], vec![]),
            (4, vec!["Eve", "", ""], vec![])
        ]
    );
}

#[test]
fn blank_rows_have_a_number_and_are_not_given_out() {
    let rows = rows_of(b"a,b\n\n1,2\n , \n\0,\n3,4", &format(',', 1, 2));
    assert_eq!(told(&rows), [(3, vec!["1", "2"], vec![]), (6, vec!["3", "4"], vec![])]);
}

#[test]
fn every_line_end_is_one() {
    for end in ["\n", "\r\n", "\r"] {
        let file = ["a,b", "1,2", "3,\"4\"", "5,6"].join(end);
        let rows = rows_of(file.as_bytes(), &format(',', 1, 2));
        assert_eq!(
            rows.iter().map(|row| (row.row, row.cells[1].as_str())).collect::<Vec<_>>(),
            [(2, "2"), (3, "4"), (4, "6")],
            "{end:?}"
        );
    }
}

#[test]
fn empty_cells_at_the_end_do_not_count() {
    let rows = rows_of(b"1,2,,,\n\"3\n3\",4,, ,\n", &format(',', 0, 2));
    assert_eq!(told(&rows), [(1, vec!["1", "2"], vec![]), (2, vec!["3\n3", "4"], vec![])]);
}

#[test]
fn a_run_goes_on_behind_the_row_it_had_reached() {
    let file = b"a,b\n1,2\n\n\"x\ny\",2\nbroken,\"2\n5,6\n7,8\n";
    let all = rows_of(file, &format(',', 1, 2));
    assert_eq!(all.iter().map(|row| row.row).collect::<Vec<_>>(), [2, 4, 5, 6, 7]);
    for after in 0..9 {
        let later: Vec<RawRow> = futures::executor::block_on(
            read_rows_where(body(file, 5), &format(',', 1, 2), move |row| row > after)
                .map(|row| row.unwrap())
                .collect(),
        );
        assert_eq!(later, all.iter().filter(|row| row.row > after).cloned().collect::<Vec<_>>());
    }
}

#[test]
fn a_store_that_fails_is_told_from_a_file_that_is_wrong() {
    let pieces =
        stream::iter([Ok(Bytes::from_static(b"a,b\n1,2\n")), Err(std::io::Error::other("connection reset"))])
            .boxed();
    let read: Vec<_> = futures::executor::block_on(read_rows(pieces, &format(',', 1, 2)).collect());
    let problem = read.last().unwrap().as_ref().unwrap_err();
    assert!(problem.is_passing() && problem.message.contains("connection reset"), "{problem}");
    assert!(!detect(b"", true).unwrap_err().is_passing());
}

#[test]
fn more_rows_than_allowed_end_the_reading() {
    let file = b"x\n".repeat(crate::audience::imports::file::MOST_ROWS as usize + 1);
    let body = stream::iter([Ok(Bytes::from(file))]).boxed();
    let (rows, problem) = futures::executor::block_on(async {
        let (mut rows, mut problem) = (0, None);
        let mut read = std::pin::pin!(read_rows(body, &format(',', 0, 1)));
        while let Some(row) = read.next().await {
            match row {
                Ok(_) => rows += 1,
                Err(error) => problem = Some(error),
            }
        }
        (rows, problem)
    });
    assert_eq!(rows, crate::audience::imports::file::MOST_ROWS);
    assert_eq!(problem.unwrap().code, "file_too_many_rows");
}
