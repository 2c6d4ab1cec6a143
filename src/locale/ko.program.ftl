# 답변 외에 프로그램이 하는 말, 한국어: 항목, 설정, 업그레이드, 페이지, 오류. 모든 id는 en.program.ftl과 같다.

## 표

matrix-verdict = 판정
matrix-none-supported = 지원되는 조합이 없습니다.
matrix-layout = 세로: { $rows }. 가로: { $columns }.
matrix-wide = 표가 { $width }칸보다 넓어 여러 부분으로 나누어 표시합니다.
matrix-total = 총 { $cells }칸.
cell-stated = 예
cell-reading = 예-해석
cell-inferred = 예-추론
cell-unsupported = 불가
cell-undocumented = –
legend-stated = 지원됨, 출처에 명시됨: { $cells }
legend-reading = 지원됨, 출처의 해석에 따름: { $cells }
legend-inferred = 지원됨, 출처의 내용에서 추론: { $cells }
legend-unsupported = 지원되지 않음: { $cells }
legend-undocumented = 문서에 없음: { $cells }
legend-unstated = 문서에 없음, 명시한 출처 없음: { $cells }

## 항목

kind-table = 테이블
kind-axis = 축
kind-value = 값
kind-package = 패키지
kind-group = 값의 그룹
kind-rule = 규칙
kind-caution = 주의
kind-silent = 출처 없음 기록
kind-procedure = 절차에 관한 답
kind-remedy = 해결 방법
kind-source = 출처
kind-code = 점검 결과 종류
kind-exclusion = 배타 관계
kind-move = 변경 방법
kind-step = 설정 단계
kind-upgrade-check = 업그레이드할 클러스터의 확인 결과
kind-upgrade-step = 업그레이드 단계
field-aliases = 별칭
field-as-of = 잠정적, 기준일
field-attributes = 특성
field-axes = 축
field-back-out = 되돌리기
field-basis = 근거
field-build = 공개된 빌드
field-builds = 버전 번호
field-cells = 칸 수
field-cells-inside = 대상 칸 수
field-commands = 명령
field-decides = 결정하는 칸 수
field-after = 먼저 할 단계
field-capabilities = 기능
field-changes = 바꾸는 축
field-effect = 효과
field-effort = 변경 부담
field-find-out = 확인 방법
field-gives = 제공하는 기능
field-package = 패키지
field-verify = 완료 확인
field-inside = 대상 값
field-known-builds = 공개된 빌드
field-members = 구성 값
field-note = 참고
field-origin = 발행 주체
field-outside = 대상 외 값
field-places = 인용 위치
field-published = 발행
field-question = 질문
field-refines = 상위 값
field-remedies = 해결 방법
field-rules = 규칙
field-severity = 심각도
field-sources = 출처
field-table = 테이블
field-text = 할 일
field-url = 링크
field-verdict = 판정
field-verdicts = 표시 조건
field-version = 버전
field-vocabulary = 어휘
field-when = 조건
field-written = 정의 위치
origin-vendor = 제조사
origin-partner = 제조사 파트너
origin-third-party = 타사
list-none = 없음
group-ambiguous = 구성 값 중 하나를 뜻하지만 이름만으로는 알 수 없어 모두 고려합니다.

## 통계

stats-vocabularies = 어휘
stats-attributes = 특성
stats-values = 값
stats-aliases = 별칭
stats-known-builds = 공개된 빌드
stats-groups = 값의 그룹
stats-tables = 테이블
stats-axes = 축
stats-permits = 허용 규칙
stats-forbids = 금지 규칙
stats-cautions = 주의
stats-silents = 출처 없음 기록
stats-moves = 변경 방법
stats-totals = 합계
stats-remedies = 해결 방법
stats-capabilities = 기능
stats-needs = 요구 사항
stats-steps = 설정 단계
stats-parameters = 매개 변수
stats-exclusions = 배타 관계
stats-procedures = 절차에 관한 답
stats-scopes = 범위 밖 주제
stats-sources = 출처
stats-places = 인용한 위치
stats-expectations = 기대 항목
stats-rules-basis = 규칙, { $basis }
stats-cells = 칸
stats-table = 테이블
stats-all = + 대상 외
stats-number = 칸 수
stats-stated = 명시
stats-reading = 해석
stats-inferred = 추론
stats-unsupported = 불가
stats-undocumented = 문서 없음
stats-languages = 언어
stats-language = 언어
stats-texts = 텍스트
stats-missing = 누락
stats-same = 첫 언어와 같음
stats-whose = 출처의 발행 주체
stats-undated = 날짜 없음
stats-oldest = 가장 오래된 날짜
stats-newest = 가장 최근 날짜

