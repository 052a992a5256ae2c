import { layOut } from "./layout.ts";
import type { LayoutAnswer, LayoutRequest } from "./types.ts";

const WORKER_FROM = 500;
let worker: Worker | null = null;
let next = 1;
const waiting = new Map<
  number,
  { resolve: (answer: LayoutAnswer) => void; reject: (error: unknown) => void }
>();

function theWorker(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<{ id: number; answer: LayoutAnswer }>) => {
    waiting.get(data.id)?.resolve(data.answer);
    waiting.delete(data.id);
  };
  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
    worker?.terminate();
    worker = null;
  };
  return worker;
}

/** Small graphs at once, larger ones in the worker. */
export function runLayout(request: LayoutRequest): LayoutAnswer | Promise<LayoutAnswer> {
  if (request.nodes.length <= WORKER_FROM) return layOut(request);
  const id = next++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    theWorker().postMessage({ id, request });
  });
}
