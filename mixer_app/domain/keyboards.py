"""Keyboard layouts of the world: which character each key of a US keyboard gives on them.

A scanner presses the keys of a US keyboard; the computer reads them by the layout its people type on.
The rows are those of the X keyboard database (xkeyboard-config); a dead key stands as its accent.
"""

from typing import Final

US_KEYS: Final = "1234567890-QWERTYUIOPASDFGHJKLZXCVBNM"
"""The keys that a badge code needs, row by row, by their name on a US keyboard."""

LAYOUTS: Final[dict[str, tuple[str, str]]] = {
    "French": (
        "& é \" ' ( - è _ ç à ) a z e r t y u i o p q s d f g h j k l w x c v b n ,",
        "1 2 3 4 5 6 7 8 9 0 ° A Z E R T Y U I O P Q S D F G H J K L W X C V B N ?",
    ),
    "French, AFNOR": (
        "à é è ê ( ) ‘ ’ « » ' a z e r t y u i o p q s d f g h j k l w x c v b n .",
        '1 2 3 4 5 6 7 8 9 0 " A Z E R T Y U I O P Q S D F G H J K L W X C V B N ?',
    ),
    "French, BÉPO": (
        "\" « » ( ) @ + - / * = b é p o è ^ v d l j a u i e , c t s r à y x . k ' q",
        "1 2 3 4 5 6 7 8 9 0 ° B É P O È ! V D L J A U I E ; C T S R À Y X : K ? Q",
    ),
    "Belgian": (
        "& é \" ' ( § è ! ç à ) a z e r t y u i o p q s d f g h j k l w x c v b n ,",
        "1 2 3 4 5 6 7 8 9 0 ° A Z E R T Y U I O P Q S D F G H J K L W X C V B N ?",
    ),
    "German": (
        "1 2 3 4 5 6 7 8 9 0 ß q w e r t z u i o p a s d f g h j k l y x c v b n m",
        '! " § $ % & / ( ) = ? Q W E R T Z U I O P A S D F G H J K L Y X C V B N M',
    ),
    "Swiss": (
        "1 2 3 4 5 6 7 8 9 0 ' q w e r t z u i o p a s d f g h j k l y x c v b n m",
        '+ " * ç % & / ( ) = ? Q W E R T Z U I O P A S D F G H J K L Y X C V B N M',
    ),
    "Italian, Spanish, Portuguese": (
        "1 2 3 4 5 6 7 8 9 0 ' q w e r t y u i o p a s d f g h j k l z x c v b n m",
        '! " £ $ % & / ( ) = ? Q W E R T Y U I O P A S D F G H J K L Z X C V B N M',
    ),
    "Scandinavian": (
        "1 2 3 4 5 6 7 8 9 0 + q w e r t y u i o p a s d f g h j k l z x c v b n m",
        '! " # ¤ % & / ( ) = ? Q W E R T Y U I O P A S D F G H J K L Z X C V B N M',
    ),
    "Turkish Q": (
        "1 2 3 4 5 6 7 8 9 0 * q w e r t y u ı o p a s d f g h j k l z x c v b n m",
        "! ' ^ + % & / ( ) = ? Q W E R T Y U I O P A S D F G H J K L Z X C V B N M",
    ),
    "Turkish F": (
        "1 2 3 4 5 6 7 8 9 0 / f g ğ ı o d r n h p u i e a ü t k m l j ö v c ç z s",
        "! \" ^ $ % & ' ( ) = ? F G Ğ I O D R N H P U İ E A Ü T K M L J Ö V C Ç Z S",
    ),
    "Czech": (
        "+ ě š č ř ž ý á í é = q w e r t z u i o p a s d f g h j k l y x c v b n m",
        "1 2 3 4 5 6 7 8 9 0 % Q W E R T Z U I O P A S D F G H J K L Y X C V B N M",
    ),
    "Slovak": (
        "+ ľ š č ť ž ý á í é = q w e r t z u i o p a s d f g h j k l y x c v b n m",
        "1 2 3 4 5 6 7 8 9 0 % Q W E R T Z U I O P A S D F G H J K L Y X C V B N M",
    ),
    "Hungarian": (
        "1 2 3 4 5 6 7 8 9 ö ü q w e r t z u i o p a s d f g h j k l y x c v b n m",
        "' \" + ! % / = ( ) Ö Ü Q W E R T Z U I O P A S D F G H J K L Y X C V B N M",
    ),
    "Lithuanian": (
        "ą č ę ė į š ų ū „ “ - q w e r t y u i o p a s d f g h j k l z x c v b n m",
        "Ą Č Ę Ė Į Š Ų Ū ( ) _ Q W E R T Y U I O P A S D F G H J K L Z X C V B N M",
    ),
    "Russian": (
        "1 2 3 4 5 6 7 8 9 0 - й ц у к е н г ш щ з ф ы в а п р о л д я ч с м и т ь",
        '! " № ; % : ? * ( ) _ Й Ц У К Е Н Г Ш Щ З Ф Ы В А П Р О Л Д Я Ч С М И Т Ь',
    ),
    "Ukrainian": (
        "1 2 3 4 5 6 7 8 9 0 - й ц у к е н г ш щ з ф і в а п р о л д я ч с м и т ь",
        '! " № ; % : ? * ( ) _ Й Ц У К Е Н Г Ш Щ З Ф І В А П Р О Л Д Я Ч С М И Т Ь',
    ),
    "Bulgarian": (
        "1 2 3 4 5 6 7 8 9 0 - , у е и ш щ к с д з ь я а о ж г т н в ю й ъ э ф х п",
        '! ? + " % = : / – № $ ы У Е И Ш Щ К С Д З ѝ Я А О Ж Г Т Н В Ю Й Ъ Э Ф Х П',
    ),
    "Serbian": (
        "1 2 3 4 5 6 7 8 9 0 ' љ њ е р т з у и о п а с д ф г х ј к л ж џ ц в б н м",
        '! " # $ % & / ( ) = ? Љ Њ Е Р Т З У И О П А С Д Ф Г Х Ј К Л Ж Џ Ц В Б Н М',
    ),
    "Kazakh": (
        '" ә і ң ғ , . ү ұ қ ө й ц у к е н г ш щ з ф ы в а п р о л д я ч с м и т ь',
        "! Ә І Ң Ғ ; : Ү Ұ Қ Ө Й Ц У К Е Н Г Ш Щ З Ф Ы В А П Р О Л Д Я Ч С М И Т Ь",
    ),
    "Greek": (
        "1 2 3 4 5 6 7 8 9 0 - ; ς ε ρ τ υ θ ι ο π α σ δ φ γ η ξ κ λ ζ χ ψ ω β ν μ",
        "! @ # $ % ^ & * ( ) _ : Σ Ε Ρ Τ Υ Θ Ι Ο Π Α Σ Δ Φ Γ Η Ξ Κ Λ Ζ Χ Ψ Ω Β Ν Μ",
    ),
    "Arabic": (
        "1 2 3 4 5 6 7 8 9 0 - ض ص ث ق ف غ ع ه خ ح ش س ي ب ل ا ت ن م ئ ء ؤ ر ﻻ ى ة",
        "! @ # $ % ^ & * ) ( _ َ ً ُ ٌ ﻹ إ ` ÷ × ؛ ِ ٍ ] [ ﻷ أ ـ ، / ~ ْ } { ﻵ آ '",
    ),
    "Persian": (
        "۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ۰ - ض ص ث ق ف غ ع ه خ ح ش س ی ب ل ا ت ن م ظ ط ز ر ذ د پ",
        "! ٬ ٫ ﷼ ٪ × ، * ) ( ـ ْ ٌ ٍ ً ُ ِ َ ّ ] [ ؤ ئ ي إ أ آ ة » « ك ٓ ژ ٰ \u200c ٔ ء",
    ),
    "Hebrew": (
        "1 2 3 4 5 6 7 8 9 0 - / ' ק ר א ט ו ן ם פ ש ד ג כ ע י ח ל ך ז ס ב ה נ מ צ",
        "! @ # $ % ^ & * ) ( _ Q W E R T Y U I O P A S D F G H J K L Z X C V B N M",
    ),
    "Hindi": (
        "१ २ ३ ४ ५ ६ ७ ८ ९ ० - ौ ै ा ी ू ब ह ग द ज ो े ् ि ु प र क त ॆ ं म न व ल स",
        "ऍ ॅ # $ % ^ & * ( ) ः औ ऐ आ ई ऊ भ ङ घ ध झ ओ ए अ इ उ फ ऱ ख थ ऎ ँ ण ऩ ऴ ळ श",
    ),
    "Thai": (
        "ๅ / - ภ ถ ุ ึ ค ต จ ข ๆ ไ ำ พ ะ ั ี ร น ย ฟ ห ก ด เ ้ ่ า ส ผ ป แ อ ิ ื ท",
        '+ ๑ ๒ ๓ ๔ ู ฿ ๕ ๖ ๗ ๘ ๐ " ฎ ฑ ธ ํ ๊ ณ ฯ ญ ฤ ฆ ฏ โ ฌ ็ ๋ ษ ศ ( ) ฉ ฮ ฺ ์ ?',
    ),
    "Dvorak": (
        "1 2 3 4 5 6 7 8 9 0 [ ' , . p y f g c r l a o e u i d h t n ; q j k x b m",
        '! @ # $ % ^ & * ( ) { " < > P Y F G C R L A O E U I D H T N : Q J K X B M',
    ),
    "Colemak": (
        "1 2 3 4 5 6 7 8 9 0 - q w f p g j l u y ; a r s t d h n e i z x c v b k m",
        "! @ # $ % ^ & * ( ) _ Q W F P G J L U Y : A R S T D H N E I Z X C V B K M",
    ),
}
"""For each layout its characters in the order of `US_KEYS`: alone, and with Shift."""

EVDEV_KEYS: Final[dict[int, str]] = dict(
    zip((*range(2, 13), *range(16, 26), *range(30, 39), *range(44, 51)), US_KEYS, strict=True)
)
"""The number of a key in the kernel of Linux, which for these keys is the scan code of Windows too."""

MAC_KEYS: Final[dict[int, str]] = dict(
    zip(
        (
            *(18, 19, 20, 21, 23, 22, 26, 28, 25, 29, 27),
            *(12, 13, 14, 15, 17, 16, 32, 34, 31, 35),
            *(0, 1, 2, 3, 5, 4, 38, 40, 37),
            *(6, 7, 8, 9, 11, 45, 46),
        ),
        US_KEYS,
        strict=True,
    )
)
"""The number of a key on macOS."""
