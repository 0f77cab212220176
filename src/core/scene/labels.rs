//! Names of things, in the reader's language.

use crate::core::hearts::{Alert, Subject};
use crate::core::model::{Dimension, Heart, IndicatorId, Lang, TouchpointId};
use crate::core::workspace::{Mover, Workspace};
use serde::{Deserialize, Serialize};

/// An id with the name to show for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// The name of what an alert or a change is about, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Label {
    /// An indicator.
    Indicator {
        /// Its name.
        name: String,
        /// Its unit.
        unit: String,
        /// Its heart.
        heart: Option<Heart>,
    },
    /// A touchpoint.
    Touchpoint {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
        /// Its journey.
        journey: Named,
    },
    /// A team.
    Team(Named),
}

impl Workspace {
    /// The name of a dimension's value.
    pub(super) fn named(&self, dimension: Dimension, value: &str, lang: Lang) -> Named {
        Named { id: value.to_owned(), name: self.settings.name(dimension, value, lang).to_owned() }
    }

    pub(super) fn alert_label(&self, alert: &Alert, lang: Lang) -> Label {
        match &alert.subject {
            Subject::Indicator(id) => self.indicator_label(id, lang),
            Subject::Touchpoint(id) => self.touchpoint_label(id, lang),
            Subject::Team(team) => Label::Team(self.named(Dimension::Team, team, lang)),
        }
    }

    pub(super) fn mover_label(&self, mover: &Mover, lang: Lang) -> Label {
        match mover {
            Mover::Touchpoint(id) => self.touchpoint_label(id, lang),
            Mover::Team(team) => Label::Team(self.named(Dimension::Team, team, lang)),
        }
    }

    pub(super) fn touchpoint_label(&self, id: &TouchpointId, lang: Lang) -> Label {
        let found = self.touchpoint(id);
        let name = found.map_or(id.as_str(), |(_, touchpoint)| touchpoint.name.get(lang));
        let journey = found.map(|(journey, _)| Named {
            id: journey.id.to_string(),
            name: journey.name.get(lang).to_owned(),
        });
        Label::Touchpoint {
            id: id.to_string(),
            name: name.to_owned(),
            journey: journey.unwrap_or_default(),
        }
    }

    /// The name of the indicator with an id, which need not be known.
    pub(super) fn indicator_label_of(&self, id: &str, lang: Lang) -> Label {
        self.indicator_label(&IndicatorId::new(id), lang)
    }

    fn indicator_label(&self, id: &IndicatorId, lang: Lang) -> Label {
        let found = self.indicators.iter().find(|indicator| indicator.id == *id);
        let name = found.map(|indicator| indicator.name.get(lang)).filter(|name| !name.is_empty());
        Label::Indicator {
            name: name.unwrap_or(id.as_str()).to_owned(),
            unit: found.map_or("", |indicator| indicator.unit.get(lang)).to_owned(),
            heart: found.and_then(|indicator| indicator.heart),
        }
    }
}
