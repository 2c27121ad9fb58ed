//! Kinds of lines, as numbering plans and carriers tell them apart.

use serde::{Deserialize, Serialize};

/// Its name stands in the log and in the contacts' fields: never change one, only add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineType {
    Mobile,
    FixedLine,
    /// The plan gives both the same ranges, as in North America.
    FixedLineOrMobile,
    Voip,
    TollFree,
    PremiumRate,
    SharedCost,
    /// Follows a person from line to line.
    PersonalNumber,
    Pager,
    /// One number for a whole organisation.
    Uan,
    Voicemail,
    Unknown,
}

impl LineType {
    pub const ALL: [LineType; 12] = [
        LineType::Mobile,
        LineType::FixedLine,
        LineType::FixedLineOrMobile,
        LineType::Voip,
        LineType::TollFree,
        LineType::PremiumRate,
        LineType::SharedCost,
        LineType::PersonalNumber,
        LineType::Pager,
        LineType::Uan,
        LineType::Voicemail,
        LineType::Unknown,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            LineType::Mobile => "mobile",
            LineType::FixedLine => "fixed_line",
            LineType::FixedLineOrMobile => "fixed_line_or_mobile",
            LineType::Voip => "voip",
            LineType::TollFree => "toll_free",
            LineType::PremiumRate => "premium_rate",
            LineType::SharedCost => "shared_cost",
            LineType::PersonalNumber => "personal_number",
            LineType::Pager => "pager",
            LineType::Uan => "uan",
            LineType::Voicemail => "voicemail",
            LineType::Unknown => "unknown",
        }
    }

    pub fn named(name: &str) -> Option<LineType> {
        LineType::ALL.into_iter().find(|line| line.as_str() == name)
    }

    /// For people.
    pub fn label(self) -> &'static str {
        match self {
            LineType::Mobile => "Mobile",
            LineType::FixedLine => "Fixed line",
            LineType::FixedLineOrMobile => "Fixed line or mobile",
            LineType::Voip => "VoIP",
            LineType::TollFree => "Toll free",
            LineType::PremiumRate => "Premium rate",
            LineType::SharedCost => "Shared cost",
            LineType::PersonalNumber => "Personal number",
            LineType::Pager => "Pager",
            LineType::Uan => "Company-wide number",
            LineType::Voicemail => "Voicemail",
            LineType::Unknown => "Unknown",
        }
    }
}
