/** The registry of all that a person can do to a case: one line per action. */
import type { Action } from './action.ts';
import { assign } from './assign.ts';
import { close } from './close.ts';
import { confirm } from './confirm.ts';
import { correct } from './correct.ts';
import { merge } from './merge.ts';
import { note } from './note.ts';
import { reopen } from './reopen.ts';

export const ACTIONS = { confirm, correct, merge, note, assign, close, reopen } as const;
export type ActionName = keyof typeof ACTIONS;

export function findAction(name: string): Action<unknown> | undefined {
  return Object.hasOwn(ACTIONS, name) ? (ACTIONS[name as ActionName] as Action<unknown>) : undefined;
}

export { ROLES, type Role } from './action.ts';
