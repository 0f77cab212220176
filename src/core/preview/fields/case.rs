//! The case for a column, as values make it.

use super::column::Column;
use super::judgement::Known;
use super::suggestion::FieldSign;
use super::traits::Traits;
use super::value_words::{Meaning, WordMap, feelings, on_scale};
use super::want::Want;
use crate::core::connection::DateForm;
use crate::core::mapping::Scalar;
use crate::core::model::{AnswerForm, Heart, Role};
use rustc_hash::FxHashSet;
use serde_json::Value;

/// What most of the values have to be.
const MOST: f64 = 0.8;
/// A group has no more names than these.
const NAMES: usize = 60;
/// A text this wide is more than a word or two.
const LONG: f64 = 16.0;

/// Points for a column, and the signs they are given for.
#[derive(Default)]
pub(super) struct Case {
    pub(super) points: i32,
    pub(super) signs: Vec<FieldSign>,
    pub(super) date: Option<DateForm>,
    pub(super) map: Vec<(String, Meaning)>,
}

impl Case {
    pub(super) fn add(&mut self, points: i32, sign: FieldSign) {
        self.points += points;
        self.signs.push(sign);
    }

    /// Points for what the values look like.
    pub(super) fn values(&mut self, want: Want, column: &Column, traits: &Traits, known: &Known) {
        let or = |is_so: bool, points, otherwise| if is_so { points } else { otherwise };
        match want {
            Want::Id => self.id(traits),
            Want::Touchpoint => self.touchpoint(column, traits, known),
            Want::Date => self.dates(traits),
            Want::Period => self.periods(traits),
            Want::Group => self.group(traits),
            Want::Comment => self.comment(traits),
            Want::Answer(role) => self.answer(role, traits),
            Want::Surveyed(form) => self.surveyed(form, traits),
            Want::Counts(role) => self.counts(role, column),
            Want::Question => self.question(column, known),
            Want::Count => {
                self.points += or(traits.range.is_some_and(|(from, _)| from >= 0.0), 15, -60)
            }
            Want::Number => self.points += or(traits.numbers >= MOST, 15, -50),
            Want::Text => self.points += or(traits.texts >= MOST, 10, -30),
            Want::Texts => self.points += or(traits.lists + traits.texts >= MOST, 15, -50),
            Want::Truth => self.points += or(is_truth(column), 20, -40),
            Want::Heart => {
                self.points += or(all_texts(column, |text| Heart::from_id(text).is_some()), 20, -40)
            }
            Want::OneOf(words) => {
                self.points += or(all_texts(column, |text| words.contains(&text)), 20, -40)
            }
            Want::Rows => {}
        }
    }

    fn id(&mut self, traits: &Traits) {
        if traits.are_unique() && traits.lists == 0.0 {
            self.add(20, FieldSign::Different);
        } else if traits.values > 1 {
            self.points -= 15;
        }
    }

    fn touchpoint(&mut self, column: &Column, traits: &Traits, known: &Known) {
        let Some(touchpoints) = known.touchpoints else {
            // Nobody knows them: what has as many names as rows is none.
            match comes_again(traits) {
                true => self.add(15, FieldSign::FewTexts(traits.different)),
                false if traits.values > 5 => self.points -= 30,
                false => {}
            }
            return;
        };
        let ids = different_texts(column);
        let found = ids.iter().filter(|id| touchpoints.contains(*id)).count();
        let sign = FieldSign::KnownTouchpoints { known: found, of: ids.len() };
        match found * 10 / ids.len().max(1) {
            0 => self.points -= 25,
            tenths => self.add(tenths as i32 * 9, sign),
        }
    }

    fn dates(&mut self, traits: &Traits) {
        if traits.dates < MOST {
            self.points -= 30;
            return;
        }
        self.add(45, FieldSign::Dates(traits.date_form));
        // Seconds and milliseconds are told apart without help.
        self.date = Some(traits.date_form).filter(|form| *form != DateForm::Auto);
    }

    fn periods(&mut self, traits: &Traits) {
        match traits.periods >= MOST {
            true => self.add(45, FieldSign::Periods),
            false => self.points -= 30,
        }
    }

