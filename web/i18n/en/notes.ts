/** Notes on accounts, transfers and clusters. */
export const notes = {
  title: "Notes",
  none: "No note yet.",
  text: "A note that follows it into every case",
  tags: "Tags, Enter after each",
  add: "Write the note",
  remove: "Take the note back",
  by: "{{person}}, {{date}}",
  ofCase: "Notes on accounts, transfers and clusters",
  ofTransfer: "Notes on this transfer",
  kinds: {
    account: "Account",
    transfer: "Transfer",
    cluster: "Cluster",
  },
};
