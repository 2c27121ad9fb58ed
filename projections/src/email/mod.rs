//! Email that goes out to contacts, as people see it.

pub mod templates;
