import { measureProblems } from "../../../contract/texts/en/measure-problems.ts";
import { retentionProblems } from "./retention-problems.ts";

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
  "changed-meanwhile": {
    text: "Somebody has changed this meanwhile.",
    remedy:
      "The page shows the new state now. Look at it, then repeat the step if it is still right.",
  },
  "decision-needs-reason": {
    text: "A decision needs a reason.",
    remedy: "Write in a sentence why.",
  },
  "removal-needs-reason": {
    text: "Taking something out of a case needs a reason.",
    remedy: "Write in a sentence why it does not belong to the case.",
  },
  "report-claimed": {
    text: "A claim that has left the office stands on this report: {{claims}}.",
    remedy: "Withdraw that claim first, or take it back to draft.",
  },
  "figure-needs-reason": {
    text: "A decision about the victim’s figure needs a reason.",
    remedy: "Write in a sentence why this sum is claimed.",
  },
  "figure-undecided": {
    text: "The victim states another sum than the bank in claim {{claim}}: transfer {{transfers}}.",
    remedy: "Decide in the claim which sum is claimed, with a reason.",
  },
  "figure-changed": {
    text: "The two sums of transfer {{transfer}} are not those you saw.",
    remedy: "Look at them again: the data have changed meanwhile.",
  },
  "figure-no-part": {
    text: "The victim’s figure is no part of transfer {{transfer}}, so it cannot be claimed.",
    remedy: "Claim the transfer as the bank has it, and say why the victim states another sum.",
  },
  "figure-below-block": {
    text: "More than {{amount}} of transfer {{transfer}} is blocked: {{blocks}}.",
    remedy: "Correct these blocks in the register first, or leave what was stolen as it is.",
  },
  "figure-below-back": {
    text: "More than {{amount}} of transfer {{transfer}} came back already: {{entries}}.",
    remedy: "Correct these payments and returns first, or leave what was stolen as it is.",
  },
  "joint-paid": {
    text: "{{name}} paid on claim {{claim}}, so the claim stays against this person too.",
    remedy: "Take that payment, or the return of this person’s blocked money, back first.",
  },
  "request-date": {
    text: "{{day}} is no day.",
    remedy: "Give the day of the request like this: 2026-03-05.",
  },
  "penalty-to-come": {
    text: "The penalty is asked for days that are still to come.",
    remedy: "Choose today or an earlier day: until then it is known what came back.",
  },
  "penalty-after-filing": {
    text: "The penalty is asked for until {{until}}, and the claim is filed on {{day}}.",
    remedy: "Correct the day of filing, or ask for the penalty until that day.",
  },
  "penalty-terms": {
    text: "The last day of the penalty lies before its first day.",
    remedy: "Choose a last day on or after the first.",
  },
  "penalty-rate-unknown": {
    text: "No base rate is known for {{day}}.",
    remedy: "The administrator adds it to penalty-rates.csv in the data folder, with its source.",
  },
  "penalty-rates-file": {
    text: "Row {{row}} of the office’s table of base rates has no usable {{field}}.",
    remedy: "The administrator corrects penalty-rates.csv in the data folder.",
  },
  "penalty-day": {
    text: "{{day}} is no day.",
    remedy: "Choose the day again.",
  },
  "claim-move": {
    text: "The claim cannot move to that step from its present status.",
    remedy: "Somebody may have changed it meanwhile; choose one of the steps shown.",
  },
  "claim-move-needs-reason": {
    text: "This step needs a reason.",
    remedy: "Write the reason in one sentence.",
  },
  "not-a-member": {
    text: "You are no member of case {{id}}.",
    remedy: "Ask a member of the case to add you: {{whom}}. The head of the office can do so too.",
  },
  "case-of-nobody": {
    text: "Nobody works on case {{id}} yet.",
    remedy: "Ask the head of the office to make you a member.",
  },
  "case-needs-member": {
    text: "A case has at least one member.",
    remedy: "Choose who works on it from now on.",
  },
  "file-needs-ground": {
    text: "This file has names or IIN. Your role sees them after giving a reason.",
    remedy: "Choose “Names are masked · Show” at the top, say why, then download it again.",
  },
  "ground-needed": {
    text: "The reason says nothing.",
    remedy: "Give the number of a case, or say in a sentence why you look at these people.",
  },
  "approval-own-work": {
    text: "You opened or changed this claim, or sent it to review, so you cannot approve it.",
    remedy: "Another prosecutor or the head of the office approves it.",
  },
  "approval-role": {
    text: "A claim is approved by a prosecutor or by the head of the office.",
    remedy: "Ask one of them to look at the claim.",
  },
  "claim-not-ready": {
    text: "Claim {{claim}} lacks what the court asks: {{missing}}.",
    remedy:
      "Write it down under “For the court”. The head of the office may approve the claim without it, with a reason.",
  },
  "step-price-changed": {
    text: "Claim {{claim}} would ask for other money than was approved. Changed since: {{parts}}.",
    remedy: "Take the claim back to draft and have it approved anew.",
  },
  "claim-paid": {
    text: "Nothing of claim {{claim}} was outstanding on the day of this step.",
    remedy:
      "If the money was asked for before, mark the claim as recovered in full; else withdraw it.",
  },
  "step-data-changed": {
    text: "The data have changed since claim {{claim}} was approved: {{transfers}}.",
    remedy:
      "Look at what changed. Accept the difference with a reason, or take the claim back to draft.",
  },
  "approval-data-changed": {
    text: "The data have changed since claim {{claim}} was sent to review.",
    remedy: "Take it back to draft, where it is worked out anew, or accept the difference.",
  },
  "claim-step-facts": {
    text: "The step needs facts that are missing: {{missing}}.",
    remedy: "Fill in what is missing; where it is not known yet, wait with the step.",
  },
  "claim-step-sum": {
    text: "The sum of the judgment is not between nothing and what the claim asks for.",
    remedy:
      "Give what the court awarded of the debt, without fee; the penalty has a field of its own. " +
      "If the court gave the penalty alone, the sum is 0.",
  },
  "claim-step-with-penalty": {
    text: "The sum has the debt and the penalty together: {{penalty}} are penalty.",
    remedy: "Give {{debt}} as the sum, and the penalty in its own field.",
  },
  "claim-step-penalty": {
    text: "The court was asked for a penalty of {{penalty}}, and the judgment gives more.",
    remedy: "Give what the court awarded of the penalty, and the debt in its own field.",
  },
  "claim-step-granted": {
    text: "Granted means all that was owed on the day of the judgment: {{sum}}. What had come back by then is off.",
    remedy:
      "Give that sum, or choose another outcome, as the judgment has it. " +
      "If the court did not know of a payment, give its own sum with a reason.",
  },
  "claim-step-granted-penalty": {
    text: "Granted means all that was owed on the day of the judgment, {{sum}}, and the penalty of {{penalty}}.",
    remedy:
      "Give both sums, or choose another outcome, as the judgment has it. " +
      "If the court did not know of a payment, give its own sum with a reason.",
  },
  "claim-step-day": {
    text: "{{day}} is no day.",
    remedy: "Give the day as it stands in the paper.",
  },
  "claim-step-future": {
    text: "{{day}} is still to come.",
    remedy: "Give the day as it stands in the paper.",
  },
  "claim-step-before-approval": {
    text: "{{day}} lies before {{approved}}, when the claim was approved.",
    remedy: "Give the day as it stands in the paper, or say why it left before the approval.",
  },
  "claim-step-before-loss": {
    text: "{{day}} lies before {{stolen}}, when the last money of the claim was sent.",
    remedy: "Give the day as it stands in the paper.",
  },
  "claim-step-above-owed": {
    text: "{{sum}} were owed on the day of the judgment, and the court gave more.",
    remedy:
      "Compare it with the judgment. Where the court did not know of a payment, say so in the reason.",
  },
  "claim-step-outcome": {
    text: "The outcome does not go with the sum.",
    remedy:
      "All that was asked for is no part. Give the outcome and the sums as the judgment has them.",
  },
  "payment-before-loss": {
    text: "{{day}} lies before {{stolen}}, when the first money of the claim was sent.",
    remedy: "Give the day on which the money came.",
  },
  "payment-source": {
    text: "Claim {{claim}} has no judgment or writ of that day or before that the payment could come from.",
    remedy: "Write that step down first, or choose who paid.",
  },
  "claim-recovered-before-payment": {
    text: "{{day}} lies before {{paid}}, when the last payment came.",
    remedy: "Give the day on which everything was paid.",
  },
  "claim-step-order": {
    text: "{{day}} lies before the step before it.",
    remedy: "Give the day as it stands in the paper.",
  },
  "claim-step-after": {
    text: "{{day}} lies after the next step, of {{next}}.",
    remedy: "Give the day as it stands in the paper, or correct the next step first.",
  },
  "claim-undo-none": {
    text: "The last step of this claim is not taken back as a mistake.",
    remedy: "Take the claim a step back. A withdrawn claim is prepared anew.",
  },
  "claim-correction-reason": {
    text: "A correction of a step needs a reason.",
    remedy: "Write in a sentence what was wrong.",
  },
  "claim-correction-none": {
    text: "Nothing was written down of this step that could be corrected.",
    remedy: "Choose a step with a day or a number, or take the claim a step back.",
  },
  "claim-correction-same": {
    text: "The step says this already.",
    remedy: "Change what is wrong, or close the form.",
  },
  "claim-correction-paid": {
    text: "Payments on claim {{claim}} rest on what is to be changed.",
    remedy: "Take those payments back first, then write them down anew.",
  },
  "claim-correction-withdrawn": {
    text: "Claim {{claim}} is withdrawn: the day and the sums of this step stay.",
    remedy: "Correct the other facts, as court and number, and leave the day as it is.",
  },
  "claim-undo-answered": {
    text: "The demand of claim {{claim}} was answered on {{answered}}: it was sent.",
    remedy:
      "Correct its day or number, or take the claim back to draft. If nothing was sent, strike out its letter in the register first.",
  },
  "claim-correction-figures": {
    text: "The filing of claim {{claim}} asks for {{filed}}; on {{day}} it would ask for {{would}} by what is known today.",
    remedy:
      "Take the steps since the filing back as mistakes, the filing last. Then file it with this day: it asks for {{would}}.",
  },
  "claim-correction-judged": {
    text: "A judgment rests on the {{filed}} that claim {{claim}} asked for; filed on {{day}}, it would ask for {{would}}.",
    remedy:
      "Take the judgment back as a mistake, correct the day of the filing, and write the judgment down again.",
  },
  "claim-step-term": {
    text: "The term ends on {{day}}, before the step itself.",
    remedy: "Give the last day of the term.",
  },
  "claim-outstanding": {
    text: "{{amount}} of claim {{claim}} is still outstanding.",
    remedy: "Write down the payments first.",
  },
  "payment-needs-reason": {
    text: "Taking a payment back needs a reason.",
    remedy: "Write in a sentence why it does not count.",
  },
  "plan-order": {
    text: "The parts of the plan are not in the order of their days.",
    remedy: "Give each part a later day than the one before it.",
  },
  "payment-needs-payer": {
    text: "Claim {{claim}} is against several defendants: say who paid.",
    remedy: "Choose one of them: {{names}}.",
  },
  "payment-payer": {
    text: "{{payer}} is no defendant of claim {{claim}}.",
    remedy: "Name one of them: {{names}}.",
  },
  "payment-status": {
    text: "Claim {{claim}} takes no payment in its present status.",
    remedy:
      "Send a draft to review first, take a closed claim a step back, or choose the claim that stands.",
  },
  "payment-future": {
    text: "{{day}} is still to come.",
    remedy: "Give the day on which the money came.",
  },
  "payment-day": {
    text: "{{day}} is no day.",
    remedy: "Choose the day again.",
  },
  "letters-not-all": {
    text: "The letter was not marked as sent: another one of the step was refused.",
    remedy: "Mend what is wrong with the other letters, and mark all of them again.",
  },
  "letter-asks-for-more": {
    text: "The letter asks for {{was}}; made today it would ask for {{now}}.",
    remedy: "Make the letter anew, or tick that it leaves with the old sum.",
  },
  "letter-nothing-to-ask": {
    text: "The letter asks for {{was}}, and nothing may be asked for any more: the money came back, or the claim is decided or over.",
    remedy: "Strike the letter out. If it left before the money came back, give that day.",
  },
  "letter-number-taken": {
    text: "Number {{paper}} was given to another letter this year: {{letter}} ({{to}}).",
    remedy: "Give the next free number, or say that the number stands on both letters.",
  },
  "pair-under-money": {
    text: "Transfer {{transfer}} would go, and this stands on it: {{entries}}.",
    remedy:
      "Take these payments, blocks and returns back first, take the claims back to draft or withdraw them, and write them down again for the transfer that stays.",
  },
  "payment-in-data": {
    text: "Row {{row}} of the bank’s file “{{file}}” ({{at}}) counts this payment already.",
    remedy: "Write down only what the bank’s files do not show, or say why it is another payment.",
  },
  "payment-row-crosses": {
    text: "The bank's row of {{day}} would count in its place, on the other side of the judgment of {{judgment}} on claim {{claim}}.",
    remedy: "Leave the entry, or take the judgment back as a mistake first.",
  },
  "payment-settled": {
    text: "Claim {{claim}} is recovered by this payment.",
    remedy: "Take that claim a step back first.",
  },
  "payment-penalty-above": {
    text: "{{penalty}} of penalty are outstanding of claim {{claim}}, and the payment has more.",
    remedy: "Give the part of the payment that is penalty; the rest pays the debt.",
  },
  "payment-above-both": {
    text: "Of claim {{claim}} {{debt}} of debt and {{penalty}} of penalty are outstanding.",
    remedy: "Give no more than both together, and say how much of it is penalty.",
  },
  "claim-penalty-outstanding": {
    text: "{{amount}} of penalty of claim {{claim}} is still outstanding.",
    remedy: "Write down its payment first, or say why the claim is recovered without it.",
  },
  "payment-no-sum": {
    text: "The payment has no sum.",
    remedy: "Give the sum of the receipt.",
  },
  "payment-no-rate-needed": {
    text: "Claim {{claim}} is in tenge, so a payment on it has no rate.",
    remedy: "Give the sum alone.",
  },
  "payment-rate": {
    text: "“{{rate}}” of {{day}} is no rate that could be checked.",
    remedy: "Give tenge for one unit like 523.45, its day until today, and its source.",
  },
  "payment-rate-sum": {
    text: "{{tenge}} at {{rate}} are not {{amount}}, but {{proposed}}.",
    remedy: "Correct the sum, the tenge or the rate. The two sums differ by rounding only.",
  },
  "payment-above-currency": {
    text: "Claim {{claim}} is in {{currency}}, and {{amount}} of it are outstanding.",
    remedy: "Give no more than that. Where tenge came, write down the tenge and their rate.",
  },
  "payment-above-tenge": {
    text: "{{tenge}} at {{rate}} pay {{paid}}, and {{amount}} of claim {{claim}} are outstanding.",
    remedy: "Check the tenge and the rate. Write down on this claim only what belongs to it.",
  },
  "payment-above": {
    text: "The sum is not between nothing and the {{amount}} that are outstanding of claim {{claim}}.",
    remedy: "Look at the claim again: others may have paid the same loss.",
  },
  "claims-other-rule": {
    text:
      "The money of this case’s claims is traced by another rule; two rules in one case " +
      "contradict each other.",
    remedy: "Use that rule, or withdraw those claims first.",
  },
  "claims-differ": {
    text:
      "The data have changed since these claims were made: {{claims}}. The package would " +
      "contradict them.",
    remedy:
      "Look at what changed. Withdraw the claim and open it anew, or accept the difference " +
      "with a reason.",
  },
  "difference-changed": {
    text: "Claim {{claim}} does not differ from the data in the way you saw.",
    remedy: "Look at the claim again: the data have changed meanwhile.",
  },
  "difference-needs-reason": {
    text: "Accepting a difference needs a reason.",
    remedy: "Write in a sentence why.",
  },
  "claim-losses-changed": {
    text: "What was stolen by the transfers of claim {{claim}} was changed at this moment.",
    remedy: "Look at the claim again, then take the step.",
  },
  "draft-reworked": {
    text: "The data have changed: claim {{claim}} was worked out anew and is another one now.",
    remedy: "Look at the claim again, then move it on.",
  },
  "claim-empty": {
    text: "Nothing is left to claim in {{claim}}: its transfers are gone or everything was paid back.",
    remedy: "Withdraw the claim.",
  },
  "package-disagrees": {
    text: "The package of case {{id}} would not agree with its own data, so nothing was signed.",
    remedy: "Look at the claims of the case; open them again or withdraw the one that differs.",
  },
  "document-unreadable": {
    text:
      "The document {{name}} was written, but cannot be opened again, so nothing was " + "signed.",
    remedy: "Tell the makers of the program, and name this document.",
  },
  "claim-line-gone": {
    text:
      "Claim {{claim}} cites transfer {{transfer}} of {{source}}, which is no longer in the data " +
      "as claimed.",
    remedy: "Load that file again, or withdraw the claim and prepare the claims again.",
  },
  "case-without-accounts": {
    text: "The case has no accounts, so there is no graph of it.",
    remedy: "Add accounts or a cluster to the case first.",
  },
  "case-closed": {
    text: "The case is closed.",
    remedy: "Reopen it first.",
  },
  "timestamp-refused": {
    text: "The time-stamping service gave no stamp.",
    remedy:
      "Export again later. Without timestamp.json in the data folder the package is exported without a stamp.",
  },
  "timestamp-file": {
    text: "The file timestamp.json cannot be read.",
    remedy: 'Write it like this: {"url": "https://…"}. Without the file no stamp is asked for.',
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
  "second-factor-on": {
    text: "The second factor is already on.",
    remedy: "Switch it off first; that needs a code.",
  },
  "wrong-code": {
    text: "This code does not fit, or it was used already.",
    remedy:
      "Wait for the next code of the app, or use a recovery code. An administrator can take the second factor away.",
  },
  "second-factor-unreadable": {
    text: "The second factor cannot be read: its key is missing on the server.",
    remedy: "An administrator takes the second factor away, then you set it up again.",
  },
  "code-needed": {
    text: "The password is right. Your account also needs a code.",
    remedy: "Type the code from the app, or a recovery code.",
  },
  "second-factor-required": {
    text: "Your role needs a second factor, and you have none yet.",
    remedy: "Set it up: sign in again.",
  },
  "token-scope": {
    text: "This token may not do that.",
    remedy: "Sign in as a person, or use a token that may load data.",
  },
  "too-many-tokens": {
    text: "You already have {{most}} tokens.",
    remedy: "Revoke one that is no longer needed.",
  },
  "too-many-attempts": {
    text: "Too many wrong passwords or codes. The next attempt is possible in {{seconds}} s.",
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
    remedy:
      "Choose at least {{least}} characters: several words that have nothing to do with you, " +
      "the work or one another. Common words, names and rows of keys are tried first.",
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
  "body-too-slow": {
    text: "The request did not arrive in time.",
    remedy: "Try again. If the connection is slow, send a smaller file.",
  },
  "audit-unwritable": {
    text: "The audit log cannot be written, so nothing was done or shown.",
    remedy:
      "Tell an administrator: the disk is full, or the files of the data folder may not be written.",
  },
  "too-large": {
    text: "That is too much at once.",
    remedy: "Choose fewer accounts or a shorter period.",
  },
  "nothing-to-request": {
    text: "None of these is a bank account, so there is no bank to ask.",
    remedy: "Choose accounts; cash, shops and exchanges have no statement.",
  },
  "person-needs-name": {
    text: "A person needs a name.",
    remedy: "Write the name as the statement or the bank has it.",
  },
  "person-iin": {
    text: "{{iin}} is no IIN or BIN.",
    remedy: "Compare it with the document, or leave it empty.",
  },
  "note-empty": {
    text: "The note says nothing.",
    remedy: "Write it in a few words.",
  },
  "joint-needs-reason": {
    text: "Joint liability needs a reason.",
    remedy: "Write how they acted together, and what shows it.",
  },
  "joint-victim": {
    text: "{{name}} is a victim of this case.",
    remedy: "Choose people who caused the harm, or correct the person’s part in the case.",
  },
  "joint-status": {
    text: "The defendants of claim {{claim}} can no longer be changed, or it follows money by a tracing rule.",
    remedy:
      "Take the claim back to draft. Against further holders, name them in the claim against the first one.",
  },
  "case-file-empty": {
    text: "{{name}} is empty.",
    remedy: "Choose the file that has the document in it.",
  },
  "case-file-too-large": {
    text: "{{name}} is larger than {{megabytes}} MB.",
    remedy: "Divide it, or scan it in a lower resolution.",
  },
  "case-file-damaged": {
    text: "The file {{id}} ({{name}}) is no longer what was put in: its bytes in the data folder are missing or others.",
    remedy: "Put it in again from the original and take the damaged one out, with the reason.",
  },
  "case-file-needs-about": {
    text: "Nobody says what {{name}} is.",
    remedy: "Say in a few words what the document is.",
  },
  "case-file-needs-reason": {
    text: "Taking a file out of a case needs a reason.",
    remedy: "Write in a sentence why it does not belong to the case.",
  },
  "case-file-there": {
    text: "{{name}} is in the case already, as {{id}}.",
    remedy: "Choose another file.",
  },
  "bulk-nothing": {
    text: "No claim of this case asks for {{smallest}} or more.",
    remedy: "Lower the smallest sum, or add crime reports to the case.",
  },
  "payment-needs-receipt": {
    text: "The payment has no receipt.",
    remedy: "Write the number of the receipt or payment order.",
  },
  "dossier-rate": {
    text: "{{rate}} is no rate.",
    remedy: "Write how many tenge one unit was worth, like this: 523.45.",
  },
  "office-table": {
    text: "Row {{row}} of the office’s table {{name}} has no usable {{column}}.",
    remedy: "The administrator corrects the file in the data folder.",
  },
  "paper-template-faulty": {
    text: "The office’s own template of a paper cannot be filled in: {{faults}}.",
    remedy:
      "It is in the folder “templates/papers” of the data folder. Correct the lines named, or remove the file to use the built-in paper.",
  },
  "report-exists": {
    text: "Report {{number}} is in the data already.",
    remedy: "Open it, or check the number. Further transfers of it come in a table of reports.",
  },
  "report-contradicts": {
    text: "Report {{number}} is in the data with another sum for the same transfer.",
    remedy: "Check the number and the sum. Take the earlier file out if it is wrong.",
  },
  "report-kept-table": {
    text: "Report {{number}} came in a table with other reports.",
    remedy: "Load the corrected table on the page Load, with the tick that it corrects.",
  },
  "report-kept-author": {
    text: "Report {{number}} was entered by somebody else.",
    remedy: "Whoever entered it corrects it or takes it out, or the head does.",
  },
  "report-kept-confirmed": {
    text: "A transfer of the data was confirmed for report {{number}}.",
    remedy: "Take that decision back first, or ask the head to correct the report.",
  },
  "report-kept-claimed": {
    text: "A claim that is no draft any more names report {{number}}.",
    remedy: "Ask the head to correct the report: the claim then shows what has changed.",
  },
  "report-kept-claim": {
    text: "A claim names report {{number}}.",
    remedy: "Withdraw the claim first.",
  },
  "report-kept-sent": {
    text: "A letter about report {{number}} was sent, or a measure answers it.",
    remedy: "Correct the report instead, or strike out measures that were entered by mistake.",
  },
  "report-no-sum": {
    text: "Report {{number}} has a stolen transfer without a sum above zero.",
    remedy: "Write the sum that the victim states, or leave the transfer out.",
  },
  "report-other-currency": {
    text: "Transfer {{transfer}} of the data is in {{currency}}.",
    remedy: "State its sum in that currency, or choose another transfer.",
  },
  "report-names-twice": {
    text: "Report {{number}} would name one transfer of the data twice.",
    remedy: "Leave one of the two rows, or choose another transfer for it.",
  },
  "report-unchanged": {
    text: "Report {{number}} says this already.",
    remedy: "Change what is wrong, then save.",
  },
  "report-needs-ground": {
    text: "The report has names or IIN, which your role sees after giving a reason.",
    remedy: "Give your reason at the top of the page, then correct the report.",
  },
  "no-bank-to-write-to": {
    text: "No bank is known where money of this report may still be.",
    remedy: "Write down the account, card or phone that was paid, or load the bank’s answer.",
  },
  "dossier-loan": {
    text: "Loan {{number}} lacks its lender, contract or sum, or its day is still to come.",
    remedy: "Write lender, number and day of the contract, and the sum.",
  },
  "paper-over": {
    text: "Claim {{claim}} is over: this document is not made.",
    remedy: "Choose another document.",
  },
  "paper-decided": {
    text: "The court has decided on claim {{claim}}: this paper is not made.",
    remedy: "Choose another paper: the judgment is executed.",
  },
  "paper-nothing-outstanding": {
    text: "Everything has come back on claim {{claim}}: this document is not made.",
    remedy: "Choose another document.",
  },
  "paper-differs": {
    text: "The data have changed since claim {{claim}} was made, and nobody has decided about that.",
    remedy:
      "Open the claim and decide: accept the difference with a reason, or withdraw the claim.",
  },
  "paper-no-loan": {
    text: "No loan of the victim is written down at claim {{claim}}.",
    remedy: "Write the loan down under “For the court”.",
  },
  "paper-common": {
    text: "The bank is asked by one letter about several claims, {{claim}} among them.",
    remedy:
      "Open it on the page “Letters”: send it, or strike it out to make letters of their own.",
  },
  "paper-not-reduced": {
    text: "Nothing of what claim {{claim}} asks of the court is less by the data of today.",
    remedy:
      "The statement is for a claim that was filed before money of an earlier day became known.",
  },
  "paper-minor": {
    text: "The victim of claim {{claim}} is a minor: no consent is asked for.",
    remedy: "Choose another document.",
  },
  "letter-demand-step": {
    text: "The demand is sent by the claim’s step.",
    remedy:
      "Take the step “Send the demand” of the claim; the letter then has its day, way and term.",
  },
  "letter-already-sent": {
    text: "Letter {{id}} was sent already.",
    remedy: "Open its entry: what is wrong in it is corrected or struck out there.",
  },
  "letter-kind": {
    text: "A letter stays what its paper is.",
    remedy: "Write down what the bank did as an entry of its own; strike out a wrong letter.",
  },
  "letter-sum": {
    text: "The sum of a letter is the one that its paper asks for.",
    remedy: "Make the letter again if it asks for another sum; write down the answer apart.",
  },
  "letter-after-answer": {
    text: "The letter was answered on {{answered}}, before {{day}}.",
    remedy: "Give the day on which it was sent, or correct the day of the answer first.",
  },
  "letter-before-loss": {
    text: "{{day}} lies before {{stolen}}, when the money of the letter was stolen.",
    remedy: "Give the day as it stands in the paper.",
  },
  "letter-not-kept": {
    text: "The words of this letter were not kept.",
    remedy:
      "It was sent under an older version, or not in this language: take the copy from the office’s file.",
  },
  "letter-not-sent": {
    text: "The letter was not sent yet.",
    remedy: "Mark it as sent first, with its number and day.",
  },
  "letter-answer-day": {
    text: "This is not the day of an answer.",
    remedy: "Give a day between the one on which the letter was sent and today.",
  },
  "no-papers": {
    text: "There is nothing to write: no such claim, or it asks for nothing.",
    remedy: "Open claims first, or choose others.",
  },
  "office-file": {
    text: "The office’s details cannot be read at {{field}}.",
    remedy: "The administrator corrects office.json in the data folder.",
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
  "pdf-password": {
    text: "The PDF is protected by a password.",
    remedy: "Open it with the password, print it to a new PDF with its text, and load that one.",
  },
  "pdf-damaged": {
    text: "The PDF is damaged or cut off, or is no PDF.",
    remedy: "Ask the bank for the same statement as XLSX or CSV, or for a new PDF.",
  },
  "pdf-page-damaged": {
    text: "Page {{page}} of the PDF is damaged. Nothing of the file was loaded.",
    remedy: "Ask the bank for the same statement as XLSX or CSV, or for a new PDF.",
  },
  "pdf-page-is-image": {
    text: "Page {{page}} is an image without text: a scan or a photograph. Nothing of the file was loaded.",
    remedy:
      "Ask the bank for the same statement as XLSX or CSV, or for the PDF as the bank made it.",
  },
  "pdf-no-text": {
    text: "The PDF holds no text.",
    remedy:
      "Ask the bank for the same statement as XLSX or CSV, or for the PDF as the bank made it.",
  },
  "pdf-letters-unreadable": {
    text: "The letters on page {{page}} stand for nothing: the PDF does not say what its shapes mean. Nothing of the file was loaded.",
    remedy: "Ask the bank for the same statement as XLSX or CSV, or for a new PDF.",
  },
  "pdf-no-table": {
    text: "The PDF shows neither rows with days and sums nor a receipt of one transfer.",
    remedy: "Check that this is the right file, and ask the bank for the statement as XLSX or CSV.",
  },
  "pdf-too-much": {
    text: "A part of the PDF unpacks to more than any statement holds.",
    remedy: "Look at what the file is, and ask the sender for it as XLSX or CSV.",
  },
  "pdf-too-many-pages": {
    text: "The PDF has {{pages}} pages; at most {{most}} are read.",
    remedy: "Ask the bank for the statement as XLSX or CSV, or in parts.",
  },
  "file-not-recognised": {
    text: "The format of the file is not recognised.",
    remedy: "Load XLSX, XLS, ODS, CSV, HTML, PDF, 1C, camt or MT940 files, or archives of them.",
  },
  "file-changed": {
    text: "The file was replaced or written to while it was read; nothing of it was loaded.",
    remedy: "Load the file again once nobody writes to it.",
  },
  "file-empty": {
    text: "The file is empty.",
    remedy: "Ask the sender for the file again.",
  },
  "file-not-a-table": {
    text: "The file contains no table of operations, accounts, statements, sessions, reports or labels.",
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
      "Ask the sender for it as CSV. If it is real and no PDF, load it with the command line, which waits.",
  },
  "file-takes-too-much-memory": {
    text: "The file needs more memory than any bank’s answer.",
    remedy: "Look at what the file is; ask the sender for it as CSV or in parts.",
  },
  "file-is-web-archive": {
    text: "The file is a page saved as a web archive (MHTML).",
    remedy: "Open it in Excel or a browser and save it as .xlsx, or ask the bank for XLSX or CSV.",
  },
  "uploads-too-many": {
    text: "Too many of your uploaded files already wait to be loaded.",
    remedy: "Load or drop some of them, or put the files into one zip.",
  },
  "upload-too-large": {
    text: "The file is larger than what you may still upload.",
    remedy:
      "Load it with the command line on the machine itself, or first load what already waits.",
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
  "no-warned-rows": {
    text: "The warnings of this file are not kept on this computer.",
    remedy: "They are kept on the computer that loaded the file.",
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
    text: "No search for droppers has run yet.",
    remedy: "Run a search for droppers first.",
  },
  "no-cluster-found": {
    text: "The newest search, {{run}}, found no cluster.",
    remedy: "Open a case from a crime report: find the report on the Explore page.",
  },
  "case-needs-title": {
    text: "A case needs a title.",
    remedy: "Say what it is about in a few words.",
  },
  "media-type": {
    text: "The server could not read this request.",
    remedy: "Load the page again and repeat the step.",
  },
  unreadable: {
    text: "The server could not read this request.",
    remedy: "Load the page again and repeat the step.",
  },
  "no-such-address": {
    text: "There is nothing at this address.",
    remedy: "Go to the start page, or load the page again to get the newest version.",
  },
  "foreign-name": {
    text: "The program does not answer under this name.",
    remedy: "Open the program at the address it prints.",
  },
  "store-damaged": {
    text: "The database does not open. Nothing was changed in it.",
    remedy:
      "The administrator must restore the last backup; no file of the database may be deleted.",
  },
  "bad-login": {
    text: "This cannot be a login.",
    remedy: "Use 2 to 64 Latin letters, digits and . _ @ -, beginning with a letter or a digit.",
  },
  "nothing-asked": {
    text: "No report, transfer or victim is chosen to trace from.",
    remedy: "Choose a report, a transfer, a victim or a case.",
  },
  "trace-not-loaded": {
    text: "The stolen transfer is not loaded.",
    remedy: "Load the bank’s answer that contains it.",
  },
  "trace-no-transfer-named": {
    text: "The report cites no transfer of the data. What only the victim describes cannot be traced until a bank’s row is accepted for it.",
    remedy:
      "Choose the stolen transfer itself, load the bank’s answer, or say on the page of the report which transfer it is.",
  },
  "trace-own-account": {
    text: "This transfer went to an account of the victim’s own.",
    remedy:
      "Trace the transfers that left that account. If it belongs to somebody else, load an " +
      "account list with the right IIN.",
  },
  "trace-reported-twice": {
    text: "This transfer is traced under another report.",
    remedy: "Trace the other report that names it.",
  },
  "source-ambiguous": {
    text: "Several loaded files fit this number.",
    remedy: "Choose the file in the list of loaded files.",
  },
  "file-not-found": {
    text: "The file cannot be read.",
    remedy: "Drop the file into the page again.",
  },
  "no-room-to-unpack": {
    text: "There is not enough room on the disk to unpack the archive.",
    remedy: "The administrator must free some space; then load it again.",
  },
  "zones-either-way": {
    text: "The headings name more than one time zone, so the times could be in either.",
    remedy: "Have the times written with their zone, as 2026-03-02T09:05:07+05:00.",
  },
  "year-first-or-last": {
    text: '"{{date}}": the year may stand first or last, and one of the two readings is years off.',
    remedy: "Have the dates written with all four digits of the year, as 2025-03-31.",
  },
  "dates-either-way": {
    text: "Some dates of the file can only have the month first, others only the day first.",
    remedy: "Ask for the dates as 2025-03-31, or put a row first whose day is above 12.",
  },
  "xml-broken": {
    text: "The XML file is broken.",
    remedy: "Ask the sender for the file again.",
  },
  "xml-encoding-unknown": {
    text: "The XML file names an unknown encoding.",
    remedy: 'Save the file as UTF-8 with encoding="UTF-8" in its first line, and load it again.',
  },
  "xml-encoding-broken": {
    text: "Some bytes of the XML file do not fit the encoding it names.",
    remedy: "Ask the sender for the file again.",
  },
  "line-too-long": {
    text: "A line of the file is too long for a table.",
    remedy: "Check that this is the right file, or ask the sender for it again.",
  },
  "section-too-long": {
    text: "A section of the 1C file has too many lines.",
    remedy: "Check that this is the right file, or ask the sender for it again.",
  },
  "not-1c": {
    text: "The file does not begin as a 1C exchange file.",
    remedy: "Check that this is the right file, or ask the sender for it again.",
  },
  "1c-cut-off": {
    text: "The 1C file is cut off: its last line is missing.",
    remedy: "Ask the sender for the file again.",
  },
  "camt-entry-too-large": {
    text: "One entry of the camt file is too large.",
    remedy: "Ask the bank to list the transactions of a batch as separate entries.",
  },
  "camt-nothing": {
    text: "The camt file contains no statement.",
    remedy: "Check that this is the right file, or ask the sender for it again.",
  },
  "mt940-not-a-field": {
    text: "A field of the MT940 file does not end.",
    remedy: "Check that this is the right file, or ask the sender for it again.",
  },
  "mt940-mixed-encodings": {
    text: "The MT940 file mixes two encodings.",
    remedy: "Ask the sender for the file again.",
  },
  "mt940-cut-off": {
    text: "The MT940 file is cut off: the last statement has no closing balance.",
    remedy: "Ask the sender for the file again.",
  },
  "html-no-table": {
    text: "The web page contains no table.",
    remedy: "Check that this is the right file, or ask the sender for it again.",
  },
  "html-text-too-long": {
    text: "A text in the web page is too long for a table.",
    remedy: "Check that this is the right file, or ask the sender for it again.",
  },
  "not-a-table": {
    text: "This is another kind of document, not a table.",
    remedy: "Ask for the data as an Excel file (.xlsx).",
  },
  xlsb: {
    text: "This is a binary Excel workbook (.xlsb), which is not read here.",
    remedy: "Open it in Excel and save it as .xlsx.",
  },
  "xls-damaged": {
    text: "The Excel workbook is damaged.",
    remedy: "Ask the sender for the file again.",
  },
  "xls-too-old": {
    text: "The Excel workbook is of a version too old to be read.",
    remedy: "Open it in Excel and save it as .xlsx.",
  },
  "xls-too-large": {
    text: "The file is larger than an old Excel workbook can be.",
    remedy: "Open it in Excel and save it as .xlsx.",
  },
  "zip-damaged": {
    text: "The archive is damaged or cut off.",
    remedy: "Ask the sender for the file again.",
  },
  "gzip-damaged": {
    text: "The archive is damaged or cut off.",
    remedy: "Ask the sender for the file again.",
  },
  "zip-method-unknown": {
    text: "The archive is packed by a method that is not read here.",
    remedy: "Unpack it yourself and load the folder.",
  },
  "archive-not-read": {
    text: "This kind of archive is not read here.",
    remedy: "Unpack it yourself and load the folder.",
  },
  "archives-too-deep": {
    text: "The archive contains archives in too many layers.",
    remedy: "Unpack the outer archives yourself and load the folder.",
  },
  "report-made-good": {
    text: "Everything that was stolen by report {{id}} came back: no bank is asked for more.",
    remedy: "Correct the returns or payments if money is still missing.",
  },
  "watch-unknown": {
    text: "You do not watch this.",
    remedy: "Look at the list of what you watch.",
  },
  "period-reversed": {
    text: "The period ends before it begins.",
    remedy: "Give a last day that is not before the first.",
  },
  "payment-in-register": {
    text: "The return {{measure}} of {{day}} in the register of measures counts this payment already.",
    remedy: "Write down only what the register does not show.",
  },
  "measures-no-table": {
    text: "{{file}} holds no table of measures.",
    remedy:
      "Give an XLSX, XLS, ODS, CSV or HTML table whose first row names the day and what was done.",
  },
  "measures-too-many": {
    text: "{{file}} has more than {{most}} rows.",
    remedy: "Divide the table.",
  },
  "measures-without-day": {
    text: "{{file}} has no column that gives the day of a measure.",
    remedy: "Say which column is the day, or add one.",
  },
  "measures-without-kind": {
    text: "{{file}} has no column that gives the kind of a measure.",
    remedy: "Say which column is the kind, or choose one kind for all rows.",
  },
  "no-provider": {
    text: "This office has set no sign-in provider.",
    remedy: "Sign in with login and password.",
  },
  "provider-file": {
    text: "The file of the sign-in provider cannot be read.",
    remedy: "An admin corrects sign-in-provider.json; passwords work meanwhile.",
  },
  "provider-down": {
    text: "The sign-in provider does not answer as it should.",
    remedy: "Sign in with your password, or try again later; tell an admin if it lasts.",
  },
  "provider-declined": {
    text: "The sign-in provider did not let you in, or the sign-in was cancelled there.",
    remedy: "Sign in through it once more, or with your password.",
  },
  "provider-refused": {
    text: "The sign-in provider's answer does not fit the sign-in that began here.",
    remedy: "Begin once more on the sign-in page; tell an admin if it happens again.",
  },
  "provider-not-begun": {
    text: "This sign-in did not begin in this browser, or it took longer than ten minutes.",
    remedy: "Begin it once more on the sign-in page.",
  },
  "provider-nobody": {
    text: "The sign-in provider knows you, but you have no access here.",
    remedy: "Ask an admin to add you under the login that the provider gives you.",
  },
  ...measureProblems,
  ...retentionProblems,
};
