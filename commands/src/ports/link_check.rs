//! Whether the links of a mail lead somewhere. The adapter is in `pivotal-infra`.

use async_trait::async_trait;

/// The port.
#[async_trait]
pub trait LinkCheck: Send + Sync {
    /// Of these addresses, those at which there is nothing any more, as far as it is known soon: nobody waits long for a server of
    /// somebody else. What it answers later is known the next time.
    async fn dead(&self, addresses: &[String]) -> Vec<String>;
}

/// For tests: what is written down, and nothing else. Asks no network.
#[derive(Debug, Clone, Default)]
pub struct WrittenLinks {
    pub dead: Vec<String>,
}

#[async_trait]
impl LinkCheck for WrittenLinks {
    async fn dead(&self, addresses: &[String]) -> Vec<String> {
        addresses.iter().filter(|address| self.dead.contains(address)).cloned().collect()
    }
}
