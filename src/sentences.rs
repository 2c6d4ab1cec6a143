//! The files of `src/locale/`. The build script has a module of the same name that reads them only to show a mistake: an edit of a
//! sentence then compiles no knowledge.

/// The text of a file; empty if there is none of that name.
pub fn written(file: &str) -> String {
    let text = match file {
        "en.ftl" => include_str!("locale/en.ftl"),
        "ko.ftl" => include_str!("locale/ko.ftl"),
        "en.program.ftl" => include_str!("locale/en.program.ftl"),
        "ko.program.ftl" => include_str!("locale/ko.program.ftl"),
        "en.editing.ftl" => include_str!("locale/en.editing.ftl"),
        "ko.editing.ftl" => include_str!("locale/ko.editing.ftl"),
        "en.findings.ftl" => include_str!("locale/en.findings.ftl"),
        "ko.findings.ftl" => include_str!("locale/ko.findings.ftl"),
        _ => "",
    };
    text.to_owned()
}
