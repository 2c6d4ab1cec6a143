# What the program says beside answers, in English: entries, set-up, upgrades, the page, failures. Every id is in ko.program.ftl too.

## Grids

matrix-verdict = verdict
matrix-none-supported = Nothing here is supported.
matrix-layout = Down: { $rows }. Across: { $columns }.
matrix-wide = The grid is wider than { $width } columns, so it is shown in parts.
matrix-total = { $cells ->
    [one] 1 cell.
   *[other] { $cells } cells in all.
}
cell-stated = yes
cell-reading = yes-r
cell-inferred = yes-i
cell-unsupported = NO
cell-undocumented = –
legend-stated = supported, stated by a source: { $cells }
legend-reading = supported by one reading of a source: { $cells }
legend-inferred = supported, inferred from what sources state: { $cells }
legend-unsupported = unsupported: { $cells }
legend-undocumented = undocumented, no source speaks: { $cells }
legend-unstated = undocumented, no source states it: { $cells }

## Entries

kind-table = table
kind-axis = axis
kind-value = value
kind-package = package
kind-group = group of values
kind-rule = rule
kind-caution = caution
kind-silent = silent entry
kind-procedure = answer about procedure
kind-remedy = remedy
kind-source = source
kind-code = kind of finding
kind-exclusion = exclusion
kind-move = move
kind-step = step of a set-up
kind-upgrade-check = finding about a cluster to be upgraded
kind-upgrade-step = step of an upgrade
field-aliases = also called
field-as-of = provisional as of
field-attributes = carries
field-axes = axes
field-back-out = to back out
field-basis = basis
field-build = published build
field-builds = version numbers
field-cells = cells
field-cells-inside = cells inside
field-commands = commands
field-decides = cells it decides
field-after = comes after
field-capabilities = capabilities
field-changes = changes
field-effect = effect
field-effort = effort
field-find-out = how to find out
field-gives = gives
field-package = package
field-verify = it worked if
field-inside = inside values
field-known-builds = published builds
field-members = members
field-note = note
field-origin = who says it
field-outside = outside values
field-places = places cited
field-published = published
field-question = question
field-refines = a form of
field-remedies = remedies
field-rules = rules
field-severity = severity
field-sources = sources
field-table = table
field-text = what to do
field-url = link
field-verdict = verdict
field-verdicts = only when
field-version = version
field-vocabulary = vocabulary
field-when = holds when
field-written = written in
origin-vendor = the vendor
origin-partner = a partner of the vendor
origin-third-party = a third party
list-none = none
group-ambiguous = One of the members is meant, and the name cannot tell which: all are considered.

## Statistics

stats-vocabularies = vocabularies
stats-attributes = attributes
stats-values = values
stats-aliases = other names
stats-known-builds = published builds
stats-groups = groups of values
stats-tables = tables
stats-axes = axes
stats-permits = permits
stats-forbids = forbids
stats-cautions = cautions
stats-silents = silent entries
stats-moves = moves
stats-totals = totals
stats-remedies = remedies
stats-capabilities = capabilities
stats-needs = needs
stats-steps = steps of a set-up
stats-parameters = parameters
stats-exclusions = exclusions
stats-procedures = answers about procedure
stats-scopes = things out of scope
stats-sources = sources
stats-places = places cited
stats-expectations = expectations
stats-rules-basis = rules, { $basis }
stats-cells = Cells
stats-table = table
stats-all = + outside
stats-number = cells
stats-stated = stated
stats-reading = reading
stats-inferred = inferred
stats-unsupported = unsupp.
stats-undocumented = undoc.
stats-languages = Languages
stats-language = language
stats-texts = texts
stats-missing = missing
stats-same = as in the first
stats-whose = Who says it
stats-undated = without a date
stats-oldest = oldest date
stats-newest = newest date

## Names and facts

fact-malformed = `{ $text }` is not a fact
fact-unknown-axis = table `{ $table }` has no axis `{ $axis }`
fact-unknown-value = axis `{ $axis }` knows no `{ $value }`
fact-number-unread = axis `{ $axis }` knows no `{ $value }`: it is a version number, and no value of the axis has `builds` that say whose it is
fact-not-on-axis = `{ $value }` is known as `{ $id }`, but axis `{ $axis }` has no such value
fact-repeated-axis = axis `{ $axis }` is given more than once
fact-ambiguous = `{ $name }` can mean { $values }; all of these were considered
help-fact-malformed = write AXIS=VALUE, several values with commas between them
help-fact-repeated = give all its values at once: { $axis }=ONE,OTHER
help-near = did you mean { $names }?
help-known = known: { $names }
help-list = `canmanage list rules`, `list values`, `list sources` and so on show what there is
unknown-table = there is no table `{ $table }`
unknown-id = nothing in the knowledge is called `{ $id }`
axis-in-both = axis `{ $axis }` is asked for twice
help-axis-in-both = name each axis once, in --rows or in --columns
format-does-not-fit = this answer does not come as { $format }

