# The sentences of answers, in English. Every id here is in ko.ftl too, with the same arguments: a test compares them.
# What is said about a subject is not here: it comes with the knowledge. Everything else the program says is in en.program.ftl,
# which is read only when something in it is said.

## Verdicts

verdict-supported = supported
verdict-unsupported = unsupported
verdict-undocumented = undocumented
verdict-undetermined = undetermined
means-supported = Yes: the sources below allow it, and nothing forbids it.
means-unsupported = No: do not do it. The reasons below each forbid it.
means-undocumented = No source speaks about this. That is neither a yes nor a no.
means-undetermined = It depends on what has not been said yet.
basis-stated = stated
basis-reading = one reading
basis-inferred = inferred

## Answers

answer-strict = strictly: only what is stated counts
answer-any = whatever the
answer-why = Why
answer-forbid-wins = A permit and a forbid both hold here. The forbid decides.
answer-overruled = overruled
answer-discounted = not counted: strictly, only what is stated counts
answer-as-of = provisional, as of { $date }
answer-ask-next = Ask next
answer-open = What it would lead to
answer-remedies = What to do
answer-independent = Each of these { $reasons } reasons forbids it by itself: mending one of them is not enough.
answer-needs = What the workstation must have
answer-alternatives = What would be supported instead
answer-nearby = Documented nearby, but no answer to this question
alternative-derived = worked out, said by no source
alternative-reaches = supported there: { $basis }
alternative-clears = clears { $names }
alternative-cautions = take care: { $names }
step-verify = It worked if: { $text }
step-unconfirmed = unconfirmed: no source found
answer-cautions = Take care
answer-sources = Sources
answer-again = The same answer again
source-undated = undated
