//! What Amazon SNS signs with, and the address that confirms that we want its messages. Which addresses may be asked is decided by
//! the domain before; the adapter is in `pivotal-infra`.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;

/// Nobody answered, or not as expected. In words for a log; says nothing of what is there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SigningCertsFailure(pub String);

/// The port.
#[async_trait]
pub trait SigningCerts: Send + Sync {
    /// The certificate at an address, as PEM. The same within a day.
    async fn certificate(&self, address: &str) -> Result<Vec<u8>, SigningCertsFailure>;

    /// Asks an address once, to say that messages are wanted.
    async fn confirm(&self, address: &str) -> Result<(), SigningCertsFailure>;
}

/// For tests: what is written down, and nothing else. Asks no network.
#[derive(Debug, Default)]
pub struct WrittenCerts {
    pub certificates: HashMap<String, Vec<u8>>,
    confirmed: Mutex<Vec<String>>,
}

impl WrittenCerts {
    pub fn of(certificates: HashMap<String, Vec<u8>>) -> Self {
        WrittenCerts { certificates, ..WrittenCerts::default() }
    }

    /// The addresses that were asked to confirm.
    pub fn confirmed(&self) -> Vec<String> {
        self.confirmed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl SigningCerts for WrittenCerts {
    async fn certificate(&self, address: &str) -> Result<Vec<u8>, SigningCertsFailure> {
        let found = self.certificates.get(address).cloned();
        found.ok_or_else(|| SigningCertsFailure("nothing is written down".into()))
    }

    async fn confirm(&self, address: &str) -> Result<(), SigningCertsFailure> {
        self.confirmed.lock().unwrap_or_else(PoisonError::into_inner).push(address.to_owned());
        Ok(())
    }
}
