//! Records that a client supplied: they may be used for that client only, until somebody who manages clients lifts it.
//!
//! What a record is restricted to is an ordinary field of it, so that history, undo, as-of and filters need nothing of their own.

use uuid::Uuid;

use super::state::RecordState;
use crate::audience::fields::value::FieldValue;

/// Key of the field, of contacts and of accounts. Its value is the client's id.
pub const CLIENT_RESTRICTION: &str = "client_restriction";

/// Whether a record may be used for a client, or without one for ourselves (an export, a campaign of no client's).
pub fn may_be_used_for(restriction: Option<Uuid>, client: Option<Uuid>) -> bool {
    restriction.is_none_or(|only| client == Some(only))
}

/// The client a value restricts its record to. What is no id restricts to nobody: it must not pass for free.
pub fn restricted_to(value: Option<&FieldValue>) -> Option<Uuid> {
    let text = value.filter(|value| !value.is_empty()).map(|value| value.as_text().unwrap_or_default())?;
    Some(text.parse().unwrap_or_default())
}

pub fn restriction_of(record: &RecordState) -> Option<Uuid> {
    restricted_to(record.value(CLIENT_RESTRICTION))
}

/// Whether a record may become part of another: never what a client supplied of one that is used for others too. The survivor
/// keeps its own restriction, so what was known without the client may go into a client's record, and not the other way round.
pub fn may_become_part_of(survivor: Option<Uuid>, absorbed: Option<Uuid>) -> bool {
    absorbed.is_none() || survivor == absorbed
}

/// Whether values that a client supplied (`None`: nobody) may be written to a record: only to one that is for that client too.
pub fn may_be_written_to(supplied_by: Option<Uuid>, record: Option<Uuid>) -> bool {
    may_become_part_of(record, supplied_by)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NORHAVN: Option<Uuid> = Some(Uuid::from_u128(1));
    const ADLER: Option<Uuid> = Some(Uuid::from_u128(2));

    #[test]
    fn what_a_client_supplied_is_used_for_that_client_only() {
        assert!(may_be_used_for(NORHAVN, NORHAVN));
        assert!(!may_be_used_for(NORHAVN, ADLER));
        assert!(!may_be_used_for(NORHAVN, None), "nor for ourselves");
    }

    #[test]
    fn what_nobody_supplied_is_used_for_everybody() {
        assert!(may_be_used_for(None, NORHAVN));
        assert!(may_be_used_for(None, None));
    }

    #[test]
    fn a_value_that_is_no_id_restricts_to_nobody_rather_than_to_nothing() {
        assert_eq!(restricted_to(None), None);
        assert_eq!(restricted_to(Some(&"".into())), None);
        let broken = restricted_to(Some(&"Norhavn".into()));
        assert!(!may_be_used_for(broken, NORHAVN) && !may_be_used_for(broken, None));
    }

    #[test]
    fn what_a_client_supplied_becomes_part_of_that_clients_records_only() {
        assert!(may_become_part_of(NORHAVN, NORHAVN));
        assert!(!may_become_part_of(None, NORHAVN), "a free record would use it for everybody");
        assert!(!may_become_part_of(ADLER, NORHAVN), "nor for another client");
    }

    #[test]
    fn what_nobody_supplied_becomes_part_of_any_record() {
        assert!(may_become_part_of(None, None) && may_become_part_of(NORHAVN, None));
    }

    #[test]
    fn the_values_of_a_clients_file_are_written_to_that_clients_records_only() {
        assert!(may_be_written_to(NORHAVN, NORHAVN));
        assert!(!may_be_written_to(NORHAVN, None) && !may_be_written_to(NORHAVN, ADLER));
        assert!(may_be_written_to(None, NORHAVN) && may_be_written_to(None, None));
    }
}
