/** Works out when the matter happened, ended, became known or whether it goes on, because the time limit turns on it. */
import { readWhen } from './dates.ts';
import { addMonths, londonDay } from './days.ts';
import type { DatedFact } from './decision.ts';
import type { Reading, Sentence } from './read.ts';
import type { Condition } from './rule.ts';
import { dayNumber, writeDay, type DayNumber, type When } from './when.ts';

type Role = DatedFact['role'];
export interface DatedFacts {
  dated: DatedFact[];
  conditions: Set<Condition>;
  /** The fact on which the time limit would rest: the latest event that is over. */
  last_ended: DatedFact | null;
}

/** How far from its beginning a fine stretch may have begun, as a share. */
const STRETCH_SLACK = 0.08;
/** More dates than any letter has; a list of a thousand says nothing about one matter. */
const MOST_DATES = 200;

/** What belongs to a life or a building, not to the matter. */
const BACKGROUND =
  /\b(?:tenant|tenancy|lived|living|resident here|moved? (?:in|here|into)|moving in|born|built|aged|married|wed|widow\w*|retired|worked (?:at|for|in|as|down|there|here)|started work|began work|army|navy|national service|(?:husband|wife|mother|father|mum|dad|son|daughter|brother|sister) (?:died|passed)|passed away|lost my (?:husband|wife)|installed|customer (?:for|since)|been here|came here|came to (?:live|this)|first came|bought|rented|paid|paying|on the (?:waiting )?list|in a wheelchair|on benefits|on crutches|registered (?:blind|disabled)|had (?:asthma|copd|diabetes|arthritis))\b/;
const KNOWN =
  /\b(?:discovered|discover|found out|find out|finding out|realised|realized|learned|learnt|came to light|come to light|became aware|become aware|only (?:just )?(?:told|knew|know|saw|seen|found|heard|noticed)|first (?:knew|heard|saw|noticed)|did not know|had no idea|no way of knowing|diagnosed|diagnosis|survey (?:showed|found|says)|report (?:showed|found|says)|records? (?:show|shows|showed)|subject access)\b/;
const ENDED =
  /\b(?:ended|end of it|finished|fixed|repaired|mended|sorted|resolved|completed|stopped|moved out|left|put right|replaced|closed|over|cleared|done|dealt with|finally came|was rectified|gave up|handed back)\b/;
const NEVER_ENDED = /\b(?:never|not|nobody|still|nothing|no one|yet to|refused?|waiting)\b/;
const GOES_ON =
  /\b(?:still|since|(?:gone|going|goes) on|ongoing|on going|every (?:day|night|week|month|time|winter|year)|continu\w+|keeps?|to this day|ever since|have been|has been|are being|is being|getting worse|persist\w*|again)\b/;
/** "was up for half a year" is over. */
const PAST = /\b(?:ago|was|were|had|came down|after being)\b/;
/** "All right now, has been for two years", "no trouble since": it ended where that began. */
const FINE =
  /\b(?:(?:is|are|was|were|been|has|have|had|works?|worked|working|kept|stayed|all|perfectly|absolutely|quite|now|and) (?:fine|alright|all right|ok|okay|perfect|perfectly|dry|quiet|lovely|great|good|well|sorted|right as rain|trouble free)|worked (?:fine|well|perfectly|since|ever since)|fine (?:ever )?since|(?:no|not had any|not been any|never had any|never any|without any|without) (?:more |further |other )?(?:trouble|problems?|bother|issues?|leaks?|complaints?)|(?:not|never) (?:leaked|dripped|happened|recurred|come back|returned|done it|broken down|been back|missed|given (?:me|us) (?:any )?(?:trouble|bother)) (?:again |once |since)?)/;
const NOT_FINE =
  /\b(?:not|never|nor|nothing|far from|hardly|no longer|stopped|until|till|was|were|had been) (?:\w+ ){0,2}(?:fine|alright|all right|ok|okay|perfect|perfectly|dry|quiet|good|well|sorted|worked|working)\b/;
