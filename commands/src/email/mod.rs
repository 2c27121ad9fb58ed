//! Email that goes out to contacts.

pub mod templates;