## 이름과 사실

fact-malformed = `{ $text }`: 축=값 형식이 아닙니다
fact-unknown-axis = 테이블 `{ $table }`에 `{ $axis }` 축이 없습니다
fact-unknown-value = `{ $axis }` 축에 `{ $value }` 값이 없습니다
fact-number-unread = `{ $axis }` 축에 `{ $value }` 값이 없습니다. 버전 번호이지만, 어느 값의 번호인지 알려 주는 `builds`가 이 축의 값에 없습니다
fact-not-on-axis = `{ $value }`의 뜻은 `{ $id }`이지만 `{ $axis }` 축에는 그런 값이 없습니다
fact-repeated-axis = `{ $axis }` 축이 두 번 이상 지정되었습니다
fact-ambiguous = `{ $name }`에 해당하는 값이 여럿이어서 모두 고려했습니다: { $values }
help-fact-malformed = 축=값 형식으로 쓰고, 값이 여럿이면 쉼표로 구분하십시오
help-fact-repeated = 값을 한 번에 지정하십시오: { $axis }=값1,값2
help-near = 비슷한 이름: { $names }
help-known = 사용할 수 있는 이름: { $names }
help-list = `canmanage list rules`, `list values`, `list sources` 등으로 목록을 볼 수 있습니다
unknown-table = `{ $table }` 테이블이 없습니다
unknown-id = 데이터에 `{ $id }` 항목이 없습니다
axis-in-both = `{ $axis }` 축을 두 번 요청했습니다
help-axis-in-both = 각 축은 --rows와 --columns 중 한 곳에 한 번만 쓰십시오
format-does-not-fit = 이 답변에는 { $format } 형식을 쓸 수 없습니다

## 설정

setup-supported = 설정 가능
setup-unsupported = { $servers ->
        [1] 설정 불가
       *[other] 컴퓨터 한 대를 모두에 맞게 설정할 수 없음
    }
setup-undocumented = 문서에 없음
setup-undetermined = 추가 정보 필요
setup-weakest = 일부 단계는 { $basis }
setup-steps = 단계(순서대로)
setup-server = { $target } { $number }
setup-missing = 그 밖에 필요하지만 방법을 찾지 못한 것
setup-fill-in = 바꿔 입력할 값
setup-conflict = { $servers }: 컴퓨터 한 대에서 함께 사용할 수 없음
setup-no-station = 모두에 맞게 설정할 수 있는 컴퓨터를 찾지 못했습니다.
setup-split = 가능한 구성: 컴퓨터 { $stations }대
setup-hopeless = { $server }: 지정한 내용으로는 알맞은 컴퓨터를 찾지 못했습니다.
setup-none = 데이터에 컴퓨터 설정에 관한 내용이 없습니다
matrix-too-large = 표의 칸 수가 { $cells }입니다. 최대 { $most }까지 표시합니다
help-matrix-too-large = 더 많은 축의 값을 지정해 일부만 표시하십시오
setup-too-many = 서버 { $servers }대를 지정했습니다. 한 번에 최대 { $most }대까지 계획합니다
help-setup-too-many = 조건이 같은 서버는 한 번만 지정하십시오
setup-one-system = `{ $name }`: 시스템 하나를 가리키지 않습니다
setup-from-twice = `{ $axis }`: --from에서 이미 지정했습니다
help-setup-none = 데이터 폴더의 setup.toml에 적을 수 있습니다
help-setup-one-system = 시스템을 정확히 하나만 지정하십시오
help-setup-from-twice = --manage에서는 빼십시오
script-title = 설정 대상: { $computer }. canmanage에서 만들었습니다.
script-read-first = 실행하기 전에 읽어 보십시오.
script-caution = 주의: { $text }
script-parameter = 이 스크립트의 { $number }번째 인수로 지정할 것: { $what }
script-unmet = 아무 작업도 하지 않았습니다.
script-failed = { $step } 단계가 실패했습니다(종료 코드 { $code }). 이후 단계는 수행하지 않았습니다.
script-elsewhere = { $shell }에 다음 명령을 입력하십시오.
script-by-hand = 다음 작업을 직접 수행하십시오.
script-enter = 마쳤으면 이 창에서 Enter 키를 누르십시오.
script-done = 스크립트가 끝났습니다. 설명대로 각 단계를 확인하십시오.
script-refused = 이 컴퓨터는 요청한 대상 전부에 맞게 설정할 수 없습니다. 수행한 작업은 없습니다.

