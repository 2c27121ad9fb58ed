//! Keyed hashes of personal values: equal values give equal keys, and nobody without the master key can guess them.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::master_key::MasterKey;

/// Turns a normalised value into the key that guard tables store.
#[derive(Clone)]
pub struct BlindIndex(Hmac<Sha256>);

impl std::fmt::Debug for BlindIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BlindIndex(..)")
    }
}

impl BlindIndex {
    pub fn new(master: &MasterKey) -> Self {
        BlindIndex(
            Hmac::new_from_slice(&master.derive("pivotal blind index v1"))
                .expect("HMAC takes a key of any length"),
        )
    }

    /// 16 bytes of HMAC-SHA256 over scope and value: a collision among a billion values is a 1 in 10^20 chance.
    pub fn key(&self, scope: &str, value: &str) -> Vec<u8> {
        let mut mac = self.0.clone();
        mac.update(scope.as_bytes());
        mac.update(&[0]);
        mac.update(value.as_bytes());
        mac.finalize().into_bytes()[..16].to_vec()
    }
}
