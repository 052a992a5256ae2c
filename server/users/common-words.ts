/**
 * Words that passwords are made of first, in the languages of the office: an own list by subject,
 * from published reviews of leaked passwords as a whole (no list was copied). A word that only
 * continues another one of the list need not stand here.
 */
const LISTED = `
password pass passwd passcode passphrase secret letmein login logon signin welcome hello access
enter open master admin administrator root user guest test tester demo default system server
service support manager office company internet computer windows linux microsoft google apple
samsung android iphone huawei xiaomi gmail mail yandex instagram facebook telegram whatsapp tiktok
youtube netflix spotify changeme temporary temp qwerty qwertz azerty asdf zxcv qazwsx
love lover iloveyou loveyou you forever always baby babe babygirl honey sweet sweety heart angel
princess prince queen king sunshine sunny sun moon star flower rose lily butterfly rainbow diamond
dragon monkey tiger lion wolf eagle falcon phoenix shadow ninja hunter killer warrior knight wizard
magic matrix batman superman spiderman ironman naruto pokemon pikachu minecraft starwars jedi yoda
football soccer basketball baseball hockey tennis liverpool arsenal chelsea barcelona real madrid
ronaldo messi juventus mercedes bmw toyota lexus porsche ferrari honda
michael jordan jennifer jessica ashley daniel andrew charlie thomas robert matthew anthony joshua
george william james john david jack michelle nicole hannah sophie amanda samantha victoria maria
anna alex alexander max maxim sasha dima misha vanya vova kolya serega andrey sergey dmitry vladimir
mikhail ivan nikita roman pavel oleg igor natasha nastya katya masha dasha sveta olga elena tanya
irina marina ksenia arina alina
aigerim aizhan aidana asel asem dana dinara gulnara gulnaz zhanna madina saule aliya aruzhan
nurlan nursultan arman askar bolat daniyar daulet erlan ermek kairat marat murat ruslan timur yerlan
zhandos sultan alikhan adilet aibek temirlan
money bank cash rich dollar gold lucky winner freedom peace power super best cool number first
summer winter spring autumn january february march april june july august september october
november december monday tuesday wednesday thursday friday saturday sunday today year new
happy family mother father mama papa mom dad sister brother friend friends sweetheart god jesus
allah bismillah islam inshallah blessed trust faith hope life dream home house school university
work job boss team group police law justice court crime case evidence report
abc abcd xyz aaa qwe asd zxc qaz wsx
almaty astana nursultan shymkent karaganda aktobe taraz pavlodar semey atyrau oral kostanay
kokshetau aktau turkistan kazakhstan qazaqstan kazakh qazaq kazakhstan1 russia rossiya moscow
moskva usa america london paris
qazaqstanym zhanym janym otan ana balam mahabbat sagynysh baqyt baqytty otbasy sulu kun juldyz
parol privet lyubov lubov lubimaya solnce solnyshko zaya zayka kotik kotenok malysh rodnaya moya
spartak zenit cska russian druzhba pobeda slava mama papa
пароль пароли секрет доступ вход привет админ администратор пользователь система сервер работа офис
любовь люблю тебя любимая любимый солнце солнышко зайка котик котенок малыш милая милый родная моя
мой мама папа дочка сын сынок семья дети друг дружба счастье жизнь мечта весна лето осень зима
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь понедельник вторник
среда четверг пятница суббота воскресенье новый год ангел принцесса королева король звезда цветок
роза тигр лев волк орел дракон спартак зенит победа россия москва казахстан алматы астана шымкент
караганда актобе тараз павлодар семей атырау костанай деньги банк удача бог аллах школа дом
йцукен фыва ячсм
саша маша даша катя настя наташа света оля таня ира лена анна мария дима миша вова коля сережа
андрей сергей дмитрий владимир михаил иван никита роман павел олег игорь максим александр алексей
айгерим айжан айдана асель дана динара гульнара жанна мадина сауле алия аружан нурлан нурсултан
арман аскар болат данияр даулет ерлан кайрат марат мурат руслан тимур
құпиясөз құпия сөз сәлем қазақстан қазақ махаббат жаным күнім күн жұлдыз бақыт бақытты отбасы
ана әке апа ата бала балам дос достық отан өмір арман сұлу жан жүрек алтын ақша жаз қыс көктем күз
қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
`;

/** The product and the work of its offices: guessed first by whoever knows where a person works. */
const OF_THE_WORK = `
dropper droppers droper drop graph droppergraph neo4j sigma case evidence claim claims investigator
investigation prosecutor prosecution prosecutors head data transfer transfers victim mule
prokuratura prokuror prokuraturasy sledovatel sledstvie policia politsiya mvd gpkz
дроппер дроппера дропперы дроп дропы граф прокуратура прокурор следователь следствие дознание
полиция иск иски доказательства доказательство жертва потерпевший перевод переводы отдел управление
прокуратурасы тергеуші тергеу талап дәлел дәлелдемелер жәбірленуші аударым
`;

const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбю";

/** "пароль" typed with the Latin layout on ("gfhjkm"), and the other way round. */
function onTheOtherLayout(word: string): string {
  const swapped = [...word].map((letter) => {
    const russian = RUSSIAN_KEYS.indexOf(letter);
    if (russian !== -1) return LATIN_KEYS[russian];
    const latin = LATIN_KEYS.indexOf(letter);
    return latin === -1 ? letter : RUSSIAN_KEYS[latin];
  });
  return swapped.join("");
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => [...word].length >= 3);
}

/** Both as they are and as the other keyboard layout writes them. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  wordsOf(LISTED).flatMap((word) => [word, onTheOtherLayout(word)]),
);
export const WORDS_OF_THE_WORK: ReadonlySet<string> = new Set(
  wordsOf(OF_THE_WORK).flatMap((word) => [word, onTheOtherLayout(word)]),
);

/** Rows of keys, for walks over neighbouring keys. */
export const KEY_ROWS: readonly string[] = [
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "йцукенгшщзхъ",
  "фывапролджэ",
  "ячсмитьбю",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
];
