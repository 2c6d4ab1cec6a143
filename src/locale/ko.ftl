# 답변의 문장, 한국어. 모든 id와 인수는 en.ftl과 같아야 하며 테스트로 확인한다.
# 데이터의 내용에 관한 문장은 여기에 없다. 그 문장은 데이터 폴더에 있다. 프로그램의 다른 문장은 ko.program.ftl에 있으며
# 필요할 때만 읽는다.

## 판정

verdict-supported = 지원됨
verdict-unsupported = 지원되지 않음
verdict-undocumented = 문서에 없음
verdict-undetermined = 추가 정보 필요
means-supported = 지원됩니다. 아래 출처에서 허용하며 금지하는 규칙이 없습니다.
means-unsupported = 다음 이유로 지원되지 않습니다.
means-undocumented = 이 조합을 다룬 출처가 없습니다. 지원된다는 뜻도, 지원되지 않는다는 뜻도 아닙니다.
means-undetermined = 아직 알려 주지 않은 사항에 따라 달라집니다.
basis-stated = 명시됨
basis-reading = 해석에 따름
basis-inferred = 추론됨

## 답변

answer-strict = 엄격: 명시된 것만 인정
answer-any = 관계없음
attribute-unsaid = 명시되지 않음
answer-or = 또는
answer-with = · { $choices } 사용
answer-choice = { $choices } 사용
answer-presumes = { $conditions }인 경우:
answer-more = { $more }개 더 있음: -v를 지정하면 모두 표시
answer-supported-by = 지원되는 경우
answer-never-supported = 지원되는 경우 없음
answer-or-others = { $others ->
        [0] { $first }
       *[other] { $first } 또는 다른 { $others }개
    }
answer-choices = 선택 가능한 값
choice-gives-nothing = 기타
answer-rest-follows = 나머지 단계는 다음에 따라 다릅니다: { $title }({ $axis }=…)
choice-in-setup = 설정할 때 설치하는 패키지
answer-why = 이유
answer-forbid-wins = 허용 규칙과 금지 규칙이 모두 해당합니다. 금지 규칙이 우선합니다.
answer-overruled = 금지 규칙이 우선함
answer-discounted = 제외됨: 엄격 모드에서는 명시된 것만 인정
answer-as-of = 잠정적, { $date } 기준
answer-ask-next = 추가로 필요한 정보
answer-open = 값에 따른 결과
answer-remedies = 할 일
answer-independent = 위의 이유 { $reasons }가지 중 하나만 해당해도 지원되지 않으므로 하나만 해결해서는 충분하지 않습니다.
answer-needs = 필요한 것
answer-alternatives = 대신 지원되는 방법
answer-nearby = 대신 사용할 수 있는 구성(질문한 구성이 지원된다는 뜻은 아님)
alternative-derived = 출처의 규칙으로 구성한 결과이며 출처에 그대로 나오지는 않음
alternative-reaches = 지원 근거: { $basis }
alternative-clears = 해결되는 이유: { $names }
alternative-cautions = 주의: { $names }
step-verify = 확인: { $text }
step-unconfirmed-word = 미확인
step-unconfirmed = 미확인: 출처를 찾지 못함
answer-cautions = 주의
answer-sources = 출처
answer-again = 같은 답을 다시 보려면
source-undated = 날짜 없음

## Questions in running text

verdict-out-of-scope = 범위 밖
ask-reading = 질문 해석
ask-whole-plan = 이 클러스터의 전체 업그레이드 계획을 보려면
ask-about = 질문 종류
ask-assumed-table = 추정함: 질문에 나타나 있지 않음
ask-ignored = 해석하지 않은 단어
ask-unknown = 데이터에 없는 이름
ask-not-asked = { $names }: 알고 있는 이름이지만 답과 관계없음
ask-scope = 여기에서 답하지 않는 것
ask-denied = { $names }: 해당하지 않는다고 한 이름
ask-set-aside = { $names }: 원격 세션에서 작업하므로 관계없음
ask-session = 원격으로 연결한 컴퓨터에서 작업하는 것으로 해석함
ask-foreign = 다른 제품
ask-ambiguous = 해당하는 값이 여럿이어서 모두 고려함
ask-implied = 문맥에서 파악함
ask-assumed = 추정함: 질문에 근거가 없음
ask-outside = 데이터의 범위 밖
reply-yes = { $because }
reply-no = { $because }
reply-needed = 필요합니다. { $because }
reply-not-needed = 필요하지 않습니다. { $because }
reply-told = { $because }
reply-told-if = 다음과 같은 경우 지원됩니다: { $ways }
reply-depends = 상황에 따라 다릅니다. { $because }
reply-reading = 질문을 해석하기에 따라 답이 다릅니다.
reply-unknown = 이를 다룬 출처가 없습니다. { $because }
reply-out-of-scope = { $because }
replied-yes = 가능
replied-no = 불가
replied-needed = 필요함
replied-not-needed = 필요하지 않음
replied-told = 답변
replied-depends = 상황에 따라 다름
replied-unknown = 문서에 없음
replied-out-of-scope = 범위 밖
ask-readings = 질문을 해석하기에 따라 답이 다릅니다:
ask-several = 컴퓨터별 답변 { $answers }개:
ask-case = { $number }. { $facts }
ask-unrecognised = 이 프로그램에서 답할 수 있는 질문이 아니거나 질문을 이해하지 못했습니다.
ask-can-answer = 여기에서 답할 수 있는 것
reason-unknown-name = 데이터에 `{ $name }` 이름이 없으므로 이를 다룬 규칙도 출처도 없습니다.
