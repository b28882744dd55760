/** Works out when the matter happened, ended, became known or whether it goes on, because the time limit turns on it. */
import { dayNumber, readWhen, writeDay, type DayNumber, type When } from './dates.ts';
import { addMonths, londonDay } from './days.ts';
import type { DatedFact } from './decision.ts';
import type { Reading, Sentence } from './read.ts';
import type { Condition } from './rule.ts';

type Role = DatedFact['role'];
export interface DatedFacts {
  dated: DatedFact[];
  conditions: Set<Condition>;
  /** The fact on which the time limit would rest: the latest event that is over. */
  last_ended: DatedFact | null;
}

/** More dates than any letter has; a list of a thousand says nothing about one matter. */
const MOST_DATES = 200;

const BACKGROUND =
  /\b(?:tenant|tenancy|lived|living|resident here|moved? (?:in|here|into)|moving in|born|built|aged|married|installed|worked|customer (?:for|since)|been here|rented|paid|paying|on the (?:waiting )?list)\b/;
const KNOWN =
  /\b(?:discovered|discover|found out|find out|finding out|realised|realized|learned|learnt|came to light|come to light|became aware|become aware|only (?:just )?(?:told|knew|know|saw|seen|found|heard|noticed)|first (?:knew|heard|saw|noticed)|did not know|had no idea|no way of knowing|diagnosed|diagnosis|survey (?:showed|found|says)|report (?:showed|found|says)|records? (?:show|shows|showed)|subject access)\b/;
const ENDED =
  /\b(?:ended|end of it|finished|fixed|repaired|mended|sorted|resolved|completed|stopped|moved out|left|put right|replaced|closed|over|cleared|done|dealt with|finally came|was rectified|gave up|handed back)\b/;
const NEVER_ENDED = /\b(?:never|not|nobody|still|nothing|no one|yet to|refused?|waiting)\b/;
const GOES_ON =
  /\b(?:still|since|ongoing|on going|every (?:day|night|week|month|time|winter|year)|continu\w+|keeps?|to this day|ever since|have been|has been|are being|is being|getting worse|persist\w*|again)\b/;
/** "was up for half a year" is over. */
const PAST = /\b(?:ago|was|were|had|came down|after being)\b/;
const CONTACT =
  /\b(?:rang|called|phoned|emailed|wrote|written|reported|report|told|contacted|complained|spoke|asked|messaged|texted|letter|replied|email|response|writing)\b/;

/**
 * @param received_at also today: there is no other clock
 * @param counts_awareness false where the time limit runs from the event alone, whenever the resident came to know of it
 * @source CODE-2.3, POL-2.4
 */
export function findFacts(reading: Reading, received_at: Date, limit_months: number, counts_awareness = true): DatedFacts {
  const received_on = londonDay(received_at);
  const today = dayNumber(received_on);
  const limit = dayNumber(addMonths(received_on, -limit_months));
  const dated: DatedFact[] = [];
  for (const sentence of reading.sentences) {
    if (!sentence.counts || sentence.answer) continue;
    for (let at = sentence.from; at < sentence.until && dated.length < MOST_DATES; at++) {
      if (reading.words[at] === '') continue;
      const when = readWhen(reading, at, sentence.until, today);
      if (!when) continue;
      dated.push(factOf(reading, sentence, at, when, today, limit));
      at = Math.min(when.until, sentence.until) - 1;
    }
  }
  return { dated, ...conclude(dated, limit, counts_awareness) };
}

function factOf(reading: Reading, sentence: Sentence, at: number, when: When, today: DayNumber, limit: DayNumber): DatedFact {
  const role = roleOf(reading, sentence, at, when, today, limit);
  return {
    role,
    from_on: when.first === null ? null : writeDay(when.first),
    to_on:
      role === 'still_going_on'
        ? writeDay(today)
        : when.last === null
          ? null
          : writeDay(Math.min(when.last, Math.max(today, when.first ?? today))),
    start: reading.starts[at] ?? 0,
    end: reading.ends[Math.min(when.until, sentence.until) - 1] ?? 0,
  };
}

function roleOf(reading: Reading, sentence: Sentence, at: number, when: When, today: DayNumber, limit: DayNumber): Role {
  const near = reading.words.slice(Math.max(sentence.from, at - 14), Math.min(sentence.until, when.until + 12)).join(' ');
  if ((when.first ?? 0) > today) return 'background';
  const before = reading.words.slice(Math.max(sentence.from, at - 2), at);
  const is_since = before.includes('since');
  if (BACKGROUND.test(near) && (is_since || when.is_stretch || (when.last ?? today) < limit)) return 'background';
  if (KNOWN.test(near)) return 'became_known';
  if (is_since || (when.is_stretch && !PAST.test(near) && (GOES_ON.test(near) || NEVER_ENDED.test(near)))) return 'still_going_on';
  if (when.is_stretch) return 'background';
  if (ENDED.test(near) && !NEVER_ENDED.test(near)) return 'ended';
  if (CONTACT.test(near) && (when.last ?? today) >= limit) return 'background';
  return 'happened';
}

function conclude(
  dated: readonly DatedFact[],
  limit: DayNumber,
  counts_awareness: boolean,
): { conditions: Set<Condition>; last_ended: DatedFact | null } {
  const conditions = new Set<Condition>();
  let last_ended: DatedFact | null = null;
  for (const fact of dated) {
    const last = fact.to_on === null ? Number.POSITIVE_INFINITY : dayNumber(fact.to_on);
    if (fact.role === 'still_going_on') conditions.add('dates.still_going_on');
    else if (fact.role === 'became_known' && last >= limit) conditions.add('dates.became_known_recently');
    else if ((fact.role === 'happened' || fact.role === 'ended') && last >= limit) conditions.add('dates.recent');
    else if (fact.role === 'happened' || fact.role === 'ended' || fact.role === 'became_known') {
      if (!last_ended || (fact.to_on ?? '') > (last_ended.to_on ?? '') || (fact.role === 'ended' && last_ended.role !== 'ended'))
        last_ended = fact;
    }
  }
  const open: Condition[] = [
    'dates.recent',
    'dates.still_going_on',
    ...(counts_awareness ? (['dates.became_known_recently'] as const) : []),
  ];
  if (last_ended && !open.some((condition) => conditions.has(condition))) conditions.add('dates.ended_over_12_months');
  return { conditions, last_ended };
}
