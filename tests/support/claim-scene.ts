import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { ClaimStatus, StepFacts } from "../../contract/claim-steps.ts";
import type { Claim } from "../../contract/claims.ts";
import { NOBODY, type People } from "../../contract/dossier.ts";
import { ask, freshPage, servedApp, signIn } from "./app.ts";
import { BOSS, DEFENDANTS, LATE_FILE, sceneFiles, VICTIM } from "./claim-scene-files.ts";
import type { Served } from "./served.ts";
import { inBrowser } from "./served-in-browser.ts";

/**
 * A case with long names that holds a claim of every kind, each at another step of its way. The
 * administrator prepared them; the page is that of the head of the office, who approves.
 */
export interface ClaimScene {
  readonly served: Served;
  readonly page: Page;
  readonly complaints: string[];
  /** Id of the claim against each defendant of claim-scene-files.ts. */
  readonly claims: Readonly<Record<keyof typeof DEFENDANTS, string>>;
  close(): Promise<void>;
}

const HOME = "г. Алматы, Медеуский район, ул. Қонаев, 120, кв. 45";

export function openClaimScene(): Promise<ClaimScene> {
  return inBrowser(async ({ folder, served, browser, run, close }) => {
    const files = sceneFiles();
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const first = Object.keys(files).filter((name) => name !== LATE_FILE);
    await run("load", ...first.map((name) => join(folder, name)));
    const title = "Жалған инвестициялық алаңдар, Алматы–Қарағанды–Өскемен, 2026 жылғы наурыз–сәуір";
    await run("case", "open", "--report", "КУИ-2026-1174", "КУИ-2026-1181", "--title", title);
    const people = await twoPeople(
      browser,
      served,
      (await run("user", "add", BOSS, "--role", "head")).password,
    );
    const claims = await prepare(people);
    await run("load", join(folder, LATE_FILE));
    return { served, page: people.head, complaints: people.complaints, claims, close };
  });
}

interface Office {
  readonly preparer: Page;
  readonly head: Page;
  readonly complaints: string[];
}

async function twoPeople(browser: Browser, served: Served, password: string): Promise<Office> {
  const { page: preparer } = await freshPage(browser);
  await signIn(preparer, servedApp(served));
  const { page: head, complaints } = await freshPage(browser);
  await signIn(head, { address: served.address, first: { login: BOSS, password } });
  return { preparer, head, complaints };
}

/** Everything that a person wrote into the case before the page is looked at. */
async function prepare({ preparer, head }: Office): Promise<ClaimScene["claims"]> {
  const claims = await openAll(preparer);
  await writePeople(preparer, claims);
  await joinDefendants(preparer, claims.joint);
  const at = { preparer, head };
  const filed = factsOf("2-1174/2026");
  await steps(at, claims.traced, { review: {}, approved: {} });
  await steps(at, claims.minor, { review: {} });
  await steps(at, claims.approved, { review: {}, approved: {} });
  await steps(at, claims.demanded, { review: {}, approved: {}, demand: filed.demand });
  const inCourt = { review: {}, approved: {}, demand: filed.demand, filed: filed.filed };
  await steps(at, claims.filed, inCourt);
  await steps(at, claims.judged, { ...inCourt, judgment: filed.judgment });
  await steps(at, claims.inForce, {
    ...inCourt,
    judgment: filed.judgment,
    "in-force": filed.inForce,
  });
  await payments(preparer, claims.filed);
  // After the approval: the page has to name it.
  await writePerson(preparer, DEFENDANTS.filed, { address: "г. Қарағанды, Қазыбек би ауданы" });
  await putFiles(preparer);
  return claims;
}

async function openAll(page: Page): Promise<ClaimScene["claims"]> {
  const { version } = await ask<{ version: number }>(page, "GET", "/cases/C1");
  await ask(page, "POST", "/cases/C1/accounts", { accounts: [DEFENDANTS.traced.account], version });
  const again = await ask<{ version: number }>(page, "GET", "/cases/C1");
  await ask(page, "POST", "/cases/C1/claims", { method: "fifo", version: again.version });
  const { claims } = await ask<{ claims: Claim[] }>(page, "GET", "/cases/C1/claims");
  const idOf = (account: string) => {
    const found = claims.find((one) => one.defendant.accounts.includes(account));
    if (found === undefined) throw new Error(`No claim against ${account}`);
    return found.id;
  };
  const named = Object.entries(DEFENDANTS).map(([name, one]) => [name, idOf(one.account)]);
  return Object.fromEntries(named) as ClaimScene["claims"];
}

async function writePerson(
  page: Page,
  { iin }: { readonly iin: string },
  fields: object,
): Promise<void> {
  const { version, people, proposed } = await ask<People>(page, "GET", "/cases/C1/people");
  const known = people.find((one) => one.iin === iin);
  const person = { ...(known ?? proposed.find((one) => one.iin === iin) ?? NOBODY), ...fields };
  const body = { version, id: known?.id ?? null, person };
  await ask(page, "PUT", "/cases/C1/people", body);
}

