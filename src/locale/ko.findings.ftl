# 점검 결과의 종류를 한국어로 설명합니다. 뜻, 중요한 이유, 해야 할 일. `explain`과 docs/findings.ko.md는 여기에서 만들어집니다. 모든 id는 en.findings.ftl에도 있습니다.

severity-warning = 경고: 고치는 것이 좋음
severity-error = 오류: 답이 틀리거나 설명되지 않음
severity-fatal = 오류: 데이터를 사용할 수 없음
field-why = 중요한 이유
field-mend = 해야 할 일
field-example = 예
findings-title = 점검 결과의 종류
findings-intro = `canmanage data check`가 보고할 수 있는 모든 것을 이름순으로 적은 문서입니다. `canmanage explain CODE`도 같은 내용을 보여 줍니다. 각 예는 실수가 하나 들어 있는 작은 폴더 tests/lints/<code>/에 대한 보고입니다.
findings-levels = 오류는 답이 틀리거나 설명되지 않게 합니다. 경고는 고치는 것이 좋습니다. `--warn`이나 `--allow`에 코드를 적지 않으면 어느 쪽이든 검사가 실패하며, 컴파일할 수 없는 문제는 허용할 수 없습니다. 예외는 해당 항목의 `acknowledge`에 이유와 함께 적습니다. data/README.md를 참고하십시오.

code-bad-version = 버전 번호나 빌드가 점으로 구분된 숫자가 아닙니다.
why-bad-version = 인벤토리가 번호로 보고하는 이름은 부분별로 비교됩니다. 읽을 수 없는 번호는 찾을 수 없습니다.
mend-bad-version = 8.1.240.6처럼 점으로 구분된 숫자로 쓰십시오.

code-boundless-condition = 조건에 축이 하나도 없습니다.
why-boundless-condition = 모든 칸에 적용되어 다른 규칙을 무효로 하거나 가리며, 그 결과가 여러 곳에서 따로 보고됩니다.
mend-boundless-condition = 관련된 축을 적으십시오. 모든 칸을 뜻한다면 예외로 기록하십시오.
code-stray-attribute = 여러 값에 있는 특성과 한 글자만 다른 것이 한 값에만 있습니다.
why-stray-attribute = `agree`와 `differ`는 글자 그대로 비교하므로, 오타가 있으면 같은 것이 다른 것으로 처리되고 달리 알려지지 않습니다.
mend-stray-attribute = 다른 값과 같게 적으십시오. 정말 다른 것이면 예외로 기록하십시오.
code-open-range = 상한이 없는 범위의 허용 규칙이 첫 값 이후의 값에도 적용됩니다.
why-open-range = 출처는 그 뒤에 나온 것을 다루었을 수 없으며, 다음에 추가될 값도 같은 출처에 따라 지원되는 것으로 처리됩니다.
mend-open-range = 출처에서 다룬 마지막 값 뒤에서 `<`로 범위를 닫으십시오. 이후의 값도 모두 뜻한다면 예외로 기록하십시오.
code-dead-rewrite = `rewrite` 또는 `noise`의 표기가 어떤 이름에도 나오지 않습니다.
why-dead-rewrite = 이름은 `_`, `-` 같은 기호에서 단어로 나뉘므로, 그렇게 표기된 이름은 계속 알 수 없는 이름으로 남습니다.
mend-dead-rewrite = 나뉜 단어로 적으십시오.
code-uninstalled-level = 설정에서 선택하는 버전 중 일부는 설치하지만, 지원되는 값 하나는 설치하지 않습니다.
why-uninstalled-level = 관리에 쓸 도구 없이 워크스테이션 설정이 끝난 것으로 표시됩니다.
mend-uninstalled-level = 이 값의 [need]와 그것을 설치하는 [step]을 추가하십시오. 설치할 것이 없다면 `level`에서 예외로 기록하십시오.
code-competing-steps = 설정의 두 단계가 같은 시스템에서 같은 기능을 제공하여 파일의 순서가 결과를 정하게 됩니다.
why-competing-steps = 점검 목록에는 먼저 나오는 단계가 들어가지만, 그 이유는 데이터 어디에도 없습니다.
mend-competing-steps = 두 조건이 서로 겹치지 않도록 한쪽을 좁히거나 하나만 남기십시오.

