//! Repeatable chance, as the browser's benches have it (Mulberry32).

/// A generator that gives the same numbers on every machine.
pub struct Dice(u32);

impl Dice {
    pub fn new(seed: u32) -> Self {
        Self(seed)
    }

    /// Between 0 and 1.
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        let mut mixed = (self.0 ^ (self.0 >> 15)).wrapping_mul(1 | self.0);
        let more = (mixed ^ (mixed >> 7)).wrapping_mul(61 | mixed);
        mixed ^= mixed.wrapping_add(more);
        f64::from(mixed ^ (mixed >> 14)) / 2f64.powi(32)
    }

    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One of these, of which there must be some.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[(self.unit() * items.len() as f64) as usize]
    }
}
