//! The page in headless Chromium. Where there is none, these tests say that they were skipped.

#![allow(clippy::print_stderr, reason = "what was skipped, and how much was compared, is worth a line")]

use canmanage::advise::advise;
use canmanage::decide::{Facts, decide};
use canmanage::knowledge::{Knowledge, Table};
use canmanage::locale::{Language, Messages};
use canmanage::page::answers::parts;
use canmanage::page::form::picks;
use canmanage::print;
use canmanage::view::{Context, Invocation};
use serde_json::{Value, json};

use crate::chromium::Browser;
use crate::program::in_root;

/// Width and height in centimetres.
const PAPERS: [(&str, f64, f64); 2] = [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)];
const VERDICT: &str = "one('section.table:not([hidden]) .verdict').innerText";
const ENTER: &str = "\u{e007}";
const RIGHT: &str = "\u{e014}";

#[test]
fn facts_are_picked_linked_to_copied_and_taken_back_without_a_mouse_or_a_request() {
    let Some(browser) = Browser::open("browser-use") else { return };
    let pick = |axis: &str, value: &str| {
        let chosen = format!("section.table:not([hidden]) fieldset[data-axis={axis}] input[value='{value}']");
        browser.run("one(arguments[0]).click()", &json!([chosen]));
    };
    browser.shows(VERDICT, "UNDETERMINED");
    pick("from", "vista");
    browser.shows("location.hash", "#from=vista");
    pick("kind", "ccr");
    browser.shows(VERDICT, "UNSUPPORTED");
    browser.shows("copied()", "canmanage check from=vista kind=ccr");
    browser.run("history.back()", &json!([]));
    browser.shows(VERDICT, "UNDETERMINED");
    browser.shows("one('input[value=vista]').checked ? 'picked' : ''", "picked");
    browser.run("one('.language[value=ko]').click()", &json!([]));
    browser.shows("document.documentElement.lang + document.title", "ko");
    browser.shows(VERDICT, "추가 정보 필요");
    browser.run("one('.language[value=en]').click()", &json!([]));
    browser.shows(VERDICT, "UNDETERMINED");
    // A link says everything.
    browser.go("#from=2008&tools=sp2&server=sp2&on=2008&kind=scc&strict");
    browser.shows(VERDICT, "✓ SUPPORTED · stated · strictly: only what is stated counts");
    browser.shows("one('section.table:not([hidden]) .legend.strictly').innerText", "no source states it: 83");
    browser.run("one('section.table:not([hidden]) .setup summary').click()", &json!([]));
    browser.shows("one('section.table:not([hidden]) .setup ol').innerText", "RSAT-Clustering");
    // The keyboard alone: a value of the form, then a cell of the chart.
    browser.go("");
    browser.run("one('section.table:not([hidden]) input').focus()", &json!([]));
    browser.press(RIGHT);
    browser.shows("location.hash", "#from=xp");
    browser.run("one('section.table:not([hidden]) .chart td[tabindex=\"0\"]').focus()", &json!([]));
    browser.shows("one('section.table:not([hidden]) .reason').innerText", "SUPPORTED");
    browser.press(&format!("{RIGHT}{ENTER}"));
    browser.shows("location.hash", "#from=xp&tools=rtm&server=rtm&on=2008&kind=ccr");
    assert_eq!(
        browser.run("return performance.getEntriesByType('resource').length", &json!([])),
        json!(0),
        "no request"
    );
    assert_eq!(browser.post("/se/log", &json!({ "type": "browser" })), json!([]), "nothing on the console");
}

#[test]
fn a_link_names_facts_as_the_program_does_and_what_it_cannot_mean_is_told() {
    let Some(browser) = Browser::open("browser-links") else { return };
    for (link, kept, told, verdict) in [
        ("#from=XP", "#from=xp", "", "UNDETERMINED"),
        (
            "#FROM=windows-xp&on=windows-server-2008&kind=Clustered",
            "#from=xp&on=2008&kind=clustered",
            "",
            "UNSUPPORTED",
        ),
        ("#from=vista&kind=scc,ccr", "#from=vista&kind=clustered", "", "UNSUPPORTED"),
        ("#from=vitsa&on=2008&kind=ccr", "#on=2008&kind=ccr", "axis `from` has no value", "UNDETERMINED"),
        ("#form=xp&on=2003", "#on=2003", "table `manage` has no axis `form`", "UNDETERMINED"),
        ("#from=xp&from=vista", "", "axis `from` is given more than once", "UNDETERMINED"),
        ("#tools=exchange-2007&on=2003", "#on=2003", "`exchange-2007` can mean several values", "UNDETERMINED"),
        ("#table=mange&on=2003", "", "there is no table `mange`", "UNDETERMINED"),
        ("#from=%3Cimg%20src=x%3E", "", "`<img src=x>`", "UNDETERMINED"),
    ] {
        browser.go(link);
        browser.shows("location.hash + '|'", &format!("{kept}|"));
        browser.shows("one('#left-out').innerText", told);
        assert_eq!(browser.run("return one('#left-out').hidden", &json!([])), json!(told.is_empty()), "{link}");
        browser.shows(VERDICT, verdict);
    }
}

