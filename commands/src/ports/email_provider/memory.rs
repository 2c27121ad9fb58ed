//! For tests: a provider that says what is written down, and takes everything else.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use uuid::Uuid;

use super::email::Email;
use super::{Asked, EmailProvider, HandOver, LookedUp};

#[derive(Debug, Default)]
pub struct MemoryProvider {
    /// What is said to an address, once each and in order; mail to anybody else is taken.
    pub says: Mutex<HashMap<String, Vec<HandOver>>>,
    taken: Mutex<Vec<Email>>,
}

impl MemoryProvider {
    /// Everything that was taken, in order: twice what was handed over twice.
    pub fn taken(&self) -> Vec<Email> {
        held(&self.taken).clone()
    }

    /// As if an unknown one had arrived.
    pub fn arrived(&self, email: Email) {
        held(&self.taken).push(email);
    }

    fn answer(&self, email: &Email) -> HandOver {
        let mut says = held(&self.says);
        if let Some(written) = says.get_mut(email.to.address.as_str())
            && !written.is_empty()
        {
            return written.remove(0);
        }
        held(&self.taken).push(email.clone());
        HandOver::Accepted { provider_id: Some(provider_id(email.id)) }
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn provider_id(id: Uuid) -> String {
    format!("memory-{id}")
}

#[async_trait]
impl EmailProvider for MemoryProvider {
    fn kind(&self) -> &'static str {
        "memory"
    }

    fn via(&self) -> String {
        "memory".into()
    }

    fn batch(&self) -> usize {
        100
    }

    fn looks_up_after(&self) -> Option<Duration> {
        Some(Duration::ZERO)
    }

    async fn hand_over(&self, emails: &[Email]) -> Vec<HandOver> {
        emails.iter().map(|email| self.answer(email)).collect()
    }

    async fn look_up(&self, asked: &Asked) -> LookedUp {
        match held(&self.taken).iter().any(|email| email.id == asked.id) {
            true => LookedUp::Taken { provider_id: Some(provider_id(asked.id)) },
            false => LookedUp::NotTaken,
        }
    }
}
