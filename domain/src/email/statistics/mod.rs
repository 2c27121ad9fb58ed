//! Which variant of a test won, if any did.
//!
//! Each two variants are compared by the two-proportion z-test (pooled, two-sided), and the values of all pairs are corrected by
//! Holm's method, so that many variants do not make a winner out of chance. It is decided once, when the test is over: who looks again
//! and again and stops when it suits them finds differences that are none.

pub mod normal;
pub mod proportion;
#[cfg(test)]
mod tests;

use self::proportion::{Interval, Share, holm, p_value, wilson};

/// Name of the test, as it is shown beside a result.
pub const TEST: &str = "two-proportion z-test with Holm's correction";
/// Below it nobody may set the least number of recipients of a variant.
pub const LEAST_MINIMUM: u64 = 30;
/// Both outcomes must be expected this often in each variant, or the test does not hold.
const EXPECTED: f64 = 5.0;

/// When a difference counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// How often a difference may be found where there is none: 0.05.
    pub alpha: f64,
    /// Recipients that each variant must have reached.
    pub minimum: u64,
}

impl Default for Rules {
    fn default() -> Self {
        Rules { alpha: 0.05, minimum: 100 }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooEarly {
    /// The time of the test is not over.
    Running,
    /// A variant has reached fewer than the least number.
    Recipients,
    /// So few did it, or did not, that the test would not hold.
    Outcomes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    TooEarly(TooEarly),
    /// No variant is better than all others, as far as one can tell.
    NoDifference,
    /// By its place among the variants.
    Winner(usize),
}

/// What is shown of one variant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    pub share: Share,
    pub rate: f64,
    pub interval: Interval,
    /// Of the comparison with the best of the others, corrected.
    pub p: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub standings: Vec<Standing>,
    pub decision: Decision,
}

/// What a test says by now. `over`: its time has passed, and this is the one time that it is decided.
pub fn outcome(variants: &[Share], rules: Rules, over: bool) -> Outcome {
    let pairs = Pairs::of(variants);
    let standings = variants.iter().enumerate().map(|(at, share)| Standing {
        share: *share,
        rate: share.rate(),
        interval: wilson(*share, 1.0 - rules.alpha),
        p: best(variants.iter().enumerate().filter(|(other, _)| *other != at))
            .map_or(1.0, |other| pairs.corrected(at, other)),
    });
    Outcome { standings: standings.collect(), decision: decide(variants, &pairs, rules, over) }
}

fn decide(variants: &[Share], pairs: &Pairs, rules: Rules, over: bool) -> Decision {
    if !over {
        return Decision::TooEarly(TooEarly::Running);
    }
    let minimum = rules.minimum.max(LEAST_MINIMUM);
    if variants.iter().any(|share| share.trials < minimum) {
        return Decision::TooEarly(TooEarly::Recipients);
    }
    if !holds(variants) {
        return Decision::TooEarly(TooEarly::Outcomes);
    }
    let Some(leader) = best(variants.iter().enumerate()) else { return Decision::NoDifference };
    let beats = |other: usize| pairs.corrected(leader, other) < rules.alpha;
    let wins = variants.len() > 1 && (0..variants.len()).all(|other| other == leader || beats(other));
    if wins { Decision::Winner(leader) } else { Decision::NoDifference }
}

/// The rule of thumb for the normal distribution: enough of both outcomes are expected in each variant, were they all alike.
fn holds(variants: &[Share]) -> bool {
    let all = variants.iter().fold(Share::default(), |sum, share| sum.and(*share));
    let rate = all.rate();
    variants.iter().all(|share| share.count() * rate >= EXPECTED && share.count() * (1.0 - rate) >= EXPECTED)
}

/// The first with the highest rate.
fn best<'a>(variants: impl Iterator<Item = (usize, &'a Share)>) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (at, share) in variants {
        if best.is_none_or(|(_, rate)| share.rate() > rate) {
            best = Some((at, share.rate()));
        }
    }
    best.map(|(at, _)| at)
}

/// Corrected values of all pairs.
struct Pairs(Vec<(usize, usize, f64)>);

impl Pairs {
    fn of(variants: &[Share]) -> Pairs {
        let pairs: Vec<(usize, usize)> = (0..variants.len())
            .flat_map(|one| (one + 1..variants.len()).map(move |other| (one, other)))
            .collect();
        let raw: Vec<f64> =
            pairs.iter().map(|(one, other)| p_value(variants[*one], variants[*other])).collect();
        Pairs(pairs.into_iter().zip(holm(&raw)).map(|((one, other), p)| (one, other, p)).collect())
    }

    fn corrected(&self, one: usize, other: usize) -> f64 {
        let (low, high) = (one.min(other), one.max(other));
        self.0.iter().find(|(a, b, _)| (*a, *b) == (low, high)).map_or(1.0, |(_, _, p)| *p)
    }
}
