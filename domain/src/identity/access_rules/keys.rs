//! Under which key the rules stand in the guard tables: every request asks them there, in the question it asks anyway.

use super::{AccessRules, SecondStepFor};

/// Of whom a second step is required; its one value is [`SecondStepFor::as_str`], and nothing stands here when it is nobody.
pub const SECOND_STEP: &str = "access.second_step";

pub fn match_keys(rules: &AccessRules) -> Vec<(&'static str, String)> {
    match rules.second_step_for {
        SecondStepFor::Nobody => Vec::new(),
        of => vec![(SECOND_STEP, of.as_str().to_owned())],
    }
}
