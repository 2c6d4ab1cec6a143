//! Blocks and the Markdown they become.

#![allow(clippy::needless_pass_by_value, reason = "blocks are written where they are checked")]

use canmanage::print::markdown::render;
use canmanage::print::{Block, Item, Line, Marker, Style};

#[track_caller]
fn check(blocks: Vec<Block>, expected: &str) {
    assert_eq!(render(&blocks), expected);
}

#[track_caller]
fn check_line(line: impl Into<Line>, expected: &str) {
    check(vec![Block::Paragraph(line.into())], &format!("{expected}\n"));
}

#[test]
fn every_block_has_its_markup() {
    let blocks = vec![
        Block::Heading("관리 도구".into()),
        Block::Paragraph(Line::new().styled(Style::Unsupported, "not supported").dim(" here, see ").code("setup.exe")),
        Block::Items(vec![
            Item::new(Marker::Bullet, "one").detail("detail").detail("more").commands(["run a", "run b"]),
            Item::new(Marker::Symbol("✓", Style::Supported), "two"),
        ]),
        Block::Items(vec![Item::new(Marker::Number, "first").commands(["go"]), Item::new(Marker::Number, "second")]),
        Block::Pairs(vec![
            ("운영 체제".into(), "Windows".into()),
            ("none".into(), Line::new()),
            (Line::new(), "x".into()),
        ]),
        Block::Table {
            header: vec!["host".into(), "상태".into()],
            rows: vec![vec!["a".into(), Line::new().styled(Style::Supported, "지원")], vec!["b".into()]],
        },
        Block::Commands(vec!["Get-ExchangeServer".into(), "exit".into()]),
    ];
    let expected = "\
## 관리 도구

**not supported** here, see `setup.exe`

- one
  - detail
  - more
  ```
  run a
  run b
  ```
- **✓** two

<!-- -->

1. first
   ```
   go
   ```
2. second

<!-- -->

- **운영 체제**: Windows
- **none**:
- x

| host | 상태 |
| --- | --- |
| a | **지원** |
| b | |

```
Get-ExchangeServer
exit
```
";
    check(blocks, expected);
}

#[test]
fn nothing_to_say_is_one_newline() {
    check(vec![], "\n");
    check(vec![Block::Heading(" ".into()), Block::Items(vec![]), Block::Commands(vec![])], "\n");
    check(vec![Block::Table { header: vec![], rows: vec![] }, Block::Paragraph("a".into())], "a\n");
}

#[test]
fn text_never_becomes_markup() {
    for (text, expected) in [
        ("a_b_c *d* ~e~", r"a\_b\_c \*d\* \~e\~"),
        ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
        ("![x](y) `z` | $v$", r"!\[x\](y) \`z\` \| \$v\$"),
        (r"DOMAIN\user", r"DOMAIN\\user"),
        ("# title #", r"\# title \#"),
        ("- dash", r"\- dash"),
        ("---", r"\---"),
        ("+ plus", r"\+ plus"),
        ("===", r"\==="),
        ("> quote", "&gt; quote"),
        ("2019. a", r"2019\. a"),
        ("1) a", r"1\) a"),
        ("2019 CU 15. a - b", "2019 CU 15. a - b"),
        ("     four spaces", "four spaces"),
        ("https://a.b/c_d", r"https\://a.b/c\_d"),
        ("see www.a.b", r"see www\.a.b"),
        ("a\u{1b}[2J\u{202e}b\nc", r"a\\u{1b}\[2J\\u{202e}b c"),
    ] {
        check_line(text, expected);
    }
    check_line(Line::from("1").dim(". split over spans"), r"1\. split over spans");
}

#[test]
fn code_is_fenced_by_more_backticks_than_it_holds() {
    for (code, expected) in [
        ("a_b <c>", "`a_b <c>`"),
        ("a`b", "``a`b``"),
        ("`a``b", "``` `a``b ```"),
        (" ", "`   `"),
        ("a|b", "`a|b`"),
        ("\u{1b}", r"`\u{1b}`"),
    ] {
        check_line(Line::new().code(code), expected);
    }
    check(
        vec![Block::Commands(vec!["a ``` b".into(), "c\u{202e}\n```".into()])],
        "````\na ``` b\nc\\u{202e} ```\n````\n",
    );
}

#[test]
fn a_pipe_never_ends_a_cell() {
    let rows = vec![vec![Line::from(r"a\|b"), Line::new().code(r"a\|<b>")]];
    let expected = r"| | |
| --- | --- |
| a\\\|b | <code>a\\&#124;&lt;b&gt;</code> |
";
    check(vec![Block::Table { header: vec![], rows }], expected);
}

#[test]
fn strong_text_closes_wherever_it_stands() {
    check_line(Line::from("a").strong(" b ").plain("c"), "a **b** c");
    check_line(Line::new().strong("지원").plain("은"), "**지원**은");
    check_line(Line::new().strong("지원(2019)").plain("은"), "<strong>지원(2019)</strong>은");
    check_line(Line::from("a").strong("(b)"), "a<strong>(b)</strong>");
    check_line(Line::new().strong("a\u{a0}"), "<strong>a\u{a0}</strong>");
    check_line(Line::new().strong("(b)").plain("."), "**(b)**.");
    check_line(Line::new().strong("a").styled(Style::Caution, "b").strong(" "), "**ab**");
    check_line(Line::new().strong("1. x"), "**1. x**");
}
