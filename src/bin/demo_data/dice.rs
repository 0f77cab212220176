//! Repeatable chance.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A generator that gives the same numbers on every machine.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// Dice of their own for each purpose, so that more throws in one do not change another.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Between 0 and 1.
    pub fn unit(&mut self) -> f64 {
        self.0.random()
    }

    /// True with this probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Normal around 0 (Box–Muller).
    pub fn normal(&mut self, deviation: f64) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        deviation * radius * (std::f64::consts::TAU * self.unit()).cos()
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let place = (self.unit() * items.len() as f64) as usize;
        items.get(place)
    }
}
