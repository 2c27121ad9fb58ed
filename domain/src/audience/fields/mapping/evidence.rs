//! What the cells of a column say.

use super::headings::Heading;
use crate::audience::fields::catalogue::{Entity, FieldKind, field};
use crate::audience::fields::codes;
use crate::audience::fields::parse::{ParseContext, parse};
use crate::audience::values::company_name;
use crate::audience::values::domain_name::Domain;
use crate::audience::values::email::EmailAddress;
use crate::audience::values::fold;
use crate::audience::values::linkedin::{LinkedInUrl, Profile};
use crate::audience::values::phone::Phone;

/// More cells say nothing new.
const CELLS_MAX: usize = 50;

/// The filled cells of one column.
pub(super) struct Cells<'a> {
    cells: Vec<&'a str>,
}

impl<'a> Cells<'a> {
    pub(super) fn of<C: AsRef<str>>(column: usize, rows: &'a [Vec<C>]) -> Cells<'a> {
        let column = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.as_ref().trim());
        Cells { cells: column.filter(|cell| !cell.is_empty()).take(CELLS_MAX).collect() }
    }

    /// How far the cells agree with being this field: about 1 when they do or there are none, near 0 when they do not.
    pub(super) fn agreement(&self, entity: Entity, key: &str) -> f32 {
        if self.cells.is_empty() {
            return 0.95;
        }
        match self.fitting(entity, key) {
            share if share >= 0.6 => 0.85 + 0.15 * share,
            share if share >= 0.3 => 0.6,
            _ => 0.2,
        }
    }

    /// Share of the cells that are values of this field.
    pub(super) fn fitting(&self, entity: Entity, key: &str) -> f32 {
        let Some(def) = field(entity, key) else { return 0.0 };
        match def.kind {
            // Any text fits a text, but a column of addresses is not one of names.
            FieldKind::Text | FieldKind::LongText if is_code(key) => {
                self.share(|cell| parses(entity, key, cell))
            }
            FieldKind::Text | FieldKind::LongText => {
                self.share(|cell| !cell.contains('@') && !cell.contains("://"))
            }
            FieldKind::Domain => {
                self.share(|cell| Domain::parse(cell).is_ok_and(|domain| !is_network(&domain)))
            }
            FieldKind::User => self.share(|cell| !cell.contains("://")),
            _ => self.share(|cell| parses(entity, key, cell)),
        }
    }

    /// A column whose heading says nothing may speak for itself.
    pub(super) fn speak_for(&self, heading: &Heading) -> Vec<(Entity, &'static str, f32)> {
        if self.cells.len() < 3 || heading.has_word("fax") {
            return Vec::new();
        }
        let nearly_all = |test: &dyn Fn(&str) -> bool| self.share(test) >= 0.8;
        if nearly_all(&|cell| EmailAddress::parse(cell).is_ok()) {
            return vec![(Entity::Contact, "email", 0.6), (Entity::Contact, "secondary_emails", 0.5)];
        }
        if nearly_all(&|cell| LinkedInUrl::parse(cell, Profile::Person).is_ok()) {
            return vec![(Entity::Contact, "linkedin_url", 0.7)];
        }
        if nearly_all(&|cell| LinkedInUrl::parse(cell, Profile::Company).is_ok()) {
            return vec![(Entity::Account, "linkedin_url", 0.7)];
        }
        if nearly_all(&|cell| cell.starts_with('+') && Phone::parse(cell, None).is_ok()) {
            return vec![(Entity::Contact, "direct_phone", 0.5)];
        }
        if nearly_all(&|cell| !cell.contains(' ') && Domain::parse(cell).is_ok()) && self.are_of_many_sites()
        {
            return vec![(Entity::Account, "domain", 0.5)];
        }
        Vec::new()
    }

    /// Most cells end in a legal form or the like.
    pub(super) fn look_like_companies(&self) -> bool {
        let legal = |cell: &str| company_name::match_key(cell).len() < fold::words(cell).join(" ").len();
        !self.cells.is_empty() && self.share(legal) >= 0.3
    }

    /// Not a column of, say, profiles on one network.
    fn are_of_many_sites(&self) -> bool {
        let mut sites: Vec<Domain> = self.cells.iter().filter_map(|cell| Domain::parse(cell).ok()).collect();
        sites.sort();
        sites.dedup();
        sites.len() * 3 > self.cells.len()
    }

    fn share(&self, test: impl Fn(&str) -> bool) -> f32 {
        let fitting = self.cells.iter().filter(|cell| test(cell)).count();
        fitting as f32 / self.cells.len().max(1) as f32
    }
}

/// Sites on which others have their pages.
fn is_network(domain: &Domain) -> bool {
    let networks = [
        "linkedin.com",
        "facebook.com",
        "twitter.com",
        "x.com",
        "instagram.com",
        "xing.com",
        "crunchbase.com",
        "youtube.com",
    ];
    networks.contains(&domain.as_str())
}

/// Texts that have a shape.
fn is_code(key: &str) -> bool {
    matches!(key, "sic_code" | "naics_code")
}

fn parses(entity: Entity, key: &str, cell: &str) -> bool {
    let Some(def) = field(entity, key) else { return false };
    match parse(def, cell, &ParseContext::default()) {
        Ok(_) => true,
        // Good, once the import's default country is known.
        Err(error) => matches!(error.code, codes::PHONE_COUNTRY_MISSING | codes::DATE_AMBIGUOUS),
    }
}