code-conflicting-cautions = 한 테이블의 두 주의가 함께 표시되는 곳에서 같은 문장이거나, 같은 칸에서 같은 위치를 인용하면서 내용이 서로 다릅니다.
why-conflicting-cautions = 읽는 사람은 같은 내용을 두 번 보거나, 한 구절을 두 가지로 보게 되어 어느 쪽이 맞는지 알 수 없습니다.
mend-conflicting-cautions = 하나로 합치거나, 각각의 정확한 위치를 인용하거나, 한쪽을 좁히십시오. 구절이 정말 두 가지를 모두 말한다면 그 사실을 `acknowledge`에 적으십시오.

code-conflicting-rules = 허용 규칙과 금지 규칙이 정확히 같은 칸에 적용됩니다. 조건은 같고 결과는 반대입니다.
why-conflicting-rules = 모든 칸에서 금지 규칙이 우선하므로 허용 규칙은 아무 역할도 하지 못합니다. 둘 중 하나는 다른 칸을 뜻했을 가능성이 큽니다.
mend-conflicting-rules = 두 출처를 다시 읽고 한쪽 규칙을 고치거나 없애십시오.

code-dangling-reference = 이름이 가리키는 출처, 해결 방법, 값, 축 또는 특성이 없습니다.
why-dangling-reference = 뜻한 것이 사라집니다. 규칙은 출처를 잃고 조건은 값을 잃습니다.
mend-dangling-reference = 이름을 고치십시오. 비슷한 이름이 있으면 제안됩니다. 아니면 그 이름의 항목을 추가하십시오.

code-duplicate-alias = 두 값의 표기가 같아 한 이름에 두 가지 뜻이 생깁니다.
why-duplicate-alias = 그 이름을 입력한 사람은 둘 중 하나에 대한 답을 받으면서 어느 것인지 알지 못합니다.
mend-duplicate-alias = 둘 중 하나를 없애십시오. 실제로 두 뜻으로 쓰이는 이름이라면 `ambiguous = true`인 그룹으로 만드십시오.

code-duplicate-id = 하나만 있어야 하는 id가 두 번 나옵니다.
why-duplicate-id = 이 id를 참조하면 어느 쪽인지 알 수 없고, `explain`은 두 가지를 보여 주게 됩니다.
mend-duplicate-id = 둘 중 하나와 그것을 참조하는 곳의 이름을 바꾸십시오.

code-duplicate-key = 키 또는 항목의 머리글이 두 번 나옵니다.
why-duplicate-key = TOML에서 허용되지 않습니다. 둘 중 하나만 남고 다른 하나는 조용히 사라지게 됩니다.
mend-duplicate-key = 둘 중 하나를 없애거나 항목에 고유한 id를 주십시오.

code-duplicate-rule = 효과가 같은 두 규칙이 정확히 같은 칸에 적용됩니다. 조건도 결과도 같습니다.
why-duplicate-rule = 하나는 새로운 내용이 없습니다. 나중에 한쪽을 고쳐도 다른 쪽 때문에 옛 답이 남습니다.
mend-duplicate-rule = 두 출처를 인용하는 규칙 하나로 합치거나, 달라야 했던 조건을 고치십시오.

code-empty-branch = 조건의 한 부분에 맞는 칸이 없습니다. 나머지 부분에는 있습니다.
why-empty-branch = 값들이 서로 배제하거나, 범위에 드는 버전이 없거나, 달라야 하는 두 값의 특성이 같습니다. 다른 칸을 뜻했을 가능성이 큽니다.
mend-empty-branch = 그 부분을 고치거나 빼십시오.

code-empty-condition = 조건에 맞는 칸이 없어 그 항목은 아무 역할도 하지 못합니다.
why-empty-condition = 값들이 서로 배제하거나, 범위에 드는 버전이 없거나, 달라야 하는 두 값의 특성이 같습니다. 다른 것을 뜻했을 가능성이 큽니다.
mend-empty-condition = 조건을 고치거나 항목을 없애십시오. 허용 규칙은 대상 외 값에 id로만 적용됩니다.

