//! Value objects of the audience: each parses raw text once into its one canonical form.
//!
//! Nothing here knows which field a value belongs to; `fields::parse` connects the two.

pub mod country;
