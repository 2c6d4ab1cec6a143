//! Blocks on a terminal: whole documents as a reader sees them, tables, and where lines break.

#![allow(clippy::needless_pass_by_value, reason = "blocks are written where they are checked")]

use canmanage::print::text::render;
use canmanage::print::text::wrap::wrap;
use canmanage::print::{Block, Item, Line, Marker, Style};

#[track_caller]
fn check(blocks: Vec<Block>, width: usize, expected: &str) {
    let text = render(&blocks, width, &|_, text| text.to_owned());
    assert_eq!(text, expected);
}

fn bracketed(style: Style, text: &str) -> String {
    match style {
        Style::Plain => text.to_owned(),
        style => format!("<{}>{text}</>", format!("{style:?}").to_lowercase()),
    }
}

fn answer() -> Vec<Block> {
    vec![
        Block::Heading("Exchange 관리 도구".into()),
        Block::Paragraph("Windows Server 2016에는 Exchange Server SE 관리 도구를 설치할 수 없습니다.".into()),
        Block::Items(vec![
            Item::new(
                Marker::Bullet,
                "install the management tools on a newer workstation that is joined to the domain",
            )
            .detail("근거: 지원 가능성 매트릭스의 운영 체제 표")
            .commands(["setup.exe /Role:ManagementTools /IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF"]),
            Item::new(Marker::Symbol("✓", Style::Supported), "done"),
        ]),
        Block::Pairs(vec![
            ("server".into(), "mail01".into()),
            ("운영 체제".into(), "Windows Server 2016 표준판, 한국어".into()),
        ]),
        Block::Heading("Then".into()),
        Block::Commands(vec!["Get-ExchangeServer".into(), "exit".into()]),
    ]
}

#[test]
fn a_document_at_80_columns() {
    let expected = "\
Exchange 관리 도구
Windows Server 2016에는 Exchange Server SE 관리 도구를 설치할 수 없습니다.

  • install the management tools on a newer workstation that is joined to the
    domain
    근거: 지원 가능성 매트릭스의 운영 체제 표
      setup.exe /Role:ManagementTools /IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF
  ✓ done

  server     mail01
  운영 체제  Windows Server 2016 표준판, 한국어

Then
    Get-ExchangeServer
    exit
";
    check(answer(), 80, expected);
}

#[test]
fn the_same_at_40_columns() {
    let expected = "\
Exchange 관리 도구
Windows Server 2016에는 Exchange Server
SE 관리 도구를 설치할 수 없습니다.

  • install the management tools on a
    newer workstation that is joined to
    the domain
    근거: 지원 가능성 매트릭스의 운영
    체제 표
      setup.exe /Role:ManagementTools /IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF
  ✓ done

  server     mail01
  운영 체제  Windows Server 2016 표준판,
             한국어

Then
    Get-ExchangeServer
    exit
";
    check(answer(), 40, expected);
}

#[test]
fn nothing_to_say_is_one_newline() {
    check(vec![], 80, "\n");
    check(vec![Block::Heading(Line::new()), Block::Items(vec![]), Block::Commands(vec![])], 80, "\n");
    check(vec![Block::Table { header: vec!["".into()], rows: vec![] }], 80, "\n");
    check(vec![Block::Paragraph("a".into()), Block::Commands(vec!["b".into(), " ".into()])], 80, "a\n\n    b\n");
    check(vec![Block::Items(vec![]), Block::Paragraph("a".into()), Block::Pairs(vec![])], 80, "a\n");
}

#[test]
fn numbers_are_right_aligned() {
    let steps = (1..=10).map(|step| Item::new(Marker::Number, format!("step {step}")));
    let expected = "   1. step 1
   2. step 2
   3. step 3
   4. step 4
   5. step 5
   6. step 6
   7. step 7
   8. step 8
   9. step 9
  10. step 10
";
    check(vec![Block::Items(steps.collect())], 80, expected);
}

