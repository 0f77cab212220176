//! The tokens as plain colours.

use crate::core::scene::Ink;

/// The colours of the theme the page is in. The list's order is the bundle script's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    colours: Vec<String>,
}

impl Palette {
    /// From the colours of ink, soft ink, line, surface, accent, what is bad and the five hearts, in that order.
    pub fn new(colours: Vec<String>) -> Self {
        Self { colours }
    }

    /// The main ink.
    pub fn ink(&self) -> &str {
        self.colour(0)
    }

    /// The ink of what is said aside.
    pub fn soft(&self) -> &str {
        self.colour(1)
    }

    /// The colour of grid lines.
    pub fn line(&self) -> &str {
        self.colour(2)
    }

    /// The colour of what floats above the page.
    pub fn surface(&self) -> &str {
        self.colour(3)
    }

    /// The colour of what is bad.
    pub fn bad(&self) -> &str {
        self.colour(5)
    }

    /// The colour of a line.
    pub fn of(&self, ink: Ink) -> &str {
        match ink {
            Ink::Ink => self.colour(0),
            Ink::Accent => self.colour(4),
            Ink::Heart(place) => self.colour(6 + usize::from(place)),
        }
    }

    fn colour(&self, place: usize) -> &str {
        self.colours.get(place).map_or("", String::as_str)
    }
}
