//! Whether a password somebody chooses will do: the rule of the domain, then an estimate of how soon it would be guessed. The estimate
//! is zxcvbn's, with its lists of passwords that leaked, names, words and keyboards; they are in the binary, so nobody outside is told.

use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::password::{PasswordError, check_password, personal_parts};
use secrecy::{ExposeSecret, SecretString};
use zxcvbn::{Score, zxcvbn};

use super::passwords::in_turn;
use crate::error::CommandError;

/// Of a password that will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Withstands guessing that is slowed down, as ours is: 10^8 tries and more.
    Good,
    /// 10^10 tries and more.
    Strong,
}

/// Characters that are looked at: the work grows with their square. What is guessable so far is refused; what comes later only adds.
const MEASURED: usize = 40;

/// Every place where a password is chosen asks here, with the name and email it must not be made of.
pub async fn check_strength(
    password: &SecretString,
    email: &str,
    name: &str,
) -> Result<Strength, CommandError> {
    check_password(password.expose_secret(), email, name).map_err(UserError::from)?;
    let password = password.clone();
    let personal = personal_parts(email, name);
    let strength = in_turn(move || estimate(password.expose_secret(), &personal)).await?;
    Ok(strength.map_err(UserError::from)?)
}

fn estimate(password: &str, personal: &[String]) -> Result<Strength, PasswordError> {
    let measured: String = password.chars().take(MEASURED).collect();
    let mut inputs: Vec<&str> = personal.iter().map(String::as_str).collect();
    inputs.push("pivotal");
    match zxcvbn(&measured, &inputs).score() {
        Score::Zero | Score::One | Score::Two => Err(PasswordError::Guessable),
        Score::Three => Ok(Strength::Good),
        // The crate may tell more apart one day; none of it is weaker.
        _ => Ok(Strength::Strong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::testing::code;

    async fn check(password: &str) -> Result<Strength, CommandError> {
        check_strength(&password.into(), "ada.lovelace@example.com", "Ada Lovelace").await
    }

    #[tokio::test]
    async fn what_leaked_or_is_made_of_what_leaked_is_refused() {
        // In the lists themselves, with a year or a sign behind, doubled, two in a row, and along keys.
        for leaked in [
            "unbelievable",
            "christopher1",
            "alexander1988",
            "Christopher1!",
            "butterflybutterfly",
            "manchesterunited",
            "zxcvbnm,./123",
        ] {
            assert_eq!(code(check(leaked).await), "PASSWORD_GUESSABLE", "{leaked}");
        }
    }

    #[tokio::test]
    async fn a_few_words_without_anything_in_common_are_strong() {
        for good in ["correct horse battery", "another fine staple", "tremolo basin fig", "ærøskøbing by"]
        {
            assert_eq!(check(good).await.unwrap(), Strength::Strong, "{good}");
        }
    }

    #[tokio::test]
    async fn the_rule_of_the_domain_comes_first() {
        assert_eq!(code(check("short").await), "PASSWORD_TOO_SHORT");
        assert_eq!(code(check("lovelace and the engine").await), "PASSWORD_GUESSABLE");
        let long = "tremolo basin fig ".repeat(7);
        assert_eq!(check(&long).await.unwrap(), Strength::Strong, "the longest");
    }
}
