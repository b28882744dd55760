/** What the desk itself refuses, before anything reaches a case: each reason with its sentence. */

export const REFUSALS = {
  cross_site:
    'This form was sent from somewhere other than the desk. Nothing was changed. Open the page again and send it from there.',
  form_token:
    'This form is out of date: you may have signed out or in again since you opened it. Nothing was changed. Open the page again.',
  too_many: 'There have been too many attempts from your connection. Nothing was changed. Please wait and try again.',
  no_page: 'There is no such page, or what it showed has been removed.',
  bad_link: 'This sign-in link does not work: it has been used, has run out, or is incomplete. Ask for a new one.',
  no_entry:
    'You are known to your organisation, but you have no role at the desk. Ask whoever looks after the desk to give you one.',
  provider: 'Signing in with your organisation did not work. Please try again.',
  too_large: 'What was sent is larger than the desk accepts. Nothing was changed.',
  bad_request: 'The desk could not understand that request. Nothing was changed.',
  method: 'That page cannot be used in this way.',
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** Shown to the person as its sentence, with its status; never logged as an error. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: 400 | 403 | 404 | 405 | 413 | 429 | 502;
  readonly code: RefusalCode;

  constructor(status: Refused['status'], code: RefusalCode, options?: ErrorOptions) {
    super(REFUSALS[code], options);
    this.status = status;
    this.code = code;
  }
}
