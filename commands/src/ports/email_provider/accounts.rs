//! The accounts that campaigns are sent through, by the names that an administrator gave them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use super::email::Email;
use super::{Asked, EmailProvider, HandOver, LookedUp, Refusal};

/// Cheap to clone.
#[derive(Clone, Default)]
pub struct EmailAccounts {
    providers: Arc<BTreeMap<String, Arc<dyn EmailProvider>>>,
    paces: Arc<BTreeMap<String, u32>>,
}

impl std::fmt::Debug for EmailAccounts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.providers.keys()).finish()
    }
}

impl EmailAccounts {
    pub fn new(accounts: BTreeMap<String, Arc<dyn EmailProvider>>) -> Self {
        EmailAccounts { providers: Arc::new(accounts), paces: Arc::default() }
    }

    /// With so many mails a second at most, over all campaigns.
    #[must_use]
    pub fn paced(self, paces: BTreeMap<String, u32>) -> Self {
        EmailAccounts { paces: Arc::new(paces), ..self }
    }

    /// `None`: as fast as it takes them.
    pub fn per_second(&self, name: &str) -> Option<u32> {
        self.paces.get(name).copied()
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.providers.keys().map(String::as_str)
    }

    pub fn get(&self, name: &str) -> Option<&Arc<dyn EmailProvider>> {
        self.providers.get(name)
    }

    /// One answer for each mail, in the same order, also for an account that is not set up; counted and timed.
    pub async fn hand_over(&self, account: &str, emails: &[Email]) -> Vec<HandOver> {
        let Some(provider) = self.get(account) else {
            let said = format!("the email account \"{account}\" is not set up");
            return vec![HandOver::Refused { refusal: Refusal::Setup, said }; emails.len()];
        };
        let began = Instant::now();
        let mut answers = provider.hand_over(emails).await;
        // What was handed over and not answered for may have left.
        let unanswered =
            HandOver::Unknown { said: "the provider's answer says nothing about this mail".into() };
        answers.resize(emails.len(), unanswered);
        let kind = provider.kind();
        metrics::histogram!("pivotal_email_hand_over_seconds", "provider" => kind, "account" => account.to_owned())
            .record(began.elapsed().as_secs_f64());
        for answer in &answers {
            metrics::counter!("pivotal_emails_handed_over_total", "provider" => kind, "account" => account.to_owned(), "outcome" => answer.outcome())
                .increment(1);
        }
        answers
    }

    pub async fn look_up(&self, account: &str, asked: &Asked) -> LookedUp {
        match self.get(account) {
            Some(provider) => provider.look_up(asked).await,
            None => LookedUp::Untold,
        }
    }
}
