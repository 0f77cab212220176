//! How respondents feel about a feature, and what that makes it to them.

use KanoCategory::{Attractive, Indifferent, MustBe, OneDimensional, Questionable, Reverse};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How one would feel with, or without, a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Feeling {
    /// I would like it.
    Like,
    /// I expect it.
    Expect,
    /// I do not care.
    Neutral,
    /// I can tolerate it.
    Tolerate,
    /// I would dislike it.
    Dislike,
}

impl Feeling {
    /// All feelings, from the warmest.
    pub const ALL: [Feeling; 5] =
        [Feeling::Like, Feeling::Expect, Feeling::Neutral, Feeling::Tolerate, Feeling::Dislike];

    /// The word answers name it by.
    pub fn id(self) -> &'static str {
        match self {
            Feeling::Like => "like",
            Feeling::Expect => "expect",
            Feeling::Neutral => "neutral",
            Feeling::Tolerate => "tolerate",
            Feeling::Dislike => "dislike",
        }
    }

    /// The feeling of a word.
    ///
    /// # Example
    /// ```
    /// use heartline::core::index::Feeling;
    /// assert_eq!(Feeling::from_id("like").map(Feeling::number), Some(1.0));
    /// assert_eq!(Feeling::from_number(5.0), Some(Feeling::Dislike));
    /// ```
    pub fn from_id(word: &str) -> Option<Feeling> {
        Self::ALL.into_iter().find(|feeling| feeling.id() == word)
    }

    /// The number it is written as where answers are numbers: 1 (like) to 5 (dislike).
    pub fn number(self) -> f64 {
        f64::from(self as u8 + 1)
    }

    /// The feeling of a number.
    pub fn from_number(number: f64) -> Option<Feeling> {
        Self::ALL.into_iter().find(|feeling| feeling.number() == number)
    }
}

/// What a feature is to a respondent, or to most of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KanoCategory {
    /// Its lack angers, its presence is taken for granted.
    MustBe,
    /// The more, the better.
    OneDimensional,
    /// Delights, and is not missed.
    Attractive,
    /// Neither here nor there.
    Indifferent,
    /// Not wanted.
    Reverse,
    /// The two answers contradict each other.
    Questionable,
}

impl KanoCategory {
    /// All categories; of equally frequent ones the earlier counts (M > O > A > I > R > Q).
    pub const ALL: [Self; 6] =
        [MustBe, OneDimensional, Attractive, Indifferent, Reverse, Questionable];

    /// The category of a pair of answers: with the feature, and without it.
    ///
    /// Source: N. Kano et al. (1984), evaluation table as in C. Berger et al., "Kano's methods for
    /// understanding customer-defined quality", Center for Quality Management Journal 2 (1993).
    pub fn of(with: Feeling, without: Feeling) -> Self {
        use Feeling::{Dislike, Like};
        match (with, without) {
            (Like, Like) | (Dislike, Dislike) => Questionable,
            (Like, Dislike) => OneDimensional,
            (Like, _) => Attractive,
            (Dislike, _) | (_, Like) => Reverse,
            (_, Dislike) => MustBe,
            _ => Indifferent,
        }
    }
}

/// How many respondents put a feature into each category. Counts add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KanoCounts {
    /// Must-be.
    pub must_be: u64,
    /// One-dimensional.
    pub one_dimensional: u64,
    /// Attractive.
    pub attractive: u64,
    /// Indifferent.
    pub indifferent: u64,
    /// Reverse.
    pub reverse: u64,
    /// Questionable.
    pub questionable: u64,
}

impl KanoCounts {
    /// Counts pairs of answers: with the feature, and without it.
    pub fn of(pairs: &[(Feeling, Feeling)]) -> Self {
        let mut counts = Self::default();
        pairs.iter().for_each(|(with, without)| counts.count(*with, *without));
        counts
    }

    /// Counts one pair of answers: with the feature, and without it.
    pub fn count(&mut self, with: Feeling, without: Feeling) {
        *self.at(KanoCategory::of(with, without)) += 1;
    }

    /// Adds another lot.
    pub fn merge(&mut self, other: &Self) {
        KanoCategory::ALL
            .into_iter()
            .for_each(|category| *self.at(category) += other.get(category));
    }

    /// How many put it into a category.
    pub fn get(&self, category: KanoCategory) -> u64 {
        match category {
            MustBe => self.must_be,
            OneDimensional => self.one_dimensional,
            Attractive => self.attractive,
            Indifferent => self.indifferent,
            Reverse => self.reverse,
            Questionable => self.questionable,
        }
    }

    /// Respondents in all categories.
    pub fn n(&self) -> u64 {
        KanoCategory::ALL.into_iter().map(|category| self.get(category)).sum()
    }

    fn at(&mut self, category: KanoCategory) -> &mut u64 {
        match category {
            MustBe => &mut self.must_be,
            OneDimensional => &mut self.one_dimensional,
            Attractive => &mut self.attractive,
            Indifferent => &mut self.indifferent,
            Reverse => &mut self.reverse,
            Questionable => &mut self.questionable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_standard_one() {
        let rows =
            Feeling::ALL.map(|with| Feeling::ALL.map(|without| KanoCategory::of(with, without)));
        let (a, i, m, o) = (Attractive, Indifferent, MustBe, OneDimensional);
        let (q, r) = (Questionable, Reverse);
        let middle = [r, i, i, i, m];
        assert_eq!(rows, [[q, a, a, a, o], middle, middle, middle, [r, r, r, r, q]]);
    }
}
