//! What customers said to several connections, as one.

use super::Feedback;
use crate::core::tally::{Grain, Tally, TooManyNames};

impl Feedback {
    /// What customers said to several connections that ask the same questions. Tallies add up; sums that stand in for
    /// responses do so where every part can answer for their grain.
    ///
    /// # Errors
    /// When all of them together have too many names; what was joined before that is there.
    pub fn join(&mut self, parts: &[&Feedback]) -> Result<(), TooManyNames> {
        for part in parts {
            let numbers = self.responses.merge(&part.responses)?;
            self.comments.join(&part.comments, &numbers);
            self.surveys.join(&part.surveys, &numbers);
        }
        self.complete = parts.iter().all(|part| part.complete);
        for grain in stand_ins(parts) {
            self.summaries.push(self.sum_of(parts, grain)?);
        }
        Ok(())
    }

    fn sum_of(&self, parts: &[&Feedback], grain: Grain) -> Result<Tally, TooManyNames> {
        let mut sum = Tally::new(self.shared_layout(), Grain::FINEST);
        for part in parts {
            sum.merge(part.tally(grain))?;
        }
        Ok(sum)
    }
}

/// The grains that every part can answer for though some are not complete yet, each once.
fn stand_ins(parts: &[&Feedback]) -> Vec<Grain> {
    let mut grains: Vec<Grain> = Vec::new();
    for grain in parts.iter().flat_map(|part| &part.summaries).map(Tally::grain) {
        if !grains.contains(&grain) && parts.iter().all(|part| part.is_settled(grain)) {
            grains.push(grain);
        }
    }
    grains
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::{Day, Timestamp};
    use crate::core::model::{
        Answer, ItemScale, LocalText, Question, QuestionId, Response, Scale, ScaleItem, Survey,
        SurveyId, SurveyKind, Verbatim,
    };
    use crate::core::tally::{Layout, Resolution, Slice};
    use proptest::prelude::*;
    use std::sync::Arc;

    /// Touchpoint, day, team, satisfaction answered.
    type Row = (u8, i32, u8, u8);

    fn survey() -> Survey {
        let item = |id| ScaleItem { name: LocalText::default(), question: QuestionId::new(id) };
        let items = vec![item("a"), item("b")];
        let kind = SurveyKind::Scale(ItemScale { scale: Scale::FIVE, items, wanted_alpha: 0.7 });
        Survey { id: SurveyId::new("s"), name: LocalText::default(), kind }
    }

    fn empty() -> Feedback {
        let layout = Arc::new(Layout::new(Question::defaults()));
        Feedback::with_surveys(layout, &[survey()])
    }

    fn of(rows: &[Row]) -> Feedback {
        let mut feedback = empty();
        let questions = feedback.layout().questions().len();
        let csat = feedback.layout().find("csat").expect("a default question");
        for (touchpoint, day, team, value) in rows {
            let (touchpoint, team) = (touchpoint.to_string(), team.to_string());
            let value = Some(f64::from(*value));
            let answers =
                [csat, questions, questions + 1].map(|question| Answer { question, value });
            let response = Response {
                id: None,
                touchpoint: &touchpoint,
                submitted_at: Timestamp(i64::from(*day) * 86_400_000),
                day: Day(*day),
                dimensions: [None, None, Some(&team)],
                answers: &answers,
                comment: Some(Verbatim::plain("said")),
            };
            feedback.count(&response).expect("few names");
        }
        feedback.complete();
        feedback
    }

    fn joined(parts: &[&Feedback]) -> Feedback {
        let mut all = empty();
        all.join(parts).expect("few names");
        all
    }

    proptest! {
        #[test]
        fn parts_say_what_the_whole_says(rows in prop::collection::vec((0u8..4, 0i32..60, 0u8..3, 1u8..6), 0..60), cut in 0usize..60) {
            let (left, right) = rows.split_at(cut.min(rows.len()));
            let (whole, joined) = (of(&rows), joined(&[&of(right), &of(left)]));
            for team in [None, Some("1")] {
                let slice = Slice { dimensions: [None, None, team.map(Into::into)], ..Slice::default() };
                let totals = |one: &Feedback| one.tally(Grain::FINEST).totals(&slice);
                prop_assert_eq!(totals(&joined), totals(&whole));
                for touchpoint in ["0", "1", "2", "3"] {
                    let at = |one: &Feedback| one.comments(touchpoint, &slice).map(|c| (c.at, c.dimensions[2].map(str::to_owned))).collect::<Vec<_>>();
                    let (mut one, mut other) = (at(&joined), at(&whole));
                    one.sort();
                    other.sort();
                    prop_assert_eq!(one, other);
                    let sums = |one: &Feedback| one.survey_sums(&survey(), &slice, Some(touchpoint)).map(|sums| sums.respondents);
                    prop_assert_eq!(sums(&joined), sums(&whole));
                }
            }
            prop_assert!(joined.is_complete());
        }
    }

    #[test]
    fn sums_stand_in_where_every_part_can_answer() {
        let grain = Grain { touchpoint: true, ..Grain::MONTHS };
        let mut reading = empty();
        let mut table = Tally::new(reading.shared_layout(), grain);
        table.add("0", Day(0), [None; 3], &[(Layout::RESPONSES, 40)]).expect("few names");
        reading.add_summary(table);
        let all = joined(&[&of(&[(0, 1, 0, 5)]), &reading]);
        let count = |need| all.tally(need).totals(&Slice::default()).responses();
        let days = Grain { resolution: Resolution::Day, ..grain };
        assert_eq!((count(Grain::MONTHS), count(days)), (41, 1));
        assert!(all.is_settled(Grain::MONTHS) && !all.is_settled(days) && !all.is_complete());
        assert!(
            !joined(&[&empty(), &reading]).is_settled(Grain::MONTHS),
            "one part says nothing yet"
        );
    }
}
