use pivotal_projections::audience::provenance::moment::{RecordThen, ValueThen, compare};

fn then(values: &[(&str, &str)]) -> RecordThen {
    let values = values
        .iter()
        .map(|(key, value)| ((*key).to_owned(), ValueThen { value: (*value).into(), derived: false }));
    RecordThen { existed: true, values: values.collect(), ..RecordThen::default() }
}

#[test]
fn two_moments_show_every_field_once_with_both_values() {
    let compared = compare(
        &then(&[("city", "Odense"), ("job_title", "VP")]),
        &then(&[("job_title", "CTO"), ("email", "a@example.com"), ("city", "Odense")]),
    );
    let told: Vec<_> =
        compared.iter().map(|one| (one.field.as_str(), one.differs(), one.from.is_some())).collect();
    assert_eq!(told, [("city", false, true), ("email", true, false), ("job_title", true, true)]);
}
