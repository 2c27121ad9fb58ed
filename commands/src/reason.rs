//! Why somebody did something, in their own words. It stands in the log for good, so it has an end.

use crate::error::{CommandError, Rejection};

/// Characters.
const LONGEST: usize = 1_000;

/// Of reasons that no aggregate has a rule for: those of archiving, disabling and turning down.
pub(crate) fn check_reason(reason: Option<&str>) -> Result<(), CommandError> {
    let length = reason.map_or(0, |reason| reason.chars().count());
    if length <= LONGEST {
        return Ok(());
    }
    let words = format!("The reason has {length} characters; {LONGEST} fit. Say it in fewer.");
    Err(CommandError::rejected(Rejection::of_field("reason", "REASON_TOO_LONG", words)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_ends_somewhere() {
        assert!(check_reason(None).is_ok());
        assert!(check_reason(Some(&"ø".repeat(LONGEST))).is_ok());
        let refused = check_reason(Some(&"x".repeat(LONGEST + 1))).unwrap_err();
        assert!(refused.to_string().contains("1001 characters"), "{refused}");
    }
}
