//! Short by default: every full answer about inside values fits a screen of 24 lines and 80 columns, and so do those with open axes.

#![allow(clippy::print_stdout, reason = "the distribution of lengths is shown with --nocapture")]

use canmanage::advise::advise;
use canmanage::decide::{Facts, decide};
use canmanage::knowledge::AxisId;
use canmanage::locale::{Language, Messages};
use canmanage::print::{Detail, short, text};
use unicode_width::UnicodeWidthStr as _;

use canmanage::view::{Context, Invocation, answer::answer as view};

use crate::questions::knowledge;

const LINES: usize = 24;
/// Of the sets of facts with an open axis, one in so many is asked.
const SAMPLE: usize = 5;

#[test]
fn an_answer_fits_a_screen_whatever_inside_values_are_asked_about() {
    for language in [Language::En, Language::Ko] {
        let mut lengths: Vec<(usize, String)> = Vec::new();
        let mut widest = String::new();
        let messages = Messages::new(language);
        let invocation = Invocation::default();
        let cx = Context::new(knowledge(), &messages, &invocation);
        for table in knowledge().tables() {
            // One value of each axis, or none: a number with a digit for each axis.
            let sizes: Vec<usize> = table.axes.iter().map(|axis| axis.inside + 1).collect();
            for number in 0..sizes.iter().product::<usize>() {
                let (mut rest, mut facts, mut open) = (number, Facts::none(table), 0);
                for ((at, axis), size) in AxisId::of(&table.axes).zip(&sizes) {
                    match axis.inside().nth(rest % size) {
                        Some(value) => facts = facts.with(at, [value], table),
                        None => open += 1,
                    }
                    rest /= size;
                }
                if open > 2 || (open > 0 && number % SAMPLE != 0) {
                    continue;
                }
                let decision = decide(table, &facts, false);
                let told = view(cx, table, &decision, &advise(knowledge(), table, &decision));
                let shown =
                    text::render(&short::detailed(&told, Detail::Short, &messages), 80, &|_, text| text.to_owned());
                let long = shown.lines().filter(|line| line.width() > 80).max_by_key(|line| line.width());
                if let Some(long) = long.filter(|long| long.width() > widest.width()) {
                    long.clone_into(&mut widest);
                }
                lengths.push((shown.lines().count(), format!("{}\n{shown}", told.replay)));
            }
        }
        lengths.sort();
        let at = |part: usize| lengths[(lengths.len() - 1) * part / 100].0;
        let (longest, whole) = lengths.last().expect("answers");
        println!("{language}: {} answers, lines: median {}, 95% {}, longest {longest}", lengths.len(), at(50), at(95));
        println!("{language}: widest line of more than 80 columns: {widest:?}");
        assert!(*longest <= LINES, "{longest} lines:\n{whole}");
    }
}
