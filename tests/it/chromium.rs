//! Headless Chromium with the page of the embedded knowledge, driven by chromedriver over HTTP.

#![allow(clippy::print_stderr, reason = "what was skipped is worth a line")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::folder::fresh;
use crate::page::embedded;

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
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    address: String,
}

impl Browser {
    /// None where there is none.
    pub fn open(name: &str) -> Option<Self> {
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

    pub fn post(&self, path: &str, body: &Value) -> Value {
        self.call("POST", &format!("{}{path}", self.session), body)
    }

    /// Opens the page at these facts, anew.
    pub fn go(&self, facts: &str) {
        self.post("/url", &json!({ "url": "about:blank" }));
        self.post("/url", &json!({ "url": format!("{}{facts}", self.address) }));
    }

    pub fn run(&self, script: &str, arguments: &Value) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// A command of the browser's own protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
    }

    /// Waits until an expression of the page is this text.
    #[track_caller]
    pub fn shows(&self, expression: &str, text: &str) {
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

    /// How many sheets of this size are printed.
    pub fn sheets(&self, width: f64, height: f64) -> usize {
        let print = self.post("/print", &json!({ "page": { "width": width, "height": height }, "background": true }));
        let print = STANDARD.decode(print.as_str().expect("a document")).expect("base64");
        String::from_utf8_lossy(&print).matches("/Type /Page\n").count()
    }

    /// Types keys where the focus is.
    pub fn press(&self, keys: &str) {
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
