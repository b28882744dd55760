/** What a message is about, as far as two messages can be told to be about one matter: its words by their weight, the kind of fault, the home. */
import { weightOf } from './alike.ts';
import { findPlaces, ownHomes } from './addresses.ts';
import type { Reading } from './read.ts';
import { contentStems, stemOf } from './stems.ts';

/** Words for one kind of fault, so that "no boiler" is about "the heating"; a list a line. */
const FAMILIES = `
heating boiler radiator heater gwres
damp mould mold condensation
leak drip burst flood flooded dripping
light lighting electric electrics electrician socket fuse wiring
lift elevator
door lock key intercom fob
window glazing pane windows
roof tiles gutter chimney
bath shower toilet basin
tap
floor floorboards carpet
stairs stairwell stairway
noise music barking party
parking permit car
hedge grass grounds weeds strimmed
bin bins rubbish dumped
fence gate
rent arrears statement debit balance
charge charges
rude swore shouted attitude
rats mice pests
alarm cord
ramp rail adaptation wetroom
fan extractor
kitchen cupboard worktop
paving slabs path`;
const FAMILY = new Map<string, number>();
for (const [number, line] of FAMILIES.trim().split('\n').entries())
  for (const word of line.split(' ')) FAMILY.set(stemOf(word), number);

/** Rooms tell little: a bathroom has a light and a tap. */
const ROOMS = new Set(['bathroom', 'kitchen', 'bedroom', 'hall', 'room', 'garden', 'loung', 'live', 'back', 'front'].map(stemOf));
const ROOM_WEIGHT = 0.5;
/** What is wrong tells more than what was done about it. */
const FAULT_WEIGHT = 1.5;

export interface Matter {
  stems: ReadonlySet<string>;
  families: ReadonlySet<number>;
}

/** @param text as written: the buildings and streets that it names count as words of their own */
export function matterOf(stems: Iterable<string>, text: string): Matter {
  const all = new Set(stems);
  for (const { kind, name } of findPlaces(text)) if (kind !== 'postcode') all.add(`at ${name}`);
  const families = new Set<number>();
  for (const stem of all) {
    const family = FAMILY.get(stem);
    if (family !== undefined) families.add(family);
  }
  return { stems: all, families };
}

/** "The light you fixed has been grand": praise for what was put right is no matter that is raised again. */
const PUT_RIGHT =
  /\b(?:fixed|mended|repaired|sorted|done|replaced|put right)\b.{0,60}\b(?:grand|fine|great|lovely|perfect|brilliant|good|thank|thanks|cheers)\b|\b(?:thank|thanks|cheers)\b.{0,40}\b(?:fixing|mending|repairing|sorting)\b/;

/** Stems of a message without what it says was put right. */
export function raisedStems(reading: Reading): string[] {
  const signed = signedFrom(reading);
  const raised = reading.sentences.filter(
    ({ from, until }, at) => at < signed && !PUT_RIGHT.test(reading.words.slice(from, until).join(' ')),
  );
  return contentStems(raised.length === reading.sentences.length ? reading : { ...reading, sentences: raised });
}

const SIGN_OFFS = new Set(['faithfully', 'sincerely', 'regards', 'wishes']);
/** A name, two lines of address and a telephone. */
const MOST_SIGNED = 5;

/** The sentence from which on there is only a signature: who writes is no matter. */
function signedFrom({ sentences, words }: Reading): number {
  const at = sentences.findLastIndex(({ until }) => SIGN_OFFS.has(words[until - 1] ?? ''));
  return at > 0 && sentences.length - at <= MOST_SIGNED + 1 ? at : sentences.length;
}

/** Another word for the same fault. */
const OTHER_WORD = 1.2;

function weigh(stem: string): number {
  if (ROOMS.has(stem)) return ROOM_WEIGHT;
  return FAMILY.has(stem) ? FAULT_WEIGHT : weightOf(stem);
}

function total(stems: ReadonlySet<string>): number {
  let sum = 0;
  for (const stem of stems) sum += weigh(stem);
  return sum;
}

/** True where each speaks of a kind of fault and of none that the other speaks of. */
export function differInKind(one: Matter, other: Matter): boolean {
  if (one.families.size === 0 || other.families.size === 0) return false;
  return ![...one.families].some((family) => other.families.has(family));
}

