# 도움말, 그리고 데이터를 편집하는 사람에게 하는 말, 한국어: 점검 결과, 증명, 비교, 파일의 형식. 모든 id는 en.editing.ftl과 같다.

## 점검 결과: 제목의 이름은 코드와 같다

bad-version = 버전 번호가 아닙니다: `{ $version }`
boundless-condition = `{ $entry }`: 조건에 축이 없어서 모든 칸에 적용됩니다
stray-attribute = 특성 `{ $attribute }`: `{ $value }` 값은 여기에만 있고, `{ $near }` 값은 여러 곳에 있습니다
open-range = 허용 규칙 `{ $rule }`: 범위 `{ $range }`에 상한이 없어 이후의 값에도 적용됩니다: { $values }
dead-rewrite = 어떤 이름에도 나오지 않는 구입니다: `{ $phrase }`
uninstalled-level = `{ $axis }` 축의 `{ $value }` 값은 지원되지만, 이 값을 설치하게 하는 [need]가 없습니다
bad-range = 범위가 아니거나 범위에 아무것도 없습니다: `{ $range }`
dangling-reference = 알 수 없는 { $kind ->
    [source] 출처
    [place] 출처 안의 위치
    [remedy] 해결 방법
    [set] 구 집합
    [table] 테이블
    [axis] 축
    [attribute] 특성
    [language] 언어
    [vocabulary] 어휘
    [capability] 기능
    [step] 앞선 단계
    [package] 패키지
    [parameter] 매개 변수
    [placeholder] 중괄호 안의 이름
    [check] 점검
    [caution] 주의 사항
   *[value] 값 또는 그룹
}: `{ $name }`
duplicate-alias = `{ $name }`의 뜻이 둘입니다: `{ $one }`, `{ $two }`
duplicate-id = `{ $name }`: 두 번 나옵니다
empty-condition = 이 조건에 맞는 칸이 없습니다
no-axes = 테이블 `{ $table }`에 축이 없습니다
empty-axis = `{ $name }` 축에 대상 값이 없습니다
failed-expectation = 기대한 답과 다릅니다: `{ $expectation }`
format-too-new = 형식 { $format }용으로 작성되었습니다. 이 프로그램은 { $readable }까지 읽습니다
invalid-value = { $what ->
    [choice] `{ $word }`: { $expected } 중 하나여야 합니다
    [type] 필요한 값: { $expected ->
        [list] 목록 [...]
        [text] 따옴표로 묶은 텍스트
        [truth] true 또는 false
        [number] 0 이상의 정수
        [texts] 언어별 텍스트 {"{"} en = "..." {"}"}
        [condition] 축의 표 {"{"} 축 = "값" {"}"} 또는 그 목록
        [terms] ID, ID 목록 또는 {"{"} not = [...] {"}"} 같은 표
       *[table] 표 {"{"} ... {"}"}
    }, 현재 값: { $word ->
        [list] 목록
        [text] 텍스트
        [truth] true 또는 false
        [negative] 음수
        [date] 따옴표 없는 날짜
        [table] 표
       *[number] 숫자
    }
    [missing] `{ $word }` 키가 없습니다
    [alone] `{ $word }` 키는 여기에 있는 다른 키와 함께 쓸 수 없습니다
    [pair] 정확히 두 개여야 합니다
    [nothing] 빈 표에는 내용이 없습니다
    [version] `{ $word }`: 버전이 아닙니다. 숫자 세 개가 필요합니다
    [range] `{ $word }`: 버전 범위가 아닙니다. >=8.1, <8.3과 같이 적습니다
   *[other] 읽을 수 없는 값입니다
}
missing-language = 텍스트 { $texts }개 중 `{ $language }` 언어로 된 것이 없습니다
help-missing-language = 텍스트에 추가하거나 `TODO({ $language })` 표시가 있는 자리에 쓰십시오. 아니면 `languages`에서 빼십시오
no-text = 내용이 없는 텍스트입니다
missing-translation = 텍스트에 `{ $language }` 언어가 없습니다
not-on-axis = `{ $axis }` 축에 `{ $name }` 값이 없습니다
syntax = TOML 문법이 아닙니다: { $what ->
    [unquoted] `{ $word }`에 따옴표가 필요합니다
    [curly] 둥근 따옴표는 사용할 수 없습니다
    [no-value] 값이 없습니다
    [open-text] 닫는 따옴표가 없습니다
    [escape] 큰따옴표 안의 백슬래시는 특수 문자를 나타냅니다. 두 번 적거나 작은따옴표를 사용하십시오
    [comma] 쉼표가 없습니다
    [equals] 키 뒤에 등호(`=`)가 없습니다
    [open] `{ $word }` 문자가 없습니다
    [extra] `{ $word }` 문자가 하나 더 있습니다
   *[other] 읽을 수 없습니다
}
label-library = TOML 라이브러리의 메시지: { $detail }
too-many-outcomes = 테이블 `{ $table }`에서 칸의 서로 다른 결과가 { $outcomes }개를 넘거나, 그 근거가 되는 항목이 { $entries }개를 넘습니다
too-many-cells = 테이블 `{ $table }`까지 합하면 전체 테이블의 칸이 { $most }개를 넘습니다
too-many-names = 어휘 하나에 이름이 { $found }개 있습니다. 최대 { $most }개까지 가능합니다
too-many-rewrites = 어휘 하나에 rewrite와 noise가 { $found }개 있습니다. 최대 { $most }개까지 가능합니다
too-many-expectations = 기대한 답이 { $found }개 있습니다. 최대 { $most }개까지 가능합니다
too-many-axes = 테이블 `{ $table }`의 축은 { $axes }개입니다. 최대 { $most }개까지 가능합니다
conditions-too-large = 여기까지의 조건이 한 테이블에 허용된 것보다 많은 부분으로 나뉩니다
table-too-large = 테이블 `{ $table }`의 칸 수가 { $cells }입니다. 최대 { $most }까지 가능합니다
undecided-cell = 테이블 `{ $table }`: 규칙도 출처 없음 기록도 없는 칸이 { $cells }개 있습니다. 예: { $example }
unknown-file = 데이터 폴더에 속하지 않는 파일입니다: `{ $file }`
unknown-key = 여기에는 `{ $key }` 키를 쓸 수 없습니다
unreadable-encoding = `{ $file }` 파일의 { $line }번째 줄이 UTF-8이 아닙니다
unreadable-special = `{ $file }`: 일반 파일이 아니므로 읽지 않습니다
unreadable-elsewhere = `{ $file }`: 폴더 밖을 가리키는 링크이므로 따라가지 않습니다
unreadable-large = `{ $file }` 파일이 { $most }바이트를 넘습니다. 그보다 큰 파일은 읽지 않습니다
unreadable-beyond = `{ $file }` 파일까지 합하면 폴더가 { $most }바이트를 넘습니다. 그 이상은 읽지 않습니다
hostile-id = ID `{ $name }`: 비어 있거나, 수식처럼 시작하거나, 화면을 제어하거나 보이지 않는 문자가 들어 있습니다
unusual-id = ID `{ $name }`: 소문자 ASCII 단어를 하이픈으로 이은 형식이 아닙니다
endless-rewrite = 끝나지 않는 rewrite입니다: `{ $from }` → `{ $to }`
findings-more = 점검 결과 { $more }건은 세기만 하고 표시하지 않습니다
wrong-total = 테이블 `{ $table }`의 합계 `{ $total }`: 값이 맞지 않습니다
conflicting-cautions = 두 주의 사항이 충돌합니다: `{ $one }`, `{ $two }`
conflicting-rules = 두 규칙이 정확히 같은 칸에 적용됩니다: 허용 `{ $permit }`, 금지 `{ $forbid }`
duplicate-key = `{ $key }` 키가 두 번 나옵니다
duplicate-rule = 두 규칙이 정확히 같은 칸에 적용됩니다: `{ $one }`, `{ $two }`
empty-branch = 조건의 이 부분에 맞는 칸이 없습니다
forbid-without-remedy = 금지 규칙 `{ $rule }`에 해결 방법이 없는 칸이 { $cells }개 있습니다. 예: { $example }
idle-move = 지원되는 답으로 이어지지 않는 변경 방법입니다: `{ $move }`
idle-silent = 맡은 칸이 없는 출처 없음 기록입니다: `{ $silent }`
misplaced-build = `{ $build }` 빌드는 `{ $id }` 값으로 읽히지 않습니다
out-of-order = 앞선 빌드의 날짜보다 이른 날짜입니다: `{ $date }`
builds-out-of-order = `{ $build }` 빌드가 바로 앞의 빌드보다 높지 않습니다
as-of-out-of-order = 모든 출처의 날짜보다 늦은 날짜입니다: `{ $date }`
permit-overruled = 허용 규칙 `{ $permit }`: 이 규칙이 정하는 칸이 없습니다. { $cells }개 칸 모두에 금지 규칙이 적용됩니다
repeated-name = 두 번 나오는 이름입니다: `{ $name }`
shadowed-rule = 규칙 `{ $rule }`: 아무것도 바꾸지 않습니다. 이 규칙의 모든 칸에 적용되는 규칙: `{ $by }`
stale-acknowledgement = 여기에는 `{ $code }` 점검 결과가 없습니다
acknowledged-fatal = `{ $code }` 점검 결과는 예외로 둘 수 없습니다
acknowledged-unknown = 그런 점검 결과 종류는 없습니다: `{ $code }`
acknowledged-without-reason = 예외에는 이유가 필요합니다
swallowed-alias = 별칭 `{ $alias }`: `{ $id }` 값에 더하는 것이 없습니다. 다음과 같이 읽힙니다: `{ $read }`
uncited-rule = `{ $name }`에 주장이 있지만 출처가 없습니다
unheard-caution = 어떤 답에도 표시되지 않는 주의 사항입니다: `{ $caution }`
unreachable-remedy = 어떤 답에도 나오지 않는 해결 방법입니다: `{ $remedy }`
untranslated-text = 두 언어의 텍스트가 같습니다: `{ $one }`, `{ $two }`
unused-entry = { $kind ->
    [vocabulary] 어휘
    [group] 그룹
    [attribute] 특성
    [capability] 기능
    [parameter] 매개 변수
    [step] 단계
   *[value] 값
} `{ $name }`: 사용하는 곳이 없습니다
unused-remedy = 해결 방법 `{ $remedy }`: 언급하는 규칙이 없습니다
unused-source = { $kind ->
    [place] 위치
   *[source] 출처
} `{ $name }`: 인용하는 곳이 없습니다
label-wider = 그 모든 칸에 적용되는 규칙, 근거: { $basis ->
    [stated] 명시
    [reading] 해석
   *[inferred] 추론
}
label-same-cells = 같은 칸에 적용
label-overrules-all = 모든 칸에 적용되는 금지 규칙
label-overrules-some = 일부 칸에 적용되는 금지 규칙
label-said-twice = 같은 문장
label-said-otherwise = 같은 칸과 같은 위치, 다른 문장
label-speaks-there = 그곳에 적용되는 항목
label-read-alike = 같게 읽히는 이름
label-before = 바로 앞의 것
label-read-then = 출처를 읽은 때
label-hole = when = { $when }{ $others ->
    [0] {""}
   *[other] , 그 밖의 부분 { $others }개
}
help-as-of-out-of-order = 출처는 읽은 날 뒤의 상태를 말할 수 없습니다. 이 날짜나 출처의 날짜를 고치십시오
help-builds-out-of-order = 빌드를 번호 순서로 놓으십시오
help-conflicting-cautions = 하나로 합치거나, 각각의 정확한 위치를 인용하거나, 한쪽을 좁히십시오
help-conflicting-rules = 두 출처를 다시 읽고 한쪽을 고치거나 없애십시오
help-duplicate-rule = 두 출처를 인용하는 규칙 하나로 합치거나 한쪽 조건을 고치십시오
help-duplicate-id = 둘 중 하나의 이름을 바꾸십시오
help-duplicate-key = 하나를 없애거나 항목에 고유한 id를 주십시오
help-missing-translation = 텍스트에 추가하거나 `TODO({ $language })` 표시가 있는 자리에 쓰십시오
help-empty-branch = 고치거나 빼십시오
help-empty-condition = 고치거나 항목을 없애십시오. 허용 규칙은 대상 외 값에 id로만 적용됩니다
help-forbid-without-remedy = `remedies`에 해결 방법을 적거나, 없다는 사실을 `acknowledge`에 적으십시오
help-idle-move = `changes`, `to` 또는 `upward`를 고치거나 변경 방법을 없애십시오
help-idle-silent = 없애거나 조건을 고치십시오
help-misplaced-build = 맞는 값으로 옮기거나 `{ $id }`의 `builds`를 고치십시오
help-out-of-order = 출처에서 둘 다 찾아보십시오
help-permit-overruled = 금지 규칙을 좁히거나, 허용 규칙을 없애거나, `acknowledge`에 적으십시오
help-repeated-name = 하나를 없애거나 뜻한 이름으로 바꾸십시오
help-shadowed-rule = 없애거나, 조건을 고치거나, 남겨 두는 이유를 `acknowledge`에 적으십시오
help-stale-acknowledgement = `acknowledge`에서 없애십시오
help-swallowed-alias = 없애거나, 구별해 주는 것을 `noise`에서 빼십시오
help-uncited-rule = 근거가 되는 문서를 인용하십시오
help-unheard-caution = `when`이나 `verdicts`를 고치거나 없애십시오
help-unreachable-remedy = 금지 규칙에 적거나, 허용 규칙에만 둔다는 사실을 `acknowledge`에 적으십시오
help-untranslated-text = 번역하십시오
help-unused-entry = { $kind ->
    [vocabulary] 어떤 축에 이 어휘를 주거나 파일을 없애십시오
    [value] 축에 넣거나 없애십시오
    [group] 축에 있는 구성원을 넣거나 없애십시오
    [attribute] 조건에서 `differ`나 `agree`로 비교하거나 없애십시오
    [capability] 이것을 필요로 하는 [need]를 추가하거나 없애십시오
    [parameter] 명령에서 사용하거나 없애십시오
   *[step] 제공하는 것을 적거나 다른 단계의 `after`에 적으십시오
}
help-unused-remedy = 금지 규칙에 적거나 없애십시오
help-unused-source = 인용하거나 없애십시오
level-fatal = `{ $code }`의 심각도는 바꿀 수 없습니다. 그런 데이터는 컴파일할 수 없습니다
help-level-fatal = 문제를 고치거나 이 코드를 빼십시오
bad-date = 날짜가 아닙니다: `{ $date }`
help-bad-date = 2009, 2009-03 또는 2009-03-12와 같이 쓰십시오
bad-url = 링크가 아닙니다: `{ $url }`
help-bad-url = http:// 또는 https://로 시작하는 전체 주소를 쓰고, 공백은 %20으로 쓰십시오
competing-steps = `{ $one }`, `{ $two }`: 같은 곳에서 같은 기능을 제공하는 단계입니다
unmet-need = 지원되는 답에 `{ $capability }` 기능이 필요하지만 이를 제공하는 단계가 없습니다
no-languages = 언어가 하나 이상 필요합니다
no-language-tag = `{ $tag }`: 언어 태그가 아닙니다
help-no-language-tag = en, ja, zh-Hant와 같은 태그로 적으십시오
unknown-language = `{ $tag }` 언어는 프로그램에도 데이터에도 없습니다
cue-twice = `{ $name }`의 구는 모두 다른 곳에 같은 뜻으로 이미 있습니다
cue-unreadable = `{ $name }`: 읽을 수 없습니다. 괄호가 닫히지 않았거나 잘못된 곳에 있거나, 나타내는 구가 너무 많습니다
only-noise = 이름 `{ $name }`: 값을 구별하지 못하는 단어뿐입니다
refines-refined = `{ $name }`: 이 값도 다른 값의 하위 값입니다
reserved-axis = `{ $name }`: 조건에서 관계를 나타내는 이름이므로 축 이름으로 쓸 수 없습니다
compared-apart = `{ $one }` 축과 `{ $two }` 축의 값은 서로 다른 어휘에서 오므로 버전을 비교할 수 없습니다
compared-by-nothing = 이 비교에는 무엇이 필요한지 적혀 있지 않습니다
series-lacks = 중괄호 안의 `{ $name }`에 들어갈 것이 없습니다
series-too-large = 여기부터 이 계열이 { $most }바이트를 넘는 내용을 나타냅니다
section-not-table = `{ $section }` 항목은 테이블이어야 합니다: [{ $section }.<id>]
section-not-list = `{ $section }` 항목은 테이블의 목록이어야 합니다: [[{ $section }]]
empty-move = 변경 방법은 축을 하나 이상 바꾸어야 합니다
rules-out-permit = 금지 규칙만 대상을 제외할 수 있습니다. 허용 규칙에는 쓸 수 없습니다
command-control = 명령은 표시할 수 있는 문자로 된 한 줄이어야 합니다
expectation-names-only = 기대 항목에는 값의 이름만 쓸 수 있고 범위나 부정은 쓸 수 없습니다
expected-verdict = 판정 결과: { $verdict } ({ $basis })
expected-rule = 이유 중에 `{ $rule }` 규칙이 없습니다
label-no-such = { $kind ->
    [source] sources.toml에 그런 항목이 없습니다
    [place] 출처에 그런 위치가 없습니다
    [remedy] remedies.toml에 그런 항목이 없습니다
    [set] ask.toml에 이 언어의 그런 집합이 없습니다
    [table] tables/에 그런 파일이 없습니다
    [axis] 테이블에 그런 축이 없습니다
    [attribute] 어휘에 그런 특성이 없습니다
    [language] knowledge.toml의 언어가 아닙니다
    [vocabulary] vocabulary/에 그런 파일이 없습니다
    [capability] 그런 [capability] 항목이 없습니다
    [step] 이 단계보다 앞에 그런 단계가 없습니다
    [package] 설치 가능한 어휘의 값이 아닙니다
    [parameter] 그런 [parameter] 항목이 없습니다
    [placeholder] 이 단계에서 채울 수 없는 이름
    [check] 그런 점검이 없음
    [caution] 테이블에 그런 주의 사항이 없음
   *[value] 어휘에 그런 항목이 없습니다
}
label-again = 여기에 다시 나옵니다
label-named-here = 여기에서 쓰임
label-first = 여기에 먼저 나옵니다
label-counted = 센 값: { $counted }
help-boundless-condition = 관련된 축을 적거나, 모든 칸을 뜻한다면 예외로 기록하십시오
help-stray-attribute = 같은 것이면 `{ $near }` 값으로 고치고, 다른 것이면 예외로 기록하십시오
help-open-range = `<`로 상한을 정하거나, 이후의 값도 모두 뜻한다면 예외로 기록하십시오
help-dead-rewrite = 이름은 단어로 나누어 읽습니다. 다음과 같이 적으십시오: `{ $read }`
help-uninstalled-level = 이 값의 [need]와 필요한 것을 설치하는 [step]을 추가하거나, 설치할 것이 없다면 예외로 기록하십시오
help-encoding = UTF-8로 저장하십시오
help-duplicate-noise = `{ $word }` 단어가 있으면 구별되지만 `noise`에서 제외됩니다. `rewrite`에서 앞 단어와 합쳐 한 단어로 만들거나 `noise`에서 빼십시오
help-elsewhere = `{ $vocabulary }` 어휘에 있는 값입니다. 축이 다릅니다
help-competing-steps = 두 조건이 겹치지 않게 하거나 하나만 남기십시오
help-unmet-need = 이를 제공하는 [step] 항목을 추가하거나 [need]의 조건을 좁히십시오
help-did-you-mean = 혹시 `{ $name }`입니까?
help-bad-version = 숫자를 점으로 구분하여 쓰십시오. 예: 8.1.240.6
help-bad-range = 경계를 쉼표로 구분하여 쓰십시오. 예: >=8.3.279, <8.4
help-duplicate-alias = 하나를 지우거나 `ambiguous = true`인 그룹으로 만드십시오
help-failed-expectation = 실제 이유: { $rules }
help-format-too-new = 더 새로운 canmanage를 쓰거나 형식 { $readable }에 맞게 작성하십시오
help-no-axes = 질문이 다루는 것마다 [[axis]] 항목을 추가하십시오
help-not-on-axis = `{ $axis }` 축의 `inside` 또는 `outside`에 추가하거나 여기에서 빼십시오
help-refines-refined = 모든 하위 값을 대표하는 값을 지정하십시오
help-compared = 같은 어휘를 쓰는 두 축과 `is`, `major`, `minor`, `patch` 가운데 하나 이상을 쓰십시오
help-conditions-too-large = 테이블을 둘로 나누거나, 값이 더 적은 특성으로 축을 관련지으십시오
help-table-too-large = 축의 값을 줄이거나 테이블을 둘로 나누십시오
help-undecided-cell = 다룬 출처가 없는 이유를 적은 [silent] 항목이나 규칙을 추가하십시오
help-unknown-file = 어휘는 vocabulary/에, 테이블은 tables/에 .toml로 끝나는 파일로 두십시오
help-unusual-id = 소문자와 숫자로 쓰고 단어는 하이픈으로 이으십시오. 사람이 부르는 이름은 name과 aliases에 적으십시오
help-endless-rewrite = 바꾼 결과에 찾는 말이 다시 들어 있거나 생기지 않게 하십시오
help-wrong-total = `{ $prove } --table { $table } --totals` 명령으로 숫자마다 어느 칸에서 나왔는지 확인하고, 모두 옳으면 센 값을 적으십시오
data-checked = 파일 { $files }개: 오류 { $errors }개, 경고 { $warnings }개

