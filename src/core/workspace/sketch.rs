//! A journey of the touchpoints customers spoke of, for connections that give none.

use super::Workspace;
use crate::core::model::{Journey, JourneyId, LocalText, Stage, StageId, Touchpoint, TouchpointId};

/// The id of the sketched journey and of its one stage.
const ID: &str = "touchpoints";

impl Workspace {
    /// Sketches a journey as responses come: their touchpoints in the order they are first met, in one stage, under
    /// their ids. It is there so that figures have a place to be seen; it says nothing of what customers go through.
    pub fn sketched(mut self) -> Self {
        self.is_sketched = true;
        self
    }

    /// Takes up touchpoints that have been met since, where the journey is sketched.
    pub fn sketch(&mut self) {
        let met = self.feedback.touchpoints();
        let drawn = self.touchpoints().count();
        if !self.is_sketched || met.len() == drawn {
            return;
        }
        let new: Vec<Touchpoint> = met.names().skip(drawn).map(touchpoint).collect();
        match self.journeys.first_mut().and_then(|journey| journey.stages.first_mut()) {
            Some(stage) => stage.touchpoints.extend(new),
            None => self.journeys = vec![journey(new)],
        }
    }
}

fn touchpoint(id: &str) -> Touchpoint {
    Touchpoint { id: TouchpointId::new(id), name: LocalText::plain(id), ..Touchpoint::default() }
}

fn journey(touchpoints: Vec<Touchpoint>) -> Journey {
    let stage = Stage {
        id: StageId::new(ID),
        name: LocalText::default().with("en", "As answered").with("zh-CN", "按反馈"),
        touchpoints,
    };
    Journey {
        id: JourneyId::new(ID),
        name: LocalText::default().with("en", "All touchpoints").with("zh-CN", "全部触点"),
        stages: vec![stage],
        ..Journey::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::{Day, Timestamp};
    use crate::core::connection::Settings;
    use crate::core::model::Response;

    fn answered(workspace: &mut Workspace, touchpoint: &str) {
        let response = Response {
            id: None,
            touchpoint,
            submitted_at: Timestamp(0),
            day: Day::default(),
            dimensions: [None; 3],
            answers: &[],
            comment: None,
        };
        workspace.feedback.count(&response).expect("few names");
        workspace.sketch();
    }

    fn drawn(workspace: &Workspace) -> Vec<&str> {
        workspace.touchpoints().map(|(_, touchpoint)| touchpoint.id.as_str()).collect()
    }

    #[test]
    fn touchpoints_are_drawn_as_they_are_met() {
        let mut workspace = Workspace::new(Settings::default(), Day::default()).sketched();
        workspace.sketch();
        assert!(workspace.journeys.is_empty(), "nothing has been met");
        for touchpoint in ["desk", "room", "desk", "bill"] {
            answered(&mut workspace, touchpoint);
        }
        assert_eq!(drawn(&workspace), ["desk", "room", "bill"]);
        assert_eq!(workspace.journeys.len(), 1);
    }

    #[test]
    fn a_journey_that_is_given_is_left_alone() {
        let mut workspace = Workspace::new(Settings::default(), Day::default());
        answered(&mut workspace, "desk");
        assert!(drawn(&workspace).is_empty());
    }
}
