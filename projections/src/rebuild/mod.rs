//! Builds a projection anew beside the one in use, compares the two and swaps them in one transaction.

pub mod request;
