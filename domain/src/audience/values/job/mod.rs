//! Seniority and department, read from a job title by rules.
//!
//! The rules are plain word lists: a person can see why a title got its level, and the field is marked derived.
//! `domain/tests/data/titles.tsv` holds titles with what a person would say, and a test how often the rules agree.

mod department;
mod rules;
mod seniority;

use std::sync::LazyLock;

use rules::Rules;

/// The seniority level a title speaks of: one of `SENIORITY_LEVELS`. `Other` when no rule knows it.
pub fn seniority(title: &str) -> &'static str {
    SENIORITY.first_match(title).unwrap_or("Other")
}

/// The department a title (or a free "department" column) speaks of: one of `DEPARTMENTS`; nothing when no rule does.
pub fn department(text: &str) -> Option<&'static str> {
    DEPARTMENTS.first_match(text)
}

static SENIORITY: LazyLock<Rules> = LazyLock::new(|| Rules::index(seniority::RULES));
static DEPARTMENTS: LazyLock<Rules> = LazyLock::new(|| Rules::index(department::RULES));
