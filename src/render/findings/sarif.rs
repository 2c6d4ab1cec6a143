//! Findings as SARIF 2.1.0, as code hosts take it: rules with help, real regions, relative URIs, fingerprints that survive
//! moved lines.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_sarif::sarif::{
    ArtifactLocation, Location, Message as Text, MultiformatMessageString, PhysicalLocation, PropertyBag, Region,
    ReportingConfiguration, ReportingDescriptor, Result as SarifResult, ResultLevel, Run, Sarif, Tool, ToolComponent,
};
use sha2::{Digest as _, Sha256};

use super::place::Places;
use super::{Level, level, level_of, said};
use crate::diag::{Code, Finding, Label, Place};
use crate::lint;
use crate::locale::{Message, Messages};
use crate::print::markdown;
use crate::render::{codes, entry};

/// Where the format is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of the folder among the bases of URIs, where it is not below the working directory.
const BASE: &str = "FOLDER";

/// The name of our fingerprint; the number rises if it is computed otherwise.
const FINGERPRINT: &str = "canmanage/1";

/// One run with every rule and every finding.
#[must_use]
pub fn log(findings: &[Finding], places: Places<'_>, messages: &Messages) -> Sarif {
    let driver = ToolComponent::builder()
        .name("canmanage")
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .short_description(text_of(&messages.text("cmd-data-check")))
        .rules(lint::codes().into_iter().map(|code| rule(code, messages)).collect::<Vec<_>>())
        .build();
    let mut seen = BTreeMap::new();
    let results = findings.iter().map(|finding| result(finding, places, messages, &mut seen)).collect::<Vec<_>>();
    let mut run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .language(messages.language().tag())
        .column_kind("utf16CodeUnits")
        .results(results)
        .build();
    run.original_uri_base_ids =
        places.base().map(|uri| [(BASE.to_owned(), ArtifactLocation::builder().uri(uri).build())].into());
    Sarif::builder().schema(SCHEMA).version("2.1.0").runs(vec![run]).build()
}

fn rule(code: Code, messages: &Messages) -> ReportingDescriptor {
    let say = |about: &str| messages.say(&Message::new(format!("{about}-{code}")));
    let meaning = say("code");
    let severity = messages.say(&Message::new(format!("severity-{}", code.severity())));
    let told = [meaning.clone(), say("why"), say("mend"), severity].join("\n\n");
    // Markdown has no arguments and its links are meant, so nothing in it is escaped.
    let document = entry::document(&[codes::entry(code, messages)], messages);
    let help = MultiformatMessageString::builder().text(escaped(&told)).markdown(markdown::render(&document)).build();
    let level = level_of(code.severity());
    // Read by code hosts, which know `error`, `warning` and `recommendation`.
    let tags = PropertyBag::builder()
        .tags(vec!["knowledge".to_owned()])
        .additional_properties(BTreeMap::from([("problem.severity".to_owned(), level.name().into())]))
        .build();
    ReportingDescriptor::builder()
        .id(code.name())
        .short_description(text_of(&meaning))
        .full_description(text_of(&meaning))
        .help(help)
        .default_configuration(ReportingConfiguration::builder().level(level.name()).build())
        .properties(tags)
        .build()
}

fn result(
    finding: &Finding,
    places: Places<'_>,
    messages: &Messages,
    seen: &mut BTreeMap<String, usize>,
) -> SarifResult {
    let of_label = |label: &Label| {
        let mut location = location(Some(&label.place), places);
        location.message = label.message.as_ref().map(|message| message_of(&messages.say(message)));
        location
    };
    let main = finding.primary.as_ref().map_or_else(|| location(None, places), of_label);
    let rule = lint::codes().iter().position(|code| *code == finding.code).and_then(|at| i64::try_from(at).ok());
    let mut result = SarifResult::builder()
        .rule_id(finding.code.name())
        .level(match level(finding) {
            Level::Error => ResultLevel::Error,
            Level::Warning => ResultLevel::Warning,
        })
        .message(message_of(&said(finding, messages)))
        .locations(vec![main])
        .partial_fingerprints(BTreeMap::from([(FINGERPRINT.to_owned(), fingerprint(finding, places, seen))]))
        .build();
    result.rule_index = rule;
    if !finding.context.is_empty() {
        let related = (1_i64..).zip(finding.context.iter().map(of_label));
        let numbered = related.map(|(id, mut location)| {
            location.id = Some(id);
            location
        });
        result.related_locations = Some(numbered.collect());
    }
    result
}

/// A place; without one the entrance of the folder.
fn location(place: Option<&Place>, places: Places<'_>) -> Location {
    let entrance = places.entrance();
    let place = place.or(entrance.as_ref());
    let mut artifact = ArtifactLocation::builder().uri(places.uri(place.map(|place| place.file))).build();
    artifact.uri_base_id = places.base().map(|_| BASE.to_owned());
    let mut physical = PhysicalLocation::builder().artifact_location(artifact).build();
    physical.region = place.map(|place| region(place, places));
    Location::builder().physical_location(physical).build()
}

fn region(place: &Place, places: Places<'_>) -> Region {
    let region = places.region(place);
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    Region::builder()
        .start_line(number(region.start_line))
        .start_column(number(region.start_column))
        .end_line(number(region.end_line))
        .end_column(number(region.end_column))
        .build()
}

/// What stays the same when lines are added above: the kind, the file, the line without its indent and the words that are
/// marked; and the how manieth of these it is.
fn fingerprint(finding: &Finding, places: Places<'_>, seen: &mut BTreeMap<String, usize>) -> String {
    let mut hash = Sha256::new();
    let (line, marked) = finding.primary.as_ref().map_or(("", ""), |label| words(&label.place, places));
    for part in [finding.code.name(), places.inner(places.file(finding)), line, marked] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize().iter().take(16).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let times = seen.entry(digest.clone()).or_default();
    *times += 1;
    format!("{digest}:{times}")
}

/// The line in which a place begins, and what is marked of it.
fn words<'f>(place: &Place, places: Places<'f>) -> (&'f str, &'f str) {
    let text = places.files.text(place.file);
    let line = text.get(..place.span.start).map_or(0, |before| before.rfind('\n').map_or(0, |at| at + 1));
    let first = |text: &'f str| text.lines().next().unwrap_or_default().trim();
    (first(text.get(line..).unwrap_or_default()), first(text.get(place.span.clone()).unwrap_or_default()))
}

fn text_of(text: &str) -> MultiformatMessageString {
    MultiformatMessageString::builder().text(escaped(text)).build()
}

fn message_of(text: &str) -> Text {
    Text::builder().text(escaped(text)).build()
}

/// In a message braces hold arguments unless they are doubled, and `[text](target)` is a link.
fn escaped(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}").replace("](", "] (")
}