## Set-up

setup-supported = can be set up
setup-unsupported = { $servers ->
        [one] cannot be set up
       *[other] cannot be set up for all of these
    }
setup-undocumented = not documented
setup-undetermined = depends on what is not said yet
setup-weakest = some steps are { $basis }
setup-steps = Steps, in this order
setup-server = { $target } { $number }
setup-missing = Needed as well, and no step is known
setup-fill-in = To fill in
setup-conflict = { $servers }: not from one computer
setup-no-station = No computer is known that could be set up for both.
setup-split = { $stations ->
        [one] One computer would do
       *[other] { $stations } computers would do
    }
setup-hopeless = { $server }: with what was said of it, no computer is known that would do.
setup-none = this knowledge says nothing about setting up computers
matrix-too-large = the grid has { $cells } cells; at most { $most } are shown
help-matrix-too-large = take a slice: name values of more axes
setup-too-many = { $servers } servers; at most { $most } are planned at once
help-setup-too-many = name those that are alike once
setup-one-system = `{ $name }` is not one system
setup-from-twice = `{ $axis }` is already given by --from
help-setup-none = a knowledge folder can say so in setup.toml
help-setup-one-system = name exactly one system
help-setup-from-twice = leave it out in --manage
script-title = Sets up { $computer }. Made by canmanage.
script-read-first = Read it before you run it.
script-caution = Take care: { $text }
script-parameter = Argument { $number } of this script must be: { $what }
script-unmet = Nothing was done.
script-failed = Step { $step } failed with exit code { $code }. Nothing after it was done.
script-elsewhere = Type this in { $shell }:
script-by-hand = Do this by hand:
script-enter = Press Enter here when it is done.
script-done = This is the end of the script. Check each step as its comments say.
script-refused = This computer cannot be set up for everything that was asked for. Nothing was done.

## Failures

error-label = error
warning-label = warning
help-label = help
note-label = note
ascii-other-letters = ASCII has no form of some of these letters; the console needs a code page that has them (for Korean 949 or 65001)
reason = { $reason ->
    [not-found] there is no such file or folder
    [folder] it is a folder
    [no-folder] a file stands where a folder is needed
    [denied] access is denied
   *[other] { $reason }
}
unreadable-file = `{ $file }` cannot be read: { reason }
no-changelog = cannot read the changelog `{ $file }`: { reason }
data-no-folder = `{ $folder }` is not a folder that can be read: { reason }
data-no-head = `{ $folder }` is no knowledge folder: it has no { $head }
embedded-broken = the embedded knowledge cannot be read: { $reason }
cannot-write = the answer cannot be written: { reason }
file-too-large = `{ $file }` has more than { $most } bytes, and no more are read
cannot-write-file = `{ $file }` cannot be written: { reason }
file-exists = `{ $file }` is there already
usage-unknown-argument = there is no argument `{ $argument }`
usage-unknown-command = there is no command `{ $command }`
usage-no-command = a command is missing
usage-missing = missing: { $arguments }
usage-no-value = `{ $argument }` needs a value
usage-bad-value = `{ $value }` does not fit `{ $argument }`
usage-repeated = `{ $argument }` is given twice
usage-conflict = `{ $argument }` does not go together with `{ $other }`
usage-other = the command line cannot be read: { $detail }
help-usage = `{ $command } --help` shows what can be typed

## Questions in running text

cmd-ask = Answer a question as people type it, in English or Korean
arg-question = The question, with or without quotes; `-` reads it from standard input
arg-batch = Answer a file of questions, one a line, in the same order; `-` is standard input
arg-interactive = Ask back while the answer depends on what was not said (on a terminal)
question-too-long = the question has more than { $most } bytes, and no more are read
question-empty = there is no question
question-unreadable = the question cannot be read: { $reason }
question-not-utf8 = the question is not UTF-8 from byte { $byte } on
help-ask = give the question, or `-` and the question on standard input
batch-unreadable = `{ $file }` cannot be read: { reason }
batch-not-utf8 = `{ $file }` is UTF-16; save it as UTF-8
batch-line = line { $line }: { $reason }
interactive-needs-terminal = --interactive needs a terminal to ask on, and text as the format
help-interactive = without it, the answer says what to add to the question
interactive-known = { $names }, or another name; an empty line ends
procedure-decides = a procedure is heard by something and has a reply, and `depends` and `out-of-scope` are none

## The page

