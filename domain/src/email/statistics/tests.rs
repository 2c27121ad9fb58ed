use proptest::prelude::*;

use super::normal::{two_sided, within};
use super::proportion::{Share, holm, needed, p_value, wilson};
use super::{Decision, Rules, TooEarly, outcome};

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9_f64.max(other.abs() * 1e-9)
}

/// Against the tables of the normal distribution.
#[test]
fn the_normal_distribution_is_right() {
    for (z, expected) in [
        (0.0, 1.0),
        (0.5, 0.617_075_077_451_973_9),
        (1.0, 0.317_310_507_862_914_15),
        (-1.96, 0.049_995_790_296_440_87),
        (2.575_829_3, 0.010_000_000_102_632_387),
        (3.0, 0.002_699_796_063_260_191_3),
        (4.0, 6.334_248_366_623_993e-5),
        (5.0, 5.733_031_437_583_892e-7),
        (6.0, 1.973_175_290_075_402_4e-9),
    ] {
        assert!(near(two_sided(z), expected), "{z}: {}", two_sided(z));
    }
    assert!((within(0.95) - 1.959_963_984_540).abs() < 1e-9);
    assert!((within(0.99) - 2.575_829_303_549).abs() < 1e-9);
    assert!(within(0.0) < 1e-9);
}

/// By hand: pooled rate 0.225, standard error 0.0186748, z 2.6774.
#[test]
fn two_shares_are_compared() {
    for (one, other, expected) in [
        ((200, 1000), (250, 1000), 0.007_419_649_261_025_693),
        ((30, 500), (45, 500), 0.071_718_536_508_434_17),
        ((5, 100), (20, 100), 0.001_340_641_117_229_478_6),
        ((120, 1000), (121, 1000), 0.945_238_891_092_466_4),
        ((100, 1000), (100, 1000), 1.0),
        ((0, 100), (0, 100), 1.0),
        ((100, 100), (100, 100), 1.0),
        ((0, 0), (5, 10), 1.0),
    ] {
        let p = p_value(Share::new(one.0, one.1), Share::new(other.0, other.1));
        assert!(near(p, expected), "{one:?} {other:?}: {p}");
    }
}

#[test]
fn intervals_are_those_of_wilson() {
    for (share, low, high) in [
        ((10, 100), 0.055_229_137, 0.174_365_662),
        ((0, 10), 0.0, 0.277_532_800),
        ((10, 10), 0.722_467_200, 1.0),
        ((1, 1000), 0.000_176_546, 0.005_642_559),
        ((50, 100), 0.403_831_530, 0.596_168_470),
        ((0, 0), 0.0, 1.0),
    ] {
        let interval = wilson(Share::new(share.0, share.1), 0.95);
        assert!((interval.low - low).abs() < 1e-8 && (interval.high - high).abs() < 1e-8, "{interval:?}");
    }
}

#[test]
fn many_comparisons_are_corrected() {
    let corrected = holm(&[0.01, 0.04, 0.03, 0.005]);
    for (found, expected) in corrected.iter().zip([0.03, 0.06, 0.06, 0.02]) {
        assert!(near(*found, expected), "{corrected:?}");
    }
    assert!(holm(&[]).is_empty());
    assert!(near(holm(&[0.6, 0.9])[0], 1.0));
}

/// By hand, from the formula with z 1.95996 and 0.84162.
#[test]
fn it_is_known_how_many_are_needed() {
    assert_eq!(needed(0.20, 0.25, 0.05), Some(1094));
    assert_eq!(needed(0.02, 0.03, 0.05), Some(3826));
    assert_eq!(needed(0.5, 0.6, 0.05), Some(388));
    assert_eq!(needed(0.2, 0.2, 0.05), None);
    assert_eq!(needed(0.0, 0.2, 0.05), None);
    assert_eq!(needed(0.2, f64::NAN, 0.05), None);
}

