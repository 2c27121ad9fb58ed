//! The official tables of industry codes are whole, and suggestions are right as often as is said.

mod codes;
mod suggestions;
