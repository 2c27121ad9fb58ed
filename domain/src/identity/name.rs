//! Names of users, clients and teams: one rule for what may be written there.

/// Longest name kept, in characters.
pub const LONGEST: usize = 120;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    #[error("The name is empty. Enter one.")]
    Empty,
    #[error("The name has {0} characters; at most {LONGEST} are kept. Shorten it.")]
    TooLong(usize),
}

/// Trims, joins runs of white space, drops control characters.
pub fn tidy_name(raw: &str) -> Result<String, NameError> {
    let cleaned: String = raw.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let name = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(NameError::Empty),
        n if n > LONGEST => Err(NameError::TooLong(n)),
        _ => Ok(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_control_characters_are_tidied() {
        assert_eq!(tidy_name("  Ada \t Lovelace\u{0} ").as_deref(), Ok("Ada Lovelace"));
    }

    #[test]
    fn empty_and_endless_names_are_refused() {
        assert_eq!(tidy_name(" \n"), Err(NameError::Empty));
        assert_eq!(tidy_name(&"a".repeat(121)), Err(NameError::TooLong(121)));
    }
}
