import { problemOf } from "./call.ts";
import { unreachable } from "./problem.ts";

/** The name the server gave the file, also with letters outside ASCII (RFC 6266). */
export function fileNameOf(disposition: string | null, fallback: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/i.exec(disposition ?? "")?.[1] ?? fallback;
}

/**
 * Fetches a file, hands it to the browser's downloads and returns its name; a refusal is thrown as
 * CallProblem, not shown as a page.
 */
export async function download(
  address: string,
  fallbackName: string,
  request: { method?: string; body?: unknown } = {},
): Promise<string> {
  const response = await fetch(address, {
    method: request.method ?? "GET",
    credentials: "same-origin",
    ...(request.body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(request.body) }),
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileNameOf(response.headers.get("content-disposition"), fallbackName);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return link.download;
}