#[test]
fn a_ticket_and_a_sheet_say_what_was_asked_and_what_to_do() {
    let Some(browser) = Browser::open("browser-ticket") else { return };
    browser.go("#from=xp&tools=sp1&server=sp1&on=2008&kind=ccr");
    let copied = browser.run("return copied()", &json!([]));
    let copied = copied.as_str().expect("a text");
    for part in [
        "?\n\nworkstation: Windows XP Professional\nmanagement tools: Exchange 2007 SP1\n",
        "\n\n✗ UNSUPPORTED · stated\n\nWhy\n  ✗ Workstation",
        "\n\nWhat to do\n  • Remote Desktop to a machine that fits  remote-desktop\n     Open a Remote Desktop session",
        "\n\nTake care\n  ! ",
        "\n\nLink to this answer: file://",
        "#from=xp&tools=sp1&server=sp1&on=2008&kind=ccr\nThe same answer again: canmanage check from=xp ",
    ] {
        assert!(copied.contains(part), "{part} in {copied}");
    }
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let panel = "section.table:not([hidden])";
    browser.shows(&format!("one('{panel} .answer').innerText"), "workstation: Windows XP Professional\n");
    browser.shows("String(one('.chart').offsetParent)", "null");
    browser.shows(
        "all('footer dt').filter(source => source.offsetParent).map(source => source.textContent).join()",
        "bb676559,ms-cmrp,cc758698",
    );
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
    for (paper, width, height) in PAPERS {
        assert_eq!(browser.sheets(width, height), 1, "{paper}");
    }
}

#[test]
fn the_page_speaks_as_the_browser_does_until_another_language_is_chosen() {
    let Some(browser) = Browser::open("browser-language") else { return };
    let agent = browser.run("return navigator.userAgent", &json!([]));
    browser.devtools("Emulation.setUserAgentOverride", &json!({ "userAgent": agent, "acceptLanguage": "ko-KR,en" }));
    let spoken = "document.documentElement.lang";
    browser.go("#from=vista");
    browser.shows(spoken, "ko");
    browser.shows("location.hash + '|'", "#from=vista|");
    browser.go("#lang=en");
    browser.shows(spoken, "en");
    browser.go("");
    browser.run("one('.language[value=en]').click()", &json!([]));
    browser.go("#from=vista");
    browser.shows(spoken, "en");
    browser.run("document.documentElement.classList.remove('js')", &json!([]));
    browser.shows("String(all('.scripted').some(part => part.offsetParent))", "false");
}

#[test]
fn the_reason_of_a_cell_and_the_cell_that_was_picked_are_on_the_screen() {
    let Some(browser) = Browser::open("browser-chart") else { return };
    let within = |selector: &str| {
        let seen = "const place = one(arguments[0]).getBoundingClientRect(); return place.top >= 0 && place.bottom <= innerHeight && place.left >= 0 && place.right <= innerWidth";
        browser.run(seen, &json!([format!("section.table:not([hidden]) {selector}")]))
    };
    for [width, height] in [[1280, 700], [390, 844]] {
        browser.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
        for facts in [
            "#from=xp&tools=sp1&server=sp2&on=2008&kind=scc",
            "#table=upgrade&current=sp1&target=sp2&on=2008&method=gui&node=active",
        ] {
            browser.go(facts);
            browser.run("one('section.table:not([hidden]) td.here').focus()", &json!([]));
            for part in ["td.here", ".reason"] {
                assert_eq!(within(part), json!(true), "{part} of {facts} at {width}");
            }
        }
    }
}

