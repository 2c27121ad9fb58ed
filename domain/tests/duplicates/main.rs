//! Duplicates are found and namesakes are left alone: recall and precision on planted truth, over the whole path from blocking
//! keys to scores.

mod accounts;
mod contacts;
mod pairs;
mod world;
