use pivotal_api::seed::domain_sets::FILE;
use pivotal_domain::audience::domain_sets::lines::meant;

#[test]
fn the_file_of_the_sample_has_slips_and_lines_that_name_no_domain() {
    // The heading is none of the lines.
    let cells: Vec<&str> = FILE.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(cells.len(), 59);
    let read: Vec<_> = cells.iter().map(|cell| meant(cell)).collect();
    assert_eq!(read.iter().filter(|meant| meant.is_err()).count(), 4);
    assert_eq!(read.iter().flatten().filter(|meant| meant.repaired).count(), 3);
    let kept_for_examples = |domain: &str| domain.ends_with(".test") || domain.ends_with(".example");
    assert!(read.iter().flatten().all(|meant| kept_for_examples(meant.domain.as_str())));
}
