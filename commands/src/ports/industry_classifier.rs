//! Who says what a company does. The rules are here, for they need nothing from outside; a model is an adapter of `pivotal-infra`.

use std::time::Duration;

use async_trait::async_trait;
use pivotal_domain::audience::enrichment::events::{Because, Classifier};
use pivotal_domain::audience::enrichment::evidence::Evidence;
use pivotal_domain::audience::industries::classify::{Company, Place, suggest};

/// What a company does, as somebody takes it to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Classified {
    /// Of the catalogue.
    pub industry: String,
    /// Of the official tables.
    pub naics: Option<String>,
    pub sic: Option<String>,
    /// Percent.
    pub confidence: u8,
    pub because: Vec<Because>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClassifierError {
    /// It asks to be left alone for a while.
    #[error("the model asks to wait")]
    Busy { retry_after: Option<Duration> },
    #[error("the model cannot be reached: {0}")]
    Unavailable(String),
    /// It said something that is no answer to the question.
    #[error("the model's answer cannot be read: {0}")]
    Unreadable(String),
}

/// A question that left the house, for the log: names of fields and sizes, never what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideCall {
    pub host: String,
    pub model: String,
    pub fields: Vec<String>,
    pub sent: u64,
    pub received: u64,
    pub millis: u64,
    pub outcome: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// `None`: too little is known, or two industries are about as likely.
    pub classified: Result<Option<Classified>, ClassifierError>,
    /// Whatever came of it.
    pub call: Option<OutsideCall>,
}

/// The port.
#[async_trait]
pub trait IndustryClassifier: Send + Sync {
    fn by(&self) -> Classifier;

    /// Takes nothing but the evidence: there is no person in it.
    async fn classify(&self, evidence: &Evidence) -> Answer;
}

/// The rules of the domain.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rules;

#[async_trait]
impl IndustryClassifier for Rules {
    fn by(&self) -> Classifier {
        Classifier::Rules
    }

    async fn classify(&self, evidence: &Evidence) -> Answer {
        let Evidence { name, domain, description, .. } = evidence;
        let found = suggest(&Company { name, description, domain });
        let classified = found.map(|found| Classified {
            industry: found.industry.to_owned(),
            naics: Some(found.naics.code.to_owned()),
            sic: Some(found.sic.code.to_owned()),
            confidence: found.confidence,
            because: found
                .reasons
                .iter()
                .map(|reason| Because {
                    place: place(reason.place).to_owned(),
                    words: reason.words.to_owned(),
                })
                .collect(),
        });
        Answer { classified: Ok(classified), call: None }
    }
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Description => "description",
        Place::Name => "name",
        Place::Domain => "domain",
    }
}
