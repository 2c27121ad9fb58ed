//! Use cases on API keys: making and revoking them, and the door for programs that hold one.

pub mod authenticate;
pub mod create;
pub mod revoke;
mod secrets;
#[cfg(test)]
mod tests;
pub mod uses;

use std::sync::{Arc, Mutex};

use pivotal_domain::identity::api_keys::ApiKey;

use self::uses::Noted;
use crate::context::Context;
use crate::execute::Guarded;

/// Every key begins like this, so that it is told from an access token, and found where it was left by mistake.
pub const BEGINS: &str = "pvk_";

/// The door for programs. Cheap to clone.
#[derive(Debug, Clone)]
pub struct ApiKeys {
    ctx: Context,
    noted: Arc<Mutex<Noted>>,
}

impl ApiKeys {
    pub fn new(ctx: Context) -> Self {
        ApiKeys { ctx, noted: Arc::default() }
    }
}

impl Guarded for ApiKey {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
