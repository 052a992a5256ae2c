import { problem as problemSchema } from "../../contract/endpoint.ts";
import { CallProblem, unreachable } from "./problem.ts";

/** Words of a failed upload; XMLHttpRequest is used because fetch cannot tell how much was sent. */
function refusal(request: XMLHttpRequest): CallProblem {
  try {
    return new CallProblem(problemSchema.parse(JSON.parse(request.responseText)));
  } catch {
    return new CallProblem({
      type: "about:blank",
      title: request.statusText,
      status: request.status,
      code: "server-failed",
    });
  }
}

/**
 * Streams a file's bytes as the body of one request, however large: nothing is read into memory.
 * `onSent` counts bytes. Aborting the signal stops the upload and throws AbortError.
 */
export function upload(
  method: string,
  address: string,
  file: Blob,
  options: { signal?: AbortSignal; onSent?: (bytes: number) => void } = {},
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = (event) => options.onSent?.(event.loaded);
    request.onload = () => {
      if (request.status < 200 || request.status >= 300) reject(refusal(request));
      else resolve(request.responseText === "" ? {} : JSON.parse(request.responseText));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("The upload was stopped", "AbortError"));
    options.signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
