//! What one tally names, by the numbers of another.

use super::{Tally, TooManyNames};
use crate::core::model::Dimension;
use crate::core::tally::{Cell, Dictionary, NOT_GIVEN};

/// What one tally names, by the numbers of another it is added to.
#[derive(Clone, Debug)]
pub struct Numbers {
    touchpoints: Vec<u32>,
    dimensions: [Vec<u16>; 3],
}

impl Numbers {
    /// Has the one number whatever the other names.
    pub(super) fn of(other: &Tally, one: &mut Tally) -> Result<Self, TooManyNames> {
        let mut dimensions = [const { Vec::new() }; 3];
        for dimension in Dimension::ALL {
            let known = &mut one.dimensions[dimension.index()];
            let numbers =
                other.values(dimension).names().map(|name| number(known, name, dimension));
            dimensions[dimension.index()] = numbers.collect::<Result<_, _>>()?;
        }
        let touchpoints = other.touchpoints.names().map(|name| one.touchpoints.intern(name));
        Ok(Self { touchpoints: touchpoints.collect(), dimensions })
    }

    /// The number of a touchpoint of the other.
    pub(in crate::core::tally) fn touchpoint(&self, number: u32) -> u32 {
        self.touchpoints.get(number as usize).copied().unwrap_or_default()
    }

    /// The values of a cell of the other.
    pub(in crate::core::tally) fn dimensions(&self, numbers: [u16; 3]) -> [u16; 3] {
        let mut own = [NOT_GIVEN; 3];
        for (place, number) in numbers.into_iter().enumerate() {
            own[place] =
                self.dimensions[place].get(usize::from(number)).copied().unwrap_or_default();
        }
        own
    }

    /// The cell of the one where a cell of the other belongs.
    pub(in crate::core::tally) fn cell(&self, cell: Cell) -> Cell {
        Cell { dimensions: self.dimensions(cell.dimensions), ..cell }
    }
}

fn number(known: &mut Dictionary, name: &str, of: Dimension) -> Result<u16, TooManyNames> {
    u16::try_from(known.intern(name)).map_err(|_| TooManyNames(of))
}
