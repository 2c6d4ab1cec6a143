//! The page: every answer of a knowledge, in one HTML file that needs nothing else.
//!
//! In: a knowledge. Out: HTML that holds the answers to all sets of facts, decided and drawn here, and a script that looks them up. The
//! script decides nothing; it asks for nothing outside the file.

pub mod answers;
mod chart;
mod document;
pub mod form;
pub mod markup;
mod pool;
mod speech;

use crate::knowledge::{Knowledge, Table};
use crate::locale::{Message, Messages};
use crate::view::{Context, Invocation};
use speech::Speech;

/// More sets of facts than this take minutes to answer, and nobody would wait for a browser to read them.
const MOST_ANSWERS: usize = 200_000;
/// A file that can be mailed.
const LARGEST: usize = 2_000_000;

/// The page, in the first of these languages until another is chosen. It is refused if it would be too large to be useful.
pub fn page(knowledge: &Knowledge, data: Option<&str>, languages: &[&str]) -> Result<String, Message> {
    let asked = knowledge.tables().map(|table| sets_of_facts(knowledge, table)).fold(0, usize::saturating_add);
    if asked > MOST_ANSWERS {
        return Err(Message::new("page-too-many").number("found", asked).number("most", MOST_ANSWERS));
    }
    let messages: Vec<Messages> = languages.iter().map(|tag| Messages::of_tag(tag)).collect();
    let [plain, strict] = [false, true].map(|strict| Invocation { data: data.map(str::to_owned), strict });
    let speech = |invocation| {
        let all: Vec<Context<'_>> =
            messages.iter().map(|messages| Context::new(knowledge, messages, invocation)).collect();
        all.first().copied().map(|first| Speech { all, first })
    };
    let (Some(plain), Some(strict)) = (speech(&plain), speech(&strict)) else { return Ok(String::new()) };
    let page = document::document(&plain, &strict);
    if page.len() > LARGEST {
        return Err(Message::new("page-too-large").number("found", page.len()).number("most", LARGEST));
    }
    Ok(page)
}

/// How many sets of facts can be picked.
fn sets_of_facts(knowledge: &Knowledge, table: &Table) -> usize {
    table.axes.iter().map(|axis| form::picks(axis, knowledge).len() + 1).fold(1, usize::saturating_mul)
}
