//! The library as an embedder uses it: the examples run, its answers are those of the program, its errors are errors.

use canmanage::{Advisor, Answer, Error, Language, Verdict};

use crate::program::{in_root, line};

#[path = "../../examples/check.rs"]
mod check;
#[path = "../../examples/folder.rs"]
mod folder;
#[path = "../../examples/json.rs"]
mod json;

#[test]
fn the_examples_run() {
    check::main().expect("check");
    folder::main().expect("folder");
    json::main().expect("json");
}

#[test]
fn an_answer_of_the_library_is_the_json_of_the_program() {
    for (facts, language) in
        [("from=xp kind=ccr", Language::En), ("from=2008 tools=sp2 server=sp2 on=2008 kind=scc", Language::Ko)]
    {
        let advisor = Advisor::embedded().expect("knowledge").in_language(language);
        let answer: Answer = advisor.check(facts.split(' ')).expect("facts");
        let told = line(&format!("check {facts} --format json --lang {language}")).json();
        assert_eq!(serde_json::to_value(&answer).expect("JSON"), told, "{facts}");
    }
    let place = "tests/packs/version-skew";
    let advisor = Advisor::of_folder(std::path::Path::new(place)).expect("a folder").strictly();
    let answer = advisor.check(["component=kubectl", "client=1.24", "server=1.27"]).expect("facts");
    let told = line(&format!("check component=kubectl client=1.24 server=1.27 --strict --data {place} --format json"));
    assert_eq!(serde_json::to_value(&answer).expect("JSON"), told.json());
    assert_eq!(answer.verdict, Some(Verdict::Unsupported));
}

#[test]
fn what_cannot_be_answered_is_an_error_that_says_why() {
    let advisor = Advisor::embedded().expect("knowledge");
    let told = |result: Result<Answer, Error>| {
        let error: Box<dyn std::error::Error + Send + Sync> = Box::new(result.expect_err("no answer"));
        error.to_string()
    };
    assert_eq!(told(advisor.check(["xp"])), "`xp` is not a fact (did you mean `from=xp`, `on=xp`?)");
    assert_eq!(told(advisor.check(["from=vistaa"])), "axis `from` knows no `vistaa` (did you mean `vista`?)");
    assert_eq!(told(advisor.check_in("mange", ["from=xp"])), "there is no table `mange`");
    let nowhere = Advisor::of_folder(&in_root("nowhere")).map(|_| ()).expect_err("no folder");
    assert!(nowhere.to_string().contains("is not a folder that can be read"), "{nowhere}");
    let broken = Advisor::of_folder(&in_root("tests/lints")).map(|_| ()).expect_err("no knowledge");
    assert!(broken.to_string().contains("is no knowledge folder"), "{broken}");
}

#[test]
fn an_advisor_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Advisor>();
    shared::<Answer>();
}
