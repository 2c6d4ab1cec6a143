//! Words and sentences that a question may have around it without meaning anything else.

/// Words and sentences that name nothing of what the knowledge is about, and tell nothing about how names hang together.
pub fn unrelated() -> Vec<&'static str> {
    UNRELATED.split(['|', '\n']).map(str::trim).filter(|words| !words.is_empty()).collect()
}

const UNRELATED: &str = "
    banana | umbrella | giraffe | orange juice | marmalade | yesterday's lunch | cheerful | purple | sandwich
    football | holiday | birthday cake | volcano | penguin | trumpet | mountain | river | sunshine | raincoat
    breakfast | dentist | bicycle | elephant | chocolate | guitar | grandmother | kitchen | garden | butterfly
    weather | thunder | hello | good morning | kind regards | best wishes | cheers | many thanks
    thank you very much | please advise | asap | urgent!! | sigh | lol | :-) | ??? | !!! | ... | --- | *** | ~~~
    The coffee machine is broken again. | It rained all day in London. | My colleague Anna is on holiday.
    Lunch was very nice. | I like pancakes. | The cat sleeps. | We won the football match. | Happy birthday, Tom!
    Sorry for the long mail. | Have a nice weekend. | Greetings from Leeds. | Hope you are well.
    Nobody answered the phone. | The lift is stuck on the third floor. | Somebody ate my yoghurt.
    It is very cold here. | Ticket INC-40417 | Ref: 77/A | Please call me back on 555 0199.
    I am not very technical. | Regards, Priya | The meeting starts at half past nine. | Parking is difficult.
    This is my third mail about it. | Bye for now | Sent with love | The wallpaper is magenta. | My dog barks.
    Where is the stapler? | Tea or coffee, whatever. | apples | pears | cinnamon | lavender | carpet | curtain
    blanket | pillow | candle | basket | saxophone | violin | theatre | museum | library card | postman | fireman
    gardener | astronaut | pirate | 바나나 | 우산 | 기린 | 생일 | 노래 | 축구 | 김치찌개 | 비빔밥 | 떡볶이 | 냉면 | 고양이 | 강아지 | 호랑이 | 토끼
    안녕하세요 | 감사합니다 | 수고하세요 | 수고하십니다 | 고맙습니다 | 죄송합니다 | ㅠㅠ | ㅋㅋㅋ | ㅎㅎ | ㅇㅇ | 오늘 점심은 김치찌개였습니다. | 비가 많이 옵니다. | 날씨가 참 좋네요.
    커피가 맛있어요. | 어제 축구를 봤어요. | 좋은 하루 되세요. | 주말 잘 보내세요. | 박 대리 드림 | 감기 조심하세요! | 회의는 아홉 시예요. | 배가 고파요. | 점심시간이라 배고프네요.
    우리 집 고양이는 귀여워요. | 전화 주세요. | 급합니다!! | 빠른 회신 부탁드립니다. | 늘 고생이 많으십니다. | 새해 복 많이 받으세요. | 저는 초보예요. | 이번 주는 정신이 없네요.
    생일 축하해요! | 하늘이 파랗다. | 바다가 보고 싶다. | 노래방 가자! | 커피 한 잔 하실래요? | 행복하세요.
";
