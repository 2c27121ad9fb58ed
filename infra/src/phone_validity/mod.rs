//! Who is asked about carriers of phone numbers.

pub mod telnyx;