code-failed-expectation = expectations.toml의 사실에 대한 답이 기대와 다릅니다.
why-failed-expectation = 기대는 누군가가 보증한 답입니다. 기대가 오래되었거나, 편집이 의도보다 많은 것을 바꾼 것입니다.
mend-failed-expectation = 어떤 규칙이 이 답을 주는지 확인하십시오. 규칙을 고치거나, 새 답이 맞다면 기대를 고치십시오.

code-forbid-without-remedy = 금지 규칙이 정하는 칸에 해결 방법이 없습니다. 그곳에 적용되는 다른 금지 규칙에도 없습니다.
why-forbid-without-remedy = "지원되지 않음"이라는 답을 받은 사람이 대신 무엇을 해야 하는지 알 수 없습니다.
mend-forbid-without-remedy = 해결 방법을 적으십시오. 어떤 출처에도 없다면 그 사실을 `acknowledge`에 적으십시오.

code-format-too-new = 이 프로그램이 모르는 형식으로 작성된 폴더입니다.
why-format-too-new = 새 형식에서는 같은 말이 다른 뜻일 수 있습니다.
mend-format-too-new = 더 새로운 canmanage를 사용하거나 이 프로그램이 읽는 형식으로 작성하십시오.

code-idle-move = 변경 방법이 지원되는 칸의 값으로 이어지지 않아 대안에 쓰이는 일이 없습니다.
why-idle-move = 제안하려고 적었지만 결코 제안되지 않습니다.
mend-idle-move = `changes`, `to` 또는 `upward`를 고치거나 변경 방법을 없애십시오.

code-idle-silent = 출처 없음 기록이 맡은 칸이 하나도 없습니다. 적용되는 모든 칸에서 규칙이 정하거나 다른 출처 없음 기록이 있습니다.
why-idle-silent = 이 기록은 다룬 출처가 없다는 뜻입니다. 규칙이 정하는 곳에는 출처가 있고, 다른 기록이 있는 곳에는 하나로 충분합니다.
mend-idle-silent = 없애거나 조건을 고치십시오.

code-unusual-id = ID가 소문자 ASCII 단어를 하이픈으로 이은 형식이 아닙니다.
why-unusual-id = 동작은 하지만, 공백이 있으면 따옴표로 묶어야 하고 키보드마다 입력하는 방법이 다르며 스크립트와 링크에서는 다른 말이 됩니다.
mend-unusual-id = 참조하는 곳까지 함께 이름을 바꾸고, 사람이 부르는 이름은 name과 aliases에 적으십시오. 다른 곳에서 이미 쓰는 ID는 acknowledge로 기록할 수 있습니다.
code-endless-rewrite = rewrite가 바꾼 결과가 다시 바뀌기를 끝없이 되풀이합니다.
why-endless-rewrite = 프로그램이 도중에 그만두므로, 이 구가 들어 있는 이름은 무엇과도 같지 않아 알아듣지 못합니다.
mend-endless-rewrite = 한 방향으로만 바꾸십시오. 여러 표기를 rewrite가 찾지 않는 표기 하나로 모으십시오.
code-invalid-value = 값의 종류나 모양이 맞지 않습니다.
why-invalid-value = 항목을 읽을 수 없어 그 내용이 모든 답에서 빠집니다.
mend-invalid-value = `canmanage data new`로 출력되는 견본과 같은 형식으로 쓰십시오.

code-misplaced-build = 공개된 빌드가 적혀 있는 값으로 읽히지 않습니다. 번호가 `builds`와 맞지 않습니다.
why-misplaced-build = 그 번호를 입력한 사람은 다른 버전에 대한 답을 받거나 답을 받지 못합니다.
mend-misplaced-build = 빌드를 맞는 값으로 옮기거나 `builds`를 고치십시오.

code-missing-translation = 텍스트에 데이터의 언어 중 하나가 빠졌습니다.
why-missing-translation = 그 언어를 쓰는 사람은 답 중간에 다른 언어를 보게 됩니다.
mend-missing-translation = knowledge.toml의 모든 언어로 텍스트를 쓰십시오.

code-not-on-axis = 조건에 적힌 값이 해당 축에 없습니다.
why-not-on-axis = 이름은 알려져 있지만 이 축에 그 값을 가진 칸이 없어 조건의 그 부분은 아무 뜻이 없습니다.
mend-not-on-axis = 값을 축의 `inside`나 `outside`에 추가하거나 조건에서 빼십시오.

