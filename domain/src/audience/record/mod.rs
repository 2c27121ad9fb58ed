//! What accounts and contacts share: a bag of catalogue fields with provenance, and the rules by which values win.

pub mod change;
pub mod further;
pub mod moment;
pub mod previews;
pub mod reach;
pub mod restriction;
pub mod source;
pub mod state;
pub mod undo;
pub mod write;
