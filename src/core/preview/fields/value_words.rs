//! Words that stand for answers, in English and Chinese.

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

/// A family of words, and how far each is from the middle: from 3, best, to −3. A scale of five has no place for 1.
struct Family {
    words: &'static [(&'static str, i8)],
}

/// A word of no family that says that nothing was answered.
const NOTHING: [&str; 8] =
    ["n a", "none", "offered", "not answered", "skipped", "未评价", "未回答", "无"];

const FAMILIES: [Family; 9] = [
    Family {
        words: &[
            ("very satisfied", 3),
            ("satisfied", 2),
            ("somewhat satisfied", 1),
            ("neutral", 0),
            ("neither satisfied nor dissatisfied", 0),
            ("somewhat dissatisfied", -1),
            ("dissatisfied", -2),
            ("unsatisfied", -2),
            ("very dissatisfied", -3),
            ("very unsatisfied", -3),
        ],
    },
    Family {
        words: &[
            ("非常满意", 3),
            ("很满意", 3),
            ("满意", 2),
            ("比较满意", 2),
            ("一般", 0),
            ("不满意", -2),
            ("不太满意", -2),
            ("非常不满意", -3),
            ("很不满意", -3),
        ],
    },
    Family {
        words: &[
            ("strongly agree", 3),
            ("agree", 2),
            ("somewhat agree", 1),
            ("neutral", 0),
            ("neither agree nor disagree", 0),
            ("somewhat disagree", -1),
            ("disagree", -2),
            ("strongly disagree", -3),
        ],
    },
    Family {
        words: &[
            ("非常同意", 3),
            ("同意", 2),
            ("比较同意", 1),
            ("一般", 0),
            ("中立", 0),
            ("不太同意", -1),
            ("不同意", -2),
            ("非常不同意", -3),
        ],
    },
    Family {
        words: &[
            ("very easy", 3),
            ("easy", 2),
            ("somewhat easy", 1),
            ("neutral", 0),
            ("somewhat difficult", -1),
            ("difficult", -2),
            ("very difficult", -3),
        ],
    },
    Family {
        words: &[
            ("非常容易", 3),
            ("容易", 2),
            ("比较容易", 1),
            ("一般", 0),
            ("比较困难", -1),
            ("困难", -2),
            ("非常困难", -3),
        ],
    },
    Family { words: &[("good", 3), ("bad", -3)] },
    Family {
        words: &[
            ("excellent", 3),
            ("very good", 3),
            ("good", 2),
            ("average", 0),
            ("fair", 0),
            ("ok", 0),
            ("poor", -2),
            ("bad", -2),
            ("very poor", -3),
            ("very bad", -3),
            ("terrible", -3),
        ],
    },
    Family {
        words: &[
            ("非常好", 3),
            ("很好", 3),
            ("好", 2),
            ("好评", 3),
            ("中评", 0),
            ("一般", 0),
            ("差", -2),
            ("差评", -3),
            ("很差", -3),
            ("非常差", -3),
        ],
    },
];

/// Kano's five words and others for them.
const FEELINGS: [(&str, &str); 21] = [
    ("like", "like"),
    ("i like it", "like"),
    ("expect", "expect"),
    ("must be", "expect"),
    ("i expect it", "expect"),
    ("neutral", "neutral"),
    ("i am neutral", "neutral"),
    ("tolerate", "tolerate"),
    ("live with", "tolerate"),
    ("i can live with it", "tolerate"),
    ("dislike", "dislike"),
    ("i dislike it", "dislike"),
    ("喜欢", "like"),
    ("很喜欢", "like"),
    ("理应如此", "expect"),
    ("理所当然", "expect"),
    ("无所谓", "neutral"),
    ("能忍受", "tolerate"),
    ("可以忍受", "tolerate"),
    ("勉强接受", "tolerate"),
    ("不喜欢", "dislike"),
];
const DISLIKES: [&str; 2] = ["很不喜欢", "讨厌"];

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
        let known =
            FEELINGS.iter().find(|(known, _)| *known == normal).map(|(_, feeling)| *feeling);
        known.or_else(|| DISLIKES.contains(&normal.as_str()).then_some("dislike"))
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
