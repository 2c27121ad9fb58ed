//! The field catalogue and what is done by it: parsing raw text, mapping file headings.

pub mod catalogue;
pub mod codes;
pub mod mapping;
pub mod parse;
pub mod value;
