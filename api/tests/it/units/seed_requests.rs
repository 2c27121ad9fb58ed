use pivotal_api::seed::people;
use pivotal_api::seed::requests::SAMPLE;

#[test]
fn each_of_the_sample_is_a_person_of_it() {
    assert!(SAMPLE.iter().all(|(number, ..)| *number < people::all().len()));
}