## 도움말

cli-usage = 사용법
cli-commands = 명령
cli-arguments = 인수
cli-options = 옵션
cli-global-options = 모든 명령의 옵션
cli-examples = 예
cli-axes = 축과 값
cli-values = { $help }: { $values }
example-question = { $where }, { $what }: 지원됩니까?
man-exit-codes = 종료 코드
exit-clean = 지원되거나 보고할 것이 없습니다.
exit-unsupported = 지원되지 않거나 점검 결과가 있습니다.
exit-usage = 명령줄을 해석할 수 없습니다.
exit-unclear = 문서에 없거나, 추가 정보가 필요하거나, 범위 밖입니다. 가능하다는 뜻도 불가하다는 뜻도 아닙니다.
exit-input = 파일을 읽을 수 없거나 파일이 잘못되었거나, 답변을 쓸 수 없습니다.
cmd-help = 명령의 도움말 표시
arg-helped = `data check`와 같은 명령
cmd-canmanage = 구성이 지원되는지 판정하고 이유와 출처를 알려 줍니다.
cmd-check = 축=값으로 지정한 내용에 답변(알고 있는 축만 지정)
arg-supported = 지원되는 것만: 어디에서 무엇을 사용하는지
cmd-matrix = 표 전체 또는 일부 표시
cmd-setup = 컴퓨터 한 대의 설정 순서 또는 스크립트를 만들거나 불가능한 이유 표시
cmd-explain = 데이터의 항목 하나 또는 점검 결과의 종류 설명
cmd-list = 한 종류의 항목을 모두 나열
cmd-data = 데이터 폴더의 점검, 비교, 작성
cmd-data-check = 데이터 폴더의 모든 문제 보고
cmd-data-stats = 항목, 칸, 텍스트, 출처의 개수 표시
cmd-data-schema = 편집기를 위해 파일의 형식을 JSON Schema로 출력
cmd-data-init = 시작용 데이터 폴더 만들기
arg-new-folder = 폴더(만들 파일이 이미 있으면 안 됨)
arg-languages = 텍스트의 언어, 쉼표로 구분. 프로그램에 없는 언어의 텍스트에는 TODO 표시가 붙음
arg-checked = 데이터 폴더 또는 git 저장소의 REV:PATH(기본값: --data의 폴더, 없으면 현재 폴더)
init-written = { $folder }에 파일 { $files }개를 만들었습니다. 내용은 실제로 없는 시스템에 관한 것입니다. 다음 명령으로 질문하고, 전체를 보고, 고친 내용을 검사하십시오.
init-marked = 아직 번역하지 않은 텍스트에는 { $marks } 표시가 있습니다. 번역할 때까지 `data check`에서 이를 경고하며, 답에는 다른 언어가 표시됩니다.
init-more = 다음 명령으로 다른 종류의 파일을 시작하고, 편집기가 입력 중에 완성과 검사를 하게 하십시오.
cmd-data-new = 설명이 달린 파일 견본 출력
cmd-completions = 셸의 자동 완성 스크립트 출력
cmd-man = 한 페이지로 된 설명서 출력
arg-all = 대상 값뿐 아니라 대상 외 값도 표시
arg-ascii = ASCII 외의 기호를 쓰지 않음(기호가 적은 코드 페이지의 콘솔용). JSON에서는 이스케이프로 표시
arg-color = 색을 사용할 시기(NO_COLOR와 CLICOLOR_FORCE도 적용)
arg-columns = 가로로 놓을 축, 쉼표로 구분
arg-data = 내장된 데이터 대신 이 폴더 또는 git 저장소의 REV:PATH에 있는 데이터 사용
arg-dir = 데이터 폴더 또는 git 저장소의 REV:PATH
arg-facts = 축=값. 값은 id, 별칭 또는 인벤토리에 적힌 이름. 값이 여럿이면 쉼표로 구분
arg-file-kind = 파일의 종류
arg-folder = 모든 종류의 스키마를 이 폴더에 기록
arg-format = 답변 형식(가능한 경우)
arg-from = 설정할 컴퓨터의 시스템
arg-help = 이 도움말 표시
arg-id = 설명할 항목. 여러 테이블에 있으면 테이블/id
arg-kind = 나열할 항목의 종류
arg-lang = 답변 언어: 데이터에 있는 언어 또는 en, ko(기본값: 시스템 언어)
arg-manage = 이 컴퓨터를 사용할 대상 하나: "축=값 축=값". 여러 번 지정 가능
arg-new-output = 이 파일에 기록. 이미 있는 파일은 건드리지 않음
arg-output = 답변을 이 파일에 기록. 끝까지 쓰지 못하면 파일을 만들지 않음
arg-quiet = 판정만 표시하고 참고는 표시하지 않음
arg-rows = 세로로 놓을 축, 쉼표로 구분
arg-shell = 셸
arg-strict = 출처에 명시된 것만 인정
arg-table = 질문할 테이블(기본값: 데이터의 기본 테이블)
arg-version = 버전 표시
arg-verbose = 해석, 대안, 출처의 위치, 같은 질문을 다시 하는 명령까지 모두 표시
arg-width = 텍스트의 너비(기본값: 터미널의 너비, 없으면 80칸)
arg-allow = 이 종류의 점검 결과를 보고하지 않음: 쉼표로 구분한 코드, `warnings` 또는 `all`
arg-deny = 이 종류의 점검 결과를 오류로 보고
arg-exit-zero = 폴더를 읽을 수 없는 경우가 아니면 무엇이 발견되든 0으로 종료
arg-warn = 이 종류의 점검 결과를 검사를 실패시키지 않는 경고로 보고

