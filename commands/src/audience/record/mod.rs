//! What use cases on accounts and contacts share: reading the input of a form or an API call, taking changes back.

pub mod input;
pub mod undo;
