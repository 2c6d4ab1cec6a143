//! Findings as SARIF 2.1.0, as code hosts take it: rules with help, real regions, relative URIs, fingerprints that survive
//! moved lines.

#![allow(clippy::indexing_slicing, reason = "an index makes the key of a JSON object that is being put together")]

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::place::Places;
use super::{Level, said};
use crate::data::hash;
use crate::diag::{Code, Finding, Label, Place};
use crate::lint;
use crate::locale::{Message, Messages};

/// Where the format is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of the folder among the bases of URIs, where it is not below the working directory.
const BASE: &str = "FOLDER";

/// The name of our fingerprint; the number rises if it is computed otherwise.
const FINGERPRINT: &str = "canmanage/1";

/// One run with every rule and every finding; `explained` is what is to be known of a kind of finding, as Markdown.
pub fn log(findings: &[Finding], places: Places<'_>, messages: &Messages, explained: impl Fn(Code) -> String) -> Value {
    let mut seen = BTreeMap::new();
    let results = findings.iter().map(|finding| result(finding, places, messages, &mut seen));
    let mut run = json!({
        "tool": { "driver": {
            "name": "canmanage",
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "shortDescription": text(&messages.text("cmd-data-check")),
            "rules": lint::codes().into_iter().map(|code| rule(code, messages, explained(code))).collect::<Vec<_>>(),
        } },
        "language": messages.language().tag(),
        "columnKind": "utf16CodeUnits",
        "results": results.collect::<Vec<_>>(),
    });
    if let Some(uri) = places.base() {
        run["originalUriBaseIds"] = json!({ BASE: { "uri": uri } });
    }
    json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] })
}

fn rule(code: Code, messages: &Messages, explained: String) -> Value {
    let say = |about: &str| messages.say(&Message::new(format!("{about}-{code}")));
    let meaning = say("code");
    let severity = messages.say(&Message::new(format!("severity-{}", code.severity())));
    let mut help = text(&[meaning.clone(), say("why"), say("mend"), severity].join("\n\n"));
    // Markdown has no arguments and its links are meant, so nothing in it is escaped.
    help["markdown"] = explained.into();
    let level = Level::from(code.severity());
    json!({
        "id": code.name(),
        "shortDescription": text(&meaning),
        "fullDescription": text(&meaning),
        "help": help,
        "defaultConfiguration": { "level": level },
        // Read by code hosts, which know `error`, `warning` and `recommendation`.
        "properties": { "tags": ["knowledge"], "problem.severity": level },
    })
}

fn result(finding: &Finding, places: Places<'_>, messages: &Messages, seen: &mut BTreeMap<String, usize>) -> Value {
    let of_label = |label: &Label| {
        let mut location = location(Some(&label.place), places);
        if let Some(message) = &label.message {
            location["message"] = text(&messages.say(message));
        }
        location
    };
    let mut result = json!({
        "ruleId": finding.code.name(),
        "ruleIndex": lint::codes().iter().position(|code| *code == finding.code),
        "level": Level::from(finding.severity),
        "message": text(&said(finding, messages)),
        "locations": [finding.primary.as_ref().map_or_else(|| location(None, places), of_label)],
        "partialFingerprints": { FINGERPRINT: fingerprint(finding, places, seen) },
    });
    if !finding.context.is_empty() {
        let related = (1..).zip(finding.context.iter().map(of_label));
        let numbered = related.map(|(id, mut location): (u32, Value)| {
            location["id"] = id.into();
            location
        });
        result["relatedLocations"] = numbered.collect();
    }
    result
}

/// A place; without one the entrance of the folder.
fn location(place: Option<&Place>, places: Places<'_>) -> Value {
    let entrance = places.entrance();
    let place = place.or(entrance.as_ref());
    let mut artifact = json!({ "uri": places.uri(place.map(|place| places.files.file_at(place))) });
    if places.base().is_some() {
        artifact["uriBaseId"] = BASE.into();
    }
    let mut physical = json!({ "artifactLocation": artifact });
    if let Some(place) = place {
        physical["region"] = json!(places.region(place));
    }
    json!({ "physicalLocation": physical })
}

/// What stays the same when lines are added above: the kind, the file, the line without its indent and the words that are
/// marked; and the how manieth of these it is.
fn fingerprint(finding: &Finding, places: Places<'_>, seen: &mut BTreeMap<String, usize>) -> String {
    let (line, marked) = finding.primary.as_ref().map_or(("", ""), |label| words(&label.place, places));
    let digest = hash([finding.code.name(), places.inner(places.file(finding)), line, marked]);
    let digest: String = digest.chars().take(32).collect();
    let times = seen.entry(digest.clone()).or_default();
    *times += 1;
    format!("{digest}:{times}")
}

/// The line in which a place begins, and what is marked of it.
fn words<'f>(place: &Place, places: Places<'f>) -> (&'f str, &'f str) {
    let (file, span) = places.files.within(place);
    let text = places.files.text(file);
    let (_, line) = places.files.line(file, span.start);
    let first = |text: &'f str| text.lines().next().unwrap_or_default().trim();
    (first(text.get(line..).unwrap_or_default()), first(text.get(span).unwrap_or_default()))
}

/// Text in which nothing is taken for an argument or a link: braces hold arguments unless they are doubled, and
/// `[text](target)` is a link.
fn text(text: &str) -> Value {
    json!({ "text": text.replace('{', "{{").replace('}', "}}").replace("](", "] (") })
}