fn decision(variants: &[(u64, u64)], over: bool) -> Decision {
    let shares: Vec<Share> =
        variants.iter().map(|(successes, trials)| Share::new(*successes, *trials)).collect();
    outcome(&shares, Rules::default(), over).decision
}

#[test]
fn a_winner_is_better_than_every_other() {
    for (variants, expected) in [
        (vec![(200, 1000), (250, 1000)], Decision::Winner(1)),
        (vec![(250, 1000), (200, 1000)], Decision::Winner(0)),
        (vec![(200, 1000), (205, 1000)], Decision::NoDifference),
        (vec![(200, 1000), (250, 1000), (205, 1000)], Decision::Winner(1)),
        // 0.034 by itself, 0.067 among three.
        (vec![(200, 1000), (250, 1000), (210, 1000)], Decision::NoDifference),
        (vec![(210, 1000), (250, 1000)], Decision::Winner(1)),
        (vec![(250, 1000), (250, 1000), (100, 1000)], Decision::NoDifference),
        (vec![(250, 1000)], Decision::NoDifference),
        (vec![], Decision::NoDifference),
        (vec![(20, 99), (250, 1000)], Decision::TooEarly(TooEarly::Recipients)),
        (vec![(0, 1000), (4, 1000)], Decision::TooEarly(TooEarly::Outcomes)),
        (vec![(1000, 1000), (997, 1000)], Decision::TooEarly(TooEarly::Outcomes)),
    ] {
        assert_eq!(decision(&variants, true), expected, "{variants:?}");
        assert_eq!(
            decision(&variants, false),
            Decision::TooEarly(TooEarly::Running),
            "nobody decides before the end"
        );
    }
}

#[test]
fn nobody_decides_by_a_handful() {
    let variants = [Share::new(5, 29), Share::new(20, 29)];
    let careless = Rules { minimum: 1, ..Rules::default() };
    assert_eq!(outcome(&variants, careless, true).decision, Decision::TooEarly(TooEarly::Recipients));
}

#[test]
fn each_variant_is_shown_against_the_best_of_the_others() {
    let variants = [Share::new(200, 1000), Share::new(250, 1000), Share::new(205, 1000)];
    let standings = outcome(&variants, Rules::default(), true).standings;
    let p: Vec<f64> = standings.iter().map(|standing| standing.p).collect();
    for (found, expected) in p.iter().zip([0.022_258_947_783, 0.032_767_215_075, 0.032_767_215_075]) {
        assert!((found - expected).abs() < 1e-9, "{p:?}");
    }
    assert!(near(standings[1].rate, 0.25));
}

fn share() -> impl Strategy<Value = Share> {
    (0..2_000_u64, 0..2_000_u64).prop_map(|(one, other)| Share::new(one.min(other), one.max(other)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn comparing_is_fair(one in share(), other in share()) {
        let p = p_value(one, other);
        prop_assert!((0.0..=1.0).contains(&p));
        prop_assert!((p - p_value(other, one)).abs() < 1e-12);
    }

    #[test]
    fn the_rate_lies_in_its_interval(share in share()) {
        let interval = wilson(share, 0.95);
        prop_assert!(interval.low >= 0.0 && interval.high <= 1.0 && interval.low <= interval.high);
        if share.trials > 0 {
            prop_assert!(interval.low <= share.rate() + 1e-12 && share.rate() <= interval.high + 1e-12);
        }
    }

    #[test]
    fn a_correction_makes_nothing_likelier_to_count(raw in proptest::collection::vec(0.0..=1.0_f64, 0..8)) {
        for (raw, corrected) in raw.iter().zip(holm(&raw)) {
            prop_assert!(corrected >= *raw && corrected <= 1.0);
        }
    }

    #[test]
    fn alike_variants_have_no_winner(share in share(), count in 1..6_usize) {
        let decision = outcome(&vec![share; count], Rules::default(), true).decision;
        prop_assert!(!matches!(decision, Decision::Winner(_)));
    }
}