cmd-page = Write one HTML file that answers in a browser, without the program
page-title = { $name }: what is supported
page-skip = Skip to the answers
page-noscript = Without scripts this page shows the tables only, in this language: { $language }.
page-tables = Questions
page-language = English
page-open = not said
page-clear = Start again
page-copy = Copy as text
page-copied = Copied.
page-setup = Set it up, step by step
page-print = Print this chart
page-link = Link to this answer
page-left-out = Not understood, and left out:
page-unknown-value = axis `{ $axis }` has no value with the id or short name `{ $value }`
page-several = `{ $name }` can mean several values, and one has to be picked: { $values }
page-chart-help = Point at a cell, or go there with the arrow keys, and the reason is shown; click it or press Enter to ask about it.
page-edition = Knowledge: { $name } { $version }, { $digest }. A page with another digest is of another state of the knowledge.
page-too-many = a page holds the answers to { $most } sets of facts at most, and this knowledge has { $found }
page-too-large = a page has { $most } bytes at most, and this one would have { $found }
## The runbook

file-runbook = How a cluster is upgraded: what is done and typed at each step, and what can be in the way.
section-check = What is said if a check of the cluster finds something; the name of the check is the id.
key-upgrade = The table that says whether a node may be upgraded, and what its axes are.
key-host = The table that says whether a server runs on a system, and what its axes are.
key-manage = The table that says what manages a server, and what its axes are.
key-current = The axis of the level that is installed.
key-upgradeaxes-target = The axis of the level that is wanted.
key-system = The axis of the system of the nodes.
key-role = The axis that says whether a server is on the node.
key-passive = Its value for a node without a server.
key-active = Its value for a node with a server.
key-server = The axis of the level of the server.
key-tools = The axis of the level of the tools.
key-kind = The axis of the kind of cluster.
key-family = The attribute in which the systems of one cluster never differ.
key-kinds = Kinds of cluster that can be upgraded.
key-single = Kinds of cluster that always have one node without a server, and one server.
key-groups = Groups that every cluster has besides its servers.
key-online = What listings say of a server that is online.
key-offline = What listings say of a server that is offline. One that is neither is looked at before anything is done.
key-up = What listings say of a node that is up.
key-does = What is done: clear-node, upgrade-node, stop-server, move-server, upgrade-server, start-server, migrate or create-server.
key-back-out = How it is undone; without it the plan says that no source says how.
key-command-sources = Who names the commands, where the sources of the step do not.

## Upgrades

