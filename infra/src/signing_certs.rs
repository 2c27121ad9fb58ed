//! Fetches what Amazon SNS signs with, and confirms subscriptions. Only addresses of the world outside are asked, and no redirect is
//! followed; that they are of SNS was checked before.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use pivotal_commands::ports::signing_certs::{SigningCerts, SigningCertsFailure};

use crate::outbound::{Exceptions, Outbound};

/// A certificate is good for months; one that was replaced has another address.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);
/// Certificates that are kept at once: SNS has one or two in a region.
const MOST: usize = 50;
/// A certificate has some two thousand bytes.
const LONGEST: usize = 64 * 1_024;
const WITHIN: Duration = Duration::from_secs(10);

#[derive(Debug, Default)]
pub struct FetchedCerts {
    kept: Mutex<HashMap<String, (Instant, Vec<u8>)>>,
}

impl FetchedCerts {
    fn kept(&self, address: &str) -> Option<Vec<u8>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(address).filter(|(since, _)| since.elapsed() < KEPT).map(|(_, pem)| pem.clone())
    }

    fn keep(&self, address: &str, pem: &[u8]) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(address.to_owned(), (Instant::now(), pem.to_vec()));
    }

    async fn get(address: &str) -> Result<Vec<u8>, SigningCertsFailure> {
        // Made for each: it is asked once a day.
        let outbound = Outbound::new(Exceptions::default(), WITHIN).map_err(failure)?;
        let request = outbound.get(address).map_err(failure)?;
        let mut response = request.send().await.map_err(failure)?;
        if !response.status().is_success() {
            return Err(SigningCertsFailure(format!("it answered {}", response.status().as_u16())));
        }
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(failure)? {
            if body.len() + part.len() > LONGEST {
                return Err(SigningCertsFailure("its answer is too long".into()));
            }
            body.extend_from_slice(&part);
        }
        Ok(body)
    }
}

/// Without the address: it may hold a token.
fn failure(error: impl std::error::Error) -> SigningCertsFailure {
    SigningCertsFailure(pivotal_log::masked::masked(&error.to_string()))
}

#[async_trait]
impl SigningCerts for FetchedCerts {
    async fn certificate(&self, address: &str) -> Result<Vec<u8>, SigningCertsFailure> {
        if let Some(pem) = self.kept(address) {
            return Ok(pem);
        }
        let pem = Self::get(address).await?;
        self.keep(address, &pem);
        Ok(pem)
    }

    async fn confirm(&self, address: &str) -> Result<(), SigningCertsFailure> {
        Self::get(address).await.map(drop)
    }
}
