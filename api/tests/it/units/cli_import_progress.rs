use pivotal_api::cli::import::progress::line;
use pivotal_commands::jobs::job::Progress;

fn progress(done: i64, total: Option<i64>, rate: Option<f64>, eta_seconds: Option<f64>) -> Progress {
    Progress { done, total, phase: None, state: serde_json::Value::Null, rate, eta_seconds }
}

#[test]
fn the_line_says_how_far_how_fast_and_how_long() {
    assert_eq!(
        line(&progress(500, Some(1000), Some(249.6), Some(2.0))),
        "[###############...............]  50 %  500 of 1000 rows  250 rows/s  0:02 left"
    );
    assert_eq!(line(&progress(0, None, None, None)), "0 rows");
    // An estimate that was too small.
    assert!(line(&progress(12, Some(10), None, Some(f64::NAN))).ends_with("100 %  12 of 10 rows"));
}
