//! The address somebody signs in with.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Lower case and without spaces around it, so that one person cannot hold two logins that look alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LoginEmail(String);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoginEmailError {
    #[error("The email is empty. Enter the address this person signs in with.")]
    Empty,
    #[error("\"{0}\" is not an email address. Write it like name@example.com.")]
    Syntax(String),
}

impl LoginEmail {
    /// Deliberately mild: whether the address works shows when somebody signs in.
    pub fn parse(raw: &str) -> Result<Self, LoginEmailError> {
        let email = raw.trim().to_lowercase();
        if email.is_empty() {
            return Err(LoginEmailError::Empty);
        }
        let refused = || LoginEmailError::Syntax(raw.trim().chars().take(80).collect());
        let (local, domain) = email.rsplit_once('@').ok_or_else(refused)?;
        let labels_fine = domain.contains('.')
            && domain
                .split('.')
                .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'));
        let local_fine = !local.is_empty()
            && local.len() <= 64
            && !local.chars().any(|c| c.is_whitespace() || c.is_control() || "@<>(),;:\\\"[]".contains(c));
        // 254: the longest address that fits an SMTP path (RFC 5321, erratum 1690).
        if labels_fine && local_fine && email.len() <= 254 { Ok(LoginEmail(email)) } else { Err(refused()) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LoginEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_spaces_do_not_make_another_login() {
        assert_eq!(LoginEmail::parse(" Ada@Example.COM "), LoginEmail::parse("ada@example.com"));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in [
            "ada",
            "@example.com",
            "ada@",
            "ada@example",
            "a da@example.com",
            "ada@exa mple.com",
            "a@b@example.com",
            "ada@example..com",
        ] {
            assert!(LoginEmail::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(LoginEmail::parse("  "), Err(LoginEmailError::Empty));
    }
}
