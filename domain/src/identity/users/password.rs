//! What a password must be like (OWASP ASVS 4.0.3, V2.1). How it is hashed is the business of the commands.

/// Length is what protects (NIST SP 800-63B; ASVS 2.1.1); composition rules only make passwords harder to remember.
pub const SHORTEST: usize = 12;
/// Longer input would only cost time to hash (ASVS 2.1.2).
pub const LONGEST: usize = 128;

/// Words that guessing starts with. With numbers and signs around them, written with other signs, or in a row they are no better.
const COMMON: &[&str] = &[
    "abc",
    "admin",
    "administrator",
    "asdf",
    "azerty",
    "baseball",
    "changeme",
    "charlie",
    "company",
    "computer",
    "default",
    "dragon",
    "football",
    "guest",
    "hello",
    "iloveyou",
    "letmein",
    "liverpool",
    "login",
    "master",
    "michael",
    "monkey",
    "pass",
    "passphrase",
    "password",
    "passwort",
    "pivotal",
    "princess",
    "qazwsx",
    "qwert",
    "qwerty",
    "root",
    "secret",
    "starwars",
    "summer",
    "sunshine",
    "superman",
    "temp",
    "test",
    "trustno",
    "user",
    "welcome",
    "winter",
    "zxcv",
];

/// Ways a finger goes.
const ROWS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "yxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
];

/// Shorter pieces of a name say nothing.
const SHORTEST_NAME: usize = 3;
/// From here on a name is no accident inside of a longer word.
const LONG_NAME: usize = 5;
/// Pieces of a name and an email that are looked for.
const PARTS: usize = 16;

/// Steps along one row that make it no accident.
const RUN: usize = 4;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    #[error(
        "Use at least {SHORTEST} characters. This password has {0}; a few words in a row are easy to remember."
    )]
    TooShort(usize),
    #[error("The password has {0} characters. Use at most {LONGEST}.")]
    TooLong(usize),
    #[error("The password contains the name or the email. Choose one that nobody can guess from them.")]
    Personal,
    #[error("This password is among the first that get guessed. Choose another.")]
    Common,
    /// Found by an estimate of how soon it would be guessed, with lists of passwords that leaked; the commands make it.
    #[error(
        "This password would soon be guessed: it is made of words, names, dates or keys that are tried first. Use a few words that have nothing to do with each other."
    )]
    Guessable,
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
    if is_repetition(&lower) || is_along_rows(&lower) || is_common(&lower) {
        return Err(PasswordError::Common);
    }
    if personal_parts(email, name).iter().any(|part| gives_away(&lower, part)) {
        return Err(PasswordError::Personal);
    }
    Ok(())
}

/// What of a name and an email somebody else would try, in small letters: both as a whole, and their pieces.
pub fn personal_parts(email: &str, name: &str) -> Vec<String> {
    let (email, name) = (email.to_lowercase(), name.to_lowercase());
    let local = email.split('@').next().unwrap_or_default();
    let joined: String = name.split_whitespace().collect();
    let pieces =
        name.split(|c: char| !c.is_alphanumeric()).chain(local.split(|c: char| !c.is_alphanumeric()));
    let whole = [email.as_str(), local, joined.as_str()].into_iter();
    let told = |part: &&str| (SHORTEST_NAME..=LONGEST).contains(&part.chars().count());
    let mut parts: Vec<String> = Vec::new();
    for part in whole.chain(pieces).filter(told).take(PARTS) {
        if !parts.iter().any(|known| known == part) {
            parts.push(part.to_owned());
        }
    }
    parts
}

/// Short names occur inside good passwords by chance: they count where they are a word of their own.
fn gives_away(lower: &str, part: &str) -> bool {
    if part.chars().count() >= LONG_NAME {
        return lower.contains(part);
    }
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| word == part)
}

/// One short piece again and again.
fn is_repetition(lower: &str) -> bool {
    let letters: Vec<char> = lower.chars().collect();
    (1..=4).any(|period| letters.iter().zip(letters.iter().skip(period)).all(|(one, later)| one == later))
}

