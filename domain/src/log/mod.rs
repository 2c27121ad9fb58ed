//! What the log needs to know about events, whichever feature they belong to.

pub mod event_names;
pub mod metadata;
pub mod personal;
