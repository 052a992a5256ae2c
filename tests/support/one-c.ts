/**
 * A 1C statement (Kazakh dialect) of one account, as small as a test needs it. Amounts as written:
 * "150.00".
 */
export interface OneCDocument {
  /** "02.03.2026" */
  readonly date: string;
  readonly amount: string;
  readonly other: string;
  readonly otherName?: string;
  readonly way: "in" | "out";
  readonly number?: string;
}

export function oneCStatement(statement: {
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly opening: string;
  readonly closing: string;
  readonly documents: readonly OneCDocument[];
}): string {
  const { account, from, to, opening, closing } = statement;
  const party = (prefix: string, number: string, name: string) => [
    `${prefix}Наименование=${name}`,
    `${prefix}БИН_ИИН=`,
    `${prefix}ИИК=${number}`,
    `${prefix}БанкНаименование=`,
    `${prefix}БанкБИК=`,
  ];
  const documents = statement.documents.flatMap((one, at) => {
    const own = party(one.way === "out" ? "Плательщик" : "Получатель", account, "");
    const other = party(
      one.way === "out" ? "Получатель" : "Плательщик",
      one.other,
      one.otherName ?? "",
    );
    return [
      "СекцияДокумент=ПлатежноеПоручение",
      `ДатаОперации=${one.date}`,
      `${one.way === "out" ? "СуммаРасход" : "СуммаПриход"}=${one.amount}`,
      `НомерДокумента=${one.number ?? at + 1}`,
      `ДатаДокумента=${one.date}`,
      ...own,
      ...other,
      "НазначениеПлатежа=test",
      "Валюта=KZT",
      "КонецДокумента",
    ];
  });
  return [
    "1CClientBankExchange",
    "ВерсияФормата=2.00",
    "Кодировка=UTF-8",
    `ДатаНачала=${from}`,
    `ДатаКонца=${to}`,
    `РасчСчет=${account}`,
    "СекцияРасчСчет",
    `ДатаНачала=${from}`,
    `ДатаКонца=${to}`,
    `РасчСчет=${account}`,
    `НачальныйОстаток=${opening}`,
    `КонечныйОстаток=${closing}`,
    "КонецРасчСчет",
    ...documents,
    "КонецФайла",
    "",
  ].join("\r\n");
}
