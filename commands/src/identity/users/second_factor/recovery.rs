//! Recovery codes: ten, each good once, for when the phone is gone.

use rand::TryRngCore;
use rand::rngs::OsRng;
use uuid::Uuid;

use super::totp::base32;
use crate::context::Context;
use crate::error::CommandError;

const HOW_MANY: usize = 10;
/// 80 bits.
const BYTES: usize = 10;
const LETTERS: usize = 16;

pub(super) struct Fresh {
    /// Shown once, as `abcd-efgh-ijkl-mnop`.
    pub codes: Vec<String>,
    pub hashes: Vec<Vec<u8>>,
}

pub(super) fn fresh(ctx: &Context, user: Uuid) -> Result<Fresh, CommandError> {
    let (mut codes, mut hashes) = (Vec::new(), Vec::new());
    for _ in 0..HOW_MANY {
        let mut bytes = [0u8; BYTES];
        OsRng.try_fill_bytes(&mut bytes).map_err(CommandError::unexpected)?;
        let letters = base32(&bytes).to_lowercase();
        hashes.push(hash_of(ctx, user, &letters));
        let parts: Vec<&str> = (0..LETTERS).step_by(4).map(|at| &letters[at..at + 4]).collect();
        codes.push(parts.join("-"));
    }
    Ok(Fresh { codes, hashes })
}

/// Of what somebody wrote, in whichever case and with or without its hyphens. `None`: it is no code at all.
pub(super) fn hash(ctx: &Context, user: Uuid, presented: &str) -> Option<Vec<u8>> {
    let letters: String = presented.chars().filter(char::is_ascii_alphanumeric).collect();
    (letters.len() == LETTERS).then(|| hash_of(ctx, user, &letters.to_ascii_lowercase()))
}

/// Keyed, so that whoever has the table alone cannot try codes out.
fn hash_of(ctx: &Context, user: Uuid, letters: &str) -> Vec<u8> {
    ctx.log.blind.key("recovery_code", &format!("{user} {letters}"))
}
