//! A plan for a workstation: a checklist, or a refusal that helps.

use super::answer::{again, presuming, remedies, sources, step_item, sworn, tag, word_of};
use super::short::facts;
use super::{Block, Detail, Item, Line, Marker, Style, basis, headed, mark, titled, verdict};
use crate::locale::{Joined as _, Message, Messages};
use crate::model::Verdict;
use crate::view::answer::{NamedFact, ReasonRole};
use crate::view::setup::{Conflict, Heeded, Setup, Station, Unserved};

pub fn blocks(setup: &Setup, detail: Detail, messages: &Messages) -> Vec<Block> {
    let word = Message::new(format!("setup-{}", setup.verdict)).number("servers", setup.servers.len());
    let word = messages.say(&word);
    if detail == Detail::Quiet {
        return vec![Block::Paragraph(word.into())];
    }
    let (sign, style) = mark(setup.verdict);
    let mut title = Line::new().styled(style, format!("{sign} {}", word.to_uppercase()));
    if let Some(station) = &setup.station {
        title = title.plain(format!(" · {}", firmness(station, messages)));
    }
    if setup.strict {
        title = title.plain(format!(" · {}", messages.text("answer-strict")));
    }
    let mut blocks = vec![Block::Paragraph(title), Block::Pairs(summary(setup, messages))];
    blocks.extend(asked(setup, messages));
    blocks.extend(setup.station.iter().flat_map(|station| ready(setup, station, messages)));
    blocks.extend(refused(setup, detail, messages));
    if detail == Detail::Full {
        blocks.extend(sources(&setup.sources, messages));
    }
    blocks.extend(again(&setup.replay, messages));
    blocks
}

/// `stated · some steps are unconfirmed`
fn firmness(station: &Station, messages: &Messages) -> String {
    let steps = match station.weakest {
        Some(found) if found <= station.basis => return basis(station.basis, messages),
        Some(found) => basis(found, messages),
        None => messages.text("step-unconfirmed-word"),
    };
    let steps = messages.say(&Message::new("setup-weakest").with("basis", steps));
    format!("{} · {steps}", basis(station.basis, messages))
}

/// `server 1`
fn name(setup: &Setup, number: usize, messages: &Messages) -> String {
    messages.say(&Message::new("setup-server").with("target", &setup.target).number("number", number))
}

fn names(setup: &Setup, numbers: &[usize], messages: &Messages) -> String {
    numbers.iter().map(|number| name(setup, *number, messages)).joined(", ")
}

/// The workstation with what is chosen for it, and the servers.
fn summary(setup: &Setup, messages: &Messages) -> Vec<(Line, Line)> {
    let computer = setup.station.as_ref().map_or(&setup.named, |station| &station.named);
    let computer = computer.iter().map(|fact| (fact.title.as_str().into(), fact.values.as_str().into()));
    let servers = (1..)
        .zip(&setup.servers)
        .map(|(number, one)| (name(setup, number, messages).into(), facts(&one.named, messages)));
    computer.chain(servers).collect()
}

fn asked(setup: &Setup, messages: &Messages) -> Vec<Block> {
    let items = setup.questions.iter().map(|asked| {
        let question = &asked.question;
        let line = Line::new().strong(&question.text).dim(format!("  {}=…", question.axis));
        let item = Item::judged(Verdict::Undetermined, line).detail(name(setup, asked.server, messages));
        item.details(question.find_out.as_deref())
    });
    titled("answer-ask-next", items, messages)
}

fn ready(setup: &Setup, station: &Station, messages: &Messages) -> Vec<Block> {
    let steps = station.steps.iter().map(|step| step_item(step, messages));
    let mut blocks = titled("setup-steps", steps, messages);
    let warning = |line: Line| Item::new(Marker::Symbol("!", Style::Caution), line);
    let lacks = station.lacks.iter().map(|title| warning(title.as_str().into()));
    blocks.extend(titled("setup-missing", lacks, messages));
    let fill_in = station.parameters.iter();
    let fill_in = fill_in.map(|one| (Line::new().code(one.placeholder()), Line::from(one.text.as_str())));
    blocks.extend(headed("setup-fill-in", Block::Pairs(fill_in.collect()), messages));
    let cautions = station.cautions.iter().map(|heeded| warning(caution(setup, heeded, messages)));
    blocks.extend(titled("answer-cautions", cautions, messages));
    blocks
}

