//! A sample: its size, mean and variance.

use super::Answers;

/// How many answers there are, their mean and their spread.
#[derive(Clone, Copy)]
pub(super) struct Sample {
    pub(super) n: f64,
    pub(super) mean: f64,
    /// Sample variance, divisor n − 1.
    pub(super) variance: f64,
}

impl Sample {
    /// Of answers; absent with fewer than two. Its size is that of the people who gave them.
    pub(super) fn of(answers: &(impl Answers + ?Sized)) -> Option<Self> {
        let groups = answers.groups();
        let groups = || groups.iter().map(|(answer, count)| (*answer, *count as f64));
        let n: f64 = groups().map(|(_, count)| count).sum();
        // From the first answer on: the mean of equal answers is exactly theirs, and their variance none.
        let first = groups().next()?.0;
        let mean = first + groups().map(|(answer, n)| (answer - first) * n).sum::<f64>() / n;
        let squares: f64 = groups().map(|(answer, n)| (answer - mean).powi(2) * n).sum();
        let people = answers.respondents().map_or(n, |people| people as f64);
        (people > 1.0).then(|| Self { n: people, mean, variance: squares / (n - 1.0) })
    }

    /// The variance of the mean.
    pub(super) fn of_mean(self) -> f64 {
        self.variance / self.n
    }
}
