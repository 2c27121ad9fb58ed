//! Why a decision about a suggestion was refused.

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnrichmentError {
    #[error("No industry is suggested for this account. Ask for suggestions first.")]
    NothingSuggested,
    #[error(
        "The suggestion was rejected already. Take the rejection back, or set the industry on the account."
    )]
    Rejected,
    #[error("The suggestion was accepted already. Undo that change on the account instead.")]
    Accepted,
    #[error("Nothing outside is set up to ask. Use the rules, or have LLM_URL and LLM_MODEL set.")]
    NoModel,
}

impl EnrichmentError {
    /// Public, stable code (api/errors table).
    pub fn code(&self) -> &'static str {
        match self {
            EnrichmentError::NothingSuggested => "ENRICHMENT_NOTHING_SUGGESTED",
            EnrichmentError::Rejected => "ENRICHMENT_REJECTED",
            EnrichmentError::Accepted => "ENRICHMENT_ACCEPTED",
            EnrichmentError::NoModel => "ENRICHMENT_NO_MODEL",
        }
    }
}
