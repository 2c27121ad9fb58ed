//! Are these two records one person, or one company? A score with reasons, and the keys by which candidates are found without
//! comparing everybody with everybody.
//!
//! Evidence adds up as in Fellegi and Sunter's theory of record linkage: every agreement and disagreement moves the odds by
//! so many powers of two, and the score is the probability that comes out. Nothing here merges anything; exact keys are
//! named apart, so that a rule can treat them as certain.

pub mod blocking;
pub mod company;
pub mod facts;
pub mod groups;
pub mod names;
pub mod person;
pub mod score;
