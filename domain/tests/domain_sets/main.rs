//! Lines of domain files as people write them, and which account a domain means.

mod lines;
mod matching;