code-out-of-order = 공개된 빌드나 그 날짜가 순서대로 커지지 않거나, 출처를 읽은 날보다 뒤의 날짜로 잠정 표시가 되어 있습니다.
why-out-of-order = 빌드와 날짜는 함께 커집니다. 그렇지 않다면 둘 중 하나를 잘못 적었을 가능성이 큽니다.
mend-out-of-order = 출처에서 번호와 날짜를 찾아보고 값이나 순서를 고치십시오.

code-permit-overruled = 모든 칸에서 금지 규칙도 적용되어 허용 규칙이 정하는 칸이 없습니다.
why-permit-overruled = 출처는 "지원됨"이라고 하는데 어떤 답도 그렇게 말하지 않습니다. 허용 규칙이 쓸모없거나 금지 규칙이 너무 넓은 것입니다.
mend-permit-overruled = 금지 규칙을 좁히거나 허용 규칙을 없애십시오. 출처의 내용으로 남겨 둘 것이라면 `acknowledge`에 적으십시오.

code-repeated-name = 목록에 같은 이름이 두 번 나옵니다.
why-repeated-name = 두 번째는 아무것도 바꾸지 않으므로 다른 이름을 뜻했을 가능성이 큽니다.
mend-repeated-name = 없애거나 뜻한 이름으로 바꾸십시오.

code-shadowed-rule = 효과가 같은 다른 규칙이 적어도 이 규칙이 적용되는 모든 칸에서, 적어도 같은 정도로 확실하게 적용됩니다.
why-shadowed-rule = 이 규칙을 없애도 판정이나 근거가 바뀌지 않습니다. 다른 칸을 뜻했을 수 있으며, 이 규칙을 고쳐도 아무것도 달라지지 않습니다.
mend-shadowed-rule = 없애거나, 조건을 고치거나, 다른 규칙을 좁히십시오. 고유한 출처의 내용으로 남겨 둘 것이라면 `acknowledge`에 적으십시오.

code-stale-acknowledgement = 항목이 `acknowledge`에 적은 문제가 없거나, 알려지지 않았거나, 예외로 둘 수 없을 만큼 중대합니다.
why-stale-acknowledgement = 필요 없는 예외는 같은 종류의 다음 실수를 감춥니다.
mend-stale-acknowledgement = `acknowledge`에서 없애거나 코드를 고치십시오.

code-swallowed-alias = 별칭이 더하는 것이 없습니다. 값에 이미 있는 이름이거나, 다른 별칭과 구별해 줄 번호가 noise 때문에 사라집니다.
why-swallowed-alias = 적은 사람은 별도의 이름을 뜻했지만, 이름을 읽는 방식대로 읽으면 다른 별칭과 같습니다.
mend-swallowed-alias = 없애거나, 더 정확한 형태에 별도의 값을 만들고 `noise`에서 그 단어를 빼십시오.

code-syntax = TOML 파일이 아닙니다.
why-syntax = 실수가 있는 부분은 읽을 수 없습니다. 폴더의 나머지는 그래도 검사됩니다.
mend-syntax = 해당 줄을 고치십시오. 무엇이 와야 하는지 메시지에 나옵니다.

code-table-too-large = 테이블의 칸 수가 허용 한도를 넘습니다.
why-table-too-large = 모든 칸을 미리 정해 두므로 메모리가 필요합니다. 한도를 넘는 테이블은 시작하지 않고 거부합니다.
mend-table-too-large = 축에서 값을 빼거나 테이블을 둘로 나누십시오.

code-uncited-rule = 무엇인가를 주장하는 항목에 출처가 없습니다.
why-uncited-rule = 답은 어떤 출처에 근거하는지 밝혀야 합니다.
mend-uncited-rule = 문서와 그 안의 위치를 인용하십시오. 출처가 없다면 아직 넣을 수 없습니다.

code-undecided-cell = 규칙이 없는 칸에 이를 알고 있다는 출처 없음 기록도 없습니다.
why-undecided-cell = 출처를 찾아보았지만 없었는지, 칸을 잊었는지 알 수 없습니다. 빈 곳은 되도록 적은 조건으로 표시됩니다.
mend-undecided-cell = 규칙을 추가하거나, 출처가 없는 이유를 적은 [silent] 항목을 추가하십시오. 표시된 조건을 그대로 붙여 넣을 수 있습니다.

