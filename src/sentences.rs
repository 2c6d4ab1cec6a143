//! The files of `src/locale/`. The build script has a module of the same name that reads them only to show a mistake: an edit of a
//! sentence then compiles no knowledge.

/// The text of a file; empty if there is none of that name.
pub fn written(file: &str) -> String {
    let text = match file {
        "en.ftl" => include_str!("locale/en.ftl"),
        "ko.ftl" => include_str!("locale/ko.ftl"),
        "en.program.ftl" => include_str!("locale/en.program.ftl"),
        "ko.program.ftl" => include_str!("locale/ko.program.ftl"),
        "findings.en.ftl" => include_str!("locale/findings.en.ftl"),
        "findings.ko.ftl" => include_str!("locale/findings.ko.ftl"),
        _ => "",
    };
    text.to_owned()
}
