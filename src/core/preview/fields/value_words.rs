//! What words for answers stand for on a scale.

use super::answer_words::{FAMILIES, FEELINGS, Family, NOTHING};
use crate::core::model::Scale;
use crate::core::preview::names::normal;
use serde::{Deserialize, Serialize};

/// What a word stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Meaning {
    /// This number.
    Number(f64),
    /// This word.
    Word(String),
    /// No answer.
    Nothing,
}

/// Words with what they stand for, and how many of those given are among them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WordMap {
    pub(super) map: Vec<(String, Meaning)>,
    pub(super) known: usize,
}

/// What words stand for on a scale; `None` where no family has more than half of them.
pub(super) fn on_scale(words: &[&str], scale: Scale) -> Option<WordMap> {
    let mut best: Option<(WordMap, usize)> = None;
    for family in &FAMILIES {
        let found = family.map(words, scale);
        let is_better = match &best {
            // Of two that know as many, the smaller family says more by it.
            Some((known, size)) => (found.known, *size) > (known.known, family.words.len()),
            None => true,
        };
        if is_better {
            best = Some((found, family.words.len()));
        }
    }
    best.map(|(map, _)| map).filter(|map| is_enough(map.known, words))
}

/// Which of Kano's feelings words stand for.
pub(super) fn feelings(words: &[&str]) -> Option<WordMap> {
    let meaning = |word: &str| {
        let normal = normal(word);
        FEELINGS.iter().find(|(known, _)| *known == normal).map(|(_, feeling)| *feeling)
    };
    let given = words.iter().filter_map(|word| Some((*word, meaning(word)?)));
    let known = given.clone().count();
    // A feeling that is called by its own name needs no other word.
    let others = given.filter(|(word, feeling)| word != feeling);
    let map = others.map(|(word, feeling)| (word.to_owned(), Meaning::Word(feeling.to_owned())));
    let map = WordMap { map: map.collect(), known };
    is_enough(known, words).then_some(map)
}

fn is_enough(known: usize, words: &[&str]) -> bool {
    known > 0 && known * 2 > words.len()
}

impl Family {
    fn map(&self, words: &[&str], scale: Scale) -> WordMap {
        let mut map = Vec::new();
        let mut known = 0;
        for word in words {
            let normal = normal(word);
            let place = self.words.iter().find(|(known, _)| *known == normal);
            if let Some(number) = place.and_then(|(_, place)| number(*place, scale)) {
                map.push(((*word).to_owned(), Meaning::Number(number)));
                known += 1;
            } else if NOTHING.contains(&normal.as_str()) {
                map.push(((*word).to_owned(), Meaning::Nothing));
            }
        }
        if known > 0 {
            self.add_unseen(words, scale, &mut map);
        }
        WordMap { map, known }
    }

    /// Words of the family that the sample happens not to have, written as its words are.
    fn add_unseen(&self, words: &[&str], scale: Scale, map: &mut Vec<(String, Meaning)>) {
        let style = Style::of(words);
        for (word, place) in self.words {
            let is_there = map.iter().any(|(known, _)| normal(known) == *word);
            if let Some(number) = number(*place, scale).filter(|_| !is_there) {
                map.push((style.write(word), Meaning::Number(number)));
            }
        }
    }
}

/// The answer on a scale of five or seven; on others words have no place.
fn number(place: i8, scale: Scale) -> Option<f64> {
    match (scale, place) {
        (Scale::SEVEN, place) => Some(f64::from(place) + 4.0),
        (Scale::FIVE, 1 | -1) => None,
        (Scale::FIVE, place) => Some(f64::from(place - place.signum()) + 3.0),
        _ => None,
    }
}

/// How an API writes its words.
struct Style {
    blank: char,
    first_upper: bool,
    all_upper: bool,
}

