//! What truly happened, and is told nowhere: the app has to find it.

use heartline::core::calendar::Month;
use heartline::core::model::Heart;

/// How one response differs from what its touchpoint deserves.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Twist {
    /// Satisfaction, on 1 to 5.
    pub quality: f64,
    /// Ease, on 1 to 7.
    pub ease: f64,
    /// Each heart, on 1 to 5, beyond what quality does.
    pub hearts: [f64; 5],
}

/// The supervisor of the southern branch leaves at the end of June 2026.
const SUPERVISOR_LEFT: (i32, u32) = (2026, 7);

/// The twist of a response about a touchpoint, served by a team, in a month.
pub fn twist(touchpoint: &str, team: &str, month: Month) -> Twist {
    let mut twist = match touchpoint {
        "night-service" => night_service(),
        "return-instructions" => return_instructions(),
        "extra-documents" => Twist { quality: -0.35, ease: -1.1, ..Twist::default() },
        "waiting-room" => Twist { quality: -0.3, ease: -0.7, ..Twist::default() },
        "room-wifi" => Twist { quality: -0.25, ease: -0.5, ..Twist::default() },
        _ => Twist::default(),
    };
    let left = Month::new(SUPERVISOR_LEFT.0, SUPERVISOR_LEFT.1);
    if team == "branch-south" && month >= left {
        twist.quality -= 1.05;
        twist.ease -= 0.9;
        twist.hearts[Heart::Confidence.index()] -= 0.5;
        twist.hearts[Heart::Responsibility.index()] -= 0.4;
    }
    twist
}

/// At night the desk is one person for two hundred rooms: nobody answers.
fn night_service() -> Twist {
    let mut twist = Twist { quality: -1.75, ease: -2.2, ..Twist::default() };
    twist.hearts[Heart::Care.index()] = -0.3;
    twist.hearts[Heart::Patience.index()] = -0.6;
    twist.hearts[Heart::Responsibility.index()] = -0.3;
    twist
}

/// The instructions are good, and nobody finds them.
fn return_instructions() -> Twist {
    let mut twist = Twist { quality: -1.15, ease: -3.1, ..Twist::default() };
    twist.hearts[Heart::Attentiveness.index()] = -0.8;
    twist
}

/// What the whole company learned over the two years, per month.
pub const LEARNING: f64 = 0.006;
