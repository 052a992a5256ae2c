import { layOut } from "./layout.ts";
import type { LayoutRequest } from "./types.ts";

/**
 * Large graphs are laid out off the page's thread; a module worker of our own needs no `blob:` in
 * the policy.
 */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<{ id: number; request: LayoutRequest }>) => void) | null;
  postMessage: (message: unknown) => void;
};

scope.onmessage = ({ data }) => scope.postMessage({ id: data.id, answer: layOut(data.request) });
