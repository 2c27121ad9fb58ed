//! What is known about a company when an industry is suggested for it, and nothing else: no person, no number, no note.

use crate::audience::record::state::RecordState;
use crate::audience::values::fold;

/// Longest description that is looked at, in characters: the beginning says what a company does.
pub const DESCRIPTION_MAX: usize = 2_000;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    pub name: String,
    pub domain: String,
    pub description: String,
    /// As the account has it now.
    pub industry: String,
}

impl Evidence {
    pub fn of(record: &RecordState) -> Self {
        let text = |key: &str| record.text(key).unwrap_or_default().to_owned();
        Evidence {
            name: text("name"),
            domain: text("domain"),
            description: text("description").chars().take(DESCRIPTION_MAX).collect(),
            industry: text("industry"),
        }
    }

    /// Whether anything can be told from it.
    pub fn says_anything(&self) -> bool {
        !self.name.is_empty() || !self.description.is_empty() || !self.domain.is_empty()
    }

    /// The same words give the same, whatever case and spaces. The industry the account has is not part of it: to set one is
    /// no news about what the company does.
    pub fn fingerprint(&self) -> String {
        let mut hash = Fnv::default();
        for part in [&self.name, &self.domain, &self.description] {
            hash.add(fold::fold(part).as_bytes());
            hash.add(&[0]);
        }
        format!("{:032x}", hash.0)
    }
}

/// FNV-1a of 128 bits: tells texts apart, and protects nothing.
struct Fnv(u128);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }
}

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 ^= u128::from(*byte);
            self.0 = self.0.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }
}
