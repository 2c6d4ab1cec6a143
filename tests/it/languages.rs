//! Languages that only the knowledge has: its texts in them, the program's sentences in English; and a folder to begin with.

use std::path::{Path, PathBuf};

use crate::folder::{files, fresh, text_of, written};
use crate::page;
use crate::program::{Run, check, line, run, run_in, run_with};

/// The base of the examples with a text in two more languages for each that it has in English.
fn folder(name: &str) -> PathBuf {
    let place = fresh(name);
    for (_, file) in files("tests/lints/base").iter() {
        let text =
            file.text.replace("languages = [\"en\", \"ko\"]", "languages = [\"en\", \"ja\", \"zh-Hant\", \"ko\"]");
        let with = |text: String, part: &str| {
            let (before, english) = part.split_once("\", ko = ").expect("both languages");
            text + &format!("en = \"{before}\", ja = \"和 {before}\", zh-Hant = \"漢 {before}\", ko = {english}")
        };
        let mut parts = text.split("en = \"");
        let first = parts.next().expect("a text").to_owned();
        written(&place, &file.path, parts.fold(first, with));
    }
    place
}

fn asked(place: &Path, words: &str, variables: &[(&str, &str)]) -> Run {
    let mut arguments: Vec<&str> = words.split(' ').collect();
    arguments.extend(["--data", place.to_str().expect("UTF-8")]);
    run_with(&arguments, variables)
}

#[test]
fn texts_are_in_any_language_that_the_knowledge_has_and_sentences_in_one_of_the_program() {
    let place = folder("languages");
    check(&place, &[]).exits(0).silent_on_stdout();
    let because = "Charger and device have different ports.";
    for (language, told, sentence) in [
        ("en", String::from(because), "UNSUPPORTED"),
        ("ja", format!("和 {because}"), "UNSUPPORTED"),
        ("JA-jp", format!("和 {because}"), "UNSUPPORTED"),
        ("zh-hant-TW", format!("漢 {because}"), "UNSUPPORTED"),
        ("ko", String::from("충전기와 기기의 단자가 다릅니다."), "지원되지 않음"),
        ("ko-KR", String::from("충전기와 기기의 단자가 다릅니다."), "지원되지 않음"),
    ] {
        let words = format!("check charger=mini device=tablet --lang {language}");
        asked(&place, &words, &[]).exits(1).silent_on_stderr().says(&[&told, sentence]);
        // Elsewhere the system is not asked by variables.
        if cfg!(unix) {
            let locale = format!("{}.UTF-8", language.replace('-', "_"));
            let words = "check charger=mini device=tablet";
            asked(&place, words, &[("LC_ALL", &locale)]).exits(1).says(&[&told, sentence]);
        }
    }
    for words in ["matrix", "list rules", "explain other-port", "data stats", "ask can|mini|charge|the|tablet"] {
        let told = asked(&place, &format!("{} --lang ja", words.replace('|', " ")), &[]);
        assert!(told.stdout.contains("和 ") || words == "data stats", "{words}:\n{}", told.stdout);
        assert!(!told.stdout.contains("漢"), "{words}");
    }
    asked(&place, "data stats --lang ja", &[]).exits(0).says(&["zh-Hant"]);
}

#[test]
fn a_language_that_nobody_has_is_a_usage_error_that_names_those_there_are() {
    let place = folder("languages-unknown");
    let of_folder = ["`en`", "`ja`", "`zh-Hant`", "`ko`"];
    for tag in ["de", "zh", "kok", "j a", "x", "en_US", "ja-"] {
        let told = run(&["check", "charger=mini", "--data", place.to_str().expect("UTF-8"), "--lang", tag]);
        told.exits(2).silent_on_stdout().complains(&[&format!("`{tag}`")]).complains(&of_folder);
        run(&["check", "from=xp", "--lang", tag]).exits(2).silent_on_stdout().complains(&["`en`, `ko`"]);
    }
    let shown = place.to_str().expect("UTF-8");
    run(&["data", "check", shown, "--lang", "ja"]).exits(0);
    run(&["data", "check", shown, "--lang", "de"]).exits(2).complains(&of_folder);
    // What is wrong with a folder comes before what it does not speak.
    run(&["check", "from=xp", "--data", "/nowhere", "--lang", "de"]).exits(4);
    line("check from=xp kind=ccr --lang").exits(2);
}