## 실패

error-label = 오류
warning-label = 경고
help-label = 도움말
note-label = 참고
ascii-other-letters = 한글처럼 ASCII로 쓸 수 없는 글자가 있습니다. 콘솔의 코드 페이지가 949 또는 65001이어야 제대로 표시됩니다.
reason = { $reason ->
    [not-found] 파일이나 폴더가 없습니다
    [folder] 폴더입니다
    [no-folder] 폴더가 있어야 할 위치에 파일이 있습니다
    [denied] 액세스가 거부되었습니다
   *[other] { $reason }
}
unreadable-file = `{ $file }` 파일을 읽을 수 없습니다: { reason }
no-changelog = 변경 기록 `{ $file }`: 읽을 수 없습니다: { reason }
data-no-folder = `{ $folder }`: 읽을 수 있는 폴더가 아닙니다: { reason }
data-no-head = `{ $folder }`: { $head } 파일이 없어 데이터 폴더가 아닙니다
embedded-broken = 내장된 데이터를 읽을 수 없습니다: { $reason }
cannot-write = 답변을 쓸 수 없습니다: { reason }
file-too-large = `{ $file }` 파일이 { $most }바이트를 넘습니다. 그보다 큰 파일은 읽지 않습니다
cannot-write-file = `{ $file }` 파일을 쓸 수 없습니다: { reason }
file-exists = `{ $file }` 파일이 이미 있습니다
usage-unknown-argument = `{ $argument }` 인수가 없습니다
usage-unknown-command = `{ $command }` 명령이 없습니다
usage-no-command = 명령이 빠졌습니다
usage-missing = 인수가 필요합니다: { $arguments }
usage-no-value = `{ $argument }`에는 값이 필요합니다
usage-bad-value = `{ $argument }`에 사용할 수 없는 값: `{ $value }`
usage-repeated = `{ $argument }`: 두 번 지정되었습니다
usage-conflict = `{ $argument }`: `{ $other }`와 함께 쓸 수 없습니다
usage-other = 명령줄을 읽을 수 없습니다: { $detail }
help-usage = `{ $command } --help`로 사용법을 볼 수 있습니다

## Questions in running text

cmd-ask = 영어 또는 한국어로 자유롭게 적은 질문에 답변
arg-question = 질문(따옴표 없어도 됨). `-`이면 표준 입력에서 읽음
arg-batch = 한 줄에 질문이 하나씩 있는 파일에 같은 순서로 답변(`-`는 표준 입력)
arg-interactive = 말하지 않은 사항에 따라 답이 달라지면 되물음(터미널에서만)
question-too-long = 질문이 { $most }바이트를 넘습니다. 그 이상은 읽지 않습니다
question-empty = 질문이 없습니다
question-unreadable = 질문을 읽을 수 없습니다: { $reason }
question-not-utf8 = 질문이 { $byte }바이트부터 UTF-8이 아닙니다
help-ask = 질문을 적거나, `-`를 적고 표준 입력으로 질문을 전달하십시오
batch-unreadable = `{ $file }` 파일을 읽을 수 없습니다: { reason }
batch-not-utf8 = `{ $file }` 파일은 UTF-16입니다. UTF-8로 저장하십시오
batch-line = { $line }번째 줄: { $reason }
interactive-needs-terminal = --interactive는 되물을 터미널과 텍스트 형식이 필요합니다
help-interactive = 이 옵션이 없으면 질문에 무엇을 더해야 하는지 답에 표시됩니다
interactive-known = { $names } 또는 다른 이름을 입력합니다. 빈 줄을 입력하면 끝납니다
procedure-decides = 절차에는 heard와 대답이 있어야 하며 `depends`와 `out-of-scope`는 대답이 아닙니다

## 페이지

