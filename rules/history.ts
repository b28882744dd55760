/** Finds the earlier case that a message is about and where that case stands, because a chaser, a review and a duplicate differ only in that. */
import { londonDay } from './days.ts';
import type { EarlierCase } from './decision.ts';
import { dueAfter } from './due.ts';
import type { Window } from './pack_schema.ts';
import { readText, type Reading } from './read.ts';
import type { Condition } from './rule.ts';
import { contentStems } from './stems.ts';

export interface History {
  conditions: Set<Condition>;
  /** The case that the message is about, where one was found. */
  same: EarlierCase | null;
}

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
  const same = sameMatter(
    reading,
    `${subject ?? ''}\n${reading.text.slice(0, LONGEST_EARLIER_TEXT)}`.toLowerCase(),
    earlier.slice(0, MOST_CASES),
    policy.alike,
  );
  if (!same) return { conditions, same };
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

function sameMatter(reading: Reading, text: string, earlier: readonly EarlierCase[], alike: number): EarlierCase | null {
  const stems = new Set(contentStems(reading));
  let best: { share: number; case: EarlierCase } | null = null;
  for (const known of earlier) {
    const share = known.ref.length > 3 && text.includes(known.ref.toLowerCase()) ? 2 : overlap(stems, known.text);
    if (!best || share > best.share || (share === best.share && known.opened_at > best.case.opened_at))
      best = { share, case: known };
  }
  if (best && best.share >= alike) return best.case;
  if (!SPEAKS_OF_CASE.test(text)) return null;
  return (
    earlier
      .filter(({ outcome }) => outcome === 'complaint' || outcome === 'review')
      .sort((a, b) => b.opened_at.getTime() - a.opened_at.getTime())[0] ?? null
  );
}

/** Shared words as a share of the shorter list; two words in common are the least that says anything. */
function overlap(stems: ReadonlySet<string>, text: string): number {
  const other = new Set(
    contentStems(
      readText(text.slice(0, LONGEST_EARLIER_TEXT), { is_call: false, sender_name: null, subject: null, spellings: new Map() }),
    ),
  );
  let shared = 0;
  for (const stem of other) if (stems.has(stem)) shared++;
  return shared < 2 ? 0 : shared / Math.max(3, Math.min(stems.size, other.size));
}
