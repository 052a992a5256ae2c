/**
 * Why the register refuses a measure, for the page and for the refused rows of a table.
 */
export const measureProblems = {
  "measure-needs-reason": {
    text: "Changing a measure needs a reason.",
    remedy: "Write in a sentence why it is changed.",
  },
  "measure-not-prepared": {
    text: "This letter is not waiting to be sent.",
    remedy: "Look at the entry again. Errors in it are corrected.",
  },
  "measure-struck-out": {
    text: "This measure is struck out.",
    remedy: "Write the measure down anew.",
  },
  "measure-page": {
    text: "The page of the register is not there.",
    remedy: "Begin at the first page again.",
  },
  "measure-day": {
    text: "This is no day on which a measure was taken.",
    remedy: "Give a day of the calendar, after the tenge came in.",
  },
  "measure-other-loss": {
    text: "Claim {{claim}} is not about transfer {{id}}.",
    remedy: "Name the claim of that transfer, or leave the claim out.",
  },
  "measure-return-needs-block": {
    text: "Money returned on a claim needs its block or its stolen transfer.",
    remedy: "Write down the block first and name it, or leave the claim out.",
  },
  "measure-return-needs-claim": {
    text: "Transfer {{id}} carried money of several claims: {{claims}}.",
    remedy: "Name the claim whose money was returned.",
  },
  "measure-return-unclaimed": {
    text: "Nobody reported transfer {{id}} as stolen, and no claim asks for money it carried.",
    remedy: "Open the claim for this money first, or name the stolen transfer.",
  },
  "measure-before-loss": {
    text: "{{day}} lies before {{stolen}}, when the money was stolen.",
    remedy: "Compare the day with the paper.",
  },
  "measure-before-block": {
    text: "{{day}} lies before {{blocked}}, when the money was blocked.",
    remedy: "Compare the days with the papers.",
  },
  "measure-name-block": {
    text: "Transfer {{id}} has several blocks: {{blocks}}.",
    remedy: "Name the block that the money came from.",
  },
  "measure-name-transfer": {
    text: "Several stolen transfers fit this block: {{transfers}}.",
    remedy: "Choose the stolen transfer in the list; money of several is an entry each.",
  },
  "measure-which-block": {
    text: "Several blocks fit this return: {{blocks}}.",
    remedy: "Name the block that the money came from.",
  },
  "measure-claim-withdrawn": {
    text: "Claim {{claim}} is withdrawn.",
    remedy: "Name the claim that stands for this loss.",
  },
  "measure-case-closed": {
    text: "Case {{id}} is closed.",
    remedy: "Reopen it first.",
  },
  "measure-not-stolen": {
    text: "No report and no claim calls transfer {{id}} stolen.",
    remedy: "Name the transfer by which the victim lost the money, or leave the transfer out.",
  },
  "measure-above-loss": {
    text: "Of this stolen money {{amount}} are neither back nor blocked yet. Blocks: {{blocks}}.",
    remedy: "The same money is blocked once, also further on: correct or strike out a block first.",
  },
  "measure-return-above-claim": {
    text: "Claim {{claim}} asks for only {{amount}} more.",
    remedy: "Name the claim whose money it was, or compare the sum with the paper.",
  },
  "measure-return-above-loss": {
    text: "Of the loss behind claim {{claim}} only {{amount}} had not come back yet.",
    remedy: "Compare the return with the payments and bank rows of the claim.",
  },
  "measure-above-claim": {
    text: "Blocked cannot be more than the claim asks: {{amount}} are left of it.",
    remedy: "Compare the sum with the papers, or correct the earlier entry.",
  },
  "measure-after-return": {
    text: "{{day}} lies after {{returned}}, when money of this block was returned.",
    remedy: "Compare the days with the papers, or correct the returns first.",
  },
  "measure-paid-already": {
    text: "Payment {{payment}} of {{day}} on claim {{claim}} counts this return already.",
    remedy: "Take that payment back first; the register’s entry counts instead of it.",
  },
  "measure-future": {
    text: "The day is still to come.",
    remedy: "Write a measure down once it was taken.",
  },
  "measure-due": {
    text: "The last day lies before the measure.",
    remedy: "Give the last day on which the measure holds.",
  },
  "measure-sanction-day": {
    text: "The sanction is later than the measure, or still to come.",
    remedy: "Give the day of the sanction as it stands in the paper.",
  },
  "measure-lacks": {
    text: "Something is missing that this kind of measure needs.",
    remedy: "Fill in this field.",
  },
  "measure-amount": {
    text: "The sum is not above zero.",
    remedy: "Write down the sum, or leave it out where there is none.",
  },
  "measure-amount-large": {
    text: "The sum is larger than any that is taken in.",
    remedy: "Look at the sum again.",
  },
  "measure-iin": {
    text: "{{iin}} is no IIN or BIN: its check digit does not fit.",
    remedy: "Compare the number with the document, or leave it out.",
  },
  "measure-no-case": {
    text: "There is no case {{id}}.",
    remedy: "Look the number up again, or leave it out.",
  },
  "measure-no-claim": {
    text: "There is no claim {{id}}.",
    remedy: "Look the number up again, or leave it out.",
  },
  "measure-no-transfer": {
    text: "There is no transfer {{id}} in the data.",
    remedy: "Look the number up again, or leave it out.",
  },
  "measure-no-block": {
    text: "There is no block {{id}} in the register.",
    remedy: "Look the number up again, or leave it out.",
  },
  "measure-other-case": {
    text: "The claim belongs to another case.",
    remedy: "Name the case of the claim, or leave the case out.",
  },
  "measure-currency": {
    text: "The money was in {{currency}}.",
    remedy: "Write the sum down in that currency.",
  },
  "measure-above-stolen": {
    text: "Blocked cannot be more than stolen: {{amount}} are left of the transfer.",
    remedy: "Compare the sum with the papers, or correct the earlier entry.",
  },
  "measure-above-blocked": {
    text: "Returned cannot be more than blocked: {{amount}} are left of the block.",
    remedy: "Compare the sum with the papers, or correct the earlier entry.",
  },
  "measure-other-transfer": {
    text: "The block is about another transfer.",
    remedy: "Leave the transfer out: it is taken from the block.",
  },
  "measure-block-returned": {
    text: "{{amount}} of this block were returned already.",
    remedy: "Correct or strike out the returns first.",
  },
  "measure-word": {
    text: "The word is not known, or the cell is empty.",
    remedy: "Write one of the usual words, or choose one kind for all rows.",
  },
  "measure-count": {
    text: "The number is no whole number, 0 or more.",
    remedy: "Write how many there were as a whole number, or leave the cell empty.",
  },
  "measure-no-kind-column": {
    text: "No column is understood as the kind of measure. Not understood: {{columns}}.",
    remedy: "Say which column names what was done, or choose one kind for all rows.",
  },
  "measure-field": {
    text: "The value is too long, or it is not what this column needs.",
    remedy: "Shorten it, or leave it out.",
  },
  "date-missing": {
    text: "The row has no day.",
    remedy: "Write the day like this: 05.03.2026.",
  },
  "date-not-understood": {
    text: "There is no such day.",
    remedy: "Write the day like this: 05.03.2026.",
  },
  "date-out-of-range": {
    text: "The day lies too far back or ahead.",
    remedy: "Look at the year.",
  },
  "amount-not-a-number": {
    text: "This is no sum.",
    remedy: "Write the sum in digits: 1500,50.",
  },
  "amount-too-many-decimals": {
    text: "The sum has more decimals than its currency has.",
    remedy: "Write the sum in digits: 1500,50.",
  },
  "amount-too-large": {
    text: "The sum is larger than any that is taken in.",
    remedy: "See whether two columns ran together.",
  },
};