upgrade-supported = ready
upgrade-done = nothing to do
upgrade-unsupported = not ready
upgrade-undocumented = undocumented
upgrade-undetermined = not enough said
upgrade-node = node
upgrade-holds = on it
upgrade-is-offline = offline
upgrade-cluster = The cluster
upgrade-half-way = Where the cluster stands
upgrade-stands = { $nodes } of { $all-nodes } nodes and { $servers } of { $all-servers } servers are at { $target } already.
upgrade-offline = { $server } is offline on { $node }: its outage has begun.
upgrade-next = Next is step 1: { $title }
upgrade-before = Before the first step
upgrade-no-source = no source says so
upgrade-steps = Steps
upgrade-on = on { $node }
upgrade-outage-begins = the outage begins
upgrade-outage-ends = the outage ends
upgrade-state-groups = { $count ->
    [0] no group
   *[other] { $groups }
}
upgrade-state-online = { $level }, online on { $node }
upgrade-state-offline = { $level }, offline on { $node }
upgrade-online = Online: { $text }
upgrade-not-online = Offline: { $text }
upgrade-back-out = To back out: { $text }
upgrade-no-back-out = To back out: no source says how
upgrade-command = the command
upgrade-outages = Outages
upgrade-window = { $server } is offline from step { $first } to step { $last }. How long that takes differs from site to site.
upgrade-window-runs = { $server } is offline now, and until step { $last }.
upgrade-managing = Who can manage the servers
upgrade-state-before = Before
upgrade-state-middle = In the middle
upgrade-state-after = After
upgrade-until = until step { $to }
upgrade-between = from step { $from } to step { $to }
upgrade-since = from step { $from } on
upgrade-with = with { $tools }
upgrade-no-workstation = No one workstation manages all servers. Keep one for each level and system.
upgrade-left-behind = tools of { $tools }: { $verdict } for servers at the new level
upgrade-ask-target = To which level is the cluster upgraded? (--to LEVEL)
upgrade-ask-nodes = Which nodes has the cluster? (--node NAME=active, --node NAME=passive)
upgrade-ask-servers = Which servers are in the cluster? (--server NAME)
upgrade-ask-node-of = Which node is { $server } on? (--server { $server }=NODE)
upgrade-ask-server-of = Which server is on { $node }? (--server NAME={ $node })
upgrade-bad-name = `{ $name }` is not the name of a computer: letters, digits, hyphens and underscores, in parts set apart by dots
upgrade-bad-group = `{ $name }` is not the name of a group that can be typed: no quotes, no percent sign
upgrade-twice = `{ $name }` is there twice
upgrade-two-places = `{ $server }` is said to be on `{ $node }` and on `{ $other }`
upgrade-on-passive = `{ $node }` is said to be passive, and to have the server `{ $server }` on it
upgrade-server-ahead = `{ $server }` is said to be at the target level, and its node `{ $node }` is not
upgrade-no-script = a migration has no script: its steps are not done on the nodes that are there
upgrade-no-such-node = no node is called `{ $name }`
upgrade-no-node = `{ $name }` is named, but the nodes of the cluster were not given: add --nodes FILE with the list of them, or --node NAME for each
upgrade-unknown-word = `{ $word }` says nothing about { $about }
upgrade-too-many = { $nodes } nodes; a cluster has { $most } at most
upgrade-same-family = the nodes can go to `{ $name }` in the same cluster: that is no migration
help-upgrade-no-script = --format markdown is a checklist with the commands
help-upgrade-cluster = --node NAME=ROLE,LEVEL,SYSTEM; --server NAME=NODE,LEVEL,STATE; --group "NAME=NODE"
upgrade-none = this knowledge has no runbook
help-upgrade-none = a runbook.toml in its folder says how clusters are upgraded
upgrade-bad-plan = `{ $file }` is no plan file: { $reason }
upgrade-bad-cluster = `{ $file }` does not fit what is said of the cluster: { $reason }
upgrade-bad-listing = `{ $file }` is not the output that this option takes
upgrade-broken = a mistake in this program: the plan breaks the rule `{ $invariant }` at step { $step }, so it is not shown as one: { $plan }
script-upgrade-title = Upgrade: { $title }
script-upgrade-node = Steps of { $node }
script-upgrade-elsewhere = This computer has no step in the plan.
script-upgrade-parts = One script for all nodes: run it on each of them. It does only the steps of the computer it runs on.
script-upgrade-run = { $count ->
    [one] step { $first }
   *[other] steps { $first } to { $last }
} on { $node }
script-upgrade-first = First, elsewhere: { $steps }
script-upgrade-then = Then, elsewhere: { $steps }
script-upgrade-typed = Type yes when step { $number } is done:
script-upgrade-ask = Type yes to do step { $number } now, when all steps before it are done, or skip if it is done already:
script-not-ascii = (the command is in the checklist: it has letters that this script cannot hold)
script-upgrade-refused = There is no plan: this script does nothing.
script-upgrade-stopped = Stopped: step { $step } was not confirmed, and the script ran none of its commands.
script-upgrade-wait = Type { $number } when step { $number } is done there:
cmd-upgrade = Show whether a cluster is ready to be upgraded, and every step in order
arg-upgrade-from = The level of the nodes and servers now
arg-upgrade-to = The level that is wanted
arg-upgrade-kind = The kind of cluster
arg-upgrade-on = The system of the nodes, with its service pack
arg-to_system = The system to move to, in a new cluster
arg-server = A server of the cluster: NAME, or NAME=NODE,LEVEL,STATE; may be given again (--cms is the same)
arg-node = A node of the cluster: NAME=ROLE,LEVEL,SYSTEM; may be given again. Servers without a node are on the active nodes, in the order given
arg-group = Where another group is: NAME=NODE; may be given again
arg-plan = All of this in a file: `canmanage data new plan` prints one
arg-nodes = What the cluster lists as its nodes
arg-groups = What the cluster lists as its groups
arg-status = What the cluster reports of its servers
cannot-read-file = `{ $file }` cannot be read: { reason }
upgrade-no-cluster = `{ $name }` is no cluster
plan-what = A cluster that is to be upgraded, for `canmanage upgrade --plan FILE`. Values go by id, alias or display name.
plan-from = The level of every node and server that says nothing else.
plan-to = The level that is wanted.
plan-kind = The kind of cluster.
plan-on = The system of every node that says nothing else, with its service pack.
plan-to-system = Another system, if the cluster is to go there: then the plan is a migration.
plan-node = The nodes, one each.
plan-name = Its name.
plan-role = Whether a server is on it; not needed where the servers name their nodes.
plan-level = Its own level, if it is half-way.
plan-update = The update rollup that is installed.
plan-status = What the cluster shows as its status.
plan-server = The servers of the cluster, one each.
plan-state = What is shown as its state.
plan-machines = The nodes that it can run on; all, if nothing is said.
plan-group = The other groups of the cluster, one each, with the node they are on.
no-step-does = no step does `{ $action }`: a plan would have nothing to say there
unreachable-step = no plan reaches the step `{ $step }`
help-unreachable-step = correct its condition, or remove it
key-heeded = Cautions of the table of upgrades that every plan heeds by itself: they are shown in the full answer only.
key-several = Cautions of the table of upgrades that concern only clusters with several passive nodes.
key-url = Where it can be read: an http or https address. The page links to it.
