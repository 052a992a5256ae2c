import { UserError } from "../errors/user-error.ts";

/** The words of the command line make no sense: exit code 2. */
export class WrongUse extends UserError {}
