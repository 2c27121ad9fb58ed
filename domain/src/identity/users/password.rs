//! What a password must be like. How it is hashed is the business of the commands.

/// Length is what protects (NIST SP 800-63B); composition rules only make passwords harder to remember.
pub const SHORTEST: usize = 10;
/// Longer input would only cost time to hash.
pub const LONGEST: usize = 200;

/// Those that guessing starts with and that are long enough to pass otherwise.
const COMMON: &[&str] = &[
    "1234567890",
    "0123456789",
    "0987654321",
    "9876543210",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "qwertyuiop",
    "qwerty12345",
    "qwerty123456",
    "q1w2e3r4t5",
    "password12",
    "password123",
    "password1234",
    "password12345",
    "passw0rd123",
    "p@ssword123",
    "p@ssw0rd123",
    "welcome123",
    "welcome1234",
    "letmein123",
    "letmein1234",
    "iloveyou12",
    "iloveyou123",
    "administrator",
    "admin12345",
    "admin123456",
    "changeme123",
    "abcdefghij",
    "abcd123456",
    "abc1234567",
    "asdfghjkl1",
    "zxcvbnm123",
    "superman123",
    "football123",
    "baseball123",
    "sunshine123",
    "princess123",
    "trustno1234",
    "monkey12345",
    "dragon12345",
    "master12345",
];

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    #[error(
        "The password has {0} characters. Use at least {SHORTEST}; a few words in a row are easy to remember."
    )]
    TooShort(usize),
    #[error("The password has {0} characters. Use at most {LONGEST}.")]
    TooLong(usize),
    #[error("The password contains the name or the email. Choose one that nobody can guess from them.")]
    Personal,
    #[error("This password is among the first that get guessed. Choose another.")]
    Common,
}

/// Checks a password somebody chooses. Never applied at login: older rules must not lock anybody out.
pub fn check_password(password: &str, email: &str, name: &str) -> Result<(), PasswordError> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(PasswordError::TooShort(length));
    }
    if length > LONGEST {
        return Err(PasswordError::TooLong(length));
    }
    let lower = password.to_lowercase();
    let first = lower.chars().next();
    if COMMON.contains(&lower.as_str()) || lower.chars().all(|c| Some(c) == first) {
        return Err(PasswordError::Common);
    }
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    let joined: String = name.to_lowercase().split_whitespace().collect();
    // Short names occur inside good passwords by chance.
    let gives_away = |part: &str| part.chars().count() >= 5 && lower.contains(part);
    if gives_away(&email.to_lowercase()) || gives_away(&local) || gives_away(&joined) {
        return Err(PasswordError::Personal);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(password: &str) -> Result<(), PasswordError> {
        check_password(password, "ada.lovelace@example.com", "Ada Lovelace")
    }

    #[test]
    fn length_counts_characters() {
        assert_eq!(check("kort"), Err(PasswordError::TooShort(4)));
        assert_eq!(check("ærøskøbing"), Ok(()));
        assert_eq!(check(&"ab".repeat(101)), Err(PasswordError::TooLong(202)));
    }

    #[test]
    fn guessable_ones_are_refused() {
        assert_eq!(check("Password123"), Err(PasswordError::Common));
        assert_eq!(check("aaaaaaaaaaaa"), Err(PasswordError::Common));
        assert_eq!(check("adalovelace1"), Err(PasswordError::Personal));
        assert_eq!(check("ada.lovelace!!"), Err(PasswordError::Personal));
    }

    #[test]
    fn a_few_words_in_a_row_pass() {
        assert_eq!(check("correct horse battery"), Ok(()));
    }
}