# data prove

cmd-data-prove = 모든 칸의 판정 근거와 각 항목의 역할 표시
arg-proved = 데이터 폴더 또는 git 저장소의 REV:PATH(기본값: 내장된 데이터)
arg-only = 이 테이블만
ledger-inside = 대상 칸 { $cells }개: 지원됨(명시) { $stated }, 지원됨(해석) { $reading }, 지원됨(추론) { $inferred }, 지원되지 않음 { $unsupported }, 문서에 없음 { $undocumented }.
ledger-all = 대상 외 값까지 포함한 칸 { $cells }개: 지원됨(명시) { $stated }, 지원됨(해석) { $reading }, 지원됨(추론) { $inferred }, 지원되지 않음 { $unsupported }, 문서에 없음 { $undocumented }.
ledger-boxes = 칸 { $cells }개의 판정과 근거를 { $boxes }개 묶음으로 나누어 표시합니다. 묶음에 나오지 않는 축에는 모든 값이 해당합니다.
ledger-cells = 칸 { $cells }개
arg-totals = 합계의 각 숫자에 해당하는 칸 표시
totals-right = 합계 `{ $total }`: 칸 { $cells }개, 일치합니다.
totals-wrong = 합계 `{ $total }`: 일치하지 않습니다. 계산한 값은 { $difference }입니다. 아래의 칸이 모두 옳으면 다음과 같이 입력하십시오.
totals-unwritten = 테이블에 `{ $total }` 합계가 없습니다. 칸 { $cells }개의 합계를 점검하려면 다음과 같이 입력하십시오.
ledger-nobody = 없음: 규칙도 출처 없음 기록도 없음
ledger-head-cells = 칸
ledger-head-when = 조건
ledger-head-verdict = 판정
ledger-head-decided = 결정한 항목
ledger-head-sources = 출처
ledger-worth = 항목을 제거하면 달라지는 것: 판정이 바뀌는 칸, 근거가 바뀌는 칸, 이유나 주의 사항이 하나 줄어드는 칸, 실패하는 기대 항목. 마지막 열은 항목이 적용되는 칸입니다.
ledger-too-many = 테이블 `{ $table }`의 칸이 { $boxes }개 묶음으로 나뉩니다. 최대 { $most }개까지 표시할 수 있습니다
worth-entry = 항목
worth-verdict = 판정
worth-basis = 근거
worth-said = 설명
worth-cells = 적용 칸
worth-idle = (쓰임 없음)
worth-none-idle = 항목 { $entries }개 모두 답에 영향을 줍니다.
worth-some-idle = 항목 { $entries }개 가운데 { $idle }개는 제거해도 답이 달라지지 않습니다: { $names }.
revision-no-git = `{ $revision }:{ $path }`: 읽는 데 필요한 `git`을 실행할 수 없습니다: { $reason }
revision-unknown = 이 git 저장소에 `{ $revision }` 리비전이 없습니다
revision-git = `{ $revision }:{ $path }`: git에서 읽을 수 없습니다: { $reason }
revision-no-folder = `{ $revision }` 리비전에 `{ $path }` 폴더가 없습니다
revision-large-file = `{ $revision }:{ $path }`의 `{ $reason }` 파일은 데이터 파일로 보기에 너무 큽니다

