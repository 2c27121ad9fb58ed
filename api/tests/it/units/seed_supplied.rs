use std::collections::HashSet;

use pivotal_api::seed::supplied::{ROWS, file};
use pivotal_api::seed::{companies, people};

#[test]
fn nobody_of_the_clients_file_is_of_the_sample_proper() {
    let people: HashSet<String> = people::all().into_iter().map(|person| person.email).collect();
    let companies: HashSet<String> = companies::ALL.iter().map(|company| company.domain()).collect();
    for row in ROWS {
        assert!(!row.iter().any(|cell| people.contains(*cell) || companies.contains(*cell)), "{row:?}");
    }
}

#[test]
fn each_line_of_the_file_has_a_cell_for_each_column() {
    let file = file();
    assert_eq!(file.lines().count(), ROWS.len() + 1);
    let columns = file.lines().next().map(|line| line.split(',').count());
    assert!(file.lines().all(|line| Some(line.split(',').count()) == columns));
}
