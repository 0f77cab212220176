//! Which program has which pages.

use super::which::Which;

/// A program of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Program {
    Overview,
    Journeys,
    Analysis,
    Sources,
    Mapper,
}

impl Program {
    /// The name the boot script knows it by.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Journeys => "journeys",
            Self::Analysis => "analysis",
            Self::Sources => "sources",
            Self::Mapper => "mapper",
        }
    }

    /// The program that has a page.
    pub(super) fn of(which: &Which) -> Self {
        match which {
            Which::Overview => Self::Overview,
            Which::Journeys | Which::Map(_) | Which::Heat(_) | Which::NotFound => Self::Journeys,
            Which::Hearts | Which::Responses | Which::Compare | Which::Surveys => Self::Analysis,
            Which::Data | Which::Connections => Self::Sources,
            Which::Connection(_) => Self::Mapper,
        }
    }
}
