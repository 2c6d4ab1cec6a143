# Help, and what is said to those who edit the knowledge, in English: findings, proofs, comparisons, the format of the files. Every id is in
# ko.editing.ftl too.

## Findings: the headline has the name of the code

bad-version = `{ $version }` is not a version number
boundless-condition = `{ $entry }` holds for every cell: its condition names no axis
stray-attribute = `{ $value }` of attribute `{ $attribute }` is carried by this value alone, and `{ $near }` by several
open-range = permit `{ $rule }`: range `{ $range }` has no upper end and takes in later values as well: { $values }
dead-rewrite = `{ $phrase }` never stands in a name
uninstalled-level = `{ $value }` is supported on axis `{ $axis }`, and no need of that value installs it
bad-range = `{ $range }` is not a range, or nothing is in it
dangling-reference = unknown { $kind ->
    [source] source
    [place] place in this source
    [remedy] remedy
    [set] set of phrases
    [table] table
    [axis] axis
    [attribute] attribute
    [language] language
    [vocabulary] vocabulary
    [capability] capability
    [step] earlier step
    [package] package
    [parameter] parameter
    [placeholder] name in braces
    [check] check
    [caution] caution
   *[value] value or group
} `{ $name }`
duplicate-alias = `{ $name }` can mean both `{ $one }` and `{ $two }`
duplicate-id = `{ $name }` is there twice
empty-condition = this condition holds for no cell
no-axes = table `{ $table }` has no axis
empty-axis = axis `{ $name }` has no inside value
failed-expectation = expectation `{ $expectation }` fails
format-too-new = written for format { $format }; this program reads up to { $readable }
invalid-value = { $what ->
    [choice] `{ $word }` is none of { $expected }
    [type] { $expected ->
        [list] a list [...] is
        [text] a text in quotes is
        [truth] true or false is
        [number] a whole number from 0 is
        [texts] a text in each language {"{"} en = "..." {"}"} is
        [condition] a table of axes {"{"} axis = "value" {"}"}, or a list of such, is
        [terms] an id, a list of ids, or a table such as {"{"} not = [...] {"}"} is
       *[table] a table {"{"} ... {"}"} is
    } expected here, and this is { $word ->
        [list] a list
        [text] a text
        [truth] true or false
        [negative] a negative number
        [date] a date without quotes
        [table] a table
       *[number] a number
    }
    [missing] key `{ $word }` is missing
    [alone] `{ $word }` does not go together with the other key here
    [pair] exactly two are expected
    [nothing] an empty table says nothing
    [version] `{ $word }` is no version: it takes three numbers
    [range] `{ $word }` is no range of versions such as >=8.1, <8.3
   *[other] this cannot be read
}
missing-language = none of the { $texts } texts has `{ $language }`
help-missing-language = add it to the texts, or write it where `TODO({ $language })` stands; or take it out of `languages`
no-text = this text has no words
missing-translation = text without `{ $language }`
not-on-axis = axis `{ $axis }` has no value `{ $name }`
syntax = not TOML: { $what ->
    [unquoted] `{ $word }` needs quotes
    [curly] typographic quotes are none of its quotes
    [no-value] the value is missing
    [open-text] the closing quote is missing
    [escape] in double quotes a backslash begins a sign of its own; write two, or single quotes around the text
    [comma] a comma is missing
    [equals] `=` is missing after the key
    [open] `{ $word }` is missing
    [extra] `{ $word }` is one too many
   *[other] this cannot be read
}
label-library = the TOML library says: { $detail }
too-many-outcomes = the cells of table `{ $table }` have more than { $outcomes } different outcomes, or these rest on more than { $entries } entries
too-many-cells = with table `{ $table }` the tables have more than { $most } cells together
too-many-names = a vocabulary with { $found } names; at most { $most } are possible
too-many-rewrites = a vocabulary with { $found } rewrites and noise words; at most { $most } are possible
too-many-expectations = { $found } expectations; at most { $most } are possible
too-many-axes = table `{ $table }` has { $axes } axes; at most { $most } are possible
conditions-too-large = the conditions up to here fall into more parts than a table may have
table-too-large = table `{ $table }` has { $cells } cells; at most { $most } are possible
undecided-cell = table `{ $table }`: no rule and no silent entry speaks about { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
}, such as { $example }
unknown-file = `{ $file }` has no place in a knowledge folder
unknown-key = `{ $key }` is no key here
unreadable-encoding = `{ $file }` is not UTF-8 in line { $line }
unreadable-special = `{ $file }` is no regular file and is not read
unreadable-elsewhere = `{ $file }` is a link that leads out of the folder and is not followed
unreadable-large = `{ $file }` has more than { $most } bytes, and no more are read
unreadable-beyond = with `{ $file }` the folder has more than { $most } bytes, and no more are read
hostile-id = id `{ $name }` is empty, begins like a formula or has characters in it that steer or hide
unusual-id = id `{ $name }` is not kebab-case ASCII
endless-rewrite = the rewrite of `{ $from }` to `{ $to }` never comes to an end
findings-more = { $more } further findings are counted and not shown
wrong-total = total `{ $total }` of table `{ $table }` does not hold
conflicting-cautions = cautions `{ $one }` and `{ $two }` clash
conflicting-rules = permit `{ $permit }` and forbid `{ $forbid }` hold for exactly the same cells
duplicate-key = key `{ $key }` is there twice
duplicate-rule = rules `{ $one }` and `{ $two }` hold for exactly the same cells
empty-branch = this branch of the condition holds for no cell
forbid-without-remedy = forbid `{ $rule }` offers nothing instead for { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
}, such as { $example }
idle-move = move `{ $move }` leads to no supported answer
idle-silent = silent entry `{ $silent }` accounts for no cell of its own
misplaced-build = build `{ $build }` is not read as `{ $id }`
out-of-order = `{ $date }` is earlier than the date of an earlier build
builds-out-of-order = build `{ $build }` is not higher than the one before it
as-of-out-of-order = `{ $date }` is later than any of the sources
permit-overruled = permit `{ $permit }` never decides: a forbid holds in { $cells ->
    [one] its only cell
   *[other] all of its { $cells } cells
}
repeated-name = `{ $name }` is named twice
shadowed-rule = rule `{ $rule }` changes nothing: `{ $by }` holds wherever it does
stale-acknowledgement = nothing here is reported as `{ $code }`
acknowledged-fatal = `{ $code }` cannot be acknowledged
acknowledged-unknown = `{ $code }` is no kind of finding
acknowledged-without-reason = an exception needs a reason
swallowed-alias = alias `{ $alias }` adds nothing to `{ $id }`: it is read as `{ $read }`
uncited-rule = `{ $name }` claims something and names no source
unheard-caution = caution `{ $caution }` is never said
unreachable-remedy = no answer shows remedy `{ $remedy }`
untranslated-text = the text is the same in `{ $one }` and `{ $two }`
unused-entry = nothing uses { $kind ->
    [vocabulary] vocabulary
    [group] group
    [attribute] attribute
    [capability] capability
    [parameter] parameter
    [step] step
   *[value] value
} `{ $name }`
unused-remedy = no rule names remedy `{ $remedy }`
unused-source = nothing cites { $kind ->
    [place] place
   *[source] source
} `{ $name }`
label-wider = this holds wherever it does, { $basis ->
    [stated] as stated
    [reading] as a reading
   *[inferred] as inferred
}
label-same-cells = for the same cells
label-overrules-all = this holds in each of its cells
label-overrules-some = this holds in some of its cells
label-said-twice = the same sentence
label-said-otherwise = the same cells and the same places, but another sentence
label-speaks-there = this speaks there
label-read-alike = read like this
label-before = the one before
label-read-then = read then
label-hole = when = { $when }{ $others ->
    [0] {""}
    [one] , and one more part
   *[other] , and { $others } more parts
}
help-as-of-out-of-order = no source can say how things are after it was read; correct the date, or that of the source
help-builds-out-of-order = put the builds into the order of their numbers
help-conflicting-cautions = make them one, cite the exact place of each, or narrow one
help-conflicting-rules = read both sources again and correct or remove one
help-duplicate-rule = make them one rule with both sources, or correct one condition
help-duplicate-id = rename one of the two
help-duplicate-key = remove one, or give the entry an id of its own
help-missing-translation = add it to the text, or write it where `TODO({ $language })` stands
help-empty-branch = correct it or take it out
help-empty-condition = correct it or remove the entry; a permit reaches an outside value only by its id
help-forbid-without-remedy = name one in `remedies`, or acknowledge that there is none
help-idle-move = correct `changes`, `to` or `upward`, or remove the move
help-idle-silent = remove it or correct its condition
help-misplaced-build = move it to the value it belongs to, or correct `builds` of `{ $id }`
help-out-of-order = look both up in the source
help-permit-overruled = narrow the forbid, remove the permit, or acknowledge it
help-repeated-name = remove one, or write the name that was meant
help-shadowed-rule = remove it, correct its condition, or acknowledge it with the reason why it stands
help-stale-acknowledgement = remove it from `acknowledge`
help-swallowed-alias = remove it, or keep what tells it apart out of `noise`
help-uncited-rule = cite the document that says so
help-unheard-caution = correct `when` or `verdicts`, or remove it
help-unreachable-remedy = name it in a forbid, or acknowledge that it only stands with a permit
help-untranslated-text = translate it
help-unused-entry = { $kind ->
    [vocabulary] give some axis this vocabulary, or remove the file
    [value] put it on an axis, or remove it
    [group] give it a member that is on an axis, or remove it
    [attribute] compare it in a condition with `differ` or `agree`, or remove it
    [capability] add a [need] that asks for it, or remove it
    [parameter] use it in a command, or remove it
   *[step] say what it gives, or name it in `after` of another step
}
help-unused-remedy = name it in a forbid, or remove it
help-unused-source = cite it, or remove it
level-fatal = `{ $code }` cannot be given another level: such knowledge cannot be compiled
help-level-fatal = mend it, or leave the code out
bad-date = `{ $date }` is not a date
help-bad-date = write 2009, 2009-03 or 2009-03-12
bad-url = `{ $url }` is not a link
help-bad-url = write the whole address, from http:// or https:// on, with %20 for a space
competing-steps = steps `{ $one }` and `{ $two }` give the same in the same place
unmet-need = a supported answer needs `{ $capability }`, and no step gives it there
no-languages = at least one language is needed
no-language-tag = `{ $tag }` is no language tag
help-no-language-tag = write a tag such as en, ja or zh-Hant
unknown-language = neither the program nor the knowledge has the language `{ $tag }`
cue-twice = every phrase of `{ $name }` stands elsewhere and tells the same there
cue-unreadable = cannot read `{ $name }`: a bracket or brace is open or out of place, or it stands for too many phrases
only-noise = nothing is left of the name `{ $name }` but words that never tell values apart
refines-refined = `{ $name }` is itself a form of another value
reserved-axis = `{ $name }` is no name for an axis: conditions use it for a relation
compared-apart = the values of axes `{ $one }` and `{ $two }` come from different vocabularies, so their versions are not comparable
compared-by-nothing = this comparison does not say what is wanted
series-lacks = nothing stands here for `{ $name }` in braces
series-too-large = from here on this series stands for more than { $most } bytes
section-not-table = `{ $section }` must be tables: [{ $section }.<id>]
section-not-list = `{ $section }` must be a list of tables: [[{ $section }]]
empty-move = a move must change at least one axis
rules-out-permit = only a forbid can rule out what it is about; a permit cannot
command-control = a command must be one line of printable characters
expectation-names-only = an expectation names values, no ranges and no negations
expected-verdict = the verdict is { $verdict } ({ $basis })
expected-rule = `{ $rule }` is not among the reasons
label-no-such = { $kind ->
    [source] no such entry in sources.toml
    [place] the source has no such place
    [remedy] no such entry in remedies.toml
    [set] ask.toml has no such set in this language
    [table] no such file in tables/
    [axis] the table has no such axis
    [attribute] the vocabulary has no such attribute
    [language] not among the languages of knowledge.toml
    [vocabulary] no such file in vocabulary/
    [capability] no such [capability]
    [step] no step of that name stands before this one
    [package] no value of an installable vocabulary
    [parameter] no such [parameter]
    [placeholder] nothing that this kind of step can fill in
    [check] no such check
    [caution] the table has no such caution
   *[value] the vocabulary has no such entry
}
label-again = here again
label-named-here = named here
label-first = first here
label-counted = counted { $counted }
help-boundless-condition = name the axes that matter, or acknowledge that everything is meant
help-stray-attribute = if it is the same, write `{ $near }`; if not, acknowledge it
help-open-range = close it with `<`, or acknowledge that whatever comes is meant
help-dead-rewrite = names are read as words: write `{ $read }`
help-uninstalled-level = add a [need] for it and a [step] that gives what it needs, or acknowledge that nothing has to be installed
help-encoding = save it as UTF-8
help-duplicate-noise = `{ $word }` would tell them apart, and `noise` drops it: let `rewrite` make one word of it and the word before, or take it out of `noise`
help-elsewhere = vocabulary `{ $vocabulary }` has it: the axis is another one
help-competing-steps = make their conditions exclude each other, or keep one
help-unmet-need = add a [step] that gives it, or narrow the [need]
help-did-you-mean = did you mean `{ $name }`?
help-bad-version = write digits separated by dots, such as 8.1.240.6
help-bad-range = write bounds separated by commas, such as >=8.3.279, <8.4
help-duplicate-alias = remove one, or make a group with `ambiguous = true`
help-failed-expectation = the reasons are: { $rules }
help-format-too-new = use a newer canmanage, or write for format { $readable }
help-no-axes = add an [[axis]] for each thing the question is about
help-not-on-axis = add it to `inside` or `outside` of axis `{ $axis }`, or take it out here
help-refines-refined = name the value that stands for all its forms
help-compared = name two axes of one vocabulary, and `is`, `major`, `minor` or `patch`
help-conditions-too-large = make it two tables, or relate axes by attributes with fewer values
help-table-too-large = take values off the axes, or make it two tables
help-undecided-cell = add a [silent] entry that says why no source speaks, or a rule
help-unknown-file = vocabularies go into vocabulary/, tables into tables/, as files that end in .toml
help-unusual-id = write lower-case letters and digits, words separated by hyphens; how people say it belongs into names and aliases
help-endless-rewrite = what is put in its place must not hold, or become, what is looked for
help-wrong-total = `{ $prove } --table { $table } --totals` shows which cells make up each number; if they are right, write what was counted
data-checked = { $files } files: { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
}

