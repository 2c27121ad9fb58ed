//! How Meilisearch is to search, as code: sent whenever an index is begun.

use meilisearch_sdk::settings::{MinWordSizeForTypos, Settings, TypoToleranceSettings};

pub const NAME: &str = "name";
pub const ADDRESSES: &str = "addresses";
pub const OTHERS: &str = "others";
pub const DIGITS: &str = "digits";
pub const WHOLE: &str = "whole";

pub fn settings() -> Settings {
    let typos = TypoToleranceSettings {
        enabled: Some(true),
        // Another digit is another number, and nearly everybody's address is nearly somebody's.
        disable_on_attributes: Some(vec![ADDRESSES.into(), DIGITS.into(), WHOLE.into()]),
        disable_on_words: None,
        min_word_size_for_typos: Some(MinWordSizeForTypos { one_typo: Some(4), two_typos: Some(8) }),
        disable_on_numbers: None,
    };
    Settings::new()
        // In the order in which an answer counts.
        .with_searchable_attributes([WHOLE, NAME, ADDRESSES, OTHERS, DIGITS])
        .with_filterable_attributes(["kind", "archived", "account"])
        // Hits are not sorted by anybody: the best come first, of equally good ones the newest, whose ids are the greatest.
        .with_sortable_attributes([] as [&str; 0])
        .with_ranking_rules(["words", "typo", "attribute", "exactness", "proximity", "id:desc"])
        // What an answer may say. The words themselves stay inside.
        .with_displayed_attributes(["id", "kind", "hash", "stamp", "retired"])
        .with_typo_tolerance(typos)
}