#[test]
fn a_long_left_part_puts_the_right_one_below() {
    let pairs = |left: &str| vec![Block::Pairs(vec![("os".into(), "a".into()), (left.into(), "b b b".into())])];
    check(pairs("exactly twenty-four cols"), 80, "  os                        a\n  exactly twenty-four cols  b b b\n");
    check(pairs("exactly twenty-five colum"), 80, "  os  a\n  exactly twenty-five colum\n      b b b\n");
    check(pairs(""), 80, "  os  a\n      b b b\n");
}

#[test]
fn hostile_text_cannot_reach_the_terminal() {
    let evil = "a\u{1b}[2Jb\u{202e}c\nd\u{2028}";
    let shown = r"a\u{1b}[2Jb\u{202e}c d\u{2028}";
    let blocks = vec![
        Block::Heading(evil.into()),
        Block::Paragraph(evil.into()),
        Block::Items(vec![Item::new(Marker::Bullet, evil).detail(evil).commands([evil])]),
        Block::Pairs(vec![("x".into(), evil.into())]),
        Block::Table { header: vec![evil.into()], rows: vec![] },
        Block::Commands(vec![evil.into()]),
    ];
    let rule = "─".repeat(shown.len());
    let expected = format!(
        "{shown}\n{shown}\n\n  • {shown}\n    {shown}\n      {shown}\n\n  x  {shown}\n\n{shown}\n{rule}\n\n    {shown}\n"
    );
    check(blocks, 80, &expected);
}

#[test]
fn paint_comes_after_layout() {
    let blocks = vec![
        Block::Heading("Verdict".into()),
        Block::Paragraph(
            Line::new().styled(Style::Unsupported, "not supported").plain(", see ").code("a b").dim(" (x)"),
        ),
        Block::Items(vec![Item::new(Marker::Symbol("!", Style::Caution), "care").commands(["run"])]),
        Block::Table {
            header: vec!["한글".into(), "b".into()],
            rows: vec![
                vec![Line::new().styled(Style::Supported, "y"), "n".into()],
                vec![Line::new().code("c"), Line::new()],
            ],
        },
    ];
    let text = render(&blocks, 20, &bracketed);
    let expected = "\
<strong>Verdict</>
<unsupported>not supported</>, see <code>a</>
<code>b</><dim> (x)</>

  <caution>!</> care
      <code>run</>

<strong>한글</>  <strong>b</>
<dim>────</>  <dim>─</>
<supported>y</>     n
<code>c</>
";
    assert_eq!(text, expected);
}

#[test]
fn no_line_ends_in_a_space_whatever_the_width() {
    for width in 0..100 {
        let text = render(&answer(), width, &|_, text| text.to_owned());
        assert!(text.lines().all(|line| !line.ends_with(' ')) && text.ends_with('\n') && !text.ends_with("\n\n"));
        let long = text.lines().filter(|line| !line.contains("setup.exe") && !line.contains("Get-"));
        assert!(long.map(|line| Line::from(line).width()).all(|line| line <= width.max(20)), "{width}\n{text}");
    }
}

fn cells(text: &str) -> Vec<Line> {
    text.split('|').map(|cell| Line::from(cell.trim())).collect()
}

