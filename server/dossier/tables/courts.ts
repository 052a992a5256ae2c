/**
 * THE COURTS that a claim may go to, by the defendant's address. The first line whose places all
 * stand in the address counts. Only names that a person can check are here: an address without a
 * line leaves a blank, and the juvenile court of the region is still proposed for a minor. An office
 * that knows better puts courts.csv (words,court_ru,court_kk,source) into its data folder: its lines
 * come first.
 */
export interface CourtLine {
  readonly place: Place;
  readonly ru: string;
  readonly kk: string;
  readonly source: string;
  /** False: written down from memory; compare it with the list of courts before filing. */
  readonly checked: boolean;
}

/** Beginnings of names in lower case, Russian and Kazakh; of each kind one must be named as such. */
export interface Place {
  readonly city?: readonly string[];
  readonly district?: readonly string[];
  readonly region?: readonly string[];
  /** Words that must all stand somewhere: lines of an office's own table. */
  readonly words?: readonly string[];
}

const SOURCE = "https://sud.gov.kz (list of courts)";
const recalled = (place: Place, ru: string, kk: string): CourtLine => ({
  place,
  ru,
  kk,
  source: SOURCE,
  checked: false,
});

const ALMATY = ["алматы"];
const ASTANA = ["астан"];
const SHYMKENT = ["шымкент"];
const inAlmaty = (district: readonly string[], ru: string, kk: string) =>
  recalled(
    { city: ALMATY, district },
    `${ru} районный суд города Алматы`,
    `Алматы қаласы ${kk} аудандық соты`,
  );
const inShymkent = (district: readonly string[], ru: string, kk: string) =>
  recalled(
    { city: SHYMKENT, district },
    `${ru} районный суд города Шымкента`,
    `Шымкент қаласы ${kk} аудандық соты`,
  );

/** Courts of first instance. */
export const COURTS: readonly CourtLine[] = [
  inAlmaty(["алатау"], "Алатауский", "Алатау"),
  inAlmaty(["алмалин", "алмалы"], "Алмалинский", "Алмалы"),
  inAlmaty(["ауэзов", "әуезов"], "Ауэзовский", "Әуезов"),
  inAlmaty(["бостандык", "бостандық"], "Бостандыкский", "Бостандық"),
  inAlmaty(["жетысу", "жетісу"], "Жетысуский", "Жетісу"),
  inAlmaty(["медеу"], "Медеуский", "Медеу"),
  inAlmaty(["наурызбай"], "Наурызбайский", "Наурызбай"),
  inAlmaty(["турксиб", "түрксіб"], "Турксибский", "Түрксіб"),
  inShymkent(["абай"], "Абайский", "Абай"),
  inShymkent(["аль-фараби", "әл-фараби"], "Аль-Фарабийский", "Әл-Фараби"),
  inShymkent(["енбекши", "еңбекші"], "Енбекшинский", "Еңбекші"),
  inShymkent(["каратау", "қаратау"], "Каратауский", "Қаратау"),
  recalled(
    { city: ASTANA },
    "Межрайонный суд по гражданским делам города Астаны",
    "Астана қаласының азаматтық істер жөніндегі ауданаралық соты",
  ),
];

const juvenile = (place: Place, ru: string, kk: string): CourtLine =>
  recalled(
    place,
    `Специализированный межрайонный суд по делам несовершеннолетних ${ru}`,
    `${kk} кәмелетке толмағандардың істері жөніндегі мамандандырылған ауданаралық соты`,
  );
const inRegion = (region: readonly string[], ru: string, kk: string) =>
  juvenile({ region }, ru, kk);

/** Juvenile courts (Code of Civil Procedure art. 27(3)). */
export const JUVENILE_COURTS: readonly CourtLine[] = [
  juvenile({ city: ALMATY }, "города Алматы", "Алматы қаласының"),
  juvenile({ city: ASTANA }, "города Астаны", "Астана қаласының"),
  juvenile({ city: SHYMKENT }, "города Шымкента", "Шымкент қаласының"),
  inRegion(["абай"], "области Абай", "Абай облысының"),
  inRegion(["акмолин", "ақмола"], "Акмолинской области", "Ақмола облысының"),
  inRegion(["актюбин", "ақтөбе"], "Актюбинской области", "Ақтөбе облысының"),
  inRegion(["алматинск", "алматы"], "Алматинской области", "Алматы облысының"),
  inRegion(["атырау"], "Атырауской области", "Атырау облысының"),
  inRegion(
    ["восточно-казахстан", "шығыс қазақстан"],
    "Восточно-Казахстанской области",
    "Шығыс Қазақстан облысының",
  ),
  inRegion(
    ["западно-казахстан", "батыс қазақстан"],
    "Западно-Казахстанской области",
    "Батыс Қазақстан облысының",
  ),
  inRegion(
    ["северо-казахстан", "солтүстік қазақстан"],
    "Северо-Казахстанской области",
    "Солтүстік Қазақстан облысының",
  ),
  inRegion(["жамбыл"], "Жамбылской области", "Жамбыл облысының"),
  inRegion(["жетысу", "жетісу"], "области Жетісу", "Жетісу облысының"),
  inRegion(["карагандин", "қарағанды"], "Карагандинской области", "Қарағанды облысының"),
  inRegion(["костанай", "қостанай"], "Костанайской области", "Қостанай облысының"),
  inRegion(["кызылордин", "қызылорда"], "Кызылординской области", "Қызылорда облысының"),
  inRegion(["мангистау", "маңғыстау"], "Мангистауской области", "Маңғыстау облысының"),
  inRegion(["павлодар"], "Павлодарской области", "Павлодар облысының"),
  inRegion(["туркестан", "түркістан"], "Туркестанской области", "Түркістан облысының"),
  inRegion(["улытау", "ұлытау"], "области Ұлытау", "Ұлытау облысының"),
];
