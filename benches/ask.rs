//! What reading a question costs, side by side in one run: `cargo bench --bench ask`.
//!
//! Each text is read as a question, and passed over once as bytes. Rounds of both alternate, so that a machine that slows down
//! slows both; the median round counts, and the ratio of reading to the plain pass. The same text at half the length tells how
//! the cost grows: near 2 it grows with the length.

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    missing_docs,
    reason = "a bench speaks on stdout, and stops at what is wrong"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use canmanage::ask::Asker;
use canmanage::embedded;
use canmanage::limits::QUESTION as LONGEST_QUESTION;

/// No more rounds than this, and no more time for one text.
const ROUNDS: usize = 51;
const LONGEST: Duration = Duration::from_secs(10);

const SHORT: &str = "Can I manage our Exch 2007 SP1 CCR on W2K8 from my XP SP3 box with the SP1 EMC?";

const MAIL: &str = "Hi team,\nDave from the Leeds office (ticket INC-40417) asked me this and I promised an answer before Friday. \
     We have two mailbox clusters. The older one is a two-node CCR, EX07-MBX01 and EX07-MBX02, both on Windows Server 2003 x64 \
     Enterprise Edition SP2 with Exchange 2007 SP1, the other is an SCC on Windows Server 2008 that got Service Pack 2 last month. \
     My desktop is Windows XP SP3 with Outlook 2003 and McAfee, and last Tuesday I put the SP1 version of the Exchange Management \
     Console on it. Dave has Vista and the same console. Am I allowed to manage both clusters from my desktop, and is he?\n\
     The manager also asks whether we could use the jump server (2008, full installation) over Remote Desktop instead.\n\
     감사합니다. 혹시 비스타에서 관리해도 되는지도 알려 주세요.\nThanks, Priya\n";

/// Repeated up to the longest question there is.
const RUNS: [&str; 12] = [
    "xp sp3 ",
    "2008 r2 ",
    "8.1.240.6 ",
    "from xp or vista and 2003 to 2008, ",
    "exhcange vsita windwos ",
    "비스타에서 윈도우 2008에 있는 CCR을 ",
    "비스타에서윈도우2008에있는ccr을",
    "banana ",
    "RDP to AB1 2003, ",
    "CL-A is 2003, CL-B is 2008, ",
    "we replaced XP by Vista: now ",
    "Anna has XP. Piet has Vista. ",
];

/// The same, but without anything that parts words.
const WORDS: [&str; 3] = ["2008", "관리할수있", "에서로를의"];

fn main() {
    let knowledge = embedded::knowledge().expect("the embedded knowledge");
    let start = Instant::now();
    let asker = Asker::new(&knowledge);
    println!("making a reader: {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    println!("  {:<44} {:>7} {:>12} {:>10} {:>8}", "text", "bytes", "reading", "to a pass", "to half");
    measure(&asker, "short question", SHORT);
    measure(&asker, "long mail", MAIL);
    for run in RUNS {
        measure(&asker, run, &repeated(run, LONGEST_QUESTION));
    }
    for bytes in [1 << 10, 2 << 10] {
        for run in WORDS {
            measure(&asker, run, &repeated(run, bytes));
        }
    }
}

/// Repeats a text up to a length in bytes, cut where a character ends.
fn repeated(text: &str, bytes: usize) -> String {
    let mut long = text.repeat(bytes / text.len() + 1);
    long.truncate((0..=bytes).rev().find(|at| long.is_char_boundary(*at)).unwrap_or(0));
    long
}

fn measure(asker: &Asker<'_>, name: &str, text: &str) {
    let half =
        text.get(..(0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)).unwrap_or_default();
    let mut times: [Vec<f64>; 3] = [Vec::new(), Vec::new(), Vec::new()];
    let started = Instant::now();
    while times[0].len() < ROUNDS && (times[0].is_empty() || started.elapsed() < LONGEST) {
        times[0].push(time(|| drop(black_box(asker.read(black_box(text))))));
        times[1].push(time(|| drop(black_box(asker.read(black_box(half))))));
        times[2].push(time(|| {
            black_box(black_box(text).bytes().fold(0_u64, |sum, byte| sum.rotate_left(1) ^ u64::from(byte)));
        }));
    }
    let [whole, half, pass] = times.each_mut().map(|times| median(times));
    let told: String = format!("{name:?}").chars().take(44).collect();
    let bytes = text.len();
    println!("  {told:<44} {bytes:>7} {:>9.3} ms {:>8.0} x {:>6.1} x", whole * 1e3, whole / pass, whole / half);
}

fn time(way: impl FnOnce()) -> f64 {
    let start = Instant::now();
    way();
    start.elapsed().as_secs_f64()
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
