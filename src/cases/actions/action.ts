/** What an action on a case is, and who may do what: faces show it, `perform` runs it. */
import type { z } from 'zod';
import type { PolicyPack } from '../../../rules/pack.ts';
import { type Earlier, Objection } from '../../errors.ts';
import type { Actor, Case, CaseStatus, EventBody } from '../case.ts';

/**
 * `reader` looks; `officer` (contact centre) confirms, corrects, notes, merges, assigns; `manager` also closes and reopens;
 * `admin` also manages colleagues' access.
 */
export const ROLES = ['reader', 'officer', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Colleague {
  id: string;
  name: string;
}

/** All that an action may know besides the case and its input. */
export interface Context {
  at: Date;
  actor: Actor;
  pack: PolicyPack;
  /** The other case, where the action names one; locked like the first. */
  other: Case | null;
  /** Whether the case that the action names by its reference exists. */
  is_known_reference: boolean;
  /** The colleague whom the action names. */
  colleague: Colleague | null;
  /** Who decided each message of the case before, for the one whose press came second. */
  earlier(contact_id: string): Earlier | null;
  /** When the message reached the landlord. */
  receivedAt(contact_id: string): Date;
}

export interface Decided {
  events: EventBody[];
  other_events?: EventBody[];
}

export interface Action<I> {
  name: string;
  /** Words on its button. */
  label: string;
  input: z.ZodType<I>;
  statuses: readonly CaseStatus[];
  roles: readonly Role[];
  /** Another case or a colleague that must be looked up first. */
  needs?(input: I): { case_id?: string; staff_id?: string; reference?: string };
  /** Pure. @throws Objection when the person must do something else first */
  decide(c: Case, input: I, context: Context): Decided;
}

export const EVERYONE_WHO_DECIDES: readonly Role[] = ['officer', 'manager', 'admin'];
export const SENIOR: readonly Role[] = ['manager', 'admin'];

/** @throws Objection `already_decided` with who, when and what, or `not_found` */
export function pendingOf(c: Case, contact_id: string, context: Context): Case['pending'][number] {
  const found = c.pending.find((one) => one.contact_id === contact_id);
  if (found) return found;
  if (!c.contacts.includes(contact_id)) throw new Objection('not_found', `This message does not belong to ${c.reference}.`);
  throw new Objection('already_decided', undefined, context.earlier(contact_id));
}

/** @throws Objection `reason_required` when only white space was given */
export function reasonOf(reason: string | null | undefined, says: string): string {
  const text = reason?.trim() ?? '';
  if (text === '') throw new Objection('reason_required', says);
  return text;
}
