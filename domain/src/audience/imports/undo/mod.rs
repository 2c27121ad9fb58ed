//! Taking a whole import back: the second part of its life. How a record is taken back is no matter of imports: `record/undo`.

pub mod facts;
pub mod state;
#[cfg(test)]
mod tests;
