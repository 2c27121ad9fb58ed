//! `--rule`: how columns may act on what is there already.

use std::str::FromStr;

use anyhow::{bail, ensure};
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use pivotal_domain::audience::record::change::WriteRule;

/// For every column, or for the one that goes to a field: `fill_empty`, `city=never`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    field: Option<String>,
    rule: WriteRule,
}

impl FromStr for Rule {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Self> {
        match text.split_once('=') {
            None => Ok(Rule { field: None, rule: rule(text)? }),
            Some((field, text)) => Ok(Rule { field: Some(field.trim().to_owned()), rule: rule(text)? }),
        }
    }
}

pub fn rule(text: &str) -> anyhow::Result<WriteRule> {
    Ok(match text.trim().to_ascii_lowercase().replace('-', "_").as_str() {
        "by_source" => WriteRule::BySource,
        "fill_empty" => WriteRule::FillEmpty,
        "overwrite" => WriteRule::Overwrite,
        "never" => WriteRule::Never,
        _ => bail!("{text:?} is no rule: choose by_source, fill_empty, overwrite or never"),
    })
}

/// Rules for one field count more than those for all. A rule for a field that no column goes to is a mistake.
pub fn apply(rules: &[Rule], mapping: &mut [ColumnMapping]) -> anyhow::Result<()> {
    for all in rules.iter().filter(|rule| rule.field.is_none()) {
        mapping.iter_mut().for_each(|column| column.rule = all.rule);
    }
    for one in rules {
        let Some(field) = &one.field else { continue };
        let mut found = false;
        for column in mapping.iter_mut().filter(|column| column.field == *field) {
            column.rule = one.rule;
            found = true;
        }
        ensure!(found, "--rule {field}=...: no column goes to the field {field:?}");
    }
    Ok(())
}