# data diff

cmd-data-diff = 두 데이터 간에 달라지는 답과 그 원인이 된 변경 내용 표시
arg-old = 이전 데이터 폴더 또는 git 저장소의 REV:PATH
arg-new = 새 데이터 폴더 또는 git 저장소의 REV:PATH
arg-changelog = 새 데이터의 변경 기록. 판정이 바뀌면 별표 ★가 있는 줄이 필요함(기본값: 폴더 옆의 CHANGELOG.md)
diff-answers = 달라지는 답
diff-plans = 달라지는 업그레이드 계획
diff-plan-steps = { $steps }단계
diff-plan-order = 단계는 같고 순서만 다름
diff-procedures = 달라지는 절차 답변
diff-names = 다르게 읽히는 이름
diff-expectations = 달라지는 기대 항목
diff-edits = 변경 내용
diff-table = { $table }: 칸 { $cells }개 가운데 판정이 바뀐 칸 { $verdict }개, 근거가 바뀐 칸 { $basis }개, 이유나 주의 사항이 바뀐 칸 { $said }개, 제외 여부가 바뀐 칸 { $worlds }개
diff-table-new = { $table }: 추가된 테이블
diff-table-gone = { $table }: 제거된 테이블
diff-new-cells = 새 값에 따라 추가된 칸: { $cells }개
diff-new = 추가된 칸 { $cells }개
diff-values-added = { $axis }: 추가된 값 { $values }
diff-values-removed = { $axis }: 제거된 값 { $values }
diff-values-inward = { $axis }: 대상 값으로 바뀐 값 { $values }
diff-values-outward = { $axis }: 대상 외 값으로 바뀐 값 { $values }
diff-axis-key = { $axis }: 일부 축을 밝히지 않은 경우의 선택이 달라짐(`{ $key }`)
diff-strictly = 엄격 모드에서는
diff-holds = { $entry }: 새로 적용됨
diff-holds-no-more = { $entry }: 더 이상 적용되지 않음
diff-otherwise = { $entry }: 계속 적용되지만 근거 또는 효과가 다름
diff-unknown = 알 수 없음
diff-unasked = 질문할 수 없음
diff-met = (기대와 일치)
diff-failed = (기대와 다름)
diff-added = 추가됨
diff-removed = 제거됨
diff-changed = 변경됨
diff-reordered = 순서가 바뀜
diff-order = 내용은 같고 순서만 다름
diff-nothing = 두 데이터의 내용이 같습니다. 다른 것이 있다면 주석, 공백 또는 키의 순서뿐입니다.
diff-no-answer = 모든 칸, 이름 및 기대 항목을 비교한 결과 달라지는 답이 없습니다. 변경된 항목은 { $edits }개입니다.
diff-no-verdict = 달라지는 판정이 없습니다. 변경된 항목은 { $edits }개입니다.
diff-no-star = { $what ->
    [open] 판정이 바뀐 칸은 없지만 일부 축을 밝히지 않으면 판정이 달라질 수 있는데
    [names] 판정이 바뀐 칸은 없지만 다르게 읽히는 이름을 쓰면 판정이 달라질 수 있는데
   *[cells] 판정이 달라지는데
  }, 변경 기록에 이를 알리는 별표 ★가 있는 새 줄이 없습니다.
