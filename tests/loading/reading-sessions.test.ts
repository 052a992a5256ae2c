import { describe, expect, it } from "vitest";
import { sessionEventOf } from "../../server/loading/cells/session-events.ts";
import type { SessionItem } from "../../server/loading/record/load-item.ts";
import { csv, readText, recogniseText } from "../support/read-text.ts";

const OWN = "KZ04722KZT7000000000";
const IIN = "660817419154";
const at = (text: string) => Date.parse(text);
const sessionsOf = async (...given: Parameters<typeof readText>) =>
  (await readText(...given)).items.filter((item): item is SessionItem => item.kind === "session");

describe("sessions.csv", () => {
  const header = ["account", "at", "event", "device_id", "model", "ip", "phone", "place"];

  it("is our own file: account and time are enough with one thing more", async () => {
    const text = csv(
      [
        header,
        [
          ...[OWN, "2026-03-02T09:05:07+05:00", "login", "d-1", "iPhone 13"],
          ...["203.0.113.7", "87011234567", ""],
        ],
        [OWN, "2026-03-03T10:00:00Z", "cash-withdrawal", "", "", "", "", "пр. Абая, 5"],
      ],
      ",",
    );
    expect(await recogniseText(text)).toMatchObject({ kind: "sessions", format: "canonical-csv" });
    const [login, cash] = await sessionsOf(text);
    expect(login).toMatchObject({
      account: OWN,
      at: at("2026-03-02T09:05:07+05:00"),
      zone: "+05:00",
      event: "login",
      deviceId: "d-1",
      model: "iPhone 13",
      ip: "203.0.113.7",
      phone: "77011234567",
      bank: "722",
      warnings: [],
    });
    expect(cash).toMatchObject({
      at: at("2026-03-03T10:00:00Z"),
      event: "cash-withdrawal",
      place: "пр. Абая, 5",
      deviceId: null,
    });
  });

  it("says which times had no zone, as for transfers", async () => {
    const [session] = await sessionsOf(
      csv([header, [OWN, "2026-03-02 09:05", "login", "d-1", "", "", "", ""]], ","),
    );
    expect(session).toMatchObject({
      at: at("2026-03-02T09:05:00+05:00"),
      warnings: [{ code: "zone-assumed", column: "at", value: "+05:00" }],
    });
  });

  it("refuses a bad row by row, field and value, with a remedy", async () => {
    const row = (...cells: string[]) => [...cells, "", "", ""].slice(0, header.length);
    const { refused } = await readText(
      csv(
        [
          header,
          row("", "2026-03-02T09:05:07+05:00", "login", "d-1", "", "203.0.113.7"),
          row(OWN, "soon", "login", "d-1", "", "203.0.113.7"),
          row(OWN, "2026-03-02T09:05:07+05:00", "login", "d-1", "", "203.0.113"),
          row(OWN, "2026-03-02T09:05:07+05:00", "", "", "", ""),
          row("KZ**7777", "2026-03-02T09:05:07+05:00", "login", "d-1", "", ""),
        ],
        ",",
      ),
    );
    expect(refused.map(({ position, column, code }) => [position.row, column, code])).toEqual([
      [2, "account", "session-without-account"],
      [3, "at", "date-not-understood"],
      [4, "ip", "address-not-understood"],
      [5, "event", "session-says-nothing"],
      [6, "account", "session-account-hidden"],
    ]);
    for (const { remedy } of refused) expect(remedy).not.toBe("");
  });
});

