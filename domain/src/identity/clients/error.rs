//! Why something about a client organisation was refused.

use super::{brands, lists, terms};
use crate::identity::name::NameError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClientError {
    #[error("There is no such client organisation.")]
    Unknown,
    #[error("This client organisation exists already.")]
    Exists,
    #[error(transparent)]
    Name(#[from] NameError),
    #[error("Another client organisation is called \"{0}\". Choose a name that tells them apart.")]
    NameTaken(String),
    #[error("This client organisation is archived and cannot be changed. Restore it first.")]
    Archived,
    #[error("This is longer than {most} characters. Shorten it.")]
    TextTooLong { field: &'static str, most: usize },
    #[error("\"{0}\" is not the address of a website. Write it like example.com.")]
    WebsiteInvalid(String),
    #[error("\"{0}\" is not a country. Write its name or its two letters, like NO.")]
    CountryUnknown(String),
    #[error("Nobody of ours who works here has this id. Choose somebody from the list.")]
    OwnerUnknown,
    #[error("Enter a pace of 1 to {} leads.", terms::MOST_LEADS)]
    PacingInvalid,
    #[error("Enter a price like 45 or 37.50: at most nine digits, and four places behind the dot.")]
    PriceInvalid,
    #[error("\"{0}\" is not a currency we know. Write its three letters, like EUR.")]
    CurrencyUnknown(String),
    #[error("Enter a cap of 1 to {} leads, or leave it empty for none.", terms::MOST_LEADS)]
    CapInvalid,
    #[error("Enter 1 to {} days, or leave it empty for ever.", terms::MOST_DAYS)]
    LookBackInvalid,
    #[error("Enter 0 to {} days; 0 means that leads cannot be returned.", terms::MOST_DAYS)]
    ReturnWindowInvalid,
    #[error("The terms were changed meanwhile: version {0} is the current one. Look at it, then save again.")]
    TermsChanged(i64),
    #[error("This client has no such brand.")]
    BrandUnknown,
    #[error("Another brand of this client is called \"{0}\".")]
    BrandNameTaken(String),
    #[error("This brand is archived. Restore it first.")]
    BrandArchived,
    #[error("A client has at most {} brands.", brands::MOST)]
    BrandsTooMany,
    #[error("This client has no such list.")]
    ListUnknown,
    #[error("Another list of this client is called \"{0}\".")]
    ListNameTaken(String),
    #[error("A client has at most {} lists.", lists::MOST)]
    ListsTooMany,
    #[error("No line of this file names a company: give a domain or a company name on each line.")]
    ListEmpty,
    #[error("A list holds at most 100,000 companies. Split the file.")]
    ListTooLong,
    #[error(
        "The list was filled anew meanwhile, or its last file was taken back already. Look at it, then decide again."
    )]
    ListChanged,
    #[error("Say why you look: the client's history keeps it.")]
    ViewReasonMissing,
}

impl ClientError {
    pub fn code(&self) -> &'static str {
        match self {
            ClientError::Unknown => "CLIENT_NOT_FOUND",
            ClientError::Exists => "CLIENT_EXISTS",
            ClientError::Name(NameError::Empty) => "NAME_EMPTY",
            ClientError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            ClientError::NameTaken(_) => "CLIENT_NAME_TAKEN",
            ClientError::Archived => "CLIENT_ARCHIVED",
            ClientError::TextTooLong { .. } => "CLIENT_TEXT_TOO_LONG",
            ClientError::WebsiteInvalid(_) => "CLIENT_WEBSITE_INVALID",
            ClientError::CountryUnknown(_) => "CLIENT_COUNTRY_UNKNOWN",
            ClientError::OwnerUnknown => "CLIENT_OWNER_UNKNOWN",
            ClientError::PacingInvalid => "TERMS_PACING_INVALID",
            ClientError::PriceInvalid => "TERMS_PRICE_INVALID",
            ClientError::CurrencyUnknown(_) => "TERMS_CURRENCY_UNKNOWN",
            ClientError::CapInvalid => "TERMS_CAP_INVALID",
            ClientError::LookBackInvalid => "TERMS_LOOK_BACK_INVALID",
            ClientError::ReturnWindowInvalid => "TERMS_RETURN_WINDOW_INVALID",
            ClientError::TermsChanged(_) => "TERMS_CHANGED",
            ClientError::BrandUnknown => "BRAND_NOT_FOUND",
            ClientError::BrandNameTaken(_) => "BRAND_NAME_TAKEN",
            ClientError::BrandArchived => "BRAND_ARCHIVED",
            ClientError::BrandsTooMany => "BRANDS_TOO_MANY",
            ClientError::ListUnknown => "CLIENT_LIST_NOT_FOUND",
            ClientError::ListNameTaken(_) => "CLIENT_LIST_NAME_TAKEN",
            ClientError::ListsTooMany => "CLIENT_LISTS_TOO_MANY",
            ClientError::ListEmpty => "CLIENT_LIST_EMPTY",
            ClientError::ListTooLong => "CLIENT_LIST_TOO_LONG",
            ClientError::ListChanged => "CLIENT_LIST_CHANGED",
            ClientError::ViewReasonMissing => "VIEW_REASON_MISSING",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            ClientError::Name(_)
            | ClientError::NameTaken(_)
            | ClientError::BrandNameTaken(_)
            | ClientError::ListNameTaken(_) => Some("name"),
            ClientError::TextTooLong { field, .. } => Some(field),
            ClientError::WebsiteInvalid(_) => Some("website"),
            ClientError::CountryUnknown(_) => Some("country"),
            ClientError::OwnerUnknown => Some("ownerId"),
            ClientError::PacingInvalid => Some("pacing"),
            ClientError::PriceInvalid => Some("price"),
            ClientError::CurrencyUnknown(_) => Some("currency"),
            ClientError::CapInvalid => Some("capPerCompany"),
            ClientError::LookBackInvalid => Some("lookBackDays"),
            ClientError::ReturnWindowInvalid => Some("returnWindowDays"),
            ClientError::ListEmpty | ClientError::ListTooLong => Some("file"),
            ClientError::ViewReasonMissing => Some("reason"),
            ClientError::Unknown
            | ClientError::Exists
            | ClientError::Archived
            | ClientError::TermsChanged(_)
            | ClientError::BrandUnknown
            | ClientError::BrandArchived
            | ClientError::BrandsTooMany
            | ClientError::ListUnknown
            | ClientError::ListChanged
            | ClientError::ListsTooMany => None,
        }
    }
}
