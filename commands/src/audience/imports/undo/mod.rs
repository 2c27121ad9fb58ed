//! Taking a whole import back, and looking at what that would do.

pub mod around;
pub mod ask;
pub mod chunk;
pub mod lists;
pub mod read;
pub mod run;

pub use ask::{UndoImport, cancel_undo, preview_undo, undo_import};
