import { checkDigit } from "../../server/identity/iin.ts";
import { kzIban } from "./kz-iban.ts";

/** The files of claim-scene.ts: people with long names, and a payment of every kind. */

interface Someone {
  readonly name: string;
  readonly iin: string;
  readonly account: string;
}

/** A person with a valid IIN, born on that day (YYMMDD; digit of sex and century), and an IBAN. */
function someone(name: string, born: string, bank: string, serial: number): Someone {
  for (let further = serial; ; further += 1) {
    const eleven = `${born}${String(further).padStart(4, "0")}`;
    const digit = checkDigit(eleven);
    if (digit === null) continue;
    return { name, iin: `${eleven}${digit}`, account: kzIban(bank, String(serial)) };
  }
}

export const BOSS = "saule";
export const VICTIM = someone(
  "Нұрмағамбетова-Жүнісбекова Гүлбаршын Әбдіғаппарқызы",
  "8501014",
  "722",
  101,
);
const SECOND_VICTIM = someone(
  "Святославская-Преображенская Евдокия Константиновна",
  "6207114",
  "601",
  102,
);
const EMPLOYER = { name: "«Қазақстан темір жолы» ұлттық компаниясы АҚ", bin: "020540003431" };

/** Whom the claims are against, by what is shown of each. */
export const DEFENDANTS = {
  filed: someone("Қожахметов-Тілеубергенов Нұрсұлтан Бауыржанұлы", "9002023", "722", 201),
  minor: someone("Әбдірахманов Мирас-Інжу Ғабитұлы", "1005045", "601", 202),
  dollars: someone("Үмбетәлиева Күләш Төлегенқызы", "9503034", "965", 203),
  traced: someone("Өтеғалиев Ержан Қуанышбайұлы", "8806063", "856", 204),
  figure: someone("Шаяхметова-Құлмағамбетова Айнұр Ідірісқызы", "9911124", "722", 205),
  approved: someone("Жолдасбеков Әділет Рахметоллаұлы", "0102035", "551", 206),
  demanded: someone("Ким-Цой Виктория Александровна", "0203046", "601", 207),
  judged: someone("Байғабылұлы Ерасыл", "9704053", "948", 208),
  inForce: someone("Сүлейменова Ақбота Жақсылыққызы", "9805064", "998", 209),
  joint: someone("Мұхаметқалиев Дінмұхаммед Өмірзақұлы", "0001015", "722", 210),
  joinedOne: someone("Тоқтамысова Жанерке Сейітқамалқызы", "0101016", "601", 211),
  joinedTwo: someone("Оразғалиев Шыңғыс Мәжитұлы", "9901013", "856", 212),
} as const;

const FURTHER = Array.from({ length: 18 }, (_, at) =>
  someone(
    `Құдайбергенов Нұржігіт-Әли ${at + 1}-ұлы`,
    "9603033",
    at % 2 === 0 ? "722" : "601",
    300 + at,
  ),
);

interface Payment {
  readonly id: string;
  readonly at: string;
  readonly amount: string;
  readonly from: Someone;
  readonly to: Someone;
  readonly currency?: string;
  readonly purpose?: string;
}

