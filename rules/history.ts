/** Finds the earlier case that a message is about and where that case stands, because a chaser, a review and a duplicate differ only in that. */
import { londonDay } from './days.ts';
import type { EarlierCase } from './decision.ts';
import { dueAfter } from './due.ts';
import { differInKind, isNewOccurrence, isOtherHome, type Matter, matterOf, newIn, raisedStems, sharedMatter } from './matter.ts';
import type { Window } from './pack_schema.ts';
import { readText, type Reading } from './read.ts';
import type { Condition } from './rule.ts';
import { contentStems } from './stems.ts';

export interface History {
  conditions: Set<Condition>;
  /** The case that the message is about, where one was found. */
  same: EarlierCase | null;
}

/** Weight of words that the earlier message has not: up to so much is how one asks again, from so much on there is something to read. */
const LITTLE_NEW = 6;
const MUCH_NEW = 6;
const LITTLE_SHARE = 0.3;
/** A matter is named early, and there may be many earlier cases. */
const COMPARED_OF_EACH = 1_500;
const MOST_CASES = 50;
const LONGEST_EARLIER_TEXT = 20_000;
const SPEAKS_OF_CASE =
  /\b(?:my|our|the|this|last|original|previous) (?:\w+ )?(?:complaint|case)\b|\b(?:your|the) (?:\w+ ){0,3}(?:response|reply|decision|answer|findings|outcome|final letter)\b|\bescalat|\bstage (?:one|two|1|2)\b|\bombudsman\b|\bsame (?:thing|matter|issue|problem)\b/i;

/**
 * @param policy `window`: how long a review may be asked for, or null where the policy sets no end;
 *   `alike`: share of words from which on two matters are the same
 * @source POL-2.8, CODE-6.10
 */
export function findHistory(
  reading: Reading,
  subject: string | null,
  earlier: readonly EarlierCase[],
  received_at: Date,
  policy: { window: Window | null; alike: number },
): History {
  const conditions = new Set<Condition>();
  if (earlier.length > 0) conditions.add('history.any');
  const message = matterOf(raisedStems(reading), reading.text);
  const found = sameMatter(
    message,
    `${subject ?? ''}\n${reading.text.slice(0, LONGEST_EARLIER_TEXT)}`.toLowerCase(),
    earlier.slice(0, MOST_CASES),
    policy.alike,
  );
  if (!found) return { conditions, same: null };
  const same = found.case;
  if (same.answered) conditions.add('history.answers');
  if (isOtherHome(reading, same.text)) {
    // The same kind of problem at another home stands on its own merits.
    conditions.add('history.other_home');
    return { conditions, same: null };
  }
  const { weight, share } = newIn(message, found.matter);
  if (isNewOccurrence(reading)) conditions.add('history.new_occurrence');
  else if (weight <= LITTLE_NEW || share <= LITTLE_SHARE) conditions.add('history.nothing_new');
  if (weight >= MUCH_NEW && share > LITTLE_SHARE) conditions.add('history.new_words');
  conditions.add('history.same_matter');
  if (same.outcome === 'complaint' || same.outcome === 'review') addStanding(conditions, same, received_at, policy.window);
  else if (same.outcome === 'service_request' && !same.closed_at) conditions.add('history.open_request');
  return { conditions, same };
}

function addStanding(conditions: Set<Condition>, same: EarlierCase, received_at: Date, window: Window | null): void {
  const final_at = same.final_responded_at ?? (same.outcome === 'review' ? same.responded_at : null);
  if (!same.responded_at && !final_at) {
    if (!same.closed_at) conditions.add('history.open_complaint');
    return;
  }
  conditions.add('history.responded');
  if (final_at) {
    conditions.add('history.final');
    return;
  }
  const by_actions = window?.from !== 'resp_1_sent';
  const from = (by_actions ? same.actions_completed_at : null) ?? same.responded_at;
  const is_open =
    window === null ||
    (by_actions && same.actions_open) ||
    from === null ||
    londonDay(received_at) <= (dueAfter(londonDay(from), window).due_on ?? '');
  conditions.add(is_open ? 'history.window_open' : 'history.window_closed');
}

interface Found {
  case: EarlierCase;
  matter: Matter;
}

function sameMatter(message: Matter, text: string, earlier: readonly EarlierCase[], alike: number): Found | null {
  const known = earlier.map((one) => ({ case: one, matter: earlierMatter(one) }));
  // What the message answers, or names, is what it is about.
  const named =
    known.find((one) => one.case.ref.length > 3 && text.includes(one.case.ref.toLowerCase())) ??
    known.find((one) => one.case.answered && !differInKind(message, one.matter));
  if (named) return named;
  let best: (Found & { share: number }) | null = null;
  for (const one of known) {
    const share = sharedMatter(message, one.matter);
    if (share < SURE && differInKind(message, one.matter)) continue;
    if (!best || share > best.share || (share === best.share && one.case.opened_at > best.case.opened_at)) best = { ...one, share };
  }
  if (best && best.share >= alike) return best;
  if (!SPEAKS_OF_CASE.test(text)) return null;
  return (
    known
      .filter(
        ({ case: { outcome }, matter }) => (outcome === 'complaint' || outcome === 'review') && !differInKind(message, matter),
      )
      .sort((a, b) => b.case.opened_at.getTime() - a.case.opened_at.getTime())[0] ?? null
  );
}

/** So much in common that a further thing beside it makes no other matter. */
const SURE = 0.6;

function earlierMatter({ text }: EarlierCase): Matter {
  const read = text.slice(0, COMPARED_OF_EACH);
  const stems = contentStems(readText(read, { is_call: false, sender_name: null, subject: null, spellings: new Map() }));
  return matterOf(stems, read);
}
