//! Who must not be contacted and on which basis others may be, as people see it. What holds at once is the guard's to say, not
//! ours.

pub mod consent_rules;
pub mod consents;
pub mod legal_holds;
pub mod requests;
pub mod retention;
pub mod suppressions;
