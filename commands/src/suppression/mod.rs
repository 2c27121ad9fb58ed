//! Use cases on who must not be contacted and on which basis others may be, what people ask of us about themselves, the guard that
//! every send and dial asks, and how long data is kept.

pub mod consent_rules;
pub mod consents;
pub mod guard;
pub mod legal_holds;
pub mod requests;
pub mod retention;
pub mod suppressions;
