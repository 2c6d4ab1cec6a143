//! What was right, damaged a little, the same way for the same seed.

/// Numbers without a pattern, the same for the same seed (splitmix64).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % (most.max(1) as u64)).expect("below a usize")
    }

    pub fn one<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// Pieces that mean something somewhere, or steer, hide, nest or overflow.
const PLAIN: &str = "
    [ ] [[axis]] { } ' ''' = , . # - _ / < > % ^ & ( ) ? * : ; ~ ` $ @ é ß İ ﬁ ½ ２００８ 한 에서 ᄒ 🙂 0 1 -1 1e9 0x7f
    18446744073709551616 99999999999999999999.1.2.3 8.1.240.6 1.0.0-rc.1 true nan 1979-05-27 when not version differ
    agree axes attribute inside outside rewrite noise aliases acknowledge remedies sources basis stated because en
    ko {} [] xp vista 2003 2008 sp1 sp2 rtm ccr scc r2 from on server tools kind to node active passive rdp exchange
    windows how must or and 비스타 관리 노드 -> → =xp from= from=xp,vista -- NODE1 Online Up ...
";

/// The same, of what a word cannot be.
const SHORT: &[&str] = &[
    "\"", "\"\"\"", "\\", "\n", "\r\n", "\t", " ", "|", "\0", "\u{9b}", "\u{85}", "\u{ad}", "\u{200b}", "\u{202e}",
    "\u{2028}", "\u{3164}", "\u{feff}", "\u{ffff}", "\u{301}", ">=1, <3", "can i", "not ", "할 수", "State : ",
];
const LONG: [&str; 5] = ["\u{1b}[31m", "\u{e0041}", "Identity : ", "{NODE1 <Active>, NODE2}", "---- ----"];

fn piece(random: &mut Random) -> &'static str {
    let pieces: Vec<&str> = PLAIN.split_whitespace().chain(SHORT.iter().copied()).chain(LONG).collect();
    random.one::<&str>(&pieces)
}

/// What was right, damaged a little: pieces put in, taken out, doubled, changed over, or of another text.
pub fn damaged(random: &mut Random, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = random.one(corpus).clone();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() + 1);
        let length = random.below(12).min(bytes.len() - at);
        match random.below(9) {
            0 => drop(bytes.drain(at..at + length)),
            1 | 2 => drop(bytes.splice(at..at, piece(random).bytes())),
            3 => drop(bytes.splice(at..at + length, piece(random).bytes())),
            4 => {
                let again = bytes[at..at + length].repeat(random.below(40));
                drop(bytes.splice(at..at, again));
            }
            5 if !bytes.is_empty() => {
                let at = random.below(bytes.len());
                bytes[at] ^= 1 << random.below(8);
            }
            6 => {
                let other = random.one(corpus);
                let from = random.below(other.len() + 1);
                let to = from + random.below(60).min(other.len() - from);
                drop(bytes.splice(at..at, other[from..to].iter().copied()));
            }
            7 => lines(random, &mut bytes),
            _ => bytes.truncate(at.max(bytes.len() / 2)),
        }
    }
    bytes
}

/// Takes out, doubles or changes over lines.
fn lines(random: &mut Random, bytes: &mut Vec<u8>) {
    let mut lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let (one, other) = (random.below(lines.len()), random.below(lines.len()));
    match random.below(3) {
        0 => drop(lines.remove(one)),
        1 => lines.swap(one, other),
        _ => lines.insert(other, lines[one].clone()),
    }
    *bytes = lines.join(&b'\n');
}