cmd-page = 프로그램 없이 브라우저에서 답하는 HTML 파일 만들기
page-title = { $name }: 지원 여부
page-skip = 답변으로 건너뛰기
page-noscript = 스크립트를 사용할 수 없으면 이 페이지에는 다음 언어의 표만 표시됩니다: { $language }.
page-tables = 질문 종류
page-language = 한국어
page-open = 지정 안 함
page-clear = 처음부터 다시
page-copy = 텍스트로 복사
page-copied = 복사했습니다.
page-setup = 단계별 설정
page-print = 이 표 인쇄
page-link = 이 답변의 링크
page-left-out = 인식할 수 없어 제외한 항목:
page-unknown-value = `{ $axis }` 축에 다음 ID나 짧은 이름의 값이 없습니다: `{ $value }`
page-several = `{ $name }`에는 여러 뜻이 있으므로 하나를 선택해야 합니다: { $values }
page-chart-help = 칸을 가리키거나 화살표 키로 이동하면 이유가 표시됩니다. 클릭하거나 Enter 키를 누르면 그 조합에 대한 답변이 표시됩니다.
page-edition = 데이터: { $name } { $version }, { $digest }. 다이제스트가 다른 페이지는 다른 상태의 데이터로 만든 것입니다.
page-too-many = 페이지에는 사실 조합 { $most }개까지만 답을 담을 수 있으나, 이 데이터에는 { $found }개가 있습니다
page-too-large = 페이지는 { $most }바이트까지 만들 수 있으나 이 페이지는 { $found }바이트입니다
## The runbook

file-runbook = 클러스터를 업그레이드하는 방법: 단계마다 하는 일과 입력하는 명령, 그리고 걸림돌이 되는 것.
section-check = 클러스터 점검에서 문제를 찾았을 때 표시하는 말. 점검의 이름이 id입니다.
key-upgrade = 노드를 업그레이드할 수 있는지 알려 주는 테이블과 그 축.
key-host = 서버가 시스템에서 실행되는지 알려 주는 테이블과 그 축.
key-manage = 서버를 무엇으로 관리하는지 알려 주는 테이블과 그 축.
key-current = 설치된 버전의 축.
key-upgradeaxes-target = 목표 버전의 축.
key-system = 노드 시스템의 축.
key-role = 노드에 서버가 있는지 나타내는 축.
key-passive = 서버가 없는 노드를 나타내는 값.
key-active = 서버가 있는 노드를 나타내는 값.
key-server = 서버 버전의 축.
key-tools = 도구 버전의 축.
key-kind = 클러스터 종류의 축.
key-family = 한 클러스터의 시스템들이 서로 다를 수 없는 특성.
key-kinds = 업그레이드할 수 있는 클러스터 종류.
key-single = 서버가 없는 노드와 서버가 항상 하나씩인 클러스터 종류.
key-groups = 서버 외에 모든 클러스터에 있는 그룹.
key-online = 온라인인 서버를 목록에서 나타내는 말.
key-offline = 오프라인인 서버를 목록에서 나타내는 말. 온라인도 오프라인도 아닌 서버는 다른 작업보다 먼저 확인합니다.
key-up = 작동 중인 노드를 목록에서 나타내는 말.
key-does = 하는 일: clear-node, upgrade-node, stop-server, move-server, upgrade-server, start-server, migrate, create-server 중 하나.
key-back-out = 되돌리는 방법. 없으면 되돌리는 방법을 설명하는 출처가 없다고 표시됩니다.
key-command-sources = 단계의 출처에 명령이 없을 때, 명령의 출처.

## Upgrades

