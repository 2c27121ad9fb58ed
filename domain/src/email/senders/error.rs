//! Why something about a sender or a brand was refused.

use super::ramp::{MOST_GROWTH, MOST_PER_DAY};
use super::setup::{LONGEST_ADDRESS, LONGEST_KEY};
use crate::identity::name::NameError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SenderError {
    #[error("There is no such sender.")]
    Unknown,
    #[error("This sender exists already.")]
    Exists,
    #[error("This sender is archived and cannot be changed. Restore it first.")]
    Archived,
    #[error(transparent)]
    FromName(NameError),
    /// Of a brand.
    #[error(transparent)]
    Name(#[from] NameError),
    #[error("\"{raw}\" is not an email address: {why}. Write it like news@example.com.")]
    AddressInvalid { field: &'static str, raw: String, why: String },
    #[error("Enter the company's physical address: the law wants it at the foot of each mail.")]
    PhysicalAddressMissing,
    #[error("A physical address has at most {LONGEST_ADDRESS} characters. Shorten it.")]
    PhysicalAddressTooLong,
    #[error("\"{0}\" is not a domain for links. Write it like links.example.com.")]
    TrackingDomainInvalid(String),
    #[error("No account of the configuration is called \"{0}\". Choose one that is set up.")]
    AccountUnknown(String),
    #[error("Enter the selector of the DKIM record, too.")]
    DkimSelectorMissing,
    #[error("\"{0}\" is not a DKIM selector. It is letters, digits and hyphens, like s1 or pivotal-2026.")]
    DkimSelectorInvalid(String),
    #[error("A DKIM record has at most {LONGEST_KEY} characters. Copy the record alone.")]
    DkimRecordTooLong,
    #[error("Enter a start of 1 to {MOST_PER_DAY} mails a day.")]
    RampStartInvalid,
    #[error("Enter a growth of 0 to {MOST_GROWTH} percent a day.")]
    RampGrowthInvalid,
    #[error("Enter a limit of at least the start and at most {MOST_PER_DAY} mails a day.")]
    RampLimitInvalid,
    #[error("This sender is the default of its brand. Choose another default first.")]
    IsDefault,
    #[error("This sender belongs to another brand.")]
    OfAnotherBrand,
    #[error("There is no such brand.")]
    BrandUnknown,
    #[error("This brand exists already.")]
    BrandExists,
    #[error("This brand is archived and cannot be used. Restore it first.")]
    BrandArchived,
    #[error("Another brand is called \"{0}\". Choose a name that tells them apart.")]
    BrandNameTaken(String),
    #[error("This brand has senders in use. Archive them first, or move them to another brand.")]
    BrandInUse,
    #[error("Campaigns that are not over speak in the name of this brand. Archive them first.")]
    BrandHasCampaigns,
    #[error("\"{0}\" is not the address of a picture. Write it like https://example.com/logo.png.")]
    LogoInvalid(String),
    #[error("\"{0}\" is not a colour. Write it like #0b5cad.")]
    ColourInvalid(String),
}

impl SenderError {
    pub fn code(&self) -> &'static str {
        match self {
            SenderError::Unknown => "SENDER_NOT_FOUND",
            SenderError::Exists => "SENDER_EXISTS",
            SenderError::Archived => "SENDER_ARCHIVED",
            SenderError::Name(NameError::Empty) | SenderError::FromName(NameError::Empty) => "NAME_EMPTY",
            SenderError::Name(NameError::TooLong(_)) | SenderError::FromName(NameError::TooLong(_)) => {
                "NAME_TOO_LONG"
            }
            SenderError::AddressInvalid { .. } => "SENDER_ADDRESS_INVALID",
            SenderError::PhysicalAddressMissing => "SENDER_PHYSICAL_ADDRESS_MISSING",
            SenderError::PhysicalAddressTooLong => "SENDER_PHYSICAL_ADDRESS_TOO_LONG",
            SenderError::TrackingDomainInvalid(_) => "SENDER_TRACKING_DOMAIN_INVALID",
            SenderError::AccountUnknown(_) => "SENDER_ACCOUNT_UNKNOWN",
            SenderError::DkimSelectorMissing => "SENDER_DKIM_SELECTOR_MISSING",
            SenderError::DkimSelectorInvalid(_) => "SENDER_DKIM_SELECTOR_INVALID",
            SenderError::DkimRecordTooLong => "SENDER_DKIM_RECORD_TOO_LONG",
            SenderError::RampStartInvalid => "SENDER_RAMP_START_INVALID",
            SenderError::RampGrowthInvalid => "SENDER_RAMP_GROWTH_INVALID",
            SenderError::RampLimitInvalid => "SENDER_RAMP_LIMIT_INVALID",
            SenderError::IsDefault => "SENDER_IS_DEFAULT",
            SenderError::OfAnotherBrand => "SENDER_OF_ANOTHER_BRAND",
            SenderError::BrandUnknown => "EMAIL_BRAND_NOT_FOUND",
            SenderError::BrandExists => "EMAIL_BRAND_EXISTS",
            SenderError::BrandArchived => "EMAIL_BRAND_ARCHIVED",
            SenderError::BrandNameTaken(_) => "EMAIL_BRAND_NAME_TAKEN",
            SenderError::BrandInUse => "EMAIL_BRAND_IN_USE",
            SenderError::BrandHasCampaigns => "EMAIL_BRAND_HAS_CAMPAIGNS",
            SenderError::LogoInvalid(_) => "EMAIL_BRAND_LOGO_INVALID",
            SenderError::ColourInvalid(_) => "EMAIL_BRAND_COLOUR_INVALID",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            SenderError::Name(_) | SenderError::BrandNameTaken(_) => Some("name"),
            SenderError::FromName(_) => Some("fromName"),
            SenderError::AddressInvalid { field, .. } => Some(field),
            SenderError::PhysicalAddressMissing | SenderError::PhysicalAddressTooLong => {
                Some("physicalAddress")
            }
            SenderError::TrackingDomainInvalid(_) => Some("trackingDomain"),
            SenderError::AccountUnknown(_) => Some("account"),
            SenderError::DkimSelectorMissing | SenderError::DkimSelectorInvalid(_) => Some("dkimSelector"),
            SenderError::DkimRecordTooLong => Some("dkimRecord"),
            SenderError::RampStartInvalid => Some("startPerDay"),
            SenderError::RampGrowthInvalid => Some("growthPercent"),
            SenderError::RampLimitInvalid => Some("limitPerDay"),
            SenderError::LogoInvalid(_) => Some("logoUrl"),
            SenderError::ColourInvalid(_) => Some("colour"),
            SenderError::Unknown
            | SenderError::Exists
            | SenderError::Archived
            | SenderError::IsDefault
            | SenderError::OfAnotherBrand
            | SenderError::BrandUnknown
            | SenderError::BrandExists
            | SenderError::BrandArchived
            | SenderError::BrandInUse
            | SenderError::BrandHasCampaigns => None,
        }
    }
}
