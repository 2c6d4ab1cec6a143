//! The file as a whole: what it may load, the tables with their forms and charts, the sources, and the pool of answers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac_sha256::Hash;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::answers::{Tree, answers, tree};
use super::chart::{chart, listed};
use super::form::form;
use super::pool::{Packed, Pool};
use super::speech::Speech;
use crate::decide::Facts;
use crate::knowledge::{Knowledge, Table};
use crate::locale::{Language, Message};
use crate::print::answer::published;
use crate::view::Context;

const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");

pub fn document(plain: &Speech<'_>, strict: &Speech<'_>) -> String {
    let knowledge = plain.first.knowledge;
    let mut pool = Pool::default();
    let trees = plain.tables().into_iter().map(|table| {
        let answers = [plain, strict].map(|speech| answers(&mut pool, speech, table));
        (table, tree(&mut pool, knowledge, table, &answers))
    });
    let trees: Vec<(&Table, Tree)> = trees.collect();
    let packed = pool.packed();
    let style = style(plain);
    // `<` could end the element that the texts stand in.
    let texts = packed.texts.replace('<', "\\u003c");
    let whole = html! {
        (DOCTYPE)
        html lang=(plain.first.messages.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (plain.first.say(&title(knowledge))) }
                link rel="icon" href="data:,";
                style { (PreEscaped(&style)) }
            }
            body {
                a class="skip" href="#main" { (plain.word("page-skip")) }
                (header(plain, knowledge))
                main id="main" tabindex="-1" {
                    noscript {
                        @for cx in &plain.all { p lang=(cx.messages.tag()) { (cx.say(&without_script(&plain.first))) } }
                    }
                    (left_out(plain))
                    @for (number, (table, tree)) in trees.iter().enumerate() {
                        (panel(plain, strict, table, number, tree, &packed))
                    }
                    p class="dim scripted" id="chart-help" { (plain.word("page-chart-help")) }
                }
                (footer(plain, knowledge))
                script type="application/json" id="texts" { (PreEscaped(texts)) }
                script type="text/plain" id="lists" { (STANDARD.encode(&packed.lists)) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    whole.into_string()
}

/// Only the script and the style sheet of this file, and no request to anywhere.
fn policy(style: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Hash::hash(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(SCRIPT),
        hash(style)
    )
}

/// The style sheet, which shows of each text the one language.
fn style(speech: &Speech<'_>) -> String {
    let shown = speech.each(|cx| format!("html[lang={0}] span[lang={0}]", cx.messages.tag()));
    STYLE.replace("html[lang] span[lang]", &shown.join(", "))
}

/// What a language is called by those who speak it; its tag, where the program does not.
fn language_name(cx: &Context<'_>) -> String {
    let spoken = Language::of_tag(cx.messages.tag()).is_some();
    if spoken { cx.word("page-language") } else { cx.messages.tag().to_owned() }
}

/// That more is seen with scripts, and in which language the rest is.
fn without_script(cx: &Context<'_>) -> Message {
    Message::new("page-noscript").with("language", language_name(cx))
}

/// What was left out of an address, and the sentences that say so: the script puts the names in.
fn left_out(speech: &Speech<'_>) -> Markup {
    let sentences = [
        ("fact-unknown-axis", ["table", "axis"].as_slice()),
        ("page-unknown-value", &["axis", "value"]),
        ("page-several", &["name", "values"]),
        ("fact-repeated-axis", &["axis"]),
        ("unknown-table", &["table"]),
    ];
    html! {
        p id="left-out" class="scripted" role="alert" hidden {}
        div id="sentences" hidden {
            p id="page-left-out" { (speech.word("page-left-out")) }
            @for (id, names) in sentences {
                @let message = names.iter().fold(Message::new(id), |message, name| message.with(name, format!("{{{name}}}")));
                p id=(id) { (speech.say(&message)) }
            }
        }
    }
}

fn title(knowledge: &Knowledge) -> Message {
    Message::new("page-title").with("name", &knowledge.name)
}

fn header(speech: &Speech<'_>, knowledge: &Knowledge) -> Markup {
    html! {
        header {
            h1 { (speech.say(&title(knowledge))) }
            div class="scripted" {
                div role="tablist" aria-label=(speech.first.word("page-tables")) {
                    @for (number, table) in speech.tables().into_iter().enumerate() {
                        button role="tab" id={ "tab" (number) } aria-controls={ "t" (number) } { (speech.text(&table.title)) }
                    }
                }
                div class="options" {
                    label { input type="checkbox" id="strict"; (speech.word("answer-strict")) }
                    @for cx in &speech.all {
                        @let tag = cx.messages.tag();
                        button class="language" value=(tag) lang=(tag) aria-pressed="false" { (language_name(cx)) }
                    }
                }
            }
        }
    }
}

fn panel(
    plain: &Speech<'_>,
    strict: &Speech<'_>,
    table: &Table,
    number: usize,
    tree: &Tree,
    packed: &Packed,
) -> Markup {
    let order: Vec<usize> = tree.order.iter().map(|axis| axis.index()).collect();
    let roots: Vec<usize> = tree.roots.iter().map(|root| packed.number(*root)).collect();
    let command = |speech: &Speech<'_>| speech.first.check_line(table, &Facts::none(table));
    html! {
        section class="table" id={ "t" (number) } data-table=(table.id) data-order=(listed(&order)) data-roots=(listed(&roots))
            data-command=(command(plain)) data-command-strictly=(command(strict)) {
            h2 { (plain.text(&table.question)) }
            div class="ask scripted" {
                (form(plain, table, number))
                div class="answer" {
                    div class="facts" {}
                    div class="verdict" role="status" {}
                    div class="rest" {}
                    p class="again" { (plain.word("page-link")) ": " a {} }
                    p class="again" { (plain.word("answer-again")) ": " code {} }
                    button class="copy" { (plain.word("page-copy")) }
                    " " span class="copied" role="status" hidden { (plain.word("page-copied")) }
                    details class="setup" {
                        summary { (plain.word("page-setup")) }
                        div {}
                    }
                }
            }
            (chart(plain, strict, table))
            button class="print scripted" { (plain.word("page-print")) }
        }
    }
}

fn footer(speech: &Speech<'_>, knowledge: &Knowledge) -> Markup {
    let edition = Message::new("page-edition")
        .with("name", &knowledge.name)
        .with("version", &knowledge.version)
        .with("digest", &knowledge.digest);
    html! {
        footer {
            h2 { (speech.word("answer-sources")) }
            dl {
                @for source in &knowledge.sources {
                    dt { (source.id) }
                    dd {
                        @if let Some(url) = &source.url {
                            a href=(url) rel="noreferrer" { (speech.text(&source.title)) }
                        } @else {
                            (speech.text(&source.title))
                        }
                        " "
                        span class="dim" {
                            (speech.told(|cx| published(&source.publisher, source.date.as_deref(), cx.messages)))
                        }
                    }
                }
            }
            p { (speech.say(&edition)) }
        }
    }
}
