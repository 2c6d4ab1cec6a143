# The kinds of finding, in English: what each means, why it matters, what to do. `explain` and docs/findings.en.md are made of this; every id is in ko.findings.ftl too.

severity-warning = warning: worth mending
severity-error = error: some answer is wrong or unaccounted for
severity-fatal = error: the knowledge cannot be used
field-why = why it matters
field-mend = what to do about it
field-example = for example
findings-title = Kinds of finding
findings-intro = Everything that `canmanage data check` can report, by name. `canmanage explain CODE` shows the same. Each example is the report on tests/lints/<code>/, a small folder with one mistake in it.
findings-levels = An error makes an answer wrong or leaves it unaccounted for; a warning is worth mending. Either fails the check, unless `--warn` or `--allow` names its code; what cannot be compiled cannot be allowed. An exception is recorded in the data, with a reason, at the entry it concerns: `acknowledge`, see data/README.md.

code-bad-version = A version number or build is not digits separated by dots.
why-bad-version = Names that inventories report as numbers are compared part by part. A number that cannot be read would never be found.
mend-bad-version = Write it as digits separated by dots, such as 8.1.240.6.

code-boundless-condition = A condition names no axis.
why-boundless-condition = It holds for every cell, overrules or shadows other rules, and each of these is reported in its own place.
mend-boundless-condition = Name the axes that matter. If everything is meant, acknowledge it.
code-stray-attribute = One value alone carries something of an attribute that differs by a letter from what several values carry.
why-stray-attribute = `agree` and `differ` compare letter by letter: a slip makes two values differ that are alike, and nothing else says so.
mend-stray-attribute = Write it as the others do. If it is another thing, acknowledge it.
code-open-range = A permit by a range without an upper end has reached a value later than the first.
why-open-range = Its source cannot have spoken about what came after it, and the next value will be supported on its word as well.
mend-open-range = Close the range with `<` after the last value that the source speaks about. If whatever comes is meant, acknowledge it.
code-dead-rewrite = A spelling in `rewrite` or `noise` never stands in any name.
why-dead-rewrite = Names are split into words at signs such as `_` and `-`, so names with that spelling stay unknown.
mend-dead-rewrite = Write the words that it is split into.
code-uninstalled-level = Set-up installs some values of the level that it chooses, and not one that is supported.
why-uninstalled-level = A workstation would be declared set up without what it is to manage with.
mend-uninstalled-level = Add a [need] for the value and a [step] that gives it. If nothing has to be installed, acknowledge it at `level`.
code-competing-steps = Two steps of the set-up give the same capability on the same system, so the order of the file would decide.
why-competing-steps = A checklist would hold whichever step stands first, and nothing in the knowledge says why.
mend-competing-steps = Narrow the condition of one of them so that they exclude each other, or keep only one.

code-conflicting-cautions = Two cautions of a table say the same sentence where both are shown, or hold for the same cells, cite the same places and yet say different things.
why-conflicting-cautions = The reader is told the same thing twice, or hears one passage in two ways and cannot know which is meant.
mend-conflicting-cautions = Make them one caution, cite the exact place of each, or narrow one. If the passage really says both, acknowledge it.

code-conflicting-rules = A permit and a forbid hold for exactly the same cells: same conditions, opposite results.
why-conflicting-rules = The forbid wins everywhere, so the permit says nothing. One of the two was probably meant for other cells.
mend-conflicting-rules = Read both sources again and correct or remove one of the rules.

code-dangling-reference = A name refers to nothing: a source, remedy, value, axis or attribute that does not exist.
why-dangling-reference = What was meant is lost: a rule without its source, a condition without its value.
mend-dangling-reference = Correct the name; a near one is suggested. Or add the entry that it refers to.

code-duplicate-alias = Two values have the same spelling, so a name would have two meanings.
why-duplicate-alias = Whoever types the name would get an answer about one of them and not know which.
mend-duplicate-alias = Remove one of the two. If people really use the name for both, make a group of them with `ambiguous = true`.

code-duplicate-id = An id is there twice where it must be unique.
why-duplicate-id = A reference to it could mean either, and `explain` would show two things.
mend-duplicate-id = Rename one of the two, and whatever refers to it.

code-duplicate-key = A key, or the header of an entry, is there twice.
why-duplicate-key = TOML does not allow it: only one of the two could count, and the other would be lost in silence.
mend-duplicate-key = Remove one of them, or give the entry an id of its own.

