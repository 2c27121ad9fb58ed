//! The normal distribution, to some eleven digits.

use std::f64::consts::PI;

/// Below it the series is taken, above it the continued fraction: each is exact where the other is slow.
const BORDER: f64 = 3.0;

/// How likely a value is to be at least this far from the mean, on either side, in standard deviations.
pub fn two_sided(z: f64) -> f64 {
    erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// How many standard deviations a share of all values lies within, on both sides: 1.96 of 0.95.
pub fn within(share: f64) -> f64 {
    let beyond = (1.0 - share).clamp(1e-12, 1.0);
    let (mut low, mut high) = (0.0, 8.0);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if two_sided(middle) > beyond { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// Abramowitz and Stegun, 7.1.6 and 7.1.14, of a value that is not negative.
fn erfc(x: f64) -> f64 {
    let peak = (-x * x).exp();
    if x < BORDER {
        let (mut term, mut sum, mut odd) = (x, x, 1.0);
        while term > sum * 1e-17 {
            odd += 2.0;
            term *= 2.0 * x * x / odd;
            sum += term;
        }
        return 1.0 - 2.0 / PI.sqrt() * peak * sum;
    }
    let mut fraction = x;
    for step in (1..=80).rev() {
        fraction = x + f64::from(step) / 2.0 / fraction;
    }
    peak / PI.sqrt() / fraction
}