diff-starred = { $what ->
    [open] 판정이 바뀐 칸은 없지만 일부 축을 밝히지 않으면 판정이 달라질 수 있으며
    [names] 판정이 바뀐 칸은 없지만 다르게 읽히는 이름을 쓰면 판정이 달라질 수 있으며
   *[cells] 판정이 달라지며
  }, 변경 기록에 적혀 있습니다: { $line }
diff-too-much = `{ $table }` 테이블은 비교할 수 없습니다. 두 데이터의 칸을 합친 수나 달라지는 묶음의 수가 너무 많습니다

## 파일의 형식, `data schema`와 `data new`용: 파일의 종류, 구역, 키

file-knowledge = 데이터 전체에 대한 정보: 이름, 버전, 언어.
file-vocabulary = 무엇이 있는가: 이름과 표기, 특성이 있는 값. 여기에 있다는 것만으로는 아무것도 주장하지 않습니다.
file-table = 한 가지 질문에 대해 알려진 것: 축, 규칙, 주의 사항, 그리고 다룬 출처가 없는 곳.
file-remedies = 대신 할 수 있는 일.
file-sources = 출처: 문서와 그 안에서 인용한 위치.
file-setup = 지원되는 답을 위해 컴퓨터에 필요한 것, 이를 갖추는 방법, 함께 설치할 수 없는 것.
file-expectations = 사실과 그에 대해 나와야 하는 답. 나머지와 함께 점검됩니다.
section-attribute = 값이 가질 수 있는 특성.
section-value = 값 하나. id는 폴더 전체에서 하나뿐이어야 합니다.
section-series = 번호만 다른 값들. 값과 같은 키를 쓰며, 중괄호 안의 이름은 `each`에 적은 것으로 바뀝니다.
section-group = 여러 값을 함께 부르는 이름.
section-axis = 질문이 다루는 것 하나. 규칙은 그중 어느 값을 뜻하는지 적습니다.
section-permit = 지원되는 경우. 대상 외 값에는 id로 지정한 경우에만 적용됩니다.
section-forbid = 다른 규칙과 관계없이 지원되지 않는 곳.
section-caution = 알려 주기만 하고 아무것도 정하지 않습니다.
section-silent = 다룬 출처가 없는 칸과 이를 확인한 방법의 기록.
section-move = 묻는 사람이 사실을 바꿀 수 있는 방법. 대안은 이것으로 만듭니다.
section-total = 모든 칸을 셌을 때 나와야 하는 합계.
section-remedy = 금지 규칙이 가리키는, 대신 할 수 있는 일.
section-source = 문서 하나.
section-place = `sources = ["문서/위치"]`처럼 인용하는 문서 안의 위치.
section-capability = 컴퓨터가 갖출 수 있는 기능.
section-need = 어느 칸에 어떤 기능이 필요한지.
section-step = 할 일. 파일에 있는 순서대로 표시됩니다.
section-parameter = 명령의 `<이름>` 자리에 읽는 사람이 채울 것.
section-exclusion = 한 컴퓨터에 함께 설치할 수 없는 기능.
section-program = 프로그램의 종료 코드가 뜻하는 것. 없으면 0은 성공이고 나머지는 모두 실패입니다.
section-precondition = 스크립트가 첫 단계 전에 확인하는 것.
key-runs = 이 프로그램을 실행하는 명령의 첫 단어.
key-returns = 종료 코드의 뜻, 코드마다 항목 하나.
key-return-code = 종료 코드.
key-done = 이 종료 코드 뒤에 원하던 것이 갖추어졌는지 여부. 그러면 스크립트가 계속됩니다.
key-command = 조건이 맞으면 0으로 끝나는 명령.
key-shell = 명령을 입력하는 곳: cmd, powershell 또는 sh. knowledge.toml에서는 따로 적지 않은 명령을 입력하는 곳입니다.
section-expect = 사실과 그 답.
key-acknowledge = 여기서는 실수가 아닌 점검 결과의 종류와 그 이유. 더는 필요하지 않으면 보고됩니다.
key-code = 점검 결과의 종류 이름.
key-acknowledgement-because = 여기서는 실수가 아닌 이유. 편집하는 사람을 위한 것입니다.
key-after = 이 단계보다 먼저 할 단계. 그 단계도 해당하는 곳에서만 적용됩니다.
key-agree = 두 축의 값이 같은 특성 값을 가진 곳에 해당합니다.
key-aliases = 다른 이름. 언어는 상관없습니다.
key-all = 대상 외 값도 포함하는지 여부.
key-ambiguous = 이름만으로는 어느 구성원인지 알 수 없는지 여부. 모두 고려됩니다.
key-article = 빌드를 설명하는 문서.
key-as-of = 출처에서 잠정적이라고 한 경우 그 날짜(연-월-일). 이유와 함께 표시됩니다.
key-at = 문서 안의 위치를 말로 적습니다.
key-attribute = 두 값을 비교할 특성.
key-attributes = 값이 가진 특성과 그 값. 규칙에서 쓸 수 있습니다.
key-attribute-basis = 값이 특성을 가졌다는 것이 명시되지 않은 경우 그 근거. 그 특성으로 비교하는 규칙의 근거도 그보다 강할 수 없습니다.
key-traits-attribute = 이 특성을 가진 모든 값. 특성마다 값 하나나 여럿, 날짜와 수치라면 범위를 씁니다.
key-attribute-as-of = 바뀌는 특성이라면 그 특성을 확인한 날짜. 특성과 함께 표시됩니다.
key-attribute-kind = 특성의 종류: text(글), date(날짜), figure(점으로 구분된 숫자). 날짜와 수치는 범위와 비교할 수 있습니다.
key-axes = 값을 비교할 두 축.
key-basis = 출처가 얼마나 확실히 뒷받침하는가: stated, reading, inferred. 망설여지면 약한 쪽을 고르십시오.
key-because = 이유. 언어마다 자신의 말로 쓴 완전한 문장이어야 합니다.
key-build = 공개된 그대로의 번호.
key-traits-build = 모든 빌드가 이 범위에 있는 값. 예: >=8.3.279, <8.4
key-builds = 이렇게 시작하거나 이 범위에 있는 버전 번호는 이 값을 뜻할 수 있습니다. 여러 값에 맞으면 가장 정확히 가리키는 값을 뜻합니다.
key-capabilities = 기능의 id.
key-capability = 필요한 기능의 id.
key-choice = 설치할 것처럼, 알아내는 것이 아니라 묻는 사람이 고르는 값인지 여부.
key-cells = 칸의 수.
key-changes = 바꾸는 축. 첫째는 반드시 바뀌고 나머지는 바뀔 수 있습니다.
key-columns = 표에서 가로로 놓을 축.
key-compare = 한 축의 값과 다른 축의 값의 버전 관계가 원하는 대로인 곳에 해당합니다. 두 축은 같은 어휘를 써야 합니다.
key-comparison-axes = 두 축. 첫째 축을 둘째 축과 비교합니다.
key-commands = 입력할 명령 그대로. <...>는 읽는 사람이 채웁니다.
key-date = 읽은 판의 날짜: 연, 연-월 또는 연-월-일. 예: 2009-03-12
key-default-table = 테이블을 지정하지 않았을 때 쓰는 테이블.
key-differ = 두 축의 값이 서로 다른 특성 값을 가진 곳에 해당합니다.
key-effort = 작을수록 쉽습니다. 대안의 순서를 정합니다.
key-facts = 알고 있는 것: 축과 값 또는 그룹의 id.
key-find-out = 묻는 사람이 알아내는 방법.
key-format = 이 폴더의 형식. 프로그램이 모르는 새 형식은 거부됩니다.
key-gives = 이 단계에서 제공하는 기능. 없으면 다른 단계의 선행 단계로만 사용됩니다.
key-value-gives = 이 패키지가 제공하는 setup.toml 기능의 id.
key-id = 규칙과 묻는 사람이 쓰는 축의 이름.
key-series-id = 값의 id 형식. 점은 하이픈으로 바뀝니다.
key-series-each = 값마다 그 번호, 또는 중괄호 안의 이름에 들어갈 것을 적은 표.
key-inferred = 출처의 내용에서 추론한, 지원되는 칸.
key-inside = 데이터가 다루는 값. 정해지지 않은 축은 이 값들을 모두 뜻합니다.
key-installable = 값이 설치할 수 있는 패키지인지 여부.
key-is = newer(더 새로움), same(같음), older(더 오래됨) 가운데 하나 또는 그 목록.
key-known-builds = 이 값의 공개된 빌드.
key-known-build-date = 빌드가 공개된 날짜.
key-known-build-name = 빌드의 이름.
key-languages = 모든 텍스트에 있어야 하는 언어. 첫째가 기본 언어입니다.
key-level = 설정에서 고르는 축(있는 경우): 컴퓨터마다 값 하나.
key-major = 첫째가 둘째보다 주 버전 몇 개만큼 앞서는지의 범위. 뒤처지면 음수입니다.
key-matches = 고를 수 있는 값 가운데 다른 축의 값과 같은 특성을 가진 값을 먼저 제안합니다.
key-matches-axis = 다른 축.
key-matches-text = 그런 값을 부르는 말, 언어마다.
key-members = 이 어휘에 있는 값의 id.
key-minor = 주 버전이 같을 때 첫째가 둘째보다 부 버전 몇 개만큼 앞서는지의 범위. 예: >=-1, <=1. 주 버전이 다르면 한없이 많은 것으로 봅니다.
key-name = 사람이 읽는 이름, 언어마다.
key-knowledge-name = 데이터의 이름. 모든 답에 표시됩니다.
key-not = 이 값들을 뺀 모든 값.
key-noise = 값을 구별하지 못하는 단어. #은 숫자를 나타냅니다.
key-value-noise = 이 값에 대해서는 뜻이 없지만 다른 값에서는 뜻이 있을 수 있는 단어.
key-note = 읽는 사람이 알아야 할 것.
key-origin = 발행 주체: vendor, partner 또는 third-party.
key-outside = 알려져 있지만 데이터가 다루지 않는 이름. 지정했을 때만 고려됩니다.
key-package = 이 단계가 설치하는 것: 설치 가능한 어휘의 값.
key-patch = 부 버전이 같을 때의 패치에 대해 같은 것.
key-place = 인용하는 위치.
key-prefer = 먼저 제안할 값, 좋은 것부터. id, 그룹 또는 값이 갖춰야 할 것을 씁니다. 다른 곳에 적힌 순서는 아무것도 결정하지 않습니다.
key-publisher = 발행한 곳.
key-question = 질문, 언어마다.
key-reading = 출처의 한 가지 해석에 따라 지원되는 칸.
key-refines = 이 값이 더 정확히 나타내는 상위 값.
key-remedies = 대신 할 수 있는 일의 id, 표시할 순서대로. 금지 규칙마다 하나는 있어야 합니다.
key-move-remedies = 같은 변경을 설명하는 해결 방법의 id. 두 번 알리지 않습니다.
key-rewrite = 이름을 비교하기 전에 같게 만드는 표기: 적힌 것과 바꿀 것의 쌍.
key-rows = 표에서 세로로 놓을 축.
key-rules = 이유에 반드시 있어야 하는 규칙.
key-rules-out = 해당하는 칸이 실제로 있을 수 없는지 여부. 정해지지 않은 축은 그런 칸을 뜻하지 않으며, 다른 것이 남지 않을 때만 고려됩니다.
key-short = 표의 머리글에 쓰는 짧은 이름.
key-sources = 근거: 출처의 id, 또는 문서/위치 형태로 적은 출처 안의 위치.
key-silent-sources = 찾아보았지만 답이 없던 곳.
key-stated = 출처에 명시된, 지원되는 칸.
key-strict = 명시된 것만 인정하는지 여부.
key-supported = 판정의 근거별로 센 지원되는 칸.
key-table = 질문할 테이블의 id.
key-setup-table = 컴퓨터를 설정할 때 기준이 되는, 지원되는 칸이 있는 테이블.
key-taken-over = 출처에서 다루지 않는 칸과, 그래도 이 단계를 두는 이유.
key-target = 함께 쓸 대상을 나타내는 한 단어. 예: 서버.
key-text = 알려 줄 말이나 할 일, 언어마다.
key-move-text = 할 일, 언어마다. 중괄호 안의 축은 바꾼 뒤의 값을 나타냅니다.
key-title = 제목, 언어마다.
key-to = 이 값으로만 바꿉니다: 축과 id.
key-undocumented = 규칙이 없는 칸.
key-unsupported = 규칙이 금지하는 칸.
key-upward = 더 높은 버전으로만 바꾸는 축.
key-verdict = 나와야 하는 판정.
key-verdicts = 이 판정 중 하나인 답에만 표시합니다. 없으면 모든 답에 표시합니다.
key-verify = 잘되었는지 확인하는 방법.
key-version = 의미 체계 버전. 규칙에서 범위로 쓸 수 있습니다.
key-knowledge-version = 데이터의 버전. 판정이 바뀌면 첫 번호가 올라갑니다.
key-traits-version = 버전이 이 범위에 있는 모든 값. 예: >=8.1, <8.3
key-vocabulary = 값이 있는 어휘의 파일 이름.
key-when = 해당하는 곳: 중요한 축마다 항목 하나이며 모두 맞아야 합니다. 이런 것의 목록일 수도 있습니다.
key-total-when = 셀 칸. 없으면 모두 셉니다.
key-workstation = 설정할 시스템을 나타내는 축.
specimen-optional = 선택. { $text }
specimen-place = 폴더 안에서 이 파일의 위치는 { $path }입니다.

