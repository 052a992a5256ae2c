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
    text: "The server failed to answer.",
    remedy:
      "Try again; if it happens again, send the administrator the time and what you were doing.",
  },
  "bad-answer": {
    text: "This page could not read the server’s answer.",
    remedy: "Load the page again to get the newest version.",
  },
  "database-recovering": {
    text: "The database is recovering.",
    remedy: "Wait a moment; nothing is lost.",
  },
  "not-found": {
    text: "There is nothing under this number in the database.",
    remedy:
      "Check the number, or search for it; the transfers of a removed file are removed with it.",
  },
  "database-unavailable": {
    text: "The database cannot be used now.",
    remedy:
      "The administrator finds the cause in the program’s window or with the command doctor. The " +
      "page continues by itself.",
  },
  "disk-full": {
    text: "There is no room left on the disk. Saved data is safe.",
    remedy: "The administrator must free some space; then try again.",
  },
  "nothing-loaded": {
    text: "There are no transfers in this database, so there is nothing to search.",
    remedy: "Load bank answers first.",
  },
  "claim-move": {
    text: "The claim cannot move to that step from its present status.",
    remedy: "Somebody may have changed it meanwhile; choose one of the steps shown.",
  },
  "claim-move-needs-reason": {
    text: "This step needs a reason.",
    remedy: "Write the reason in one sentence.",
  },
  "claims-other-rule": {
    text:
      "The money of this case’s claims is traced by another rule; two rules in one case " +
      "contradict each other.",
    remedy: "Use that rule, or withdraw those claims first.",
  },
  "claim-line-gone": {
    text:
      "Claim {{claim}} cites transfer {{transfer}} of {{source}}, which is no longer in the data " +
      "as claimed.",
    remedy: "Load that file again, or withdraw the claim and prepare the claims again.",
  },
  "case-closed": {
    text: "The case is closed.",
    remedy: "Reopen it first.",
  },
  "key-open-to-others": {
    text: "Other users of the server can read the office’s signing key.",
    remedy: "The administrator must restrict access; the server’s message names the file.",
  },
  "sign-in-required": {
    text: "You are not signed in, or your session has ended.",
    remedy: "Sign in again; your work is kept.",
  },
  "wrong-password": {
    text: "The login or the password is wrong, or this person is not allowed to sign in.",
    remedy: "Type them again; an administrator can give a new one-time password.",
  },
  "too-many-attempts": {
    text: "Too many wrong passwords. The next attempt is possible in {{seconds}} s.",
    remedy: "Wait, then type slowly; an administrator can give a new one-time password.",
  },
  "current-password-wrong": {
    text: "The current password is wrong.",
    remedy: "Type it again; an administrator can give a new one-time password.",
  },
  "same-password": {
    text: "The new password is the same as the current one.",
    remedy: "Choose another.",
  },
  "weak-password": {
    text: "The new password is too easy to guess.",
    remedy: "Choose at least {{least}} characters, several words, without the login in them.",
  },
  "password-change-required": {
    text: "The one-time password must be replaced first.",
    remedy: "Choose a password of your own.",
  },
  "role-not-allowed": {
    text: "Your role does not allow this.",
    remedy: "Ask a colleague whose role allows it, or ask an administrator for another role.",
  },
  "not-yours": {
    text: "This was started by somebody else: {{login}}.",
    remedy: "Ask that person or an administrator to stop it.",
  },
  "login-taken": {
    text: "There is already a user with the login {{login}}.",
    remedy: "Choose another login, or give that user a new password.",
  },
  "last-admin": {
    text: "{{login}} is the only administrator left.",
    remedy: "Make somebody else an administrator first.",
  },
  "same-account": {
    text: "A path needs two different accounts.",
    remedy: "Choose another account at one end.",
  },
  "invalid-input": {
    text: "Some fields of the form are not filled in correctly.",
    remedy: "Check the fields and try again.",
  },
  "too-large": {
    text: "That is too much at once.",
    remedy: "Choose fewer accounts or a shorter period.",
  },
  "nothing-to-request": {
    text: "None of these is a bank account, so there is no bank to ask.",
    remedy: "Choose accounts; cash, shops and exchanges have no statement.",
  },
  "template-faulty": {
    text: "The office’s own letter template cannot be filled in.",
    remedy:
      "It is in the folder “templates” of the data folder. Correct its tags, or remove the file " +
      "to use the built-in letter.",
  },
  "too-many-requests": {
    text: "Too many requests within a minute.",
    remedy: "Wait a minute.",
  },
  internal: {
    text: "The server failed to answer.",
    remedy:
      "Try again; if it happens again, send the administrator the time and what you were doing.",
  },
  "file-is-pdf": {
    text: "The file is a PDF: a picture of a table, from which no amount can be read for certain.",
    remedy: "Ask the bank for the same statement as XLSX or CSV.",
  },
  "file-not-recognised": {
    text: "The format of the file is not recognised.",
    remedy: "Load XLSX, XLS, CSV, HTML, 1C, camt or MT940 files, or archives of them.",
  },
  "file-empty": {
    text: "The file is empty.",
    remedy: "Ask the sender for the file again.",
  },
  "file-not-a-table": {
    text: "The file contains no table of operations, accounts, reports or labels.",
    remedy:
      "Check that this is the right file; ask the bank for the answer form (18 columns) as XLSX " +
      "or CSV.",
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
      "Do not open it. Ask the sender what it is; if it is real, unpack it yourself and load the " +
      "folder.",
  },
  "row-too-long": {
    text: "A row of the file is longer than a million characters: no bank’s table has such rows.",
    remedy: "Look at the file: line breaks may be lost. Ask the sender for it again.",
  },
  "too-many-columns": {
    text: "The table has more than 1,024 columns: no bank’s table has so many.",
    remedy: "Look at the file: line breaks may be lost. Ask the sender for it again.",
  },
  "xlsx-too-large": {
    text: "The workbook holds more texts than any bank’s table needs.",
    remedy: "Do not open it. Ask the sender what it is, or for the same data as CSV.",
  },
  "file-takes-too-long": {
    text: "The file takes longer to read than a file of its size should.",
    remedy:
      "Ask the sender for it as CSV. If it is real, load it with the command line, which waits.",
  },
  "file-takes-too-much-memory": {
    text: "The file needs more memory than any bank’s answer.",
    remedy: "Look at what the file is; ask the sender for it as CSV or in parts.",
  },
  "upload-not-found": {
    text: "This uploaded file is no longer available.",
    remedy: "Drop the file into the page again.",
  },
  "mapping-incomplete": {
    text: "The chosen columns are not enough: the date, the amount and the accounts are needed.",
    remedy: "Choose what the columns mean, then load again.",
  },
  "source-not-found": {
    text: "This file is no longer in the database.",
    remedy: "Load the page again: somebody may have removed the file.",
  },
  "no-refused-rows": {
    text: "The refused rows of this file are not kept on this computer.",
    remedy: "They are kept on the computer that loaded the file.",
  },
  "reason-missing": {
    text: "A decision needs a reason.",
    remedy: "Write it in one sentence; it is kept with the decision.",
  },
  "pair-not-found": {
    text: "No decision is needed on this pair any more.",
    remedy: "Load the list again: a file was loaded or removed meanwhile.",
  },
  "snooze-needs-end": {
    text: "Choose the future date until which this is set aside.",
    remedy: "Choose the day on which it should be shown again.",
  },
  "foreign-origin": {
    text: "This request came from a page at another address.",
    remedy: "Open the program at the address it prints, and sign in there.",
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
