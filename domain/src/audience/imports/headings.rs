//! Files with the same headings, whoever sent them and in whatever order: a mapping of one serves the other.

use std::collections::HashMap;

use super::mapping::ColumnMapping;
use crate::audience::values::fold;

/// Whether two files have the same headings, their order and writing aside.
pub fn same(one: &[String], other: &[String]) -> bool {
    let keys = |headings: &[String]| {
        let mut keys: Vec<String> = headings.iter().map(|heading| fold::key(heading)).collect();
        keys.sort_unstable();
        keys
    };
    one.len() == other.len() && keys(one) == keys(other)
}

/// A mapping of a file with the headings `from`, for one with the headings `to`. A column whose heading is not there, or is
/// there twice, is left out.
pub fn carried(mapping: &[ColumnMapping], from: &[String], to: &[String]) -> Vec<ColumnMapping> {
    let mut columns: HashMap<String, Option<u32>> = HashMap::new();
    for (column, heading) in (0..).zip(to) {
        columns.entry(fold::key(heading)).and_modify(|known| *known = None).or_insert(Some(column));
    }
    let carry = |one: &ColumnMapping| {
        let heading = from.get(one.column as usize)?;
        let column = columns.get(&fold::key(heading)).copied().flatten()?;
        Some(ColumnMapping { column, ..one.clone() })
    };
    mapping.iter().filter_map(carry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audience::imports::mapping::MappedEntity;
    use crate::audience::record::change::WriteRule;

    fn headings(of: &[&str]) -> Vec<String> {
        of.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn headings_are_the_same_however_they_are_written_and_ordered() {
        let one = headings(&["E-Mail", "First name", "Firma"]);
        assert!(same(&one, &headings(&["FIRMA", "e mail", "First Name"])));
        assert!(!same(&one, &headings(&["E-Mail", "First name"])));
        assert!(!same(&one, &headings(&["E-Mail", "First name", "Company"])));
    }

    #[test]
    fn a_mapping_follows_its_headings() {
        let column = |column, field: &str| ColumnMapping {
            column,
            entity: MappedEntity::Contact,
            field: field.into(),
            rule: WriteRule::FillEmpty,
        };
        let (from, to) = (headings(&["Email", "City", "Note"]), headings(&["Note", "E-mail", "note"]));
        let mapping = [column(0, "email"), column(1, "city"), column(2, "custom.note")];
        assert_eq!(carried(&mapping, &from, &to), [column(1, "email")]);
    }
}
