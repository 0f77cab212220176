//! How a session begins.

use super::source::Source;
use super::{Extent, Questions, Session, State, today};
use crate::core::connection::{Config, ConfigError, Connection};
use crate::core::workspace::Workspace;
use crate::engine::keeping::{Shelf, show_kept};
use crate::engine::pace::Pace;
use crate::engine::preview::Samples;
use crate::engine::tickets::Tickets;
use crate::platform::EnginePort;
use crate::protocol::{ConfigFault, SITE};
use serde::Deserialize;
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// What a session begins with.
pub struct Start<'a> {
    /// Where relative paths start: the page's own folder.
    pub base: String,
    /// Tells this program from others: what another one kept is not read.
    pub build: &'a str,
    /// The text of `config.json`, or what kept it from being read.
    pub config: Result<String, ConfigFault>,
    /// What is read instead of what the site names, or beside it, as JSON; the site's own without it.
    pub choice: Option<&'a str>,
}

/// Which connections are read, as the page's boot script says it.
#[derive(Default, Deserialize)]
struct Choice {
    /// True when those of the site are among them.
    uses_site: bool,
    /// Those of this device.
    own: Vec<Own>,
}

#[derive(Deserialize)]
struct Own {
    id: String,
    document: Value,
}

/// Connections by what they are known by, with the text that tells whether one is still the same.
type Named = (String, Connection, String);

impl Session {
    /// Starts reading.
    pub fn start(port: EnginePort, start: Start) -> Self {
        let choice = choice(start.choice);
        let text = start.config.as_deref().unwrap_or_default().to_owned();
        let parsed = start.config.and_then(|text| Ok(Config::parse(&text)?));
        let (mut config, mut fault) = match parsed {
            Ok(config) => (config, None),
            Err(fault) => (Config::default(), Some(fault)),
        };
        let is_demo = fault.is_none() && config.connections.is_empty();
        if is_demo {
            config = demo(config, &choice, &mut fault);
        }
        let mut named: Vec<Named> = Vec::new();
        if choice.uses_site {
            let ids = (1..).map(site_id);
            named.extend(ids.zip(config.connections).map(|(id, one)| (id, one, text.clone())));
        }
        for own in choice.own {
            match own.read() {
                Ok(connection) => named.push((own.id, connection, own.document.to_string())),
                Err(wrong) => fault = fault.or(Some(ConfigFault::Own(wrong))),
            }
        }
        let empty = Workspace::new(config.settings.clone(), today(&config.settings));
        let is_of_demo = |id: &str| is_demo && id.starts_with(SITE);
        let source = |(id, connection, text): Named| {
            let shelf = Shelf::of(&id, &[start.build, &text]);
            let is_demo = is_of_demo(&id);
            Source::new(id, connection, is_demo, shelf, empty.clone())
        };
        let state = State {
            port,
            questions: Questions::default(),
            fault,
            is_demo,
            sources: named.into_iter().map(source).collect(),
            settings: config.settings,
            base: start.base,
            joined: None,
            not_kept: None,
            is_seen: true,
            pace: Pace::default(),
            samples: Samples::default(),
            tickets: Tickets::default(),
        };
        let session = Self(Rc::new(RefCell::new(state)));
        session.begin();
        session
    }

    fn begin(&self) {
        self.read_all(Extent::New);
        let sources = self.0.borrow().sources.len();
        for source in 0..sources {
            spawn_local(show_kept(self.clone(), source));
            self.listen(source);
        }
    }
}

impl Own {
    fn read(&self) -> Result<Connection, ConfigError> {
        Connection::parse(&self.document.to_string())
    }
}

fn choice(text: Option<&str>) -> Choice {
    let site = Choice { uses_site: true, own: Vec::new() };
    text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or(site)
}

/// The demo, in the place of a site's own connections where there are none. What a device connects itself is read
/// with the site's settings, not with the demo's.
fn demo(config: Config, choice: &Choice, fault: &mut Option<ConfigFault>) -> Config {
    if !choice.uses_site {
        return config;
    }
    Config::demo().unwrap_or_else(|wrong| {
        *fault = Some(wrong.into());
        config
    })
}

fn site_id(number: u32) -> String {
    match number {
        1 => SITE.to_owned(),
        _ => format!("{SITE}-{number}"),
    }
}
