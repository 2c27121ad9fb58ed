//! Which columns a file has, how each system heads them, and what is peculiar to its files.
//!
//! Headings are spelt as the systems spell them in their exports and documentation; the values below them are ours.

mod bought;
mod kept;

use std::str::FromStr;

use chrono::NaiveDate;

/// Whose export the file looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Vendor {
    #[default]
    Plain,
    Hubspot,
    Salesforce,
    /// German headings, `;` between the cells, a byte order mark and days before months, as a European Excel saves it.
    European,
    Zoominfo,
    Apollo,
    Cognism,
    SalesNavigator,
}

/// What a column holds (`contact.<key>`, `account.<key>`, or a name without a point for what no field fits), and its heading.
pub type Column = (&'static str, &'static str);

impl Vendor {
    pub const ALL: [Vendor; 8] = [
        Vendor::Plain,
        Vendor::Hubspot,
        Vendor::Salesforce,
        Vendor::European,
        Vendor::Zoominfo,
        Vendor::Apollo,
        Vendor::Cognism,
        Vendor::SalesNavigator,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Vendor::Plain => "plain",
            Vendor::Hubspot => "hubspot",
            Vendor::Salesforce => "salesforce",
            Vendor::European => "european",
            Vendor::Zoominfo => "zoominfo",
            Vendor::Apollo => "apollo",
            Vendor::Cognism => "cognism",
            Vendor::SalesNavigator => "sales-navigator",
        }
    }

    /// In the order of the file. The last two are the customer's own, so that a row that ends early misses no field
    /// with a rule of its own.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Vendor::Plain => kept::PLAIN,
            Vendor::Hubspot => kept::HUBSPOT,
            Vendor::Salesforce => kept::SALESFORCE,
            Vendor::European => kept::EUROPEAN,
            Vendor::Zoominfo => bought::ZOOMINFO,
            Vendor::Apollo => bought::APOLLO,
            Vendor::Cognism => bought::COGNISM,
            Vendor::SalesNavigator => bought::SALES_NAVIGATOR,
        }
    }

    /// Whether its files have a column that holds this.
    pub fn has(self, holds: &str) -> bool {
        self.columns().iter().any(|(held, _)| *held == holds)
    }

    pub fn delimiter(self) -> char {
        if self == Vendor::European { ';' } else { ',' }
    }

    pub fn byte_order_mark(self) -> bool {
        self == Vendor::European
    }

    pub fn date(self, date: NaiveDate) -> String {
        let format = if self == Vendor::European { "%d.%m.%Y" } else { "%Y-%m-%d" };
        date.format(format).to_string()
    }

    /// How a workbook of it shows a date.
    pub fn sheet_date(self) -> &'static str {
        match self {
            Vendor::European => "dd.mm.yyyy",
            Vendor::Salesforce => "m/d/yyyy",
            Vendor::Plain
            | Vendor::Hubspot
            | Vendor::Zoominfo
            | Vendor::Apollo
            | Vendor::Cognism
            | Vendor::SalesNavigator => "yyyy-mm-dd",
        }
    }
}

impl FromStr for Vendor {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Vendor, anyhow::Error> {
        let found = Vendor::ALL.into_iter().find(|vendor| vendor.as_str() == text);
        found.ok_or_else(|| {
            let names = Vendor::ALL.map(Vendor::as_str).join(", ");
            anyhow::anyhow!("{text:?} is not a vendor. Choose one of {names}.")
        })
    }
}
