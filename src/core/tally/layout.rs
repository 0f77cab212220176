//! Which slot counts what.

use super::Window;
use crate::core::model::{Question, Role, Scale};

/// The slots of a workspace's questions: first one for responses, then for each question one a
/// value of its scale and one for answers off it.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    questions: Vec<Question>,
    /// Of each question: its first slot and its scale.
    places: Vec<(u16, Scale)>,
    slots: usize,
}

impl Layout {
    /// The slot that counts responses, whatever they answered.
    pub const RESPONSES: u16 = 0;

    /// Lays out the slots of these questions.
    pub fn new(questions: Vec<Question>) -> Self {
        let mut next = 1;
        let mut places = Vec::with_capacity(questions.len());
        for question in &questions {
            let scale = question.scale();
            places.push((next as u16, scale));
            next += scale.len() + 1;
        }
        Self { questions, places, slots: next }
    }

    /// The questions, in order.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// How many slots there are.
    pub fn slots(&self) -> usize {
        self.slots
    }

    /// The places of the questions that play a role.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        let all = self.questions.iter().enumerate();
        all.filter(move |(_, question)| question.role == role).map(|(place, _)| place)
    }

    /// The place of a question by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id.as_str() == id)
    }

    /// The slot of an answer: of its value, or of answers off the scale. `None` for a question that
    /// is not in the list.
    pub fn slot(&self, question: usize, value: Option<f64>) -> Option<u16> {
        let (base, scale) = self.places.get(question)?;
        let place = value.and_then(|value| scale.place(value));
        Some(base + place.unwrap_or(scale.len()) as u16)
    }

    /// The window of all slots.
    pub fn all(&self) -> Window {
        Window { first: 0, end: self.slots as u16 }
    }

    /// The smallest window that holds the questions of these roles.
    pub fn window(&self, roles: &[Role]) -> Window {
        let places = roles.iter().flat_map(|role| self.with_role(*role));
        let ends = places.filter_map(|place| {
            let first = self.base(place)?;
            Some((first, first + self.questions.get(place)?.scale().len() as u16 + 1))
        });
        ends.map(|(first, end)| Window { first, end })
            .reduce(|a, b| Window { first: a.first.min(b.first), end: a.end.max(b.end) })
            .unwrap_or(Window { first: 0, end: 0 })
    }

    /// A question's first slot.
    pub(super) fn base(&self, question: usize) -> Option<u16> {
        self.places.get(question).map(|(base, _)| *base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_has_a_slot_of_its_own() {
        let layout = Layout::new(Question::defaults());
        let mut taken = vec![false; layout.slots()];
        taken[usize::from(Layout::RESPONSES)] = true;
        for (place, question) in layout.questions().iter().enumerate() {
            let scale = question.scale();
            let values = (scale.min..=scale.max).map(|value| Some(f64::from(value)));
            for value in values.chain([None]) {
                let slot = usize::from(layout.slot(place, value).expect("a known question"));
                assert!(!std::mem::replace(&mut taken[slot], true), "slot {slot} taken twice");
            }
        }
        assert!(taken.into_iter().all(|slot| slot));
    }

    #[test]
    fn a_window_holds_its_questions_and_no_more_than_lies_between() {
        let layout = Layout::new(Question::defaults());
        let csat = layout.window(&[Role::Csat]);
        assert_eq!(csat.end - csat.first, 6);
        let both = layout.window(&[Role::Csat, Role::Nps]);
        assert_eq!((both.first, both.end), (1, csat.end));
        assert_eq!(Layout::new(Vec::new()).window(&[Role::Nps]), Window { first: 0, end: 0 });
    }

    #[test]
    fn off_the_scale_and_unreadable_share_a_slot() {
        let layout = Layout::new(Question::defaults());
        assert_eq!(layout.slot(0, Some(11.0)), layout.slot(0, None));
        assert_eq!(layout.slot(99, Some(1.0)), None);
    }
}
