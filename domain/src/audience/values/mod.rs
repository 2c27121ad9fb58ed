//! Value objects of the audience: each parses raw text once into its one canonical form.
//!
//! Nothing here knows which field a value belongs to; `fields::parse` connects the two. The tables
//! behind them lie in `domain/data` and beside the code that reads them.

pub mod company_name;
pub mod country;
pub mod dates;
pub mod domain_name;
pub mod email;
pub mod fold;
pub mod free_mail;
pub mod job;
pub mod language;
pub mod linkedin;
pub mod money;
pub mod name_case;
pub mod person_name;
pub mod phone;
pub mod postcode;
pub mod size_range;
pub mod state;
pub mod text;
pub mod time_zone;