code-unheard-caution = 특정 판정에만 표시되는 주의인데, 해당하는 칸 중에 그 판정인 칸이 없습니다.
why-unheard-caution = 누구에게도 표시되지 않습니다.
mend-unheard-caution = `when`이나 `verdicts`를 고치거나 주의을 없애십시오.

code-unknown-file = 폴더의 파일이 어디에도 속하지 않습니다.
why-unknown-file = 무엇이 적혀 있든 읽지 않습니다.
mend-unknown-file = vocabulary/나 tables/로 옮기거나 폴더에서 빼십시오.

code-unknown-key = 이 종류의 항목에 없는 키입니다.
why-unknown-key = 잘못 쓴 키를 조용히 버리면 그 내용이 빠지게 됩니다.
mend-unknown-key = 키를 고치십시오. 비슷한 키가 있으면 제안됩니다. `canmanage data new`로 파일 종류별 키를 볼 수 있습니다.

code-unmet-need = 지원되는 답에 필요한 기능을 제공하는 설정 단계가 없습니다.
why-unmet-need = 점검 목록에 빠진 것이 생깁니다.
mend-unmet-need = 그 기능을 제공하는 [step]을 추가하거나 [need]를 좁히십시오.

code-unreachable-remedy = 해결 방법이 언급되지만 아무것도 금지하지 않는 규칙에서만 언급되어 어떤 답에도 나오지 않습니다.
why-unreachable-remedy = 막힌 사람에게 보여 주려고 적었지만 보이는 일이 없습니다.
mend-unreachable-remedy = 도움이 되는 금지 규칙에 적으십시오. 허용 규칙에만 둘 것이라면 `acknowledge`에 적으십시오.

code-unreachable-step = 지원되는 업그레이드 중 어느 것에도 해당하지 않는 런북 단계입니다.
why-unreachable-step = 적혀 있지만 아무도 읽지 않게 됩니다. 조건의 뜻이 다를 수도 있습니다.
mend-unreachable-step = 조건을 고치거나 단계를 없애십시오.

code-unreadable-file = 파일을 읽을 수 없거나 UTF-8이 아닙니다.
why-unreadable-file = 파일의 내용이 모든 답에서 빠집니다.
mend-unreadable-file = UTF-8로 저장하고, 읽기 권한이 있는지, 8 MiB보다 크지 않은지 확인하십시오.

code-untranslated-text = 두 언어의 문장이 같습니다.
why-untranslated-text = 복사만 하고 번역하지 않은 것입니다.
mend-untranslated-text = 번역하십시오. 이름, 제목, 명령은 그대로 두어도 됩니다.

code-unused-entry = 아무것도 항목을 사용하지 않습니다. 축에 없는 어휘나 값, 축에 구성원이 없는 그룹, 조건에서 비교하지 않는 특성, 필요로 하는 곳이 없는 기능, 명령에 나오지 않는 매개 변수, 제공하는 것도 뒤따르는 것도 없는 단계입니다.
why-unused-entry = 어떤 질문으로도 닿을 수 없습니다. 남은 것이거나, 사용할 항목이 빠진 것입니다.
mend-unused-entry = 사용하거나 없애십시오.

code-unused-remedy = 어떤 규칙도 이 해결 방법을 언급하지 않습니다.
why-unused-remedy = 누구에게도 표시되지 않습니다.
mend-unused-remedy = 도움이 되는 금지 규칙에 적거나 없애십시오.

code-unused-source = 출처 또는 그 안의 위치를 인용하는 곳이 없습니다.
why-unused-source = 출처 목록은 답의 근거 목록인데, 이 출처에 근거하는 것이 없습니다.
mend-unused-source = 근거가 되는 곳에서 인용하거나 없애십시오.

code-wrong-total = 데이터에 적힌 합계가 실제 합계와 다릅니다.
why-wrong-total = 합계는 편집 때문에 칸이 모르는 사이에 바뀌지 않도록 적어 둔 것입니다.
mend-wrong-total = 합계를 고치기 전에 어떤 칸이 바뀌었는지 확인하십시오. 이해하지 않고 메시지에서 베낀 합계는 쓸모가 없습니다.
