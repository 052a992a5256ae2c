import { cleanText } from "../../contract/clean-text.ts";

/** Names as people know them; the first that fits decides, as browsers also name each other. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ["Edge", /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ["Opera", /\bOPR\/(\d+)/],
  ["Yandex", /\bYaBrowser\/(\d+)/],
  ["Samsung Internet", /\bSamsungBrowser\/(\d+)/],
  ["Firefox", /\b(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /\b(?:Headless)?(?:Chrome|CriOS)\/(\d+)/],
  ["Safari", /\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\b(?:Linux|X11)\b/],
];
const MOST_LETTERS = 60;

/**
 * What a browser says of itself, in words a person recognises: "Firefox 140 · Windows". Of an
 * unknown program its own first word; empty where it says nothing.
 */
export function browserName(agent: string | undefined): string {
  const told = cleanText(agent ?? "");
  const browser = BROWSERS.flatMap(([name, form]) => {
    const version = form.exec(told)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  })[0];
  if (browser === undefined) return told.split(" ", 1)[0]?.slice(0, MOST_LETTERS) ?? "";
  const system = SYSTEMS.find(([, form]) => form.test(told))?.[0];
  return system === undefined ? browser : `${browser} · ${system}`;
}
