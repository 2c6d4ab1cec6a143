//! What every verb is written with.

pub use super::app::App;
pub use super::exit::Exit;
pub use super::failure::Failure;
pub use super::format::Format;
pub use super::load::Extent;