const UNTIL = /\b(?:until|till|til|up to)(?: the)?$/;
const FROM_TO = /\bfrom (?:\w+ ){1,7}to(?: the)?$/;
/** Said of the matter without a date: it goes on. */
const GOES_ON_NOW =
  /\b(?:to this day|to date|even (?:now|today)|as yet|yet to be|on ?going|there (?:it|they) (?:is|are|sits?|stands?|stays?)(?: \w+)? still|(?:hangs?|sits?|stands?|lies|stays?|there|here) yet|(?:never|not) (?:had|got|been given|seen|received) (?:\w+ ){0,3}(?:back|refund|a penny)|(?:you|they|connexus|he|she|contractors?) never (?:paid|refunded|reimbursed|replaced|returned|finished|came back)|still (?:there|here|not|no|without|like|the same|the case|going on|happening|waiting|broken|open|up|out|off|wet|damp|leaks?|leaking|missing|outstanding|unfinished|unrepaired|loose|hanging|is|are|has|have not|has not|does|do not|does not|will not|can not|comes?|coming|gets|getting|smells?)|(?:is|are|am|it|they|has|have|that|hole|damp|leak|noise|smell) still (?:there|without|here|not|like|the same|going|happening|broken|leaking|wet|damp|missing|open|loose)|(?:never|not|nobody has|nothing has|no one has)(?: \w+){0,3} (?:put right|fixed|repaired|mended|sorted|resolved|finished|completed|replaced|dealt with|done|refunded|paid back|plastered|painted|made good|stopped)|(?:nothing|nobody) (?:has been|was|has) (?:ever )?(?:done|come|came|happened)|(?:keeps?|kept on|continues? to|goes on) (?:\w+ing|happening)|continues|comes? back every|every (?:winter|time it rains|night|week|month|year) since|(?:is|are|been) (?:still )?getting worse|goes on|going on still|remains? (?:to be|un\w+|the same|broken|open))\b/;
const EVER_SINCE = /\bever since\b/;
/** That a hurt goes on does not keep the matter open; nor that it was never told. */
const OF_THE_WRITER =
  /\b(?:meaning to|meant to|(?:been|am|is|feel|felt) (?:\w+ )?(?:thinking|wondering|worrying|worried|nervous|afraid|scared|upset|angry|bitter|wary|ashamed)|on my mind)\b|\b(?:still|never|not|even now) (?:\w+ ){0,3}(?:think|thinking|feel|feeling|remember|upset|angry|bothers?|bothered|makes?|shake|shakes|shaking|shaken|cross|cry|hurts?|hurt|rankles?|believe|dream|apolog\w+|sorry|forgot\w*|forgiven|got over|complained|wrote|written|said anything|told (?:you|anyone|anybody)|reported it|mentioned|got round)\b/;
const PUT_RIGHT_IN_THE_END =
  /\b(?:was|were|got|been) (?:\w+ ){0,2}(?:fixed|repaired|mended|sorted|resolved|finished|completed|replaced|put right|settled)(?: \w+){0,3} (?:in the end|eventually|at last|until|before|after|by|on|in|that|within)\b|\b(?:in the end|eventually|finally) (?:\w+ ){0,4}(?:fixed|repaired|mended|sorted|resolved|finished|completed|replaced)\b|\b(?:not|never) (?:\w+ ){0,3}(?:fixed|repaired|mended|sorted|resolved|finished|completed|replaced|done|put right) (?:until|till|for|before)\b/;
/** "Was fine for two years": the fine time is over. */
const PAST_STRETCH = /\b(?:(?:was|were|had been) (?:\w+ ){0,2}(?:fine|all right|alright|ok|okay|good|perfect)|then|until|but)\b/;
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
  return { dated, ...conclude(reading, dated, limit, counts_awareness) };
}