/**
 * Share of the shorter one's weight that both hold, 0 to 1; another word for the same fault counts nearly as much as the same word.
 * One thing in common says nothing: two must be shared, or one word and its kind of fault.
 */
export function sharedMatter(one: Matter, other: Matter): number {
  let shared = 0;
  let things = 0;
  const told = new Set<number>();
  for (const stem of one.stems) {
    if (!other.stems.has(stem)) continue;
    shared += weigh(stem);
    things += 1;
    const family = FAMILY.get(stem);
    if (family !== undefined) told.add(family);
  }
  for (const family of one.families) {
    if (!other.families.has(family) || told.has(family)) continue;
    shared += OTHER_WORD;
    things += 1;
  }
  return things < 2 ? 0 : Math.min(1, shared / Math.max(2.5, Math.min(total(one.stems), total(other.stems))));
}

/** Words of the message that the earlier one has not: their weight, and its share of all. */
export function newIn(message: Matter, earlier: Matter): { weight: number; share: number } {
  let weight = 0;
  for (const stem of message.stems) {
    const family = FAMILY.get(stem);
    if (!earlier.stems.has(stem) && !(family !== undefined && earlier.families.has(family)) && !IMPATIENCE.has(stem))
      weight += weigh(stem);
  }
  const all = total(message.stems);
  return { weight, share: all === 0 ? 0 : weight / all };
}

/** Said by whoever asks again, and nothing new. */
const IMPATIENCE = new Set(
  'news updat progress fed patienc patient chase chasing remind reminder copi again alreadi receiv arriv form sent quick soon urgent ridicul joke disgust disgrac unaccept hope await acknowledg'
    .split(' ')
    .flatMap((word) => [word, stemOf(word)]),
);

const OTHER_HOME =
  /\b(?:(?:my|our|this|the|a|at my|at our) new (?:flat|house|home|address|place|bungalow|property)|(?:my|our|at the|in the) other (?:flat|house|home|address|place|bungalow|property)|(?:my|our|the) (?:old|previous|last|former) (?:flat|house|home|address|place|bungalow|property)|(?:you )?(?:moved|transferred|rehoused|decanted) (?:me|us|him|her|them|mum|dad) (?:to|from|into|out)|(?:since|after|when) (?:we|i) (?:moved|transferred) (?:to|from|into|here)|i have (?:since )?moved|we have (?:since )?moved|different (?:flat|house|home|address|property)|new address)\b/;

/** True where the message is about another home than the earlier one: by its words, or by the homes that both name. */
export function isOtherHome(reading: Reading, earlier_text: string): boolean {
  const said = reading.sentences.some(
    ({ from, until, counts }) => counts && OTHER_HOME.test(reading.words.slice(from, until).join(' ')),
  );
  if (said) return true;
  const [mine, theirs] = [ownHomes(reading.text), findPlaces(earlier_text).filter(({ number }) => number !== null)];
  if (mine.length === 0 || theirs.length === 0) return false;
  const named = findPlaces(reading.text);
  return !theirs.some(({ name, number }) => mine.includes(`${number} ${name}`) || named.some((place) => place.name === name));
}

const AGAIN =
  /\b(?:(?:happened|happening|leaked|leaking|broken|broke|flooded|flooding|failed|gone|started|missed|let (?:me|us) down|burst|packed up|stopped|done it|did it|doing it|cut|blocked|back|out|off|down) again|again (?:this morning|today|yesterday|last night|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|since (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last))|(?:it|has|have|is|are|problem|damp|mould|leak|noise) (?:has )?(?:come|came|comes|coming) back(?! to)|(?:a|another|yet another) (?:new|second|third|fresh) (?:leak|flood|fault|incident|visit|occurrence|one)|another (?:leak|flood|breakdown|missed|incident|occurrence)|(?:this time|second time|third time) (?:it|the|they|he|she|it is|this)|happened (?:once more|a second time|a third time)|recurred|returned)\b/;
const NOT_AGAIN = /\b(?:not|never|do not want|does not) .{0,30}\bagain\b/;

/** True where the message tells of something that happened anew, not of a wait or of words said again. */
export function isNewOccurrence(reading: Reading): boolean {
  return reading.sentences.some(({ from, until, counts }) => {
    if (!counts) return false;
    const words = reading.words.slice(from, until).join(' ');
    return AGAIN.test(words) && !NOT_AGAIN.test(words);
  });
}
