import { clusters } from "./clusters.ts";
import { common } from "./common.ts";
import { explore } from "./explore.ts";
import { frame } from "./frame.ts";
import { problems } from "./problems.ts";
import { reasons } from "./reasons.ts";
import { roles } from "./roles.ts";
import { signIn } from "./sign-in.ts";

export const kk = {
  clusters,
  common,
  explore,
  frame,
  problems,
  reasons,
  roles,
  signIn,
};
