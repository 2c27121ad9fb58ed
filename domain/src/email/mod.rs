//! Email that goes out to contacts: what it says.

pub mod templates;
