//! A large knowledge folder, the same in every run: some axes, two thousand rules that each look at a corner of them, a few
//! cautions, and a silent entry for the rest. `benches/large.rs` reads this file too.

use std::fmt::Write as _;

use canmanage::diag::{Files, SourceFile};

/// A sequence without rhyme that is the same everywhere.
pub struct Dice(pub u64);

impl Dice {
    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }
}

/// A folder with one table `t` of axes `a0`, `a1`, ... with so many values each, and `rules` rules.
pub fn folder(sizes: &[usize], rules: usize) -> Files {
    let mut files = Files::new("generated");
    let mut push = |path: String, text: String| {
        files.push(SourceFile { path, text });
    };
    push(
        "knowledge.toml".to_owned(),
        "format = \"1.0.0\"\nname = \"generated\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ndefault-table = \"t\"\n\
         title = { en = \"generated\" }\n"
            .to_owned(),
    );
    push(
        "remedies.toml".to_owned(),
        "[remedy.else]\ntitle = { en = \"else\" }\ntext = { en = \"do something else\" }\nbasis = \"stated\"\n\
         sources = [\"s\"]\n"
            .to_owned(),
    );
    push(
        "sources.toml".to_owned(),
        "[source.s]\ntitle = { en = \"s\" }\npublisher = \"p\"\norigin = \"vendor\"\n".to_owned(),
    );
    push("tables/t.toml".to_owned(), table(sizes, rules));
    for (axis, size) in sizes.iter().enumerate() {
        let values =
            (0..*size).map(|value| format!("[value.v{axis}-{value}]\nname = {{ en = \"v{axis} {value}\" }}\n"));
        push(
            format!("vocabulary/v{axis}.toml"),
            format!("title = {{ en = \"v{axis}\" }}\n{}", values.collect::<String>()),
        );
    }
    files
}

fn table(sizes: &[usize], rules: usize) -> String {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut text = String::from("title = { en = \"t\" }\nquestion = { en = \"?\" }\n");
    for (axis, size) in sizes.iter().enumerate() {
        let ids = (0..*size).map(|value| format!("\"v{axis}-{value}\"")).collect::<Vec<_>>().join(", ");
        let _ = write!(
            text,
            "[[axis]]\nid = \"a{axis}\"\nvocabulary = \"v{axis}\"\ntitle = {{ en = \"a{axis}\" }}\n\
             question = {{ en = \"?\" }}\ninside = [{ids}]\n"
        );
    }
    for rule in 0..rules {
        let (effect, more) = if rule % 3 == 0 { ("forbid", "remedies = [\"else\"]\n") } else { ("permit", "") };
        let basis = ["stated", "stated", "reading", "inferred"][dice.throw(4)];
        let skipped = dice.throw(sizes.len());
        let named = (0..sizes.len()).filter(|axis| sizes.len() == 1 || *axis != skipped);
        let when = named.map(|axis| some_values(axis, sizes[axis], &mut dice)).collect::<Vec<_>>().join(", ");
        let _ = write!(
            text,
            "[{effect}.r{rule}]\nwhen = {{ {when} }}\nbecause = {{ en = \"because {rule}\" }}\nbasis = \"{basis}\"\n\
             sources = [\"s\"]\n{more}"
        );
    }
    for (axis, size) in sizes.iter().enumerate() {
        let when = some_values(axis, *size, &mut dice);
        let _ = write!(
            text,
            "[caution.c{axis}]\nwhen = {{ {when} }}\ntext = {{ en = \"mind {axis}\" }}\nbasis = \"stated\"\nsources = [\"s\"]\n"
        );
    }
    let _ = write!(text, "[silent.rest]\nwhen = {{}}\nbecause = {{ en = \"nobody speaks of the rest\" }}\n");
    text
}

/// One to three neighbouring values of an axis, as they stand in `when`.
fn some_values(axis: usize, size: usize, dice: &mut Dice) -> String {
    let first = dice.throw(size);
    let values = (first..size.min(first + 1 + dice.throw(3))).map(|value| format!("\"v{axis}-{value}\""));
    format!("a{axis} = [{}]", values.collect::<Vec<_>>().join(", "))
}