#[test]
#[cfg(unix)] // elsewhere the system is not asked by variables
fn a_question_is_answered_in_its_language_and_in_that_of_the_system_where_no_question_tells() {
    let place = folder("languages-asked");
    let question = ["ask", "can the mini charger charge a tablet", "--data", place.to_str().expect("UTF-8")];
    run_with(&question, &[("LANG", "ja_JP.UTF-8")]).exits(1).says(&["和 Charger"]);
    run_with(&question, &[("LANG", "ko_KR.UTF-8")]).exits(1).says(&["Charger and device"]);
    run_with(&question, &[("LANG", "de_DE.UTF-8")]).exits(1).says(&["Charger and device"]);
    let korean = ["ask", "미니 충전기로 태블릿을 충전할 수 있습니까?", "--data", place.to_str().expect("UTF-8")];
    run_with(&korean, &[("LANG", "ja_JP.UTF-8")]).exits(1).says(&["단자가 다릅니다"]);
}

#[test]
fn a_page_has_every_language_of_its_knowledge_and_begins_with_the_one_that_is_wanted() {
    let place = folder("languages-page");
    let page = page::made(Some(&place), "ja", &place.join("page.html"));
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"ja\">"));
    for tag in ["en", "ja", "zh-Hant", "ko"] {
        assert!(page.contains(&format!("html[lang={tag}] span[lang={tag}]")), "{tag} is shown");
        assert!(page.contains(&format!("<button class=\"language\" value=\"{tag}\"")), "{tag} can be chosen");
    }
    assert!(page.contains("漢 Charger and device have different ports."));
}

#[test]
fn texts_that_lack_a_language_are_each_named_and_a_language_without_any_text_once() {
    let place = folder("languages-lacking");
    let [head, remedies] = ["knowledge.toml", "remedies.toml"].map(|file| text_of(place.join(file)));
    let shown = place.to_str().expect("UTF-8");
    written(&place, "knowledge.toml", head.replace("\"zh-Hant\"", "\"fr\", \"zh-Hant\""));
    let told = run(&["data", "check", shown]).exits(1).says(&["none of the", "`fr`", "knowledge.toml"]);
    assert_eq!(told.stdout.matches("missing-translation").count(), 1, "{}", told.stdout);
    written(&place, "knowledge.toml", &head);
    written(
        &place,
        "remedies.toml",
        remedies.replace(", ja = \"和 Adapter\"", "").replace("ja = \"和 Put an adapter between them.\"", "ja = \" \""),
    );
    let told = run(&["data", "check", shown]).exits(1);
    assert_eq!(told.stdout.matches("text without `ja`").count(), 2, "{}", told.stdout);
    written(&place, "remedies.toml", remedies.replace(", ja = \"和 Adapter\"", ""));
    // It answers all the same, with the text of the first language, and does not trouble the asker.
    let told = asked(&place, "check charger=mini device=tablet --lang ja", &[]).exits(1).silent_on_stderr();
    told.says(&["  • Adapter", "和 Charger and device"]);
    written(&place, "knowledge.toml", head.replace("\"ja\"", "\"j_a\""));
    run(&["data", "check", shown]).exits(1).says(&["`j_a`", "language tag"]);
}

