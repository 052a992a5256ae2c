import type { DocumentLanguage } from "../../../contract/document-language.ts";

/** The file that a person reads before sending the bundle. */
interface BundleTexts {
  readonly title: string;
  readonly lead: string;
  /** By file of the bundle. */
  readonly files: Readonly<Record<string, string>>;
  readonly removed: string;
  readonly look: string;
}

export const BUNDLE_TEXTS: Readonly<Record<DocumentLanguage, BundleTexts>> = {
  en: {
    title: "Support bundle",
    lead: "This archive describes the program and the machine to whoever helps. It was written to hold nobody's data.",
    files: {
      "versions.json": "versions of the program, Node, Java and Neo4j; processors and memory",
      "settings.json":
        "which settings are there, and sizes of files; no values that could name somebody",
      "findings.json": "the findings of doctor, with their remedies",
      "counts.json": "how many records of each kind the database has",
      "server-log.jsonl": "the last lines of the server's log",
    },
    removed:
      "Left out or replaced: logins, names, IIN and BIN, accounts, cards, phones, sums, days, addresses, passwords, keys, every quoted text and every word that is not English.",
    look: "Open the files and read them before you send the archive: they are plain text.",
  },
  ru: {
    title: "Архив для поддержки",
    lead: "Этот архив описывает программу и компьютер тому, кто помогает. В нём не должно быть ничьих данных.",
    files: {
      "versions.json": "версии программы, Node, Java и Neo4j; процессоры и память",
      "settings.json":
        "какие настройки заданы и размеры файлов; без значений, по которым можно кого-то узнать",
      "findings.json": "что нашла команда doctor и что с этим делать",
      "counts.json": "сколько в базе записей каждого вида",
      "server-log.jsonl": "последние строки журнала сервера",
    },
    removed:
      "Убраны или заменены: логины, имена, ИИН и БИН, счета, карты, телефоны, суммы, даты, адреса, пароли, ключи, всё в кавычках и все слова не на английском.",
    look: "Откройте файлы и прочитайте их, прежде чем отправить архив: это простой текст.",
  },
  kk: {
    title: "Қолдау қызметіне арналған архив",
    lead: "Бұл архив көмектесетін адамға бағдарлама мен компьютерді сипаттайды. Онда ешкімнің дерегі болмауы тиіс.",
    files: {
      "versions.json": "бағдарламаның, Node, Java және Neo4j нұсқалары; процессорлар мен жад",
      "settings.json":
        "қандай баптаулар бар және файлдардың көлемі; біреуді тануға болатын мәндерсіз",
      "findings.json": "doctor командасы тапқаны және не істеу керегі",
      "counts.json": "дерекқорда әр түрден қанша жазба бар",
      "server-log.jsonl": "сервер журналының соңғы жолдары",
    },
    removed:
      "Алынып тасталды немесе ауыстырылды: логиндер, есімдер, ЖСН мен БСН, шоттар, карталар, телефондар, сомалар, күндер, мекенжайлар, құпиясөздер, кілттер, тырнақшадағы мәтін және ағылшынша емес сөздер.",
    look: "Архивті жібермес бұрын файлдарды ашып оқыңыз: олар қарапайым мәтін.",
  },
};