code-duplicate-rule = Two rules of one effect hold for exactly the same cells: same conditions, same result.
why-duplicate-rule = One of them says nothing new. When one is corrected later, the other keeps the old answer alive.
mend-duplicate-rule = Make them one rule that cites both sources, or correct the condition that was meant to differ.

code-empty-branch = One branch of a condition holds for no cell, while the others do.
why-empty-branch = The values exclude each other, the range has no version in it, or two values that must differ carry the same attribute. Other cells were meant.
mend-empty-branch = Correct the branch, or take it out.

code-empty-condition = A condition holds for no cell, so its entry can never speak.
why-empty-condition = The values exclude each other, the range has no version in it, or two values that must differ carry the same attribute. Something else was meant.
mend-empty-condition = Correct the condition, or remove the entry. A permit reaches an outside value only by its id.

code-failed-expectation = Facts in expectations.toml get another answer than the one they must get.
why-failed-expectation = An expectation is an answer that somebody vouched for. Either it is out of date or an edit changed more than it should.
mend-failed-expectation = See which rules give the answer. Correct the rule, or the expectation if the new answer is the right one.

code-forbid-without-remedy = A forbid decides cells for which no remedy is named, neither by it nor by another forbid that holds there.
why-forbid-without-remedy = Whoever is told "unsupported" is not told what to do instead.
mend-forbid-without-remedy = Name a remedy. If no source offers one, acknowledge that.

code-format-too-new = The folder is written for a format that this program does not know.
why-format-too-new = A newer format may mean something else by the same words.
mend-format-too-new = Use a newer canmanage, or write for the format that this one reads.

code-idle-move = A move leads to no value that any supported cell has, so no alternative is ever made of it.
why-idle-move = It was written to be offered, and never is.
mend-idle-move = Correct `changes`, `to` or `upward`, or remove the move.

code-idle-silent = A silent entry accounts for no cell of its own: wherever it holds, a rule decides or another silent entry speaks.
why-idle-silent = It records that no source speaks. Where a rule decides, some source does; where another entry says it, once is enough.
mend-idle-silent = Remove it, or correct its condition.

code-unusual-id = An id is not lower-case ASCII words separated by hyphens.
why-unusual-id = It works, but with spaces it must be quoted, it is typed differently on each keyboard, and in scripts and links it becomes another word.
mend-unusual-id = Rename it, also where it is referred to, and put what people call it into its name and aliases. An id that others rely on can be acknowledged.
code-endless-rewrite = What a rewrite puts in place of a phrase is rewritten again, and so on without end.
why-endless-rewrite = The program gives up after a while, so names with this phrase are equal to nothing and are not understood.
mend-endless-rewrite = Rewrite in one direction: from each way to write it to a single one, which no rewrite looks for.
code-invalid-value = A value has the wrong type or shape.
why-invalid-value = The entry cannot be read, and whatever it says is missing from every answer.
mend-invalid-value = Write it as the specimen of `canmanage data new` shows.

code-misplaced-build = A published build is not read as the value it stands under: its number does not fit `builds`.
why-misplaced-build = Whoever types the number gets an answer about another release, or none.
mend-misplaced-build = Move the build to its value, or correct `builds`.

code-missing-translation = A text lacks one of the languages of the knowledge.
why-missing-translation = Readers of that language would get another language in the middle of an answer.
mend-missing-translation = Add the text in each language of knowledge.toml.

code-not-on-axis = A condition names a value that its axis does not have.
why-not-on-axis = The name is known, but no cell has it on this axis, so that part of the condition says nothing.
mend-not-on-axis = Add the value to `inside` or `outside` of the axis, or take it out of the condition.

code-out-of-order = Published builds or their dates do not ascend, or something is provisional as of a day after its source was read.
why-out-of-order = Builds and dates ascend together. Where they do not, one of them is probably a typing error.
mend-out-of-order = Look the numbers up in the source, then correct them or their order.

code-permit-overruled = In each of its cells some forbid holds as well, so a permit never decides.
why-permit-overruled = Its source says "supported", and no answer ever does. Either the permit is pointless or a forbid reaches too far.
mend-permit-overruled = Narrow the forbid or remove the permit. If it is to stand as what a source says, acknowledge it.

code-repeated-name = A list names the same thing twice.
why-repeated-name = The second changes nothing, so another name was probably meant.
mend-repeated-name = Remove it, or write the name that was meant.

code-shadowed-rule = Another rule of the same effect holds at least wherever this one does, and at least as firmly.
why-shadowed-rule = The rule can be taken away without any change of a verdict or basis. It was perhaps meant for other cells, and an edit of it will change nothing.
mend-shadowed-rule = Remove it, correct its condition, or narrow the other rule. If it is to stand for the words of its own source, acknowledge it.