#[test]
fn a_new_folder_is_clean_and_answers_its_first_question() {
    for (languages, comment) in [("en", "en"), ("en,ko", "ko"), ("en,ja", "en"), ("ja", "ko"), ("ko,zh-Hant,en", "en")]
    {
        let place = fresh("init");
        let made = ["data", "init", "my knowledge", "--languages", languages, "--lang", comment];
        let told = run_in(&place, &made).exits(0).silent_on_stderr();
        // Everything that it says to type is typed.
        let commands: Vec<&str> = told.stdout.lines().filter_map(|line| line.strip_prefix("    canmanage ")).collect();
        assert_eq!(commands.len(), 5, "{}", told.stdout);
        std::fs::create_dir(place.join("my knowledge/schema")).expect("a folder for schemas");
        for command in commands {
            let words = shlex::split(command).expect("words");
            // What is still to be translated is all that is wrong with it.
            let is_checked = words.iter().map(String::as_str).eq(["data", "check", "my knowledge"]);
            run_in(&place, &words).exits(i32::from(is_checked && told.stdout.contains("TODO")));
        }
        let marks = text_of(place.join("my knowledge/tables/connect.toml"));
        for tag in languages.split(',').filter(|tag| !["en", "ko"].contains(tag)) {
            assert!(told.stdout.contains(&format!("TODO({tag})")), "{}", told.stdout);
            assert!(marks.contains(&format!("{tag} = \"TODO({tag}) Systems of one family")), "{marks}");
            let asked = ["check", "from=one", "to=one", "--data", "my knowledge", "--lang", tag];
            // A text that is marked in every language is better than none.
            let shown = match languages {
                "ja" => "TODO(ja) Systems of one family",
                "en,ja" => "✓ Systems of one family",
                _ => "✓ 같은 계열의 시스템",
            };
            run_in(&place, &asked).exits(0).says(&[shown]);
            let found = run_in(&place, &["data", "check", "my knowledge", "--lang", "en"]).exits(1).stdout;
            assert_eq!(found.matches("warning[missing-translation]").count(), 1, "{found}");
            assert!(found.contains(&format!("none of the 28 texts has `{tag}`")), "{found}");
            let counted = run_in(&place, &["data", "stats", "my knowledge", "--format", "json"]).exits(0).json();
            let at = languages.split(',').position(|own| own == tag).expect("its place");
            assert_eq!(counted["languages"][at]["missing"], 28);
        }
        assert_eq!(marks.contains("TODO"), told.stdout.contains("TODO"));
        for kind in ["setup", "procedures", "ask"] {
            let file = format!("my knowledge/{kind}.toml");
            run_in(&place, &["data", "new", kind, "--data", "my knowledge", "--output", &file]).exits(0);
        }
        let allowed = ["data", "check", "--allow", "missing-translation"];
        run_in(&place.join("my knowledge"), &allowed).exits(0).silent_on_stdout();
        run_in(&place, &[&allowed[..], &["--data", "my knowledge"]].concat()).exits(0).silent_on_stdout();
        run_in(&place, &["data", "check"]).exits(4).complains(&["knowledge.toml"]);
    }
}

#[test]
fn a_new_folder_never_takes_the_place_of_a_file() {
    let place = fresh("init-again");
    written(&place, "sources.toml", "mine");
    run_in(&place, &["data", "init", "."]).exits(4).silent_on_stdout().complains(&["sources.toml", "already"]);
    assert_eq!(std::fs::read_dir(&place).expect("the place").count(), 1, "nothing else was written");
    run_in(&place, &["data", "init", "new", "--languages", "en,e_n"]).exits(2).complains(&["`e_n`"]);
    run_in(&place, &["data", "init", "new", "--format", "json"]).exits(2);
    assert_eq!(std::fs::read_dir(&place).expect("the place").count(), 1);
}

#[test]
fn what_a_value_does_not_carry_is_told_in_words() {
    let place = fresh("unsaid");
    for (_, file) in files("tests/lints/base").iter() {
        let text = file.text.replace("[value.maxi]", "[value.bare]").replace("\"maxi\"", "\"bare\"");
        let text = text.replace(
            "name = { en = \"Maxi charger\", ko = \"맥시 충전기\" }\nattributes = { port = \"flat\" }",
            "name = { en = \"Bare charger\", ko = \"맨 충전기\" }",
        );
        let shown = "The manual does not mention this charger (port: {charger.port}).";
        let text = text.replace("format = \"1.0.0\"", "format = \"1.1.0\"");
        written(&place, &file.path, text.replace("The manual does not mention this charger.", shown));
    }
    asked(&place, "check charger=bare device=phone --lang en", &[]).exits(3).says(&["(port: not stated)"]);
}
