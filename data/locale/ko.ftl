# 답변의 문장, 한국어. 모든 id와 인수는 en.ftl과 같아야 하며 테스트로 확인한다.
# 지식의 내용에 관한 문장은 여기에 없다. 그 문장은 지식 폴더에 있다. 프로그램의 다른 문장은 ko.program.ftl에 있으며
# 필요할 때만 읽는다.

## 판정

verdict-supported = 지원됨
verdict-unsupported = 지원되지 않음
verdict-undocumented = 문서에 없음
verdict-undetermined = 미정
means-supported = 가능합니다. 아래 출처가 허용하며 금지하는 규칙이 없습니다.
means-unsupported = 안 됩니다. 아래의 각 이유가 이를 금지합니다.
means-undocumented = 이에 대해 말하는 출처가 없습니다. 된다는 뜻도, 안 된다는 뜻도 아닙니다.
means-undetermined = 아직 알려 주지 않은 사항에 따라 달라집니다.
basis-stated = 명시
basis-reading = 한 가지 해석
basis-inferred = 추론

## 답변

answer-strict = 엄격: 명시된 것만 인정
answer-any = 무관한 항목
answer-why = 이유
answer-forbid-wins = 허용 규칙과 금지 규칙이 모두 해당합니다. 금지 규칙이 우선합니다.
answer-overruled = 금지 규칙이 우선함
answer-discounted = 제외됨: 엄격 모드에서는 명시된 것만 인정
answer-as-of = 잠정적, { $date } 기준
answer-ask-next = 다음 질문
answer-open = 값에 따른 결과
answer-remedies = 해결 방법
answer-independent = 위의 이유 { $reasons }가지가 각각 이를 금지합니다. 하나만 해결해서는 충분하지 않습니다.
answer-needs = 워크스테이션에 필요한 것
answer-alternatives = 대신 지원되는 방법
answer-nearby = 문서에 있는 비슷한 경우 (이 질문에 대한 답은 아님)
alternative-derived = 계산한 결과이며 출처의 말이 아님
alternative-reaches = 이 경우 지원됨: { $basis }
alternative-clears = 해결되는 이유: { $names }
alternative-cautions = 주의: { $names }
step-verify = 확인: { $text }
step-unconfirmed = 미확인: 출처를 찾지 못함
answer-cautions = 주의
answer-sources = 출처
answer-again = 같은 답을 다시 보려면
source-undated = 날짜 없음
