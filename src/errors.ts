/** What stops an action: every reason that a person can run into, with a code that faces turn into a sentence. */

export const OBJECTIONS = {
  not_found: 'There is no such case or message.',
  stale: 'The case has changed since you opened it.',
  already_decided: 'A colleague has already decided this message.',
  not_allowed: 'Your role does not allow this.',
  wrong_status: 'This cannot be done while the case stands as it does.',
  reason_required: 'A reason is needed.',
  bad_input: 'Something in the form is missing or not understood.',
  no_such_colleague: 'There is no such colleague.',
  same_case: 'A case cannot be merged into itself.',
  other_customer: 'The other case belongs to another customer.',
  wording_missing: 'The letter lacks something that it must say.',
} as const;
export type ObjectionCode = keyof typeof OBJECTIONS;

/** Who did what when, for the person whose press came second. */
export interface Earlier {
  actor: string;
  at: Date;
  what: string;
}

/** Stops an action without harm: shown to the person, never logged as an error, never retried. */
export class Objection extends Error {
  override name = 'Objection';
  readonly code: ObjectionCode;
  /** What the person typed is kept by the face; this tells what happened before, where that is the reason. */
  readonly earlier: Earlier | null;
  /** HTTP status that faces answer with. */
  readonly status: 400 | 403 | 404 | 409;

  /** @param says the sentence a colleague would want; the code's own sentence where it says enough */
  constructor(code: ObjectionCode, says: string = OBJECTIONS[code], earlier: Earlier | null = null) {
    super(says);
    this.code = code;
    this.earlier = earlier;
    this.status =
      code === 'not_found'
        ? 404
        : code === 'not_allowed'
          ? 403
          : code === 'stale' || code === 'already_decided' || code === 'wrong_status'
            ? 409
            : 400;
  }
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