#[track_caller]
fn check_table(table: &[&str], width: usize, expected: &[&str]) {
    let mut rows = table.iter().map(|row| cells(row));
    let header = rows.next().unwrap_or_default().into_iter().filter(|title| *title != Line::from("-")).collect();
    let blocks = vec![Block::Table { header, rows: rows.collect() }];
    let text = render(&blocks, width, &|_, text| text.to_owned());
    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn columns_line_up_by_display_width() {
    check_table(
        &["서버|Exchange|상태", "mail01|2019|지원", "메일서버|SE|a"],
        40,
        &["서버      Exchange  상태", "────────  ────────  ────", "mail01    2019      지원", "메일서버  SE        a"],
    );
}

#[test]
fn rows_that_no_first_column_tells_apart_are_told_line_by_line() {
    check_table(
        &["host|alpha|beta", "a|yes|it is not", "a|no|unclear"],
        20,
        &["host: a", "alpha: yes", "beta: it is not", "", "host: a", "alpha: no", "beta: unclear"],
    );
}

#[test]
fn a_wide_table_splits_and_repeats_its_first_column() {
    check_table(
        &["host|alpha|beta|gamma", "a|yes|no|unclear", "b|no||yes"],
        20,
        &[
            "host  alpha  beta",
            "────  ─────  ────",
            "a     yes    no",
            "b     no",
            "", //
            "host  gamma",
            "────  ───────",
            "a     unclear",
            "b     yes",
        ],
    );
}

#[test]
fn a_column_wider_than_the_line_wraps_its_cells() {
    check_table(
        &["host|why", "a|because it is old and slow", "b|no"],
        20,
        &["host  why", "────  ─────────────", "a     because it is", "      old and slow", "b     no"],
    );
    check_table(&["nothing but one long title"], 20, &["nothing but one long", "title", "────────────────────"]);
}

#[test]
fn rows_may_be_ragged_and_titles_missing() {
    check_table(&["a|b", "1", "1|2|3"], 40, &["a  b", "─  ─  ─", "1", "1  2  3"]);
    check_table(&["-", "1|2"], 40, &["1  2"]);
    check_table(&["-"], 40, &[""]);
}

#[track_caller]
fn check_wrapped(line: impl Into<Line>, width: usize, expected: &[&str]) {
    let lines = wrap(&line.into(), width);
    let texts: Vec<String> = lines.iter().map(|line| line.0.iter().map(|span| span.text.as_str()).collect()).collect();
    assert_eq!(texts, expected);
}

#[test]
fn lines_break_at_spaces() {
    check_wrapped("", 10, &[]);
    check_wrapped("   ", 10, &[]);
    check_wrapped("one two three", 7, &["one two", "three"]);
    check_wrapped("one two three", 6, &["one", "two", "three"]);
    check_wrapped("  one  two   three ", 8, &["one  two", "three"]);
    check_wrapped("one\ntwo", 10, &["one two"]);
}

#[test]
fn korean_keeps_its_words_unless_one_is_longer_than_the_line() {
    check_wrapped("도메인 컨트롤러를 먼저 확인", 16, &["도메인", "컨트롤러를 먼저", "확인"]);
    check_wrapped("예 관리워크스테이션을 쓴다", 10, &["예", "관리워크스", "테이션을", "쓴다"]);
    check_wrapped("가나다", 3, &["가", "나", "다"]);
}

#[test]
fn only_code_stays_long() {
    check_wrapped("see abcdefghijkl now", 8, &["see", "abcdefgh", "ijkl now"]);
    check_wrapped(Line::from("see ").code("abcdefghijkl").plain(", now"), 8, &["see", "abcdefghijkl,", "now"]);
    check_wrapped(Line::new().code("a b").plain(" c"), 3, &["a b", "c"]);
}

#[test]
fn a_character_is_never_torn_from_its_marks() {
    check_wrapped("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]);
    check_wrapped("👩‍💻👩‍💻", 1, &["👩‍💻", "👩‍💻"]);
}

#[test]
fn styles_survive_a_break_and_a_word_may_change_style() {
    let line = Line::from("it is ").strong("not supported").plain(".");
    let expected = [Line::from("it is ").strong("not"), Line::new().strong("supported").plain(".")];
    assert_eq!(wrap(&line, 10), expected);
}

#[test]
fn width_counts_columns() {
    for (line, width) in [
        (Line::new(), 0),
        (Line::from("abc"), 3),
        (Line::from("한글"), 4),
        (Line::from(String::from("도메인 a")), 8),
        (Line::new().strong("한").plain(" ").code("x"), 4),
        (Line::from("\u{1b}"), 6),
        (Line::from("e\u{301}"), 1),
    ] {
        assert_eq!(line.width(), width, "{line:?}");
    }
}

#[test]
fn neighbours_in_one_style_are_one_span() {
    let line = Line::from("a").plain("b").plain("").strong("c").line(&Line::new().strong("d"));
    assert_eq!(line.0.len(), 2);
    assert_eq!(line, Line::new().plain("ab").strong("cd"));
    assert_eq!(line.emphasized(), Line::new().strong("abcd"));
}
