use pivotal_api::seed::suppressions::{SAMPLE, sample};
use pivotal_domain::suppression::suppressions::key::SuppressedKey;

#[test]
fn each_of_the_sample_can_be_read() {
    let read = sample().filter(|(value, ..)| SuppressedKey::read(value, None).is_ok());
    assert_eq!(read.count(), SAMPLE.len());
}
