//! How a feed is asked for what is new alone.

use super::node::{Node, Written, word};
use super::{ConfigError, Parameters};
use crate::core::calendar::{Day, Timestamp, Zone};

/// How far back a refresh looks for answers that came in late, unless a connection says otherwise: a day.
const OVERLAP_SECONDS: u32 = 86_400;

/// How an instant is written in a query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SinceForm {
    /// `2026-10-31T15:30:00Z`, in universal time.
    #[default]
    Iso,
    /// Whole seconds since 1970.
    EpochSeconds,
    /// Milliseconds since 1970.
    EpochMillis,
    /// `2026-10-31`: the day, in the workspace's time zone.
    Date,
}

impl SinceForm {
    /// An instant in this form; where it is coarser, the beginning of the second or day.
    ///
    /// ```
    /// use heartline::core::calendar::{FixedZone, Timestamp};
    /// use heartline::core::connection::SinceForm;
    ///
    /// let at = Timestamp(1_793_460_600_250);
    /// let written = |form: SinceForm| form.write(at, &FixedZone { seconds: 8 * 3600 });
    /// assert_eq!(written(SinceForm::Iso), "2026-10-31T15:30:00Z");
    /// assert_eq!(written(SinceForm::EpochSeconds), "1793460600");
    /// assert_eq!(written(SinceForm::EpochMillis), "1793460600250");
    /// assert_eq!(written(SinceForm::Date), "2026-10-31");
    /// ```
    pub fn write(self, at: Timestamp, zone: &dyn Zone) -> String {
        match self {
            Self::Iso => at.iso(),
            Self::EpochSeconds => at.seconds().to_string(),
            Self::EpochMillis => at.0.to_string(),
            Self::Date => Day::of(at, zone).to_string(),
        }
    }
}

impl Written for SinceForm {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        let forms = [
            ("iso", Self::Iso),
            ("epoch_seconds", Self::EpochSeconds),
            ("epoch_millis", Self::EpochMillis),
            ("date", Self::Date),
        ];
        word(node, &forms)
    }
}

/// How responses are asked for from an instant on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// The parameter of the query that names the instant.
    pub query: String,
    /// How the instant is written.
    pub form: SinceForm,
    /// How many seconds before the newest response is asked again, for those that came in late.
    pub overlap_seconds: u32,
}

impl Written for Since {
    fn read(node: &Node) -> Result<Self, ConfigError> {
        node.members(&["query", "form", "overlap_seconds"])?;
        Ok(Self {
            query: node.required("query")?,
            form: node.or("form", SinceForm::default())?,
            overlap_seconds: node.or("overlap_seconds", OVERLAP_SECONDS)?,
        })
    }
}

impl Since {
    /// The parameter that asks for what was submitted at an instant or later.
    pub fn parameter(&self, at: Timestamp, zone: &dyn Zone) -> Parameters {
        Parameters::one(&self.query, &self.form.write(at, zone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::calendar::FixedZone;
    use serde_json::json;

    fn since(query: &str, form: SinceForm) -> Since {
        Since { query: query.to_owned(), form, overlap_seconds: 0 }
    }

    #[test]
    fn a_day_is_the_workspaces_own() {
        let evening = Timestamp(1_793_491_200_000); // 2026-11-01T00:00:00Z
        let written = |seconds| SinceForm::Date.write(evening, &FixedZone { seconds });
        let asked = since("on", SinceForm::Date).parameter(evening, &FixedZone::default());
        assert_eq!(asked, Parameters::one("on", "2026-11-01"));
        assert_eq!((written(0), written(-3600)), ("2026-11-01".into(), "2026-10-31".into()));
    }

    #[test]
    fn what_it_says_is_read_and_what_is_left_out_has_its_default() {
        let plain = Since::from_json(&json!({"query": "after"})).expect("a query is enough");
        assert_eq!(plain, Since { overlap_seconds: 86_400, ..since("after", SinceForm::Iso) });
        let whole = json!({"query": "t", "form": "epoch_millis", "overlap_seconds": 0});
        assert_eq!(
            Since::from_json(&whole).expect("all members"),
            since("t", SinceForm::EpochMillis)
        );
        let wrong = |json| Since::from_json(&json).expect_err("a fault").path;
        assert_eq!(wrong(json!({"form": "iso"})), "query");
        assert_eq!(wrong(json!({"query": "t", "form": "iso8601"})), "form");
        assert_eq!(wrong(json!({"query": "t", "overlap_seconds": -1})), "overlap_seconds");
        assert_eq!(wrong(json!({"query": "t", "overlap": 1})), "overlap");
    }
}
