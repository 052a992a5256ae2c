import { useSyncExternalStore } from "react";
import { loading, type Recognised, type WaitingUpload } from "../../../contract/loading.ts";
import { addressOf, call } from "../../api/call.ts";
import { queryClient } from "../../api/query-client.ts";
import { upload } from "../../api/upload.ts";
import type { DroppedFile } from "./dropped-files.ts";
import { nextProvenance } from "./provenance.ts";

/**
 * The place of a file on its way in. The queue lives outside the page: leaving Load does not stop
 * an upload.
 */
export type QueueState =
  | { readonly phase: "waiting" }
  | { readonly phase: "uploading"; readonly sent: number }
  /** Uploaded before the page was opened, and not loaded. */
  | { readonly phase: "left"; readonly left: WaitingUpload }
  | { readonly phase: "recognising"; readonly left: WaitingUpload }
  | { readonly phase: "recognised"; readonly found: Recognised }
  | { readonly phase: "loading"; readonly found: Recognised; readonly jobId: string }
  | { readonly phase: "failed"; readonly error: unknown; readonly found?: Recognised }
  | { readonly phase: "cancelled" };

export interface QueueItem {
  readonly key: string;
  readonly path: string;
  readonly bytes: number;
  readonly state: QueueState;
  /** A person says that these reports correct the sums of tables loaded before. */
  readonly corrects?: boolean;
}

const AT_ONCE = 2;
const SHOW_EVERY = 120;

let items: readonly QueueItem[] = [];
const files = new Map<string, File>();
const stops = new Map<string, AbortController>();
const listeners = new Set<() => void>();
let serial = 0;

function publish(next: readonly QueueItem[]): void {
  items = next;
  for (const listener of listeners) listener();
}

function change(key: string, state: QueueState): void {
  publish(items.map((item) => (item.key === key ? { ...item, state } : item)));
}

export function setCorrects(key: string, corrects: boolean): void {
  publish(items.map((item) => (item.key === key ? { ...item, corrects } : item)));
}

export function useQueue(): readonly QueueItem[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => items,
  );
}

export function addFiles(dropped: readonly DroppedFile[]): void {
  const fresh = dropped.map(({ path, file }) => {
    const key = nextKey();
    files.set(key, file);
    return { key, path, bytes: file.size, state: { phase: "waiting" as const } };
  });
  publish([...items, ...fresh]);
  startNext();
}

function nextKey(): string {
  serial += 1;
  return `file-${serial}`;
}

/** Takes up what was uploaded before the page was opened and is in no line yet. */
export function takeUpLeft(uploads: readonly WaitingUpload[]): void {
  const known = new Set(items.map(({ state }) => uploadOf(state)));
  const left = uploads.filter(({ uploadId }) => !known.has(uploadId));
  const lines = left.map((one) => ({
    key: nextKey(),
    path: one.fileName,
    bytes: one.bytes,
    state: { phase: "left" as const, left: one },
  }));
  // Files on their way have no number yet: they are theirs, not left over.
  const sending = new Set(
    items.filter(({ state }) => state.phase === "uploading").map(({ path }) => path),
  );
  const fresh = lines.filter(({ path }) => !sending.has(path));
  if (fresh.length > 0) publish([...items, ...fresh]);
}

function uploadOf(state: QueueState): string | undefined {
  if ("left" in state) return state.left.uploadId;
  return "found" in state ? state.found?.uploadId : undefined;
}

/** Goes on with a file that was left: says what it is, so that it can be loaded. */
export async function goOn(key: string): Promise<void> {
  const item = items.find((one) => one.key === key);
  if (item?.state.phase !== "left") return;
  const { left } = item.state;
  change(key, { phase: "recognising", left });
  try {
    const found = await call(loading.recognise, { params: { id: left.uploadId } });
    change(key, { phase: "recognised", found });
  } catch (error) {
    change(key, { phase: "failed", error });
  }
}

function startNext(): void {
  const busy = items.filter((item) => item.state.phase === "uploading").length;
  for (const item of items.filter((one) => one.state.phase === "waiting").slice(0, AT_ONCE - busy))
    void send(item);
}

async function send(item: QueueItem): Promise<void> {
  const file = files.get(item.key);
  if (!file) return;
  const stop = new AbortController();
  stops.set(item.key, stop);
  change(item.key, { phase: "uploading", sent: 0 });
  let shown = 0;
  try {
    const answer = await upload(
      loading.upload.method,
      addressOf(loading.upload, { query: { name: item.path } }),
      file,
      {
        signal: stop.signal,
        onSent: (sent) => {
          const now = Date.now();
          if (now - shown < SHOW_EVERY) return;
          shown = now;
          change(item.key, { phase: "uploading", sent });
        },
      },
    );
    change(item.key, { phase: "recognised", found: loading.upload.answer.parse(answer) });
  } catch (error) {
    change(item.key, stop.signal.aborted ? { phase: "cancelled" } : { phase: "failed", error });
  } finally {
    stops.delete(item.key);
    files.delete(item.key);
    startNext();
  }
}

/**
 * Starts the loading job of a recognised file, with corrected columns where a person corrected
 * them.
 */
export async function loadItem(
  key: string,
  correction: { mapping?: Record<string, string>; saveAs?: string } = {},
): Promise<void> {
  const item = items.find((one) => one.key === key);
  if (item?.state.phase !== "recognised") return;
  const { found } = item.state;
  try {
    const { jobId } = await call(loading.load, {
      params: { id: found.uploadId },
      body: { ...correction, provenance: nextProvenance(), corrects: item.corrects === true },
    });
    change(key, { phase: "loading", found, jobId });
    await queryClient.invalidateQueries({ queryKey: ["jobs"] });
  } catch (error) {
    change(key, { phase: "failed", error, found });
  }
}

/** Stops an upload, or forgets a file that was uploaded but not loaded. */
export function removeItem(key: string): void {
  stops.get(key)?.abort();
  const item = items.find((one) => one.key === key);
  if (item?.state.phase === "recognised" || item?.state.phase === "left") {
    const id = uploadOf(item.state) ?? "";
    void call(loading.forget, { params: { id } }).catch(() => undefined);
  }
  if (item?.state.phase !== "uploading") publish(items.filter((one) => one.key !== key));
}

export function clearQueue(keys: readonly string[]): void {
  publish(items.filter((item) => !keys.includes(item.key)));
}
