//! A sample: its size, mean and variance.

/// How many answers there are, their mean and their spread.
#[derive(Clone, Copy)]
pub(super) struct Sample {
    pub(super) n: f64,
    pub(super) mean: f64,
    /// Sample variance, divisor n − 1.
    pub(super) variance: f64,
}

impl Sample {
    /// Of answers with their counts; absent with fewer than two.
    pub(super) fn of(groups: &[(f64, u64)]) -> Option<Self> {
        let n = groups.iter().map(|(_, count)| count).sum::<u64>() as f64;
        let mean = groups.iter().map(|(answer, count)| answer * *count as f64).sum::<f64>() / n;
        let squares: f64 =
            groups.iter().map(|(answer, count)| (answer - mean).powi(2) * *count as f64).sum();
        (n > 1.0).then(|| Self { n, mean, variance: squares / (n - 1.0) })
    }

    /// The variance of the mean.
    pub(super) fn of_mean(self) -> f64 {
        self.variance / self.n
    }
}
