use pivotal_api::errors::{ApiError, CODES, INTERNAL};
use pivotal_commands::error::CommandError;

#[test]
fn the_table_of_public_codes() {
    let table: Vec<String> =
        CODES.iter().map(|code| format!("{} {} {}", code.status, code.name, code.title)).collect();
    insta::assert_snapshot!(table.join("\n"));
}

#[test]
fn a_fault_tells_nothing_about_the_inside() {
    let error = CommandError::Unexpected("relation \"secret_table\" does not exist".into());
    let told = ApiError::from(error);
    assert_eq!(told.code, INTERNAL);
    assert!(!told.detail.contains("secret_table"));
}