/// Nothing but runs along a row, in either direction.
fn is_along_rows(lower: &str) -> bool {
    let letters: Vec<char> = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut at = 0;
    while at < letters.len() {
        let run = longest_run(&letters[at..]);
        if run < RUN.min(letters.len() - at) {
            return false;
        }
        at += run;
    }
    true
}

/// How many of the first letters follow each other on one row.
fn longest_run(letters: &[char]) -> usize {
    let follows = |row: &[char]| {
        let starts = row.iter().enumerate().filter(|(_, first)| letters.first() == Some(*first));
        let runs = starts.map(|(at, _)| {
            row[at..].iter().zip(letters).take_while(|(on_row, letter)| on_row == letter).count()
        });
        runs.max().unwrap_or(0)
    };
    let both = ROWS.iter().flat_map(|row| {
        let there: Vec<char> = row.chars().collect();
        let back: Vec<char> = there.iter().rev().copied().collect();
        [there, back]
    });
    both.map(|row| follows(&row)).max().unwrap_or(0)
}

/// Common words in a row and nothing else, but for numbers and signs before and after.
fn is_common(lower: &str) -> bool {
    let around = |c: char| !c.is_alphabetic();
    [lower.to_owned(), without_disguise(lower)].iter().any(|text| {
        let inner: String = text.trim_matches(around).chars().filter(|c| c.is_alphabetic()).collect();
        consists_of_common(&inner)
    })
}

/// `p@ssw0rd` is `password`. Only between letters: what stands before and after is a number.
fn without_disguise(lower: &str) -> String {
    let inner =
        lower.trim_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "!.?*#_-+".contains(c));
    let plain = |c: char| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        c => c,
    };
    inner.chars().map(plain).collect()
}

/// Nothing left is nothing but numbers and signs.
fn consists_of_common(text: &str) -> bool {
    text.is_empty() || COMMON.iter().any(|word| text.strip_prefix(word).is_some_and(consists_of_common))
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
        assert_eq!(check("elevenchars"), Err(PasswordError::TooShort(11)));
        assert_eq!(check("ærøskøbing by"), Ok(()));
        assert_eq!(check(&"ab".repeat(65)), Err(PasswordError::TooLong(130)));
    }

    #[test]
    fn guessable_ones_are_refused() {
        for common in [
            "Password1234",
            "P@ssw0rd!!!2026",
            "passwordpassword",
            "Welcome-Welcome1",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "123456789012",
            "1234-5678-9012",
            "987654321098",
            "abcdefghijkl",
            "qwertyuiop[]",
            "qwertyasdfgh",
            "1qaz2wsx3edc",
            "1q2w3e4r5t6y",
            "Administrator",
            "20260101!!!!",
        ] {
            assert_eq!(check(common), Err(PasswordError::Common), "{common}");
        }
        assert_eq!(check("adalovelace1"), Err(PasswordError::Personal));
        assert_eq!(check("ada.lovelace!!"), Err(PasswordError::Personal));
    }

    #[test]
    fn a_piece_of_the_own_name_or_email_gives_away_and_a_short_one_only_as_a_word() {
        for personal in
            ["my lovelace engine", "xLoveLacex 1815 x", "for ada and others", "engine-ADA-difference"]
        {
            assert_eq!(check(personal), Err(PasswordError::Personal), "{personal}");
        }
        assert_eq!(check("canada has maples"), Ok(()), "by chance");
        let parts = personal_parts("ada.king@example.com", "Ada  O'Brien-King");
        assert_eq!(parts, ["ada.king@example.com", "ada.king", "adao'brien-king", "ada", "brien", "king"]);
        assert_eq!(personal_parts("", &"x".repeat(10_000)), [] as [String; 0], "what no password holds");
    }

    #[test]
    fn a_few_words_in_a_row_pass() {
        for good in ["correct horse battery", "another fine staple", "tremolo basin fig", "nine0four!wombat"]
        {
            assert_eq!(check(good), Ok(()), "{good}");
        }
    }
}
