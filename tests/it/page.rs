//! `canmanage page`: one file that holds every answer and asks for nothing.

use std::path::Path;
use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac_sha256::Hash;

use crate::folder::{files, fresh, text_of, written};
use crate::program::{in_root, run};

const PACK: &str = "tests/packs/version-skew";

/// The page of a folder; without one, of the embedded knowledge.
pub fn made(folder: Option<&Path>, language: &str, file: &Path) -> String {
    let file = file.to_str().expect("a path");
    let mut arguments = vec!["page", "--lang", language, "--output", file];
    arguments.extend(folder.iter().flat_map(|folder| ["--data", folder.to_str().expect("a path")]));
    run(&arguments).exits(0).silent_on_stdout().silent_on_stderr();
    text_of(file)
}

/// The page of the embedded knowledge, made once for all tests.
pub fn embedded() -> &'static str {
    static PAGE: OnceLock<String> = OnceLock::new();
    PAGE.get_or_init(|| made(None, "en", &fresh("page").join("advisor.html")))
}

/// What stands in the only element of this kind.
fn inside<'p>(page: &'p str, open: &str, close: &str) -> &'p str {
    let (_, rest) = page.split_once(open).expect(open);
    rest.split_once(close).expect(close).0
}

#[test]
fn the_page_of_the_embedded_knowledge_is_small() {
    let size = embedded().len();
    assert!(size <= 300_000, "{size} bytes");
}

#[test]
fn the_same_knowledge_has_the_same_page() {
    let (place, pack) = (fresh("page-again"), in_root(PACK));
    let pages = ["one.html", "other.html"].map(|name| made(Some(&pack), "ko", &place.join(name)));
    assert!(pages[0] == pages[1] && pages[0].starts_with("<!DOCTYPE html><html lang=\"ko\">"));
    let left: Vec<_> = std::fs::read_dir(&place).expect("a folder").collect();
    assert_eq!(left.len(), 2, "nothing lies about beside the pages");
}

#[test]
fn a_page_may_only_run_its_own_script_and_loads_nothing() {
    let page = embedded();
    let hash = |text: &str| STANDARD.encode(Hash::hash(text.as_bytes()));
    let policy = inside(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(
        policy.contains(&format!("script-src 'sha256-{}'", hash(inside(page, "<script>", "</script>")))),
        "{policy}"
    );
    assert!(policy.contains(&format!("style-src 'sha256-{}'", hash(inside(page, "<style>", "</style>")))), "{policy}");
    for address in page.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(["#main", "data:,"].contains(&address), "{address}");
    }
    for loading in [" src=", "@import", "url(", " style=", " onclick=", "fetch(", "XMLHttpRequest"] {
        assert!(!page.contains(loading), "{loading}");
    }
}

#[test]
fn text_of_a_hostile_folder_stays_text() {
    const HOSTILE: &str = "</script><img src=x onerror=alert(1)>&amp;'\u{202e}";
    let folder = fresh("page-hostile").join("knowledge");
    for (_, file) in files(PACK).iter() {
        written(&folder, &file.path, file.text.replace("en = \"", &format!("en = \"{HOSTILE}")));
    }
    let page = made(Some(&folder), "en", &folder.with_file_name("page.html"));
    let lower = page.to_lowercase();
    assert!(!lower.contains("<img") && lower.contains("&lt;img"), "markup of the folder is escaped");
    assert_eq!(lower.matches("</script").count(), 3, "no text ends a script");
    assert!(!page.contains('\u{202e}'), "nothing changes the direction of reading");
}

#[test]
fn a_page_that_nobody_would_wait_for_is_refused_with_the_figure() {
    let (folder, page) = (fresh("page-large").join("knowledge"), fresh("page-none").join("page.html"));
    for (_, file) in crate::generated::folder(&[99, 99, 39], 5).iter() {
        written(&folder, &file.path, &file.text);
    }
    let words = ["page", "--lang", "en", "--output", page.to_str().unwrap(), "--data", folder.to_str().unwrap()];
    run(&words).exits(4).silent_on_stdout().complains(&["has 400000", "200000 sets of facts"]);
    assert!(!page.exists());
}
