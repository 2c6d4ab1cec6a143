# The sentences of answers, in English. Every id here is in ko.ftl too, with the same arguments: a test compares them.
# What is said about a subject is not here: it comes with the knowledge. Everything else the program says is in en.program.ftl,
# which is read only when something in it is said.

## Verdicts

verdict-supported = supported
verdict-unsupported = unsupported
verdict-undocumented = undocumented
verdict-undetermined = undetermined
means-supported = Yes: the sources below allow it, and nothing forbids it.
means-unsupported = No. The reasons below rule it out.
means-undocumented = No source speaks about this. That is neither a yes nor a no.
means-undetermined = It depends on what has not been said yet.
basis-stated = stated
basis-reading = one reading
basis-inferred = inferred

## Answers

answer-strict = strictly: only what is stated counts
answer-any = does not matter
attribute-unsaid = not stated
answer-or = or
answer-with = with { $choices }
# The same on a line of its own.
answer-choice = with { $choices }
answer-presumes = If { $conditions }:
answer-more = { $more } more: -v shows all
answer-supported-by = What would be supported
answer-never-supported = supported in no case
answer-or-others = { $others ->
        [0] { $first }
        [one] { $first }, or one other
       *[other] { $first }, or { $others } others
    }
answer-choices = What can be chosen
choice-gives-nothing = others
answer-rest-follows = the other steps depend on the { $title }: add { $axis }=…
choice-in-setup = the one that the set-up installs
answer-why = Why
answer-forbid-wins = A permit and a forbid both hold here. The forbid decides.
answer-overruled = overruled
answer-discounted = not counted: strictly, only what is stated counts
answer-as-of = provisional, as of { $date }
answer-ask-next = Ask next
answer-open = What it would lead to
answer-remedies = What to do
answer-independent = Each of these { $reasons } reasons forbids it by itself: to mend one of them is not enough.
answer-needs = What is needed
answer-alternatives = What would be supported instead
answer-nearby = Documented nearby, but no answer to this question
alternative-derived = worked out, said by no source
alternative-reaches = supported there: { $basis }
alternative-clears = clears { $names }
alternative-cautions = take care: { $names }
step-verify = It worked if: { $text }
step-unconfirmed-word = unconfirmed
step-unconfirmed = unconfirmed: no source found
answer-cautions = Take care
answer-sources = Sources
answer-again = The same answer again
source-undated = undated

## Questions in running text

verdict-out-of-scope = out of scope
ask-reading = How the question was read
ask-whole-plan = The whole plan for your cluster
ask-about = asked about
ask-assumed-table = assumed: nothing in the question says so
ask-ignored = words not read
ask-unknown = a name that the knowledge does not have
ask-not-asked = { $names }: known, and the answer does not depend on it
ask-scope = not answered here
ask-denied = { $names }: said not to be meant
ask-set-aside = { $names }: does not matter, the work is done in the session
ask-session = the work is done on the machine at the far end of the session
ask-foreign = another product
ask-ambiguous = can mean several, all were considered
ask-implied = implied
ask-assumed = assumed: nothing around it says so
ask-outside = outside this knowledge
reply-yes = Yes. { $because }
reply-no = No. { $because }
reply-needed = Yes, that is needed. { $because }
reply-not-needed = There is no need. { $because }
reply-told = { $because }
reply-told-if = Supported would be: { $ways }
reply-depends = It depends. { $because }
reply-reading = It depends on how the question is meant.
reply-unknown = No source here speaks about this. { $because }
reply-out-of-scope = { $because }
replied-yes = yes
replied-no = no
replied-needed = needed
replied-not-needed = not needed
replied-told = answer
replied-depends = it depends
replied-unknown = undocumented
replied-out-of-scope = out of scope
ask-readings = It depends on how the question is meant:
ask-several = { $answers } answers, one for each machine:
ask-case = { $number }. { $facts }
ask-unrecognised = Nothing in the question is about anything that this knowledge answers.
ask-can-answer = What can be answered here
reason-unknown-name = The knowledge has nothing that is called `{ $name }`, so no rule and no source speaks about it here.
