import { letters as texts } from "../../../contract/texts/en/letters.ts";

/** Outgoing letters. */
export const letters = {
  ...texts,
  lead: "Letters of claims and crime reports that the program made: number, answer due, answer. A letter marked as draft is none.",
  search: "Search",
  searchHint: "Name, number, bank",
  allKinds: "All letters",
  allStands: "All states",
  stand: "State",
  bank: "Bank",
  allBanks: "All banks",
  isOpen: "Open: no answer yet",
  of: "Letters: {{formatted}}",
  none: "No letters yet",
  noneText: "Make a letter under “Documents” of an approved claim, or on the page of a report.",
  nothing: "No letter fits the filter",
  more: "Show more",
  sentOn: "sent {{day}}",
  number: "No {{number}}",
  due: "answer due {{day}}",
  answer: "Write down the answer",
  answerDay: "Day of the answer",
  answerNote: "What it says",
  answerFile: "Name of the answer's file",
  answerSave: "Save the answer",
  answerDone: "The answer is written down",
  answered: "answered {{day}}",
  history: "Entry and history",
  all: "All letters of the case",
  claim: "claim {{claim}}",
  /** Reasons of corrections that the program makes. */
  reasons: {
    "letter-made-anew": "The letter was made anew from another state.",
    "letter-by-step": "The step “demand” of the claim was taken.",
    "letter-step-back": "The step “demand” of the claim was taken back.",
  },
};
