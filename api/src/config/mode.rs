//! Whether this is a developer's machine.

use std::str::FromStr;

/// PIVOTAL_MODE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Offers logins with known passwords and generates a master key.
    Development,
    Production,
}

impl Mode {
    pub fn is_development(self) -> bool {
        self == Mode::Development
    }
}

impl FromStr for Mode {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.to_ascii_lowercase().as_str() {
            "development" | "dev" => Ok(Mode::Development),
            "production" | "prod" => Ok(Mode::Production),
            _ => Err(()),
        }
    }
}
