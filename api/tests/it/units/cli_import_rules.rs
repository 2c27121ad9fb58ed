use pivotal_api::cli::import::rules::{Rule, apply};
use pivotal_domain::audience::imports::mapping::{ColumnMapping, MappedEntity};
use pivotal_domain::audience::record::change::WriteRule;

#[test]
fn the_rule_of_a_field_counts_more_than_the_one_for_all() {
    let column = |column, field: &str| ColumnMapping {
        column,
        entity: MappedEntity::Contact,
        field: field.into(),
        rule: WriteRule::BySource,
    };
    let mut mapping = [column(0, "email"), column(1, "city")];
    let rules: Vec<Rule> =
        ["city=never", "fill-empty"].map(|text| text.parse().unwrap()).into_iter().collect();
    apply(&rules, &mut mapping).unwrap();
    assert_eq!(mapping.clone().map(|column| column.rule), [WriteRule::FillEmpty, WriteRule::Never]);
    assert!(apply(&["town=never".parse().unwrap()], &mut mapping).is_err());
    assert!("always".parse::<Rule>().is_err());
}