async function writePeople(page: Page, claims: ClaimScene["claims"]): Promise<void> {
  const known = "Ответ АО «Kaspi Bank» на запрос № 15-2/4471 от 12 марта 2026 года";
  await writePerson(page, VICTIM, { address: HOME, phone: "+7 701 555 44 33", known });
  await writePerson(page, DEFENDANTS.filed, { address: HOME, phone: "+7 777 123 45 67", known });
  await writePerson(page, DEFENDANTS.dollars, { address: HOME, known });
  const { version } = await ask<{ version: number }>(page, "GET", "/cases/C1");
  const note = "Өскемен қаласындағы бөлімшеден бейнежазба сұрату; жауап келмесе, қайта жазу.";
  const notes = [
    { text: note, due: "2026-11-02" },
    { text: "Жәбірленушімен сөйлесу: келісімі керек.", due: "2027-01-15" },
    { text: "Куратор по показаниям — «Ерлан», звонил с номера +7 700 000 00 00.", due: null },
  ];
  for (const [at, body] of notes.entries())
    await ask(page, "POST", "/cases/C1/notes", { version: version + at, ...body });
  const { version: from, fields } = await ask<{ version: number; fields: object }>(
    page,
    "GET",
    `/cases/C1/claims/${claims.filed}/dossier`,
  );
  const written = {
    ...fields,
    consent: "Заявление потерпевшей от 14 марта 2026 года № 3-11",
    whyNotSelf: "Инвалид второй группы, проживает одна",
    circumstances:
      "4 марта 2026 года потерпевшей позвонил неизвестный, назвавшийся сотрудником банка.",
    fee: "exempt",
    feeBasis: "Статья 616 Налогового кодекса: прокурор освобождён",
  };
  const path = `/cases/C1/claims/${claims.filed}/dossier`;
  await ask(page, "PUT", path, { version: from, fields: written });
}

async function joinDefendants(page: Page, claim: string): Promise<void> {
  const { claims } = await ask<{ claims: Claim[] }>(page, "GET", "/cases/C1/claims");
  const { proposed } = await ask<People>(page, "GET", "/cases/C1/people");
  const others = [DEFENDANTS.joinedOne, DEFENDANTS.joinedTwo].map(
    ({ iin }) => proposed.find((one) => one.iin === iin)?.holderKey ?? "",
  );
  await ask(page, "PUT", `/cases/C1/claims/${claim}/joint`, {
    version: claims.find((one) => one.id === claim)?.version,
    others,
    why: "Переписка в Telegram от 3 марта 2026 года: договорились, кто принимает и кто снимает деньги.",
  });
}

function factsOf(reference: string) {
  const court = "Алматы қаласының Медеу аудандық соты";
  return {
    demand: { how: "Заказным письмом с уведомлением", day: "2026-10-12", term: "2026-10-22" },
    filed: { court, reference, day: "2026-10-26" },
    judgment: { outcome: "in-part", sum: "1000000", reference, day: "2026-11-06" },
    inForce: { day: "2026-11-16" },
  } as const;
}

async function steps(
  { preparer, head }: Pick<Office, "preparer" | "head">,
  claim: string,
  wanted: Partial<Record<ClaimStatus, StepFacts>>,
): Promise<void> {
  for (const [status, facts] of Object.entries(wanted)) {
    const { claims } = await ask<{ claims: Claim[] }>(preparer, "GET", "/cases/C1/claims");
    await ask(status === "approved" ? head : preparer, "PATCH", `/cases/C1/claims/${claim}`, {
      version: claims.find((one) => one.id === claim)?.version,
      status,
      facts,
      // An approval lacks something; demand and filing left before it was written down.
      ...(["approved", "demand", "filed"].includes(status) && {
        reason: "Срок давности истекает; остальное будет дополнено.",
      }),
    });
  }
}

async function payments(page: Page, claim: string): Promise<void> {
  const path = `/cases/C1/claims/${claim}`;
  const version = async () => {
    const { claims } = await ask<{ claims: Claim[] }>(page, "GET", "/cases/C1/claims");
    return claims.find((one) => one.id === claim)?.version;
  };
  const paid = [
    { day: "2026-10-20", amount: "35000000", source: "dropper", receipt: "№ 4811 от 20.10.2026" },
    { day: "2026-11-02", amount: "120000050", source: "bank", receipt: "ПП 000917" },
    { day: "2026-11-03", amount: "120000050", source: "bank", receipt: "ПП 000917" },
  ];
  for (const one of paid)
    await ask(page, "POST", `${path}/payments`, { version: await version(), ...one });
  const { payments: all } = await ask<{ payments: { id: string; day: string }[] }>(
    page,
    "GET",
    `${path}/ledger`,
  );
  const twice = all.find((one) => one.day === "2026-11-03")?.id ?? "";
  const reason = "Введён дважды: то же платёжное поручение.";
  await ask(page, "POST", `${path}/payments/${twice}/cancelled`, {
    version: await version(),
    reason,
  });
  const plan = [
    { day: "2026-12-10", amount: "50000000" },
    { day: "2027-01-10", amount: "50000000" },
    { day: "2027-02-10", amount: "50000000" },
  ];
  await ask(page, "PUT", `${path}/plan`, { version: await version(), plan });
}

/** Two files, of which one was taken out again. */
async function putFiles(page: Page): Promise<void> {
  const add = async (name: string, about: string) => {
    const { version } = await ask<{ version: number }>(page, "GET", "/cases/C1");
    return page.evaluate(
      async ([query, text]) => {
        const response = await fetch(`/api/cases/C1/files?${query}`, {
          method: "POST",
          headers: { "content-type": "application/octet-stream" },
          body: text ?? "",
        });
        if (!response.ok) throw new Error(await response.text());
        return (await response.json()) as { version: number; files: { id: string }[] };
      },
      [`${new URLSearchParams({ version: `${version}`, name, about })}`, name] as const,
    );
  };
  await add(
    "Жәбірленушінің келісімі Нұрмағамбетова-Жүнісбекова Г.Ә. 14.03.2026 (қол қойылған, түпнұсқа).pdf",
    "Согласие потерпевшей от 14 марта 2026 года",
  );
  const { version, files } = await add("чужой чек.pdf", "Квитанция");
  const wrong = files.at(-1)?.id ?? "";
  await ask(page, "POST", `/cases/C1/files/${wrong}/removed`, {
    version,
    reason: "Квитанция из другого дела.",
  });
}
