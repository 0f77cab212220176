//! A plot's inner frame: shares of its axes to pixels.

/// A plot with room for its axes' values at the left and below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// Its width, in pixels.
    pub width: f64,
    /// Its height, in pixels.
    pub height: f64,
    /// Room at the left.
    pub left: f64,
    /// Room below.
    pub below: f64,
    /// Room above and at the right.
    pub margin: f64,
}

impl Plot {
    /// The pixel of a share of the axis across, 0 at its left end.
    ///
    /// # Example
    /// ```
    /// use heartline::core::scene::Plot;
    /// let plot = Plot { width: 300.0, height: 200.0, left: 40.0, below: 30.0, margin: 10.0 };
    /// assert_eq!((plot.x(0.0), plot.x(1.0)), (40.0, 290.0));
    /// assert_eq!((plot.y(0.0), plot.y(1.0)), (170.0, 10.0));
    /// ```
    pub fn x(&self, share: f64) -> f64 {
        self.left + share * (self.width - self.left - self.margin)
    }

    /// The pixel of a share of the axis upwards, 0 at its lower end.
    pub fn y(&self, share: f64) -> f64 {
        self.height - self.below - share * (self.height - self.below - self.margin)
    }
}
