//! Why a policy was refused.

use super::{MOST_CAP_DAYS, MOST_DOMAINS, MOST_PER_SECOND, MOST_SOFT_DAYS};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EmailPolicyError {
    #[error("Enter a pace of 1 to {MOST_PER_SECOND} emails a second, or none.")]
    PaceInvalid,
    #[error("\"{0}\" is not a domain. Write it like example.com.")]
    DomainInvalid(String),
    #[error("Enter a pace of more than 0 and at most {MOST_PER_SECOND} emails a second for {0}.")]
    DomainPaceInvalid(String),
    #[error("At most {MOST_DOMAINS} domains have a pace of their own. Remove some.")]
    TooManyDomains,
    #[error("Enter a cap of 1 to 100 emails within 1 to {MOST_CAP_DAYS} days, or none.")]
    CapInvalid,
    #[error("Enter a share of more than 0 and at most 100 percent.")]
    ShareInvalid(&'static str),
    #[error("Warn at a smaller share of complaints than the one that pauses.")]
    WarnsTooLate,
    #[error(
        "Enter 1 to 100 soft bounces within 1 to {MOST_SOFT_DAYS} days, over no more days than that, and a rest of 1 to {MOST_SOFT_DAYS} days."
    )]
    SoftInvalid,
}

impl EmailPolicyError {
    pub fn code(&self) -> &'static str {
        match self {
            EmailPolicyError::PaceInvalid => "EMAIL_POLICY_PACE_INVALID",
            EmailPolicyError::DomainInvalid(_) => "EMAIL_POLICY_DOMAIN_INVALID",
            EmailPolicyError::DomainPaceInvalid(_) => "EMAIL_POLICY_DOMAIN_PACE_INVALID",
            EmailPolicyError::TooManyDomains => "EMAIL_POLICY_TOO_MANY_DOMAINS",
            EmailPolicyError::CapInvalid => "EMAIL_POLICY_CAP_INVALID",
            EmailPolicyError::ShareInvalid(_) => "EMAIL_POLICY_SHARE_INVALID",
            EmailPolicyError::WarnsTooLate => "EMAIL_POLICY_WARNS_TOO_LATE",
            EmailPolicyError::SoftInvalid => "EMAIL_POLICY_SOFT_INVALID",
        }
    }

    pub fn field(&self) -> &'static str {
        match self {
            EmailPolicyError::PaceInvalid => "perSecond",
            EmailPolicyError::DomainInvalid(_)
            | EmailPolicyError::DomainPaceInvalid(_)
            | EmailPolicyError::TooManyDomains => "domains",
            EmailPolicyError::CapInvalid => "cap",
            EmailPolicyError::ShareInvalid(field) => field,
            EmailPolicyError::WarnsTooLate => "warnComplaintsPercent",
            EmailPolicyError::SoftInvalid => "softBounces",
        }
    }
}