/// What is said, behind the servers that it is said of, if these are not all, and what it presumes; and on whose word.
fn caution(setup: &Setup, heeded: &Heeded, messages: &Messages) -> Line {
    let caution = &heeded.caution;
    let mut line = Line::new();
    if heeded.servers.len() < setup.servers.len() {
        line = line.dim(format!("{}: ", names(setup, &heeded.servers, messages)));
    }
    let word = tag(&caution.id, Some(sworn(caution.basis, caution.origin, messages)), &caution.sources, None);
    line.line(&presuming(&caution.when, &caution.text, messages)).plain("  ").line(&word)
}

fn refused(setup: &Setup, detail: Detail, messages: &Messages) -> Vec<Block> {
    let why = setup.unserved.iter().map(|one| unserved(setup, one, messages));
    let why = why.chain(setup.conflicts.iter().map(|one| conflict(setup, one, messages)));
    let mut blocks = titled("answer-why", why, messages);
    if detail == Detail::Full {
        blocks.extend(remedies(&setup.remedies, messages));
    } else {
        let items = setup.remedies.iter().map(|remedy| {
            let line = Line::from(remedy.title.as_str()).dim(format!("  {}", remedy.id));
            Item::new(Marker::Bullet, line).commands(&remedy.commands)
        });
        blocks.extend(titled("answer-remedies", items, messages));
    }
    if !setup.split.is_empty() {
        let heading = Message::new("setup-split").number("stations", setup.split.len());
        blocks.push(Block::Heading(messages.say(&heading).into()));
        blocks.push(Block::Items(setup.split.iter().map(|one| proposed(setup, one, messages)).collect()));
    }
    for server in &setup.hopeless {
        let none = Message::new("setup-hopeless").with("server", name(setup, *server, messages));
        blocks.push(Block::Paragraph(messages.say(&none).into()));
    }
    blocks
}

/// Why a server cannot be served from the system: each reason on a line.
fn unserved(setup: &Setup, one: &Unserved, messages: &Messages) -> Item {
    let line = format!("{}: {}", name(setup, one.server, messages), verdict(one.verdict, messages));
    let reasons = one.reasons.iter().filter(|reason| reason.role != ReasonRole::Overruled);
    let told = reasons.flat_map(|reason| {
        let remark = (reason.role == ReasonRole::Discounted).then(|| messages.text("answer-discounted"));
        [presuming(&reason.when, &reason.because, messages), word_of(reason, remark, messages)]
    });
    Item::judged(one.verdict, line).details(told)
}

fn conflict(setup: &Setup, conflict: &Conflict, messages: &Messages) -> Item {
    let apart = Message::new("setup-conflict").with("servers", names(setup, &conflict.servers, messages));
    let item = Item::judged(Verdict::Unsupported, messages.say(&apart));
    match (&conflict.exclusion, &conflict.because) {
        (Some(id), Some(because)) => {
            let word = conflict.basis.map(|found| basis(found, messages));
            item.detail(because.as_str()).detail(tag(id, word, &conflict.sources, None))
        }
        _ => item.detail(messages.text("setup-no-station")),
    }
}

/// A workstation that would do, with its steps in a phrase each.
fn proposed(setup: &Setup, station: &Station, messages: &Messages) -> Item {
    let line = Line::from(computer(&station.named)).dim(format!(" · {}", names(setup, &station.serves, messages)));
    let steps = station.steps.iter().map(|step| &step.title).joined("; ");
    let reaches = Message::new("alternative-reaches").with("basis", firmness(station, messages));
    let derived = [messages.text("alternative-derived"), messages.say(&reaches)].join(" · ");
    Item::new(Marker::Number, line).detail(steps).detail(Line::new().dim(derived))
}

/// `Windows Server 2008 · management tools: Exchange 2007 SP2`
pub(super) fn computer(named: &[NamedFact]) -> String {
    let told = |(at, fact): (usize, &NamedFact)| match at {
        0 => fact.values.clone(),
        _ => format!("{}: {}", fact.title, fact.values),
    };
    named.iter().enumerate().map(told).joined(" · ")
}