    fn group(&mut self, traits: &Traits) {
        let is_time = traits.dates + traits.periods > 0.0;
        if is_time || traits.lists > 0.0 || traits.width > 2.5 * LONG {
            self.points -= 50;
        } else if !comes_again(traits) {
            self.points -= 20;
        } else if traits.texts >= MOST && traits.different > 1 {
            self.add(30, FieldSign::FewTexts(traits.different));
        }
    }

    fn comment(&mut self, traits: &Traits) {
        let is_text = traits.texts >= MOST && traits.dates < 0.5;
        match is_text {
            true if traits.width >= LONG && traits.different * 2 >= traits.values => {
                self.add(40, FieldSign::LongTexts);
            }
            true => {}
            false => self.points -= 60,
        }
    }

    fn answer(&mut self, role: Role, traits: &Traits) {
        match traits.range {
            Some((from, to)) => self.numbers(role, from, to),
            None => self.words(on_scale(&traits.words, role.scale()), traits),
        }
    }

    fn numbers(&mut self, role: Role, from: f64, to: f64) {
        let scale = role.scale();
        let (least, most) = (f64::from(scale.min), f64::from(scale.max));
        let sign = FieldSign::Whole { from, to };
        if from < least || to > most {
            self.points -= 50;
            return;
        }
        // The upper end of a scale that is hardly used says little.
        let points = match role {
            Role::Nps if to > 7.0 => 45,
            Role::Nps if to > 5.0 => 20,
            Role::Ces if to > 5.0 => 40,
            Role::Csat if to > 3.0 => 35,
            Role::Heart(_) if to > 3.0 => 30,
            _ => 10,
        };
        self.add(points, sign);
    }

    fn words(&mut self, found: Option<WordMap>, traits: &Traits) {
        let Some(found) = found.filter(|_| traits.texts >= MOST) else {
            self.points -= 60;
            return;
        };
        self.add(35, FieldSign::Words { known: found.known, of: traits.words.len() });
        self.map = found.map;
    }

    fn surveyed(&mut self, form: AnswerForm, traits: &Traits) {
        let scale = form.scale();
        let is_on = |(from, to)| scale.place(from).is_some() && scale.place(to).is_some();
        match (form, traits.range) {
            (_, Some((from, to))) if is_on((from, to)) => {
                self.add(20, FieldSign::Whole { from, to })
            }
            (AnswerForm::Feeling, None) => self.words(feelings(&traits.words), traits),
            (AnswerForm::Number(scale), None) => self.words(on_scale(&traits.words, scale), traits),
            _ => self.points -= 50,
        }
    }

    fn counts(&mut self, role: Role, column: &Column) {
        let length = role.scale().len();
        let is_list = |value: &&Value| value.as_array().is_some_and(|list| list.len() == length);
        match column.values.iter().all(is_list) {
            true => self.add(30, FieldSign::Lists),
            false => self.points -= 80,
        }
    }

    fn question(&mut self, column: &Column, known: &Known) {
        let ids = different_texts(column);
        let found = ids.iter().filter(|id| known.questions.contains(&id.as_str())).count();
        let sign = FieldSign::KnownQuestions { known: found, of: ids.len() };
        match found * 10 / ids.len().max(1) {
            0 => self.points -= 10,
            tenths => self.add(tenths as i32 * 6, sign),
        }
    }
}

/// True for names that many rows share, or may share where there are few rows.
fn comes_again(traits: &Traits) -> bool {
    let is_shared = traits.different * 2 <= traits.values || traits.values < 8;
    traits.different <= NAMES && is_shared
}

/// The values as the texts they are ids by, each once.
fn different_texts(column: &Column) -> FxHashSet<String> {
    let texts = column.values.iter().filter(|value| !value.is_array());
    texts.filter_map(|value| Some(Scalar::of(value)?.text()?.into_owned())).collect()
}

fn is_truth(column: &Column) -> bool {
    column.values.iter().all(|value| Scalar::of(value).and_then(Scalar::truth).is_some())
}

fn all_texts(column: &Column, is_one: impl Fn(&str) -> bool) -> bool {
    column.values.iter().all(|value| value.as_str().is_some_and(|text| is_one(text.trim())))
}
