export const problems = {
  unexpected: {
    text: "Something went wrong in the browser.",
    remedy: "Load the page again; your data is safe on the server.",
  },
  "server-unreachable": {
    text: "The server does not answer.",
    remedy: "Check that the program is running; this page tries again by itself.",
  },
  "server-failed": {
    text: "The server made a mistake while answering.",
    remedy: "Try again; if it stays, send the administrator the time and what you were doing.",
  },
  "bad-answer": {
    text: "The server answered in a way this page does not understand.",
    remedy: "Load the page again to get the newest version.",
  },
  "database-recovering": {
    text: "The database is recovering.",
    remedy: "Wait a moment; nothing is lost.",
  },
  "not-found": {
    text: "There is nothing under this number in the database.",
    remedy: "Check it, or search for it; a withdrawn file takes its transfers with it.",
  },
  "database-unavailable": {
    text: "The database cannot be used now.",
    remedy:
      "The administrator finds the cause in the program’s window or with the command doctor; the page goes on by itself.",
  },
  "disk-full": {
    text: "There is no room left on the disk. What was saved is safe.",
    remedy: "The administrator must free some space; then try again.",
  },
  "nothing-loaded": {
    text: "There are no transfers in this database, so nothing can be searched.",
    remedy: "Load bank answers first.",
  },
  "claim-move": {
    text: "This claim cannot take that step from where it is now.",
    remedy: "Somebody may have moved it meanwhile; choose one of the steps shown.",
  },
  "claim-move-needs-reason": {
    text: "This step needs a reason.",
    remedy: "Write in a sentence why.",
  },
  "claims-other-rule": {
    text: "The claims of this case are traced by another rule; two rules in one case contradict each other.",
    remedy: "Keep to that rule, or withdraw those claims first.",
  },
  "claim-line-gone": {
    text: "Claim {{claim}} cites transfer {{transfer}} of {{source}}, which is no longer in the data as it was claimed.",
    remedy: "Load that file again, or withdraw the claim and open claims anew.",
  },
  "case-closed": { text: "The case is closed.", remedy: "Reopen it first." },
  "key-open-to-others": {
    text: "The office’s signing key can be read by other people of the server.",
    remedy: "The administrator must restrict it; the server’s message names the file.",
  },
  "sign-in-required": {
    text: "Nobody is signed in, or the session has ended.",
    remedy: "Sign in again; what you were doing is kept.",
  },
  "wrong-password": {
    text: "Login and password do not fit together, or this person may not sign in.",
    remedy: "Type them again; an admin can give a new one-time password.",
  },
  "too-many-attempts": {
    text: "Too many wrong passwords. The next attempt is possible in {{seconds}} s.",
    remedy: "Wait, then type slowly; an admin can give a new one-time password.",
  },
  "current-password-wrong": {
    text: "The present password is not right.",
    remedy: "Type it again; an admin can give a new one-time password.",
  },
  "same-password": { text: "The new password is the present one.", remedy: "Choose another." },
  "weak-password": {
    text: "The new password would be guessed too soon.",
    remedy: "Choose at least {{least}} characters, several words, without the login in them.",
  },
  "password-change-required": {
    text: "The one-time password must be replaced first.",
    remedy: "Choose a password of your own.",
  },
  "role-not-allowed": {
    text: "Your role may not do this.",
    remedy: "Ask a colleague whose role may, or an admin for another role.",
  },
  "not-yours": {
    text: "This was started by somebody else: {{login}}.",
    remedy: "Ask that person or an admin to stop it.",
  },
  "login-taken": {
    text: "There is already a person with the login {{login}}.",
    remedy: "Choose another login, or give that person a new password.",
  },
  "last-admin": {
    text: "{{login}} is the only admin left.",
    remedy: "Make somebody else an admin first.",
  },
  "same-account": {
    text: "A path needs two different accounts.",
    remedy: "Choose another account at one end.",
  },
  "invalid-input": {
    text: "Something in the form is not valid.",
    remedy: "Check the fields and try again.",
  },
  "too-large": {
    text: "That is too much at once.",
    remedy: "Choose fewer accounts or a shorter period.",
  },
  "nothing-to-request": {
    text: "None of these is an account of a bank: there is nobody to ask.",
    remedy: "Choose accounts; cash, shops and exchanges have no statement.",
  },
  "template-faulty": {
    text: "The office's own letter cannot be filled in.",
    remedy:
      "The data folder's templates hold it: mend its tags, or take it away and the built-in letter is used.",
  },
  "too-many-requests": { text: "Too many requests within a minute.", remedy: "Wait a minute." },
  internal: {
    text: "The server made a mistake while answering.",
    remedy: "Try again; if it stays, send the administrator the time and what you were doing.",
  },
  "file-is-pdf": {
    text: "The file is a PDF: a picture of a table, from which no amount can be read for certain.",
    remedy: "Ask the bank for the same statement as XLSX or CSV.",
  },
  "file-not-recognised": {
    text: "The file is in no format that can be read.",
    remedy: "Load XLSX, XLS, CSV, HTML, 1C, camt or MT940 files, or archives of them.",
  },
  "file-empty": { text: "The file is empty.", remedy: "Ask the sender for the file again." },
  "file-not-a-table": {
    text: "The file holds no table of operations, accounts, reports or labels.",
    remedy:
      "Check that this is the right file; ask the bank for the answer form (18 columns) as XLSX or CSV.",
  },
  "xls-encrypted": {
    text: "The workbook is locked with a password.",
    remedy: "Open it in Excel with the password and save it without one.",
  },
  "xlsx-encrypted": {
    text: "The workbook is locked with a password.",
    remedy: "Open it in Excel with the password and save it without one.",
  },
  "zip-encrypted": {
    text: "The archive is locked with a password.",
    remedy: "Unpack it with the password and load the files.",
  },
  "xlsx-damaged": {
    text: "The workbook is damaged.",
    remedy: "Ask the sender for the file again.",
  },
  "zip-bomb": {
    text: "The archive unpacks to far more than any bank’s answer: it would fill the disk.",
    remedy:
      "Do not open it. Ask the sender what it is; if it is real, unpack it yourself and load the folder.",
  },
  "upload-not-found": {
    text: "This upload is not there any more.",
    remedy: "Drop the file into the page again.",
  },
  "mapping-incomplete": {
    text: "The columns chosen do not say enough: the date, the amount and the accounts are needed.",
    remedy: "Say what the columns mean, then load again.",
  },
  "source-not-found": {
    text: "This file is not in the database any more.",
    remedy: "Load the page again: somebody may have taken it out.",
  },
  "no-refused-rows": {
    text: "This file has no refused rows kept here.",
    remedy: "They are kept on the machine that loaded the file.",
  },
  "reason-missing": {
    text: "A decision needs a reason.",
    remedy: "Write it in a sentence; it is kept with the decision.",
  },
  "pair-not-found": {
    text: "This pair is no question any more.",
    remedy: "Load the list again: a file was loaded or taken out meanwhile.",
  },
  "snooze-needs-end": {
    text: "A snooze needs a day in the future on which it ends.",
    remedy: "Choose the day on which it shall be shown again.",
  },
  "foreign-origin": {
    text: "This request was made by a page of another address.",
    remedy: "Open the program by the one address it prints, and sign in there.",
  },
  "nothing-to-trace": {
    text: "This report or transfer is not in the data.",
    remedy: "Check its number, or load the file it is in first.",
  },
  "no-cluster": {
    text: "No search has found a cluster yet.",
    remedy: "Run a search for droppers first.",
  },
  "case-needs-title": {
    text: "A case needs a title.",
    remedy: "Say what it is about in a few words.",
  },
};