const STOLEN: readonly Payment[] = [
  {
    id: "t1",
    at: "2026-03-05T10:00:00",
    amount: "12500000.00",
    from: VICTIM,
    to: DEFENDANTS.filed,
    purpose: "Инвестициялық шотты толтыру",
  },
  { id: "t2", at: "2026-03-05T10:42:11", amount: "7300450.55", from: VICTIM, to: DEFENDANTS.filed },
  { id: "t3", at: "2026-03-05T11:20:00", amount: "860000.00", from: VICTIM, to: DEFENDANTS.minor },
  {
    id: "t4",
    at: "2026-03-06T09:15:00",
    amount: "12500.75",
    from: VICTIM,
    to: DEFENDANTS.dollars,
    currency: "USD",
  },
  { id: "t6", at: "2026-03-06T12:00:00", amount: "350000.00", from: VICTIM, to: DEFENDANTS.figure },
  {
    id: "t7",
    at: "2026-03-07T12:00:00",
    amount: "1250000.00",
    from: VICTIM,
    to: DEFENDANTS.approved,
  },
  {
    id: "t8",
    at: "2026-03-07T13:00:00",
    amount: "430000.00",
    from: VICTIM,
    to: DEFENDANTS.demanded,
  },
  { id: "t9", at: "2026-03-07T14:00:00", amount: "515000.00", from: VICTIM, to: DEFENDANTS.judged },
  {
    id: "t10",
    at: "2026-03-07T15:00:00",
    amount: "640000.00",
    from: VICTIM,
    to: DEFENDANTS.inForce,
  },
  {
    id: "t11",
    at: "2026-03-08T10:00:00",
    amount: "2100000.00",
    from: SECOND_VICTIM,
    to: DEFENDANTS.joint,
  },
  {
    id: "t12",
    at: "2026-03-08T10:05:00",
    amount: "1900000.00",
    from: SECOND_VICTIM,
    to: DEFENDANTS.joinedOne,
  },
  {
    id: "t13",
    at: "2026-03-08T10:09:00",
    amount: "1750000.00",
    from: SECOND_VICTIM,
    to: DEFENDANTS.joinedTwo,
  },
  ...FURTHER.map((to, at) => ({
    id: `u${at + 1}`,
    at: `2026-03-09T${String(at + 4).padStart(2, "0")}:00:00`,
    amount: `${(at + 1) * 45_000}.00`,
    from: SECOND_VICTIM,
    to,
  })),
];

/** The first dropper hands on what the claim by a rule follows. */
const ONWARD: Payment = {
  id: "t5",
  at: "2026-03-05T12:30:00",
  amount: "9000000.00",
  from: DEFENDANTS.filed,
  to: DEFENDANTS.traced,
};

export const LATE_FILE = "late.csv";

const row = ({ id, at, amount, from, to, currency = "KZT", purpose = "" }: Payment) =>
  [id, `${at}+05:00`, amount, currency, from.account, to.account, "", "", "transfer", purpose].join(
    ",",
  );

export function sceneFiles(): Readonly<Record<string, string>> {
  const head =
    "transfer_id,booked_at,amount,currency,from_account,to_account,from_name,from_iin,channel,purpose";
  const own = (id: string, at: string, amount: string) =>
    [
      id,
      `${at}+05:00`,
      amount,
      "KZT",
      "KZ86125KZT5004100100",
      DEFENDANTS.filed.account,
      EMPLOYER.name,
      EMPLOYER.bin,
      "transfer",
      "Жалақы төлемі",
    ].join(",");
  const wages = ["2025-12-05", "2026-01-05", "2026-02-05"].map((day, at) =>
    own(`w${at + 1}`, `${day}T09:00:00`, "310000.00"),
  );
  const late = [
    // Older money of the holder's own: the rule gives another part of what he handed on.
    own("late-1", "2026-03-04T09:00:00", "6000000.00"),
    row({
      id: "late-2",
      at: "2026-11-20T10:00:00",
      amount: "100000.00",
      from: DEFENDANTS.filed,
      to: VICTIM,
      purpose: "Қарызды қайтару",
    }),
  ];
  const people = [VICTIM, SECOND_VICTIM, ...Object.values(DEFENDANTS), ...FURTHER];
  const reports = STOLEN.map(({ id, from, amount, currency = "KZT" }) => {
    const report = from === VICTIM ? "КУИ-2026-1174" : "КУИ-2026-1181";
    const stated = id === "t6" ? "300000.00" : amount;
    return [report, "2026-03-10T10:00:00+05:00", from.account, id, stated, currency].join(",");
  });
  const lines = (...all: string[]) => `${all.join("\n")}\n`;
  return {
    "money.csv": lines(head, ...[...STOLEN, ONWARD].map(row), ...wages),
    [LATE_FILE]: lines(head, ...late),
    "people.csv": lines(
      "account,holder_iin,holder_name",
      ...people.map((one) => [one.account, one.iin, one.name].join(",")),
    ),
    "statements.csv": lines(
      "account,from,to,opening,closing,currency",
      `${DEFENDANTS.filed.account},2025-12-01,2026-04-30,120000.00,11850450.55,KZT`,
    ),
    "reports.csv": lines(
      "report_id,reported_at,victim_account,transfer_id,amount,currency",
      ...reports,
    ),
  };
}
