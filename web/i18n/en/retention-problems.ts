/** Refusals of terms, holds and erasures. */
export const retentionProblems = {
  "case-on-hold": {
    text: "The hold {{hold}} on the case {{case}} forbids it: {{reason}}",
    remedy: "Leave the data, or ask the head or an admin to lift the hold with a reason.",
  },
  "person-on-hold": {
    text: "The hold {{hold}} on a person forbids it: {{reason}}",
    remedy: "Leave the data, or ask the head or an admin to lift the hold with a reason.",
  },
  "hold-of-no-case": {
    text: "There is no such case.",
    remedy: "Give the number of a case, such as C12.",
  },
  "hold-of-nobody": {
    text: "The data have no such person.",
    remedy: "Give an IIN, a BIN or the number of an account that was loaded.",
  },
  "no-such-hold": {
    text: "No hold {{id}} stands.",
    remedy: "Look at the list of holds: somebody may have lifted it.",
  },
  "kept-until-past": {
    text: "The day until which it is kept has passed.",
    remedy: "Give a day to come.",
  },
  "erasure-of-nobody": {
    text: "The data have no such person.",
    remedy: "Give an IIN, a BIN or the number of an account that was loaded.",
  },
  "erasure-in-case": {
    text: "The person is in {{cases}}: open, or closed and not yet due for review.",
    remedy: "Close the cases and wait for their term: a court may still ask for them.",
  },
  "erasure-not-due": {
    text: "{{what}} is not due: it has no term, or its term has not come.",
    remedy: "Look at what is due, or set the term of its class first.",
  },
  "erasure-on-hold": {
    text: "It is held: {{holds}}.",
    remedy: "Ask the head or an admin to lift the hold with a reason.",
  },
  "no-such-erasure": {
    text: "Nobody asked for an erasure {{id}}.",
    remedy: "Open it from the list again.",
  },
  "erasure-decided": {
    text: "The erasure {{id}} was decided already.",
    remedy: "Look at the list: it says who decided and how.",
  },
  "own-erasure": {
    text: "Nobody approves an erasure that they asked for.",
    remedy: "Ask another head or admin to look at it and approve it.",
  },
};
