declare module "virtual:guide/*" {
  import type { GuidePage } from "./compile.ts";
  export const pages: readonly GuidePage[];
}
