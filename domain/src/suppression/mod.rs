//! Who must not be contacted, and why; on which basis the others may be; what people ask of us about themselves; and how long what is
//! kept about them is kept.

pub mod consent_rules;
pub mod consents;
pub mod legal_holds;
pub mod requests;
pub mod retention;
pub mod suppressions;
