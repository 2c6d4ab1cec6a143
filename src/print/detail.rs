//! How much of an answer people want to see.

/// JSON holds everything, whichever of these is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// `-q`: the verdict's word alone.
    Quiet,
    /// What fits a screen.
    #[default]
    Short,
    /// `-v`: the reading, overruled rules, worked-out alternatives, places in sources and the replay line as well.
    Full,
}
