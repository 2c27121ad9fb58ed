//! Countries by ISO 3166-1.

/// An ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(pub(super) [u8; 2]);

impl Country {
    /// `DE`.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("two ASCII letters by construction")
    }
}

impl std::fmt::Debug for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}