describe("session logs of banks", () => {
  const values = [OWN, "05.03.2026 10:11:12", "Вход в приложение", "A1B2C3D4", "Samsung A15"];
  const expected = {
    account: OWN,
    at: at("2026-03-05T10:11:12+05:00"),
    event: "login",
    eventText: "Вход в приложение",
    deviceId: "A1B2C3D4",
    model: "Samsung A15",
    ip: "198.51.100.7",
  };

  for (const [language, headings] of Object.entries({
    Russian: ["Номер счета", "Дата и время", "Событие", "ID устройства", "Модель", "IP-адрес"],
    Kazakh: [
      ...["Шот нөмірі", "Оқиға күні мен уақыты", "Оқиға түрі", "Құрылғы идентификаторы"],
      ...["Құрылғы моделі", "IP мекенжайы"],
    ],
    English: ["Account number", "Login time", "Event type", "Device ID", "Model", "IP address"],
  }))
    it(`are proposed from ${language} headings`, async () => {
      const text = csv([headings, [...values, "198.51.100.7:50123"], [...values, ""]]);
      expect(await recogniseText(text)).toMatchObject({ kind: "sessions", ready: true });
      expect((await sessionsOf(text))[0]).toMatchObject(expected);
    });

  it("may name the person instead of the account, and the day apart from the time", async () => {
    const text = csv([
      ["ИИН", "Дата входа", "Время входа", "Устройство", "IP адрес", "Город"],
      [IIN, "05.03.2026", "10:11", "A1B2C3D4", "2001:DB8:0:0::1", "Алматы"],
    ]);
    const [session] = await sessionsOf(text, { kind: "sessions" });
    expect(session).toMatchObject({
      account: null,
      iin: IIN,
      holderKind: "person",
      at: at("2026-03-05T10:11:00+05:00"),
      ip: "2001:db8::1",
      extra: { Город: "Алматы" },
    });
  });

  it("may name the account above the table", async () => {
    const text = csv([
      [`Счет: ${OWN}`, "", "", ""],
      ["Дата и время входа", "Устройство", "Модель устройства", "IP адрес"],
      ["05.03.2026 10:11:12", "A1B2C3D4", "Samsung A15", "198.51.100.7"],
    ]);
    expect((await sessionsOf(text))[0]).toMatchObject({ account: OWN, deviceId: "A1B2C3D4" });
  });

  it("are no transfers, and transfers with a device are no sessions", async () => {
    const money = csv([
      ["Дата", "Сумма", "Счет", "Счет получателя", "IP адрес", "Устройство", "Операция"],
      [
        ...["05.03.2026", "1 500,00", OWN, "KZ516010007055433021"],
        ...["198.51.100.7", "A1B2C3D4", "Перевод"],
      ],
    ]);
    expect((await recogniseText(money)).kind).toBe("transfers");
    const accounts = csv([
      ["Номер счета", "ФИО владельца", "ИИН", "Дата открытия счета", "Устройство"],
      [OWN, "Есимов Ерлан", IIN, "01.02.2024", "A1B2C3D4"],
    ]);
    expect((await recogniseText(accounts)).kind).toBe("accounts");
  });

  it("are read by a mapping a person gave", async () => {
    const text = csv([
      ["счётчик", "когда", "кто", "что"],
      ["1", "05.03.2026 10:11:12", OWN, "Снятие наличных"],
    ]);
    const columns = { когда: "at", кто: "account", что: "event" };
    const [session] = await sessionsOf(text, { mapping: { name: "mine", columns } });
    expect(session).toMatchObject({ account: OWN, event: "cash-withdrawal" });
  });
});

describe("events of session logs", () => {
  it.each([
    ["Регистрация нового устройства", "device-registered"],
    ["Жаңа құрылғыны тіркеу", "device-registered"],
    ["New device added", "device-registered"],
    ["Смена номера телефона", "phone-registered"],
    ["Телефон нөмірін өзгерту", "other"],
    ["Сброс пароля", "password-reset"],
    ["Құпиясөзді қалпына келтіру", "password-reset"],
    ["ATM withdrawal", "cash-withdrawal"],
    ["Банкоматтан қолма-қол ақша алу", "cash-withdrawal"],
    ["Жүйеге кіру", "login"],
    ["Успешная авторизация", "login"],
    ["Перевод клиенту", "transfer"],
    ["device-registered", "device-registered"],
    ["Просмотр выписки", "other"],
  ])("%s = %s", (text, event) => expect(sessionEventOf(text)).toBe(event));
});