code-stale-acknowledgement = An entry acknowledges a finding that is not there, not known, or one that cannot be acknowledged.
why-stale-acknowledgement = An exception that nobody needs hides the next mistake of that kind.
mend-stale-acknowledgement = Remove it from `acknowledge`, or correct the code.

code-swallowed-alias = An alias adds nothing: it is a name that the value has anyway, or noise swallows the number that would tell it apart from another alias.
why-swallowed-alias = Whoever wrote it meant a name of its own. Read as names are read, it is the same as the other.
mend-swallowed-alias = Remove it, or give the more exact form a value of its own and take the word out of `noise`.

code-syntax = A file is not TOML.
why-syntax = What stands around the mistake cannot be read. The rest of the folder is checked all the same.
mend-syntax = Correct the line; the message says what was expected.

code-table-too-large = A table has more cells than a dense table may have.
why-table-too-large = Each cell is decided in advance, which takes memory. Past the limit the table is refused rather than started.
mend-table-too-large = Take values off the axes, or make it two tables.

code-uncited-rule = An entry that claims something names no source.
why-uncited-rule = An answer must say which source it rests on.
mend-uncited-rule = Cite the document, and the place in it. If there is none, it is not knowledge yet.

code-undecided-cell = No rule speaks about a cell, and no silent entry says that this is known.
why-undecided-cell = It cannot be told whether the sources were searched in vain or the cell was forgotten. The hole is described by as few conditions as possible.
mend-undecided-cell = Add a rule, or a [silent] entry that says why no source speaks. The condition shown can be pasted.

code-unheard-caution = A caution is only for answers with some verdict, and none of its cells has that verdict.
why-unheard-caution = It is never said to anyone.
mend-unheard-caution = Correct `when` or `verdicts`, or remove the caution.

code-unknown-file = A file in the folder belongs to nothing.
why-unknown-file = Nothing in it is read, whatever it says.
mend-unknown-file = Move it to vocabulary/ or tables/, or out of the folder.

code-unknown-key = A key is not one that this kind of entry has.
why-unknown-key = A misspelt key must never be dropped in silence: what it says would be missing.
mend-unknown-key = Correct the key; a near one is suggested. `canmanage data new` shows the keys of each kind of file.

code-unmet-need = A supported answer needs a capability that no step of the set-up gives there.
why-unmet-need = The checklist would be short of something.
mend-unmet-need = Add a [step] that gives it, or narrow the [need].

code-unreachable-remedy = A remedy is named, but only by rules that never forbid anything, so no answer shows it.
why-unreachable-remedy = It was written to be read by someone who cannot go on, and never is.
mend-unreachable-remedy = Name it in the forbid that it helps with. If it is only to stand with a permit, acknowledge that.

code-unreachable-step = A step of the runbook for which no supported upgrade exists.
why-unreachable-step = It is written and will never be read; perhaps its condition means something else.
mend-unreachable-step = Correct the condition, or remove the step.

code-unreadable-file = A file cannot be read, or is not UTF-8.
why-unreadable-file = Whatever it says is missing from every answer.
mend-unreadable-file = Save it as UTF-8, and see that it may be read and is not larger than 8 MiB.

code-untranslated-text = A sentence is the same in two languages.
why-untranslated-text = It was copied and not translated.
mend-untranslated-text = Translate it. Names, titles and commands may stay as they are.

code-unused-entry = Nothing uses an entry: a vocabulary or value that no axis has, a group without members on an axis, an attribute that no condition compares, a capability that nothing needs, a parameter that no command asks for, a step that gives nothing and precedes nothing.
why-unused-entry = No question can reach it. It is left over, or the entry that was to use it is missing.
mend-unused-entry = Use it, or remove it.

code-unused-remedy = No rule names a remedy.
why-unused-remedy = Nobody will ever be told it.
mend-unused-remedy = Name it in the forbid that it helps with, or remove it.

code-unused-source = Nothing cites a source, or a place in it.
why-unused-source = The list of sources is the list of what answers rest on, and nothing rests on this one.
mend-unused-source = Cite it where it is the source of something, or remove it.

code-wrong-total = The sums of the ledger are not what the data says they are.
why-wrong-total = A total is written down so that no edit moves a cell unnoticed.
mend-wrong-total = See which cells have changed before you change the total. A total that is copied from the message without understanding it is worth nothing.
