//! Mean and variance of answers.

/// How many answers there are, their mean and their spread.
#[derive(Clone, Copy)]
pub(super) struct Moments {
    pub n: f64,
    pub mean: f64,
    /// Sample variance, divisor n − 1.
    pub variance: f64,
}

impl Moments {
    /// Of answers with their counts; absent with fewer than two.
    pub fn of(groups: &[(f64, u64)]) -> Option<Self> {
        let n = groups.iter().map(|(_, count)| count).sum::<u64>() as f64;
        let mean = groups.iter().map(|(answer, count)| answer * *count as f64).sum::<f64>() / n;
        let squares: f64 =
            groups.iter().map(|(answer, count)| (answer - mean).powi(2) * *count as f64).sum();
        (n > 1.0).then(|| Self { n, mean, variance: squares / (n - 1.0) })
    }

    /// The variance of the mean.
    pub fn of_mean(self) -> f64 {
        self.variance / self.n
    }
}
