//! What must be known before the arguments can be read, for the case that they cannot be: taken from the raw words, and never wrong
//! about arguments that can be read.

use std::ffi::OsString;

use clap::ValueEnum as _;

use crate::cli::format::{Colour, Format};
use crate::locale;

pub struct Raw<'a>(Vec<&'a str>);

impl<'a> Raw<'a> {
    pub fn new(arguments: &'a [OsString]) -> Self {
        Self(arguments.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--").collect())
    }

    pub fn language(&self) -> String {
        let asked = self.last("--lang").filter(|text| locale::is_tag(text)).map(str::to_lowercase);
        asked.unwrap_or_else(|| locale::tag_of_locale(&sys_locale::get_locale().unwrap_or_default()))
    }

    pub fn colour(&self) -> Colour {
        self.last("--color").and_then(|text| Colour::from_str(text, true).ok()).unwrap_or(Colour::Auto)
    }

    pub fn format(&self) -> Format {
        self.last("--format").and_then(|text| Format::from_str(text, true).ok()).unwrap_or(Format::Text)
    }

    pub fn ascii(&self) -> bool {
        self.0.contains(&"--ascii")
    }

    pub fn width(&self) -> Option<usize> {
        self.last("--width")?.parse().ok()
    }

    /// The last value of an option, in either of its two spellings.
    pub fn last(&self, option: &str) -> Option<&'a str> {
        let apart = self.0.windows(2).filter_map(|pair| match pair {
            [name, value] if *name == option => Some(*value),
            _ => None,
        });
        let joined = self.0.iter().filter_map(|word| word.strip_prefix(option)?.strip_prefix('='));
        joined.chain(apart).last()
    }
}
