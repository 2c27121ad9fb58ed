//! Complaints as mailbox providers report them (RFC 5965, ARF).

use super::fields::Fields;

/// Values of `Feedback-Type` (RFC 5965, 6430, 6591).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feedback {
    Abuse,
    Fraud,
    Virus,
    /// Somebody took it out of the spam folder.
    NotSpam,
    /// Its signature or its sender's policy failed: nobody complained.
    AuthFailure,
    Other,
}

impl Feedback {
    fn parse(text: &str) -> Feedback {
        match text.to_ascii_lowercase().as_str() {
            "abuse" => Feedback::Abuse,
            "fraud" => Feedback::Fraud,
            "virus" => Feedback::Virus,
            "not-spam" => Feedback::NotSpam,
            "auth-failure" | "dkim" | "dmarc" => Feedback::AuthFailure,
            // "opt-out", "other", and what is not known yet.
            _ => Feedback::Other,
        }
    }

    /// Whether somebody did not want the mail, so that nothing may be sent to them again.
    pub const fn suppresses(self) -> bool {
        match self {
            Feedback::Abuse | Feedback::Fraud | Feedback::Virus | Feedback::Other => true,
            Feedback::NotSpam | Feedback::AuthFailure => false,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackReport {
    pub feedback: Feedback,
    pub user_agent: Option<String>,
    /// To whom the mail went; most providers leave it out, so that the mail itself must say whose it was.
    pub recipients: Vec<String>,
    pub source_ip: Option<String>,
    pub reported_domain: Option<String>,
}

impl FeedbackReport {
    /// `None`: it does not say what it is.
    pub(super) fn read(text: &str) -> Option<FeedbackReport> {
        let groups = Fields::groups(text);
        let fields = groups.first()?;
        let owned = |name: &str| fields.get(name).map(str::to_owned);
        Some(FeedbackReport {
            feedback: Feedback::parse(fields.get("feedback-type")?),
            user_agent: owned("user-agent"),
            recipients: fields.all("original-rcpt-to").filter_map(super::fields::address).collect(),
            source_ip: owned("source-ip"),
            reported_domain: owned("reported-domain"),
        })
    }
}
