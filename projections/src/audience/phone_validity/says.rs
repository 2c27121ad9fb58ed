//! What a number says by itself, in the columns beside it.

use pivotal_domain::audience::phone_validity::assess::assess;

use crate::sheet::Row;

/// Of the first of the columns `from` that holds a number, into those of its validity and its line. No number says nothing.
pub fn say(row: &mut Row, into: [usize; 2], from: &[usize]) {
    let said = from.iter().find_map(|at| row.get(*at)).map(|number| assess(number, None));
    let (validity, line) =
        said.map(|said| (said.validity.as_str().to_owned(), said.line.as_str().to_owned())).unzip();
    row.set(into[0], validity);
    row.set(into[1], line);
}