upgrade-supported = 업그레이드 가능
upgrade-done = 할 일 없음
upgrade-unsupported = 아직 업그레이드할 수 없음
upgrade-undocumented = 문서에 없음
upgrade-undetermined = 추가 정보 필요
upgrade-node = 노드
upgrade-holds = 노드에 있는 것
upgrade-is-offline = 오프라인
upgrade-cluster = 클러스터
upgrade-half-way = 클러스터의 현재 상태
upgrade-stands = 이미 { $target } 버전: 노드 { $all-nodes }개 중 { $nodes }개, 서버 { $all-servers }개 중 { $servers }개.
upgrade-offline = { $server } 서버가 { $node } 노드에서 오프라인 상태입니다. 중지 시간이 이미 시작되었습니다.
upgrade-next = 다음은 1단계입니다: { $title }
upgrade-before = 첫 단계 전에
upgrade-no-source = 출처 없음
upgrade-steps = 단계
upgrade-on = { $node } 노드
upgrade-outage-begins = 중지 시간 시작
upgrade-outage-ends = 중지 시간 끝
upgrade-state-groups = { $count ->
    [0] 그룹 없음
   *[other] { $groups }
}
upgrade-state-online = { $level }, { $node } 노드에서 온라인
upgrade-state-offline = { $level }, { $node } 노드에서 오프라인
upgrade-online = 온라인: { $text }
upgrade-not-online = 오프라인: { $text }
upgrade-back-out = 되돌리기: { $text }
upgrade-no-back-out = 되돌리기: 방법을 설명하는 출처 없음
upgrade-command = 명령
upgrade-outages = 중지 시간
upgrade-window = { $server }: { $first }단계부터 { $last }단계까지 오프라인입니다. 중지 시간은 조직마다 다릅니다.
upgrade-window-runs = { $server }: 현재 오프라인이며 { $last }단계까지 계속됩니다.
upgrade-managing = 서버를 관리할 수 있는 워크스테이션
upgrade-state-before = 업그레이드 전
upgrade-state-middle = 업그레이드 중
upgrade-state-after = 업그레이드 후
upgrade-until = { $to }단계를 실행하기 전까지
upgrade-between = { $from }단계부터 { $to }단계까지
upgrade-since = { $from }단계를 완료한 후부터
upgrade-with = 도구: { $tools }
upgrade-no-workstation = 워크스테이션 한 대로 모든 서버를 관리할 수는 없습니다. 버전과 시스템 계열마다 워크스테이션을 따로 준비하십시오.
upgrade-left-behind = { $tools } 도구: 새 버전의 서버에는 { $verdict }
upgrade-ask-target = 클러스터를 어느 버전으로 업그레이드합니까? (--to LEVEL)
upgrade-ask-nodes = 클러스터에 어떤 노드가 있습니까? (--node NAME=active, --node NAME=passive)
upgrade-ask-servers = 클러스터에 어떤 서버가 있습니까? (--server NAME)
upgrade-ask-node-of = { $server } 서버는 어느 노드에 있습니까? (--server { $server }=NODE)
upgrade-ask-server-of = { $node } 노드에 어떤 서버가 있습니까? (--server NAME={ $node })
upgrade-bad-name = `{ $name }`: 컴퓨터 이름이 아닙니다. 영문자, 숫자, 하이픈, 밑줄을 사용하고 점으로 구분합니다
upgrade-bad-group = `{ $name }`: 명령에 입력할 수 있는 그룹 이름이 아닙니다. 따옴표와 퍼센트 기호는 사용할 수 없습니다
upgrade-twice = `{ $name }`: 두 번 나옵니다
upgrade-two-places = `{ $server }` 서버가 `{ $node }` 노드에도 있고 `{ $other }` 노드에도 있다고 입력되었습니다
upgrade-on-passive = `{ $node }` 노드가 수동인데 `{ $server }` 서버가 있다고 입력되었습니다
upgrade-server-ahead = `{ $server }` 서버는 목표 버전인데 `{ $node }` 노드는 아니라고 입력되었습니다
upgrade-no-script = 마이그레이션에는 스크립트가 없습니다. 기존 노드에서 실행하는 단계가 아니기 때문입니다
upgrade-no-such-node = `{ $name }` 노드가 없습니다
upgrade-no-node = `{ $name }` 노드가 나오지만 클러스터의 노드가 지정되지 않았습니다. 노드 목록 파일을 --nodes FILE로 추가하거나 노드마다 --node NAME을 추가하세요
upgrade-unknown-word = `{ $word }`: { $about }에 사용할 수 없는 값입니다
upgrade-too-many = 노드가 { $nodes }개입니다. 클러스터의 노드는 { $most }개까지입니다
upgrade-same-family = 같은 클러스터에서 `{ $name }` 버전으로 갈 수 있으므로 마이그레이션이 아닙니다
help-upgrade-no-script = --format markdown을 지정하면 명령이 포함된 체크리스트를 출력합니다
help-upgrade-cluster = --node NAME=역할,버전,시스템; --server NAME=노드,버전,상태; --group "NAME=노드"
upgrade-none = 데이터에 런북이 없습니다
help-upgrade-none = 클러스터를 업그레이드하는 방법은 데이터 폴더의 runbook.toml에 있습니다
upgrade-bad-plan = `{ $file }`: 계획 파일이 아닙니다: { $reason }
upgrade-bad-cluster = `{ $file }`: 클러스터에 관한 내용이 맞지 않습니다: { $reason }
upgrade-bad-listing = `{ $file }`: 이 옵션에 필요한 출력이 아닙니다
upgrade-broken = 이 프로그램의 오류입니다. 계획의 { $step }단계가 `{ $invariant }` 규칙을 어기므로 계획으로 표시하지 않습니다: { $plan }
script-upgrade-title = 업그레이드: { $title }
script-upgrade-node = { $node }의 단계
script-upgrade-elsewhere = 이 컴퓨터에는 계획된 단계가 없습니다.
script-upgrade-parts = 모든 노드에 쓰는 하나의 스크립트입니다. 노드마다 실행하면 그 컴퓨터의 단계만 수행합니다.
script-upgrade-run = { $count ->
    [1] { $first }단계
   *[other] { $first }-{ $last }단계
}({ $node } 노드)
script-upgrade-first = 먼저 다른 곳에서 수행할 단계: { $steps }
script-upgrade-then = 다음에 다른 곳에서 수행할 단계: { $steps }
script-upgrade-typed = { $number }단계를 마쳤으면 yes를 입력하십시오:
script-upgrade-ask = 앞의 단계를 모두 마쳤으면 yes를 입력하여 { $number }단계를 지금 실행하고, 이미 마친 단계이면 skip을 입력하십시오:
script-not-ascii = (명령은 체크리스트를 참조하십시오. 이 스크립트에 넣을 수 없는 문자가 있습니다)
script-upgrade-refused = 계획이 없으므로 이 스크립트는 아무것도 실행하지 않습니다.
script-upgrade-stopped = 멈춤: { $step }단계를 확인하지 않았으므로 스크립트가 이 단계의 명령을 실행하지 않았습니다.
script-upgrade-wait = 그곳에서 { $number }단계를 마쳤으면 입력할 숫자: { $number }:
cmd-upgrade = 클러스터의 업그레이드 준비 여부와 모든 단계를 순서대로 표시
arg-upgrade-from = 현재 노드와 서버의 버전
arg-upgrade-to = 목표 버전
arg-upgrade-kind = 클러스터의 종류
arg-upgrade-on = 노드의 시스템과 서비스 팩
arg-to_system = 새 클러스터에서 사용할 시스템
arg-server = 클러스터의 서버: 이름 또는 이름=노드,버전,상태. 여러 번 지정 가능(--cms와 같음)
arg-node = 클러스터의 노드: 이름=역할,버전,시스템. 여러 번 지정 가능. 노드를 지정하지 않은 서버는 활성 노드에 차례대로 배치된 것으로 간주
arg-group = 다른 그룹이 있는 곳: 이름=노드. 여러 번 지정 가능
arg-plan = 위의 내용을 모두 적은 파일. `canmanage data new plan`으로 견본을 출력
arg-nodes = 노드 목록 명령의 출력 파일
arg-groups = 그룹 목록 명령의 출력 파일
arg-status = 서버 상태 명령의 출력 파일
cannot-read-file = `{ $file }` 파일을 읽을 수 없습니다: { reason }
upgrade-no-cluster = `{ $name }`: 클러스터가 아닙니다
plan-what = 업그레이드할 클러스터. `canmanage upgrade --plan 파일`에 사용합니다. 값은 id, 별칭 또는 표시 이름으로 적습니다.
plan-from = 따로 적지 않은 모든 노드와 서버의 버전.
plan-to = 목표 버전.
plan-kind = 클러스터의 종류.
plan-on = 따로 적지 않은 모든 노드의 시스템과 서비스 팩.
plan-to-system = 다른 시스템으로 옮길 경우 그 시스템. 지정하면 마이그레이션 계획을 만듭니다.
plan-node = 노드마다 하나씩.
plan-name = 이름.
plan-role = 서버가 있는지 여부. 서버에 노드를 적었으면 필요 없습니다.
plan-level = 이미 업그레이드한 노드이면 현재 버전.
plan-update = 설치된 업데이트 롤업.
plan-status = 클러스터에 표시되는 상태.
plan-server = 클러스터의 서버마다 하나씩.
plan-state = 표시되는 상태.
plan-machines = 실행될 수 있는 노드. 적지 않으면 모든 노드.
plan-group = 클러스터의 다른 그룹마다 하나씩, 현재 있는 노드와 함께.
no-step-does = `{ $action }`에 해당하는 단계가 없어 계획에 표시할 내용이 없습니다
unreachable-step = 어떤 계획도 `{ $step }` 단계에 이르지 않습니다
help-unreachable-step = 조건을 고치거나 단계를 없애십시오
key-heeded = 모든 계획이 스스로 지키는 업그레이드 테이블의 주의 사항. 전체 답변에만 표시됩니다.
key-several = 수동 노드가 여러 개인 클러스터에만 해당하는 업그레이드 테이블의 주의 사항.
key-url = 읽을 수 있는 http 또는 https 주소. 페이지에서 이 주소로 연결합니다.