## Files about questions

file-ask = 문장으로 된 질문을 읽는 방법: 어떤 테이블과 축에 관한 것인지, 무엇이 범위 밖인지 알려 주는 말. 여기에서는 아무것도 판정하지 않습니다.
file-procedures = 어떤 칸으로도 답할 수 없는, 일을 하는 방법에 관한 질문과 그 답.
section-names = 문장 안에서의 어휘.
section-table = 이 테이블에 관한 질문임을 알려 주는 단서: 가중치는 5, 3, 1입니다.
section-side = 함께 다니는 축들과, 이름이 그 축에 속함을 알려 주는 말.
section-implied = 질문에 해당 축의 값이 없을 때 그 자체로 사실이 되는 말.
section-session = 원격 세션으로 작업하면 세션이 연결된 컴퓨터에서 작업하는 것입니다.
section-scope = 사람들이 묻지만 이 데이터로는 답하지 않는 것.
section-procedure = 일을 하는 방법에 관한 질문.
key-endings = 이름에 붙여 쓸 수 있는 말. #은 숫자를 뜻합니다.
key-articles = 단서 안에서 건너뛰는 단어.
key-mine = 질문하는 사람 자신의 컴퓨터 바로 앞에 오는 단어.
key-heard = 질문에 있어야 하는 것: 집합 이름, must, need, skip, how, why, 값의 ID. a|b는 그중 하나, !a는 없어야 함을 뜻합니다.
key-replies = 다른 대답을 하게 되는 질문.
key-fillers = 언어별로, 아무것도 말하지 않는 말.
key-foreign = 다른 제품: 지나가며 언급될 뿐이고 뒤따르는 버전은 그 제품의 것입니다.
key-link = 이름들이 서로 이어지는 방식.
key-back = 뒤에 오는 것이 앞의 것에 속합니다.
key-forward = 앞의 것이 뒤에 오는 것에 속합니다.
key-alike = 양쪽의 이름이 같은 역할을 합니다.
key-both = 옆에 있는 이름이 가질 수 있는 모든 역할을 합니다.
key-label = 아무것도 말하지 않지만 컴퓨터를 다시 가리키는 데 쓰일 수 있습니다.
key-same = 한 컴퓨터에 대해 말하지 않은 것은 다른 컴퓨터와 같습니다.
key-link-not = 뒤에 오는 이름은 해당하지 않습니다.
key-instead = 앞에 나온 같은 종류, 같은 쪽의 마지막 이름이 아니라 뒤에 오는 이름을 뜻합니다.
key-aside = 같은 문장에서 뒤에 오는 내용은 전해 들은 것, 지난 일 또는 계획입니다. 질문에서 같은 종류를 직접 말하면 사실로 보지 않습니다.
key-over = 같은 절에서, 그 절에 이름이 없으면 같은 문장의 앞 절에서 나온 내용이 그렇다는 표현입니다.
key-anew = 전해 들은 것이나 지난 일이 끝나는 곳입니다. 뒤에 오는 내용은 지금의 사실입니다.
key-now = 전해 들은 것이 끝나는 곳입니다. 앞으로의 일을 묻는 질문에서는 같은 절에서 뒤에 오는 내용보다 다른 곳에서 말한 것이 우선합니다.
key-later = 앞으로의 일입니다. link.aside에도 있으면 계획, 없으면 그에 대한 질문입니다.
key-change = 문장에 나온 같은 종류의 두 이름 중 앞의 것은 더는 그렇지 않습니다.
key-former = 바로 뒤의 이름(절 끝에서는 바로 앞의 이름)은 같은 종류의 다른 이름이 있으면 더는 그렇지 않습니다.
key-part = 구를 끝내며 아무것도 말하지 않습니다.
key-sets = 이름과 언어별 구 집합. 단서의 `{ "{" }name{ "}" }`은 그중 하나를 뜻합니다.
key-asks = 해도 되는지 외에 무엇을 묻는지.
key-must = 꼭 해야 하는지 묻습니다.
key-need = 필요한 것이나 먼저 할 것을 말합니다. 답이 그에 관한 것일 때만 꼭 해야 하는지 묻는 것으로 봅니다.
key-skip = 생략해도 되는지 묻습니다.
key-how = 방법이나 대상을 묻습니다.
key-why = 이유, 시점 또는 대안을 묻는 표현입니다. 이유를 답으로 합니다.
key-each = 말한 것 모두에 대해 그런지 묻는 표현입니다. 하나라도 아니면 아니라고 답합니다.
key-plea = 답을 구하는 표현입니다. 물음표가 없는 글에서는 이런 표현이 마지막으로 나오는 문장부터를 질문으로 봅니다.
key-whether = 결국 그런지 묻습니다. 앞에서 방법이나 이유를 물었더라도 더는 묻지 않는 것으로 봅니다. 영어 단어는 절의 첫머리에서만 인정됩니다.
key-company = 이름의 다른 말과 함께 있을 때만 인정되는 표기.
key-never = 인벤토리에서만 쓰는 표기: 문장에서는 읽지 않습니다.
key-names-unknown = 값이 아닌 것의 이름: 값의 자리를 차지하지만 알려진 것이 없습니다.
key-newest = 똑같이 제안되는 값 가운데 더 새로운 버전을 먼저 제안할지 여부.
key-strong = 가중치 5의 단서.
key-table-cues = 가중치 3의 단서.
key-weak = 가중치 1의 단서. 모두 합해도 2를 넘지 않습니다.
key-mentions = 어휘의 값을 언급하는 것의 가중치.
key-subject = 질문이 이 데이터에 관한 것이라면 값을 언급하는 축.
key-about = 같은 것을 알려 주는 말.
key-side-table = 축이 속한 테이블의 id.
key-side-axes = 축의 id.
key-before = 이쪽 이름의 앞에 오는 말.
key-nouns = 이쪽 이름이 가리키는 것.
key-hints = 같지만 항상 그렇지는 않은 말: 연결이 우선합니다.
key-side-after = 이쪽 이름의 뒤에 오는 말.
key-own-before = 한 축의 이름 앞에만 오는 단서, 축별로.
key-own = 한 축에만 해당하는 명사, 축별로.
key-cues = 언어별로, 찾을 때 쓰는 구.
key-implied-facts = 말의 뜻: 축과 값 또는 그룹의 id.
key-session-moves = 세션이 연결된 컴퓨터가 넘겨받는 축.
key-reaches = 세션이 연결된 컴퓨터가 다른 쪽의 컴퓨터일 때 함께 알려 주는 축.
key-unless = 있으면 해당하지 않게 되는 구.
key-scope-text = 여기에서 답할 수 없는 것이 무엇인지.
key-procedure-table = 속한 테이블의 id.
key-reply = yes, no, needed, not-needed, unknown 중 하나. 문장 자체가 답이면 told입니다.
key-procedure-because = 한두 문장으로 된 답.
