import { checkPackage, plainFingerprint } from "./checker.mjs";

/** The page of verify.html: a person picks the folder, and the result is said in words. */

const ALL_WORDS = JSON.parse(document.getElementById("words").textContent);
const at = (id) => document.getElementById(id);
let language = firstLanguage();
let result = null;
let busy = false;

function firstLanguage() {
  const wanted = (navigator.languages ?? [navigator.language]).map((one) => one.slice(0, 2));
  return wanted.find((one) => one in ALL_WORDS) ?? "ru";
}

function words() {
  return ALL_WORDS[language];
}

function fill(text, values) {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]));
}

function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
}

function showTexts() {
  document.documentElement.lang = language;
  document.title = words().title;
  for (const one of document.querySelectorAll("[data-word]"))
    one.textContent = words()[one.dataset.word];
  for (const one of document.querySelectorAll("[data-language]"))
    one.setAttribute("aria-pressed", String(one.dataset.language === language));
  showResult();
}

/** Files of the chosen folder, with their paths from the folder that holds bagit.txt. */
function filesOf(chosen) {
  const files = [...chosen].map((file) => ({
    path: (file.webkitRelativePath || file.name).split("/").slice(1).join("/"),
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  }));
  const inner = files.find(({ path }) => /^[^/]+\/bagit\.txt$/.test(path));
  if (inner === undefined || files.some(({ path }) => path === "bagit.txt")) return files;
  // The folder above was chosen, with nothing but the package in it.
  const folder = inner.path.slice(0, -"bagit.txt".length);
  return files.every(({ path }) => path.startsWith(folder))
    ? files.map((file) => ({ ...file, path: file.path.slice(folder.length) }))
    : files;
}

async function check(chosen) {
  if (chosen.length === 0 || busy) return;
  busy = true;
  result = null;
  const files = filesOf(chosen);
  const progress = (done) => {
    at("verdict").textContent = fill(words().checking, { done, files: files.length });
  };
  at("verdict").className = "";
  progress(0);
  try {
    result = await checkPackage(files, progress);
  } finally {
    busy = false;
  }
  showResult();
}

/** "same", "other", "unreadable", or null where nobody has typed a fingerprint. */
function comparison() {
  const typed = at("known").value;
  if (typed.trim() === "") return null;
  const plain = plainFingerprint(typed);
  if (plain === null) return "unreadable";
  return plain === result.fingerprint ? "same" : "other";
}

function verdict() {
  const { faults, signature, files } = result;
  if (faults.length > 0) return ["bad", fill(words().broken, { faults: faults.length })];
  if (signature === "unchecked") return ["unsure", fill(words().unchecked, { files })];
  const compared = comparison();
  if (compared === "other") return ["bad", words().otherKey];
  return compared === "same"
    ? ["good", fill(words().known, { files })]
    : ["unsure", fill(words().intact, { files })];
}

function showResult() {
  at("result").hidden = result === null;
  if (result === null) return;
  const [look, text] = verdict();
  at("verdict").className = look;
  at("verdict").textContent = text;
  const lines = result.faults.map(({ code, path, to, seq = "—" }) => {
    const line = element("li", "");
    line.append(element("code", path), ` ${fill(words().faults[code], { to, seq })}`);
    return line;
  });
  at("faults").replaceChildren(...lines);
  const { audited } = result;
  at("audited").textContent = audited === null ? "" : fill(words().audited, { entries: audited });
  const foreign = result.foreign.map((name) => element("p", fill(words().foreign, { name })));
  at("foreign").replaceChildren(...foreign);
  at("fingerprint").textContent = (result.fingerprint ?? "—").replace(/(.{4})(?=.)/g, "$1 ");
  const compared = comparison();
  at("compared").textContent = compared === null ? words().compare : words().compared[compared];
  at("about").replaceChildren(
    ...Object.entries(words().about).flatMap(([label, name]) =>
      label in result.info ? [element("dt", name), element("dd", result.info[label])] : [],
    ),
  );
}

at("folder").addEventListener("change", (event) => void check(event.target.files));
// The same folder can be chosen once more, after something in it was put right.
at("folder").addEventListener("click", (event) => {
  event.target.value = "";
});
at("known").addEventListener("input", showResult);
for (const one of document.querySelectorAll("[data-language]"))
  one.addEventListener("click", () => {
    language = one.dataset.language;
    showTexts();
  });
showTexts();
