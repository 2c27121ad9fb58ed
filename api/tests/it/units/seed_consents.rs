use chrono::{DateTime, Utc};
use pivotal_api::seed::consents::SAMPLE;
use pivotal_api::seed::people;

#[test]
fn each_of_the_sample_has_a_moment_and_a_person() {
    let people = people::all();
    for sample in SAMPLE {
        assert!(sample.at.parse::<DateTime<Utc>>().is_ok(), "{}", sample.at);
        assert!(sample.person < people.len());
    }
}