impl Style {
    fn of(words: &[&str]) -> Self {
        let joins = |c: char| words.iter().any(|word| word.contains(c));
        let upper = |word: &&str| {
            word.chars().all(|c| !c.is_lowercase()) && word.chars().any(char::is_uppercase)
        };
        Self {
            blank: ['_', '-'].into_iter().find(|c| joins(*c)).unwrap_or(' '),
            first_upper: words.iter().any(|word| word.starts_with(char::is_uppercase)),
            all_upper: words.iter().all(upper),
        }
    }

    fn write(&self, word: &str) -> String {
        let joined = word.replace(' ', &self.blank.to_string());
        if self.all_upper {
            return joined.to_uppercase();
        }
        let mut chars = joined.chars();
        match chars.next() {
            Some(first) if self.first_upper => first.to_uppercase().chain(chars).collect(),
            _ => joined,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(words: &[&str], scale: Scale, word: &str) -> Option<Meaning> {
        let map = on_scale(words, scale)?.map;
        map.into_iter().find(|(known, _)| known == word).map(|(_, meaning)| meaning)
    }

    #[test]
    fn words_have_their_place_on_both_scales() {
        let chinese = ["非常满意", "满意", "一般"];
        for (word, place) in [("非常满意", 5.0), ("满意", 4.0), ("一般", 3.0), ("非常不满意", 1.0)]
        {
            assert_eq!(
                meaning(&chinese, Scale::FIVE, word),
                Some(Meaning::Number(place)),
                "{word}"
            );
        }
        let agree = ["Strongly agree", "Somewhat disagree"];
        assert_eq!(meaning(&agree, Scale::SEVEN, "Strongly agree"), Some(Meaning::Number(7.0)));
        assert_eq!(meaning(&agree, Scale::SEVEN, "Somewhat disagree"), Some(Meaning::Number(3.0)));
        assert_eq!(meaning(&agree, Scale::NPS, "Strongly agree"), None);
    }

    #[test]
    fn unseen_words_are_written_as_the_seen_ones() {
        let map = |words: &[&str], word| meaning(words, Scale::FIVE, word);
        assert_eq!(map(&["Very_satisfied"], "Dissatisfied"), Some(Meaning::Number(2.0)));
        assert_eq!(map(&["VERY SATISFIED"], "VERY DISSATISFIED"), Some(Meaning::Number(1.0)));
        assert_eq!(map(&["very-satisfied"], "very-dissatisfied"), Some(Meaning::Number(1.0)));
    }

    #[test]
    fn two_words_are_the_ends_and_what_was_not_answered_is_nothing() {
        let words = ["good", "bad", "offered"];
        assert_eq!(meaning(&words, Scale::FIVE, "good"), Some(Meaning::Number(5.0)));
        assert_eq!(meaning(&words, Scale::FIVE, "bad"), Some(Meaning::Number(1.0)));
        assert_eq!(meaning(&words, Scale::FIVE, "offered"), Some(Meaning::Nothing));
        let more = ["good", "bad", "excellent"];
        assert_eq!(meaning(&more, Scale::FIVE, "good"), Some(Meaning::Number(4.0)));
    }

    #[test]
    fn what_is_mostly_unknown_is_not_mapped() {
        assert_eq!(on_scale(&["good", "blue", "green"], Scale::FIVE), None);
        assert_eq!(on_scale(&[], Scale::FIVE), None);
    }

    #[test]
    fn feelings_are_known_by_several_names() {
        let known = feelings(&["like", "must-be", "讨厌"]).expect("feelings");
        let word = |word: &str| Meaning::Word(word.to_owned());
        assert_eq!(
            known.map,
            [("must-be".to_owned(), word("expect")), ("讨厌".to_owned(), word("dislike"))]
        );
        assert_eq!(known.known, 3);
        assert_eq!(feelings(&["blue"]), None);
    }

    #[test]
    fn every_word_of_a_family_is_normal() {
        for (word, _) in FAMILIES.iter().flat_map(|family| family.words) {
            assert_eq!(normal(word), *word);
        }
        assert!(FEELINGS.iter().all(|(word, _)| normal(word) == *word));
    }
}
