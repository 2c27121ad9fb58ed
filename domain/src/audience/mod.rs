//! The audience: accounts and contacts, the fields they carry, and the values those fields hold.

pub mod fields;
pub mod values;