## Help

cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-global-options = Options of every command
cli-examples = Examples
cli-axes = Axes and their values
cli-values = { $help }: { $values }
example-question = { $where }, { $what }: is it supported?
man-exit-codes = EXIT CODES
exit-clean = Supported, or nothing to report.
exit-unsupported = Unsupported, or there are findings.
exit-usage = The command line cannot be understood.
exit-unclear = Undocumented, undetermined or out of scope: neither yes nor no.
exit-input = A file cannot be read or is invalid, or the answer cannot be written.
cmd-help = Show the help of a command
arg-helped = The command, such as `data check`
cmd-canmanage = Is it supported? Verdict, reasons and sources.
cmd-check = Answer exact facts: AXIS=VALUE for each axis that is known
arg-supported = Only what is supported: from where, and with what
cmd-matrix = Show the grid, or a slice of it
cmd-setup = Make a checklist or a script that sets a computer up, or say why there is none
cmd-explain = Show one entry of the knowledge, or a kind of finding
cmd-list = List what there is of one kind
cmd-data = Work on the knowledge itself
cmd-data-check = Report everything that is wrong with a knowledge folder
cmd-data-stats = Show how much there is: entries, cells, texts, sources
cmd-data-schema = Describe the format of the files as JSON Schema, for editors
cmd-data-init = Make a small knowledge folder to begin with
arg-new-folder = The folder; none of the files may be there yet
arg-languages = The languages of its texts, with commas; texts that the program does not have are marked TODO
arg-checked = The knowledge folder, or REV:PATH in a git repository (default: that of --data, else the current folder)
init-written = { $files } files are in { $folder }, about systems that do not exist. Ask, see everything, and check what you change:
init-marked = What is still to be translated is marked { $marks }. `data check` warns of it, and answers show another language, until it is done.
init-more = Begin another kind of file, and let an editor complete and check as you type:
cmd-data-new = Print a commented specimen of a kind of file
cmd-completions = Print a completion script for a shell
cmd-man = Print the manual, one page
arg-all = Show outside values too, not only those the knowledge is about
arg-ascii = No sign outside ASCII, for consoles whose code page lacks signs; in JSON, escapes
arg-color = When to use colours (NO_COLOR and CLICOLOR_FORCE count)
arg-columns = Axes that run across, with commas
arg-data = Use the knowledge in this folder, or REV:PATH in a git repository, instead of the embedded one
arg-dir = The knowledge folder, or REV:PATH in a git repository
arg-facts = What is known: ids, aliases or names as inventories write them; several values with commas
arg-file-kind = The kind of file
arg-folder = Write the schema of every kind into this folder
arg-format = The shape of the answer, where it fits
arg-from = The system of the computer that is set up
arg-help = Show this help
arg-id = What to explain; table/id where several tables have one
arg-kind = What to list
arg-lang = The language of the answer: one of the knowledge, or en, ko (default: the system's)
arg-manage = What the computer is to be used with, as facts: "AXIS=VALUE AXIS=VALUE"; may be given again
arg-new-output = Write it to this file, which must not be there yet
arg-output = Write the answer to this file, whole or not at all
arg-quiet = Print the word of the verdict alone, and no notes
arg-rows = Axes that run down, with commas
arg-shell = The shell
arg-strict = Count only what a source states
arg-table = The table that is asked (default: that of the knowledge)
arg-version = Show the version
arg-verbose = Print everything: the reading, alternatives, places in sources, how to ask again
arg-width = Columns of text (default: the terminal's, else 80)
arg-allow = Do not report these kinds of finding: codes with commas, or `warnings`, or `all`
arg-deny = Report these kinds of finding as errors
arg-exit-zero = Exit with 0 whatever is found, unless the folder cannot be read
arg-warn = Report these kinds of finding as warnings that do not fail the check

# data prove

cmd-data-prove = Show every cell with what decides it, and what each entry is worth
arg-proved = The knowledge folder, or REV:PATH in a git repository (default: the embedded knowledge)
arg-only = This table only
ledger-inside = { $cells ->
    [one] One cell inside
   *[other] { $cells } cells inside
  }: { $stated } supported as stated, { $reading } by one reading, { $inferred } as inferred, { $unsupported } unsupported, { $undocumented } undocumented.
ledger-all = With the names outside { $cells ->
    [one] one cell
   *[other] { $cells } cells
  }: { $stated } supported as stated, { $reading } by one reading, { $inferred } as inferred, { $unsupported } unsupported, { $undocumented } undocumented.
ledger-boxes = Every cell with what decides it, { $cells ->
    [one] one cell
   *[other] { $cells } cells
  } in { $boxes ->
    [one] one box
   *[other] { $boxes } boxes
  }. An axis that is not mentioned may have any value.
ledger-cells = { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
  }
arg-totals = Show where each number of the totals comes from
totals-right = Total `{ $total }` holds: { $cells } cells.
totals-wrong = Total `{ $total }` does not hold: counted { $difference }. If the cells below are right, write
totals-unwritten = The table has no total `{ $total }`. To assert its { $cells } cells, write
ledger-nobody = nothing: no rule and no silent entry
ledger-head-cells = cells
ledger-head-when = when
ledger-head-verdict = verdict
ledger-head-decided = decided by
ledger-head-sources = sources
ledger-worth = What would change without each entry: cells with another verdict, with another basis, with one reason or caution less, expectations that would fail; and the cells in which it holds.
ledger-too-many = the cells of table `{ $table }` fall into { $boxes } boxes by what decides them; at most { $most } are shown
worth-entry = entry
worth-verdict = verdict
worth-basis = basis
worth-said = said
worth-cells = holds in
worth-idle = (idle)
worth-none-idle = None of the { $entries } entries could be taken away without a change.
worth-some-idle = { $idle } of { $entries } entries could be taken away and nothing would change: { $names }.
revision-no-git = cannot run `git`, which reads `{ $revision }:{ $path }`: { $reason }
revision-unknown = no revision `{ $revision }` in this git repository
revision-git = git cannot read `{ $revision }:{ $path }`: { $reason }
revision-no-folder = revision `{ $revision }` has no folder `{ $path }`
revision-large-file = `{ $reason }` in `{ $revision }:{ $path }` is too large to be knowledge

# data diff

cmd-data-diff = Show which answers change between two states of the knowledge, and by which edit
arg-old = The old knowledge folder, or REV:PATH in a git repository
arg-new = The new knowledge folder, or REV:PATH in a git repository
arg-changelog = The changelog of the new side: a line with a star ★ must say that a verdict changes (default: CHANGELOG.md beside the folder)
diff-answers = Answers that change
diff-plans = Plans of upgrades that change
diff-plan-steps = { $steps ->
    [one] one step
   *[other] { $steps } steps
}
diff-plan-order = the same steps in another order
diff-procedures = Answers about procedure that change
diff-names = Names that are read differently
diff-expectations = Expectations that move
diff-edits = Edits
diff-table = { $table }: of { $cells } cells, { $verdict } have another verdict, { $basis } another basis, { $said } other reasons or cautions, { $worlds } are ruled out or are no longer
diff-table-new = { $table }: a new table
diff-table-gone = { $table }: this table is gone
diff-new-cells = { $cells ->
    [one] one cell is new, for a value in it is new
   *[other] { $cells } cells are new, for a value in them is new
  }
diff-new = { $cells ->
    [one] 1 new cell
   *[other] { $cells } new cells
  }
diff-values-added = { $axis }: new values { $values }
diff-values-removed = { $axis }: values that are gone { $values }
diff-values-inward = { $axis }: now inside { $values }
diff-values-outward = { $axis }: now outside { $values }
diff-axis-key = { $axis }: `{ $key }` now chooses differently while facts are open
diff-strictly = strictly
diff-holds = { $entry } holds here now
diff-holds-no-more = { $entry } holds here no more
diff-otherwise = { $entry } holds here as before, on another basis or with another effect
diff-unknown = unknown
diff-unasked = cannot be asked
diff-met = (as expected)
diff-failed = (not as expected)
diff-added = is new
diff-removed = is gone
diff-changed = was changed
diff-reordered = is in another place among the others
diff-order = the same in another order
diff-nothing = Both sides say the same: nothing but comments, white space and the order of keys can differ.
diff-no-answer = No answer to any facts changes: every cell, name and expectation was compared. { $edits ->
    [one] One entry is written differently.
   *[other] { $edits } entries are written differently.
  }
diff-no-verdict = No verdict changes. { $edits ->
    [one] One entry is written differently.
   *[other] { $edits } entries are written differently.
  }
diff-no-star = { $what ->
    [open] No cell has another verdict, but facts that leave an axis open may have one
    [names] No cell has another verdict, but facts given by a name that is read differently may have one
   *[cells] Verdicts change
  }, and no new line with a star ★ in the changelog says so.
diff-starred = { $what ->
    [open] No cell has another verdict, but facts that leave an axis open may have one
    [names] No cell has another verdict, but facts given by a name that is read differently may have one
   *[cells] Verdicts change
  }, and the changelog says so: { $line }
diff-too-much = table `{ $table }` cannot be compared: its cells on both sides together, or the boxes that change, are too many

## The format of the files, for `data schema` and `data new`: kinds of file, sections, keys

file-knowledge = What the knowledge as a whole is: its name, version and languages.
file-vocabulary = What exists: values with names, spellings and attributes. To be listed claims nothing.
file-table = What is known about one question: axes, rules, cautions, and where no source speaks.
file-remedies = What to do instead.
file-sources = The sources: documents and the places in them that are cited.
file-setup = What a computer needs for a supported answer, how it gets it, and what excludes what.
file-expectations = Facts with the answer they must get; checked with the rest.
section-attribute = What values may carry.
section-value = One value; its id is unique in the whole folder.
section-series = Values that repeat their number: the keys of a value, in which names in braces stand for what `each` gives.
section-group = A name for a set of values.
section-axis = One thing the question is about. Rules say which of its values they mean.
section-permit = Where it is supported. A permit reaches an outside value only by its id.
section-forbid = Where it is unsupported, whatever else holds.
section-caution = Says something, decides nothing.
section-silent = Records that no source speaks about some cells, and how that is known.
section-move = A way in which the asker could change the facts; alternatives are made of these.
section-total = Sums that must come out when all cells are counted.
section-remedy = What to do instead, as forbids name it.
section-source = A document.
section-place = A place in the document that is cited, as in `sources = ["document/place"]`.
section-capability = Something a computer can have.
section-need = Which cells need which capability.
section-step = Something that is done; steps are shown in the order of the file.
section-parameter = What the reader fills in for `<name>` in a command.
section-exclusion = Capabilities of which no two can be on one computer.
section-program = What the exit codes of a program mean. Without this, 0 is success and every other code a failure.
section-precondition = What a script looks for before its first step.
key-runs = The first word of the commands that run it.
key-returns = What exit codes mean, one entry each.
key-return-code = The exit code.
key-done = Whether what was wanted is there after this exit code: a script then goes on.
key-command = A command that ends with 0 where it holds.
key-shell = Where the commands are typed: cmd, powershell or sh. In knowledge.toml, where commands are typed that do not say so.
section-expect = Facts and their answer.
key-acknowledge = Kinds of finding that are no mistake here, each with the reason; reported when one is not needed any more.
key-code = The kind of finding, by name.
key-acknowledgement-because = Why it is no mistake here; for those who edit.
key-after = Steps that come before this one, where they hold as well.
key-agree = Holds where the values of two axes carry the same value of an attribute.
key-aliases = Other names, in any language.
key-all = Whether outside values count as well.
key-ambiguous = Whether one of the members is meant and the name cannot tell which: all are considered.
key-article = The article that describes the build.
key-as-of = The source calls this provisional; the date, as year, month and day, is shown with the reason.
key-at = Where in the document, in words.
key-attribute = The attribute by which the two values are compared.
key-attributes = What the value carries: attributes and their values. Rules may speak of them.
key-attribute-basis = How firmly it is known that the value carries an attribute, where that is not stated. A rule that compares by it is no firmer.
key-traits-attribute = Every value that carries these attributes: one of some values of each, or, for dates and figures, a range.
key-attribute-as-of = The day as of which the attribute is known, if it changes; shown where it is shown.
key-attribute-kind = What the attribute is: text, date or figure (digits separated by dots). Dates and figures can be compared with ranges.
key-axes = The two axes whose values are compared.
key-basis = How firmly the sources carry it: stated, reading or inferred. If in doubt, the weaker.
key-because = Why, as a whole sentence in each language, in your own words.
key-build = The number as published.
key-traits-build = Every value of which each build is in this range, as in >=8.3.279, <8.4
key-builds = Version numbers that begin like this, or lie in this range, can mean the value. Of several values the one that tells it most exactly is meant.
key-capabilities = The capabilities, by id.
key-capability = The capability that is needed, by id.
key-choice = Whether the asker decides the value, as with what to install, instead of finding it.
key-cells = How many cells there are.
key-changes = Axes that it changes: the first must change, the others may.
key-columns = Axes that run across a grid.
key-compare = Holds where the version of the value of one axis stands to that of another as is wanted; both axes are of one vocabulary.
key-comparison-axes = The two axes: the first is held against the second.
key-commands = What to type, exactly; <...> is for the reader to fill in.
key-date = The version that was read: year, year and month, or day, as in 2009-03-12.
key-default-table = The table that is meant when none is named.
key-differ = Holds where the values of two axes carry different values of an attribute.
key-effort = Less is easier; alternatives are ranked by it.
key-facts = What is known: axes and ids of values or groups.
key-find-out = How the asker can find out.
key-format = The format of this folder. A newer one than the program knows is refused.
key-gives = The capability that the step gives. A step without one is done only because another comes after it.
key-value-gives = The capability of setup.toml that this package gives, by id.
key-id = The name of the axis, as rules and askers write it.
key-series-id = The ids of the values, as a pattern; a dot becomes a hyphen.
key-series-each = For each value its number, or a table of what stands for the names in braces.
key-inferred = Supported cells whose rules are inferred from sources.
key-inside = Values the knowledge is about: what an open axis ranges over.
key-installable = Whether the values are packages that can be installed.
key-is = newer, same or older, or a list of these.
key-known-builds = Published builds of the value.
key-known-build-date = When the build was published.
key-known-build-name = What the build is called.
key-languages = The languages that each text must have; the first is the fallback.
key-level = The axis that set-up chooses, if there is one: one value a computer.
key-major = How many majors the first is ahead of the second, as a range; behind is negative.
key-matches = Of the values to choose from, those that carry the same attribute as the value of another axis come first.
key-matches-axis = The other axis.
key-matches-text = What such a value is called, in each language.
key-members = Values of this vocabulary, by id.
key-minor = How many minors of one major the first is ahead of the second, as in >=-1, <=1; endlessly many if the majors differ.
key-name = The name for people, in each language.
key-knowledge-name = What the knowledge calls itself; shown with each answer.
key-not = Every value but these.
key-noise = Words that never tell values apart; # stands for a number.
key-value-noise = Words that say nothing about this value, but might about another.
key-note = What a reader should know about the value.
key-origin = Who says it: vendor, partner or third-party.
key-outside = Known names that the knowledge is not about: they count only when named.
key-package = What the step installs: a value of an installable vocabulary.
key-patch = The same for patches of one minor.
key-place = Places that are cited.
key-prefer = Values to suggest before others, the best first: ids, groups, or what they must be like. The order in which values are listed elsewhere decides nothing.
key-publisher = Who published it.
key-question = What is asked, in each language.
key-reading = Supported cells that rest on one reading of a source.
key-refines = The value of which this one is a more exact form.
key-remedies = What to do instead, by id, in the order in which it is shown. Every forbid should have one.
key-move-remedies = Remedies that describe the same change: they are not said twice.
key-rewrite = Spellings made equal before names are compared: pairs of what is written and what it becomes.
key-rows = Axes that run down a grid.
key-rules = Rules that must be among the reasons.
key-rules-out = Whether its cells cannot be met with at all: an open axis does not range over them. They count when nothing else is left.
key-short = A short name for the heads of grids.
key-sources = The sources: ids, or places in them as in document/place.
key-silent-sources = Where it was looked for in vain.
key-stated = Supported cells that a source states.
key-strict = Whether only what is stated counts.
key-supported = Supported cells, by the basis of their verdict.
key-table = The table that is asked, by id.
key-setup-table = The table whose supported cells a computer is set up for.
key-taken-over = Cells for which the source does not speak, and why the step is there all the same.
key-target = What it is set up for, in a word: server.
key-text = What is said or to be done, in each language.
key-move-text = What to do, in each language; an axis in braces stands for the value after the change.
key-title = What it is called, in each language.
key-to = Only to these values: axes with ids.
key-undocumented = Cells about which no rule speaks.
key-unsupported = Cells that a rule forbids.
key-upward = Axes that it changes only to a higher version.
key-verdict = The verdict that must come out.
key-verdicts = Only on answers with one of these verdicts; on all, if there are none.
key-verify = How to see that it worked.
key-version = A semantic version, so that rules can speak of ranges.
key-knowledge-version = The version of the knowledge; the first number rises when a verdict changes.
key-traits-version = Every value whose version is in this range, as in >=8.1, <8.3
key-vocabulary = The vocabulary that the values come from, by the name of its file.
key-when = Where it holds: an entry for each axis that matters, all of which must hold; or a list of such.
key-total-when = Which cells are counted; without it, all of them.
key-workstation = The axis that says which system is set up.
specimen-optional = Optional. { $text }
specimen-place = This file is { $path } in its folder.

## Files about questions

file-ask = How a question in running text is read: words that tell which table, which axis, and what is out of scope. Nothing in here decides.
file-procedures = Questions about how a thing is done, which no cell answers, with their answers.
section-names = A vocabulary in running text.
section-table = What makes a question one of this table: cues that weigh 5, 3 and 1.
section-side = Axes that go together, and what shows that a name belongs to them.
section-implied = Words that are a fact of their own, where the question names no value of that axis.
section-session = Whoever works over a session works on the machine at its far end.
section-scope = What people ask and this knowledge does not answer.
section-procedure = A question about how a thing is done.
key-endings = What may be glued to a name; # stands for a number.
key-articles = Words that are passed over within cues.
key-mine = Words right before the asker's own machine.
key-heard = What a question has to say: names of sets, must, need, skip, how, why, ids of values; a|b is any of them, !a none.
key-replies = What a question is heard by that gets another reply.
key-fillers = Words that say nothing, by language.
key-foreign = Other products: they are named in passing, and the version behind them is theirs.
key-link = How names hang together.
key-back = What follows belongs to what comes before.
key-forward = What comes before belongs to what follows.
key-alike = Names on both sides have the same part.
key-both = The name beside it has every part that it can have.
key-label = Tells nothing, but a machine may be called by it again.
key-same = What is not said of one machine is as it is on the other.
key-link-not = The name behind it is not meant.
key-instead = The last name of the same kind and side before it is not meant, but the one behind it.
key-aside = What follows in the sentence is hearsay, the past or a plan: no fact where the question itself says something of the kind.
key-over = The same of what comes before in the clause, or, where nothing is named there, in one of those before it in the sentence.
key-anew = Ends what is told aside: what follows is so now.
key-now = Ends what is told aside; where the question is about what is to come, what follows in the clause counts only where nothing else is said.
key-later = What is to come: with link.aside a plan, alone a question about it.
key-change = Of two names of one kind in the sentence the first is no longer so.
key-former = The name behind it, or before it at the end of a clause, is no longer so where another one of its kind is.
key-part = Ends a phrase and tells nothing.
key-sets = Sets of phrases, by name and language: `{ "{" }name{ "}" }` in a cue is any of them.
key-asks = What is asked for, besides whether something may be done.
key-must = Asks whether it must be done.
key-need = Says what it needs or what comes before it, which asks whether it must be done only where the answer is about that.
key-skip = Asks whether it may be left out.
key-how = Asks how, which or what.
key-why = Asks why, since when or what instead: the reply is the reason.
key-each = Asks whether it is so of all that are named: one no makes it no.
key-plea = Asks for an answer. In a text without a question mark what is asked begins with the sentence of the last one.
key-whether = Asks whether, after all: an earlier how or why is no longer asked. An English word counts at the front of a clause.
key-company = Spellings that count only together with another word of the name.
key-never = Spellings that only inventories use: never read in running text.
key-names-unknown = Names of things that are no values: one of these takes the place of a value, and nothing is known about it.
key-newest = Whether of values that are suggested alike the newer version comes first.
key-strong = Cues that weigh 5.
key-table-cues = Cues that weigh 3.
key-weak = Cues that weigh 1; all of them together no more than 2.
key-mentions = The weight of naming a value of a vocabulary.
key-subject = Axes of which the question names a value if it is about this knowledge at all.
key-about = Words that show the same.
key-side-table = The table that the axes are of, by id.
key-side-axes = The axes, by id.
key-before = Stands before a name of this side.
key-nouns = What a name of this side is the name of.
key-hints = The same, but not always: a link outweighs it.
key-side-after = Stands behind a name of this side.
key-own-before = Cues that stand before names of one axis alone, by axis.
key-own = Nouns of one axis alone, by axis.
key-cues = The phrases by which it is found, by language.
key-implied-facts = What the words mean: axis and id of a value or group.
key-session-moves = The axis that the far end takes over.
key-reaches = The axis that it also tells, if the far end is a machine of the other side.
key-unless = Phrases with which it does not count.
key-scope-text = What it is that cannot be answered here.
key-procedure-table = The table that it belongs to, by id.
key-reply = yes, no, needed, not-needed or unknown; told if the sentence itself is the reply.
key-procedure-because = The answer, in a sentence or two.
