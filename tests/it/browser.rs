//! The page in headless Chromium, driven by chromedriver over HTTP. Without them these tests say that they were skipped.

#![allow(clippy::print_stderr, reason = "what was skipped, and how much was compared, is worth a line")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use canmanage::advise::advise;
use canmanage::decide::{Facts, decide};
use canmanage::knowledge::{Knowledge, Table};
use canmanage::locale::{Language, Messages};
use canmanage::page::answers::parts;
use canmanage::print;
use canmanage::view::{Context, Invocation};
use serde_json::{Value, json};

use crate::folder::fresh;
use crate::page::embedded;
use crate::program::in_root;

const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A browser that shows the page of the embedded knowledge.
struct Browser {
    driver: Child,
    port: u16,
    session: String,
    address: String,
}

impl Browser {
    /// None where there is none.
    fn open(name: &str) -> Option<Self> {
        let Ok(mut driver) = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).spawn() else {
            eprintln!("skipped: there is no chromedriver here");
            return None;
        };
        let lines = BufReader::new(driver.stdout.take().expect("its output")).lines();
        let port = lines.map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        let place = fresh(name);
        std::fs::write(place.join("advisor.html"), embedded()).expect("a page");
        let address = format!("file://{}", place.join("advisor.html").display());
        let mut browser = Self { driver, port: port.expect("a port"), session: String::new(), address };
        let profile = format!("--user-data-dir={}", place.join("profile").display());
        let flags: Vec<&str> = FLAGS.into_iter().chain([profile.as_str()]).collect();
        let options = json!({ "browserName": "chrome", "goog:loggingPrefs": { "browser": "ALL" }, "goog:chromeOptions": { "args": flags } });
        let session = browser.call("POST", "/session", &json!({ "capabilities": { "alwaysMatch": options } }));
        browser.session = format!("/session/{}", session["sessionId"].as_str().expect("a session"));
        browser.go("");
        Some(browser)
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the driver");
        let body = body.to_string();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all((head + &body).as_bytes()).expect("a request");
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        for line in reader.by_ref().lines().map(|line| line.expect("a head").to_lowercase()) {
            match line.strip_prefix("content-length:") {
                Some(own) => length = own.trim().parse().expect("a length"),
                None if line.is_empty() => break,
                None => {}
            }
        }
        let mut answer = vec![0; length];
        reader.read_exact(&mut answer).expect("an answer");
        let told: Value = serde_json::from_slice(&answer).expect("JSON");
        assert!(told["value"]["error"].is_null(), "{path}: {}", told["value"]["message"]);
        told["value"].clone()
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        self.call("POST", &format!("{}{path}", self.session), body)
    }

    /// Opens the page at these facts, anew.
    fn go(&self, facts: &str) {
        self.post("/url", &json!({ "url": "about:blank" }));
        self.post("/url", &json!({ "url": format!("{}{facts}", self.address) }));
    }

    fn run(&self, script: &str, arguments: &Value) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// A command of the browser's own protocol.
    fn devtools(&self, command: &str, parameters: &Value) {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
    }

    /// Waits until an expression of the page is this text.
    #[track_caller]
    fn shows(&self, expression: &str, text: &str) {
        let mut shown = Value::Null;
        for _ in 0..50 {
            shown = self.run(&format!("return {expression}"), &json!([]));
            if shown.as_str().is_some_and(|shown| shown.contains(text)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("`{expression}` is {shown}, without `{text}`");
    }

    /// Types keys where the focus is.
    fn press(&self, keys: &str) {
        let actions: Vec<Value> = keys
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() })))
            .collect();
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() && !std::thread::panicking() {
            self.call("DELETE", &self.session, &json!({}));
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

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
    browser.shows(VERDICT, "✓ SUPPORTED");
    browser.run("one('section.table:not([hidden]) .setup summary').click()", &json!([]));
    browser.shows("one('section.table:not([hidden]) .setup').innerText", "RSAT-Clustering");
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
    for (paper, width, height) in [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)] {
        for table in ["manage", "host", "install", "upgrade"] {
            browser.go(&format!("#table={table}"));
            browser.run("document.body.classList.add('chart-only')", &json!([]));
            let sheet = json!({ "page": { "width": width, "height": height }, "background": true });
            let print = browser.post("/print", &sheet);
            let print = STANDARD.decode(print.as_str().expect("a document")).expect("base64");
            let pages = String::from_utf8_lossy(&print).matches("/Type /Page\n").count();
            assert_eq!(pages, 1, "{table} on {paper}");
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
    let mut tables: Vec<&Table> = knowledge.tables.iter().collect();
    tables.sort_by_key(|table| table.id != knowledge.default_table);
    let mut compared = 0;
    for (number, table) in tables.into_iter().enumerate() {
        let mut sets = vec![(Facts::none(table), 0)];
        for axis in table.axis_ids() {
            let with = |(facts, open): (Facts, usize)| {
                let values = table[axis].all().map(|value| (facts.clone().with(axis, [value], table), open));
                std::iter::once((facts.clone(), open + 1)).chain(values).collect::<Vec<_>>()
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