function factOf(reading: Reading, sentence: Sentence, at: number, when: When, today: DayNumber, limit: DayNumber): DatedFact {
  const role = roleOf(reading, sentence, at, when, today, limit);
  const isSince = isSinceAt(reading, sentence, at, when);
  // What has been fine for two years ended about two years ago.
  const last =
    role === 'ended' && when.is_stretch && when.first !== null
      ? when.first + Math.round((today - when.first) * STRETCH_SLACK)
      : when.last;
  return {
    role,
    from_on: when.first === null ? null : writeDay(when.first),
    to_on:
      role === 'still_going_on' || (isSince && role === 'background')
        ? writeDay(today)
        : last === null
          ? null
          : writeDay(Math.min(last, Math.max(today, when.first ?? today))),
    start: reading.starts[at] ?? 0,
    end: reading.ends[Math.min(when.until, sentence.until) - 1] ?? 0,
  };
}

function isSinceAt(reading: Reading, sentence: Sentence, at: number, { until }: When): boolean {
  return (
    reading.words.slice(Math.max(sentence.from, at - 2), at + 1).includes('since') ||
    (until > at + 1 && reading.words[until - 1] === 'since')
  );
}

function roleOf(reading: Reading, sentence: Sentence, at: number, when: When, today: DayNumber, limit: DayNumber): Role {
  const near = reading.words.slice(Math.max(sentence.from, at - 14), Math.min(sentence.until, when.until + 12)).join(' ');
  if ((when.first ?? 0) > today) return 'background';
  const is_since = isSinceAt(reading, sentence, at, when);
  const close = reading.words.slice(Math.max(sentence.from, at - 10), Math.min(sentence.until, when.until + 4)).join(' ');
  const isFine = FINE.test(close) && !NOT_FINE.test(close);
  // "She has no problems today" tells of no event.
  if (isFine && !is_since && !when.is_stretch && (when.first ?? 0) >= today - 1) return 'background';
  if (isFine && (is_since || (when.is_stretch && !PAST_STRETCH.test(near)))) return 'ended';
  const around = `${reading.words.slice(Math.max(sentence.from, at - 14), at).join(' ')} , ${reading.words.slice(when.until, Math.min(sentence.until, when.until + 12)).join(' ')}`;
  if (BACKGROUND.test(around) && (is_since || when.is_stretch || (when.last ?? today) < limit)) return 'background';
  if (KNOWN.test(near)) return 'became_known';
  if (is_since || (when.is_stretch && !PAST.test(near) && (GOES_ON.test(near) || NEVER_ENDED.test(near)))) return 'still_going_on';
  if (when.is_stretch) return 'background';
  const before = reading.words.slice(Math.max(sentence.from, at - 9), at).join(' ');
  if ((UNTIL.test(before) && !/\b(?:not|never|nobody|nothing)\b/.test(before)) || FROM_TO.test(before)) return 'ended';
  if (ENDED.test(near) && !NEVER_ENDED.test(near)) return 'ended';
  if (CONTACT.test(near) && (when.last ?? today) >= limit) return 'background';
  return 'happened';
}

/** Whether words without a date say that the matter goes on, or was never put right. */
function goesOn(reading: Reading): boolean {
  return reading.sentences.some(({ counts, from, until }) => {
    if (!counts) return false;
    const said = reading.words.slice(from, until).join(' ');
    if (OF_THE_WRITER.test(said) || PUT_RIGHT_IN_THE_END.test(said)) return false;
    return GOES_ON_NOW.test(said) || (EVER_SINCE.test(said) && !FINE.test(said));
  });
}

function conclude(
  reading: Reading,
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
  if (last_ended && !open.some((condition) => conditions.has(condition)))
    conditions.add(goesOn(reading) ? 'dates.still_going_on' : 'dates.ended_over_12_months');
  return { conditions, last_ended };
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Writes each day that is told in three words as day, month and year, in place: however a writer puts it, it is read alike. */
export function writeDaysAlike(reading: Reading, dated: readonly DatedFact[]): void {
  for (const { start, end, from_on, to_on } of dated) {
    const first = from_on !== null && from_on === to_on ? reading.starts.indexOf(start) : -1;
    if (first < 0 || from_on === null || reading.ends[first + 2] !== end) continue;
    const [year, month, day] = from_on.split('-').map(Number);
    for (const [at, word] of [String(day), MONTHS[(month ?? 0) - 1] ?? '', String(year)].entries())
      reading.words[first + at] = word;
  }
}