/// How the page is looked at: a name, the width and height of the window, and what the system prefers.
type View = (&'static str, [u32; 2], Option<(&'static str, &'static str)>);
const VIEWS: &[View] = &[
    ("light", [1280, 900], None),
    ("dark", [1280, 900], Some(("prefers-color-scheme", "dark"))),
    ("forced colours", [1280, 900], Some(("forced-colors", "active"))),
    ("zoomed to 200 %", [640, 450], None),
    ("zoomed to 400 %", [320, 225], None),
    ("telephone", [390, 844], None),
];

#[test]
fn the_page_fits_and_can_be_read_by_everybody_in_every_view() {
    let Some(browser) = Browser::open("browser-views") else { return };
    let axe = std::fs::read_to_string(in_root("target/axe/package/axe.min.js"));
    if axe.is_err() {
        eprintln!("skipped: axe-core is not in target/axe; `.ci/run` puts it there");
    }
    for (view, [width, height], prefers) in VIEWS {
        let features: Vec<Value> =
            prefers.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        browser.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
        browser.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
        if let Some((name, value)) = prefers {
            let query = format!("return matchMedia('({name}: {value})').matches");
            assert_eq!(browser.run(&query, &json!([])), json!(true), "{view}");
        }
        for facts in
            ["", "#from=2008&server=sp2&on=2008&kind=ccr&lang=ko", "#from=vista&kind=ccr", "#table=install&on=xp"]
        {
            browser.go(facts);
            browser.run("for (const closed of all('details')) closed.open = true", &json!([]));
            let wide = browser.run("return document.documentElement.scrollWidth", &json!([]));
            assert!(wide.as_u64() <= Some(u64::from(*width)), "{view} {facts}: {wide} wide");
            let Ok(axe) = &axe else { continue };
            browser.run(axe, &json!([]));
            let found = browser.post(
                "/execute/async",
                &json!({ "script": "const done = arguments[0]; axe.run().then(found => done(found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' '))))", "args": [] }),
            );
            assert_eq!(found, json!([]), "{view} {facts}");
        }
    }
}

#[test]
fn each_chart_is_printed_on_one_sheet() {
    let Some(browser) = Browser::open("browser-print") else { return };
    for (paper, width, height) in PAPERS {
        for table in ["manage", "host", "install", "upgrade"] {
            browser.go(&format!("#table={table}"));
            browser.run("document.body.classList.add('chart-only')", &json!([]));
            assert_eq!(browser.sheets(width, height), 1, "{table} on {paper}");
        }
    }
}

/// Hashes of the answers to all sets of facts with at most two open axes, and 0 for each other set, as the page's own script finds them.
const ANSWERS: &str = "
    const [panel, strict, language] = [panels[arguments[0]], arguments[1], arguments[2]];
    const sizes = axes.get(panel).map(axis => all('input', axis).length);
    const hashes = [];
    const walk = facts => {
        if (facts.length < sizes.length) {
            for (let value = 0; value < sizes[facts.length]; value++) walk([...facts, value]);
        } else if (facts.filter(fact => !fact).length > 2) {
            hashes.push(0);
        } else {
            const found = answer(panel, facts, strict);
            const text = found.kind + [found.why, found.verdict, found.rest, found.setup].map(part => html(part, language)).join('');
            let hash = 0x811c9dc5;
            for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
            hashes.push(hash >>> 0);
        }
    };
    walk([]);
    return hashes;";

/// The same from the engine, which advises in full and keeps nothing.
fn expected(knowledge: &Knowledge, table: &Table, facts: &Facts, strict: bool, messages: &Messages) -> u32 {
    let invocation = Invocation { data: None, strict };
    let cx = Context::new(knowledge, messages, &invocation);
    let decision = decide(table, facts, strict);
    let advice = advise(knowledge, table, &decision);
    let kind = print::matrix::kind(decision.verdict(), decision.basis()).to_owned();
    let text = kind + &parts(cx, table, &decision, &advice).map(|part| part.flat()).concat();
    text.encode_utf16().fold(0x811c_9dc5, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193))
}

#[test]
fn every_answer_of_the_page_is_that_of_the_engine() {
    let Some(browser) = Browser::open("browser-answers") else { return };
    let knowledge = canmanage::embedded::knowledge().expect("knowledge");
    let mut tables: Vec<&Table> = knowledge.tables().collect();
    tables.sort_by_key(|table| table.id != knowledge.default_table);
    let mut compared = 0;
    for (number, table) in tables.into_iter().enumerate() {
        let mut sets = vec![(Facts::none(table), 0)];
        for axis in table.axis_ids() {
            let picks = picks(&table[axis], &knowledge);
            let with = |(facts, open): (Facts, usize)| {
                let picked =
                    picks.iter().map(|pick| (facts.clone().with(axis, pick.values.iter().copied(), table), open));
                std::iter::once((facts.clone(), open + 1)).chain(picked).collect::<Vec<_>>()
            };
            sets = sets.into_iter().flat_map(with).collect();
        }
        for (strict, language) in
            [(false, Language::En), (true, Language::En), (false, Language::Ko), (true, Language::Ko)]
        {
            let messages = Messages::new(language);
            let found = browser.run(ANSWERS, &json!([number, strict, language.tag()]));
            let found = found.as_array().expect("hashes");
            assert_eq!(found.len(), sets.len(), "{}", table.id);
            let few_open = sets.iter().zip(found).filter(|((_, open), _)| *open <= 2);
            for ((facts, _), found) in few_open {
                let expected = expected(&knowledge, table, facts, strict, &messages);
                assert_eq!(*found, json!(expected), "{} {facts:?} strict {strict} {language}", table.id);
                compared += 1;
            }
        }
    }
    eprintln!("{compared} answers compared");
}
