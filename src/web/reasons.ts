/** Lays out why a message was proposed to be what it is: reasons for, reasons against, and the words that each quotes. */
import type { Changer, DatedFact, Decision, Evidence, Finding, Proposal } from '../../rules/decision.ts';
import { dayWords } from './dates.ts';
import { highlight } from './highlight.ts';
import { EXCLUSION_WORDS, findingWords, OUTCOME_WORDS, TOPIC_WORDS } from './words.ts';

/** Longest text of one message on a page, in characters; the rest is one press away. */
export const SHOWN_TEXT = 20_000;
/** Quotes of one reason that are listed beside it. */
const SHOWN_QUOTES = 3;
const SHOWN_QUOTE_LENGTH = 120;

export interface Reason {
  /** Printed beside the words and before the sentence. */
  number: number;
  because: string;
  /** What it argues about, such as `Flag: vulnerability`. */
  about: string;
  source: string;
  strength: 'strong' | 'fair' | 'slight';
  quotes: string[];
}

export interface MarkedPiece {
  text: string;
  /** `none`: nothing quotes it. `against`: only reasons against quote it. `aspect`: only an area, flag or theme rests on it. */
  mark: 'none' | 'for' | 'against' | 'aspect';
  /** Numbers of the reasons for or against whose quote ends here; those of aspects would only crowd the words. */
  numbers: number[];
  /** Numbers whose first quote begins here: where the reason's link leads. */
  anchors: number[];
}

export interface Explanation {
  supports: Reason[];
  opposes: Reason[];
  /** For flags, area, themes and the like. */
  aspects: Reason[];
  pieces: MarkedPiece[];
  is_cut: boolean;
  facts: { words: string; quote: string }[];
  would_change: { if: string; answer: string }[];
}

type Side = 'supports' | 'opposes' | 'aspects';

/** Whether a finding speaks of the outcome, its ground or its topic. */
function isAboutOutcome(finding: Finding): boolean {
  return 'outcome' in finding || 'exclusion' in finding || 'topic' in finding;
}

function agrees(finding: Finding, decision: Decision): boolean {
  if ('outcome' in finding) return finding.outcome === decision.outcome;
  if ('exclusion' in finding) return decision.outcome === 'exclusion' && decision.exclusion === finding.exclusion;
  if ('topic' in finding) return decision.outcome === 'other' && decision.topic === finding.topic;
  return true;
}

function sideOf(evidence: Evidence, decision: Decision): Side {
  if (!isAboutOutcome(evidence.finding)) return evidence.weight < 0 ? 'opposes' : 'aspects';
  return agrees(evidence.finding, decision) === evidence.weight >= 0 ? 'supports' : 'opposes';
}

/** @param weight log-odds: 1.5 moves even odds to more than four in five */
function strengthOf(weight: number): Reason['strength'] {
  const size = Math.abs(weight);
  return size >= 1.5 ? 'strong' : size >= 0.6 ? 'fair' : 'slight';
}

interface Group {
  side: Side;
  evidence: Evidence[];
}

/** One reason per rule and finding, strongest first within each side. */
function groupEvidence(proposal: Proposal): Group[] {
  const groups = new Map<string, Group>();
  for (const evidence of proposal.evidence) {
    const key = `${evidence.rule} ${JSON.stringify(evidence.finding)}`;
    const group = groups.get(key);
    if (group) group.evidence.push(evidence);
    else groups.set(key, { side: sideOf(evidence, proposal.decision), evidence: [evidence] });
  }
  const order: Side[] = ['supports', 'opposes', 'aspects'];
  return [...groups.values()].toSorted((a, b) => order.indexOf(a.side) - order.indexOf(b.side) || heaviest(b) - heaviest(a));
}

function heaviest(group: Group): number {
  return Math.max(...group.evidence.map(({ weight }) => Math.abs(weight)));
}

/** @param text the very text whose offsets the evidence holds */
export function explain(text: string, proposal: Proposal | null): Explanation {
  const shown = text.slice(0, SHOWN_TEXT);
  const is_cut = shown.length < text.length;
  if (proposal === null) {
    const pieces: MarkedPiece[] = [{ text: shown, mark: 'none', numbers: [], anchors: [] }];
    return { supports: [], opposes: [], aspects: [], pieces, is_cut, facts: [], would_change: [] };
  }
  const groups = groupEvidence(proposal);
  const reasons: Record<Side, Reason[]> = { supports: [], opposes: [], aspects: [] };
  const ranges: { start: number; end: number; number: number; side: Side }[] = [];
  for (const [index, group] of groups.entries()) {
    const number = index + 1;
    const first = group.evidence[0];
    if (first === undefined) continue;
    reasons[group.side].push({
      number,
      because: first.because,
      about: findingWords(first.finding),
      source: first.source,
      strength: strengthOf(heaviest(group)),
      quotes: quotesOf(text, group.evidence),
    });
    for (const { start, end } of group.evidence) ranges.push({ start, end, number, side: group.side });
  }
  return {
    ...reasons,
    pieces: markPieces(shown, ranges),
    is_cut,
    facts: proposal.facts.map((fact) => ({ words: factWords(fact), quote: quote(text, fact) })),
    would_change: proposal.would_change.map((changer) => ({ if: changer.if, answer: changerWords(changer) })),
  };
}

function markPieces(text: string, ranges: readonly { start: number; end: number; number: number; side: Side }[]): MarkedPiece[] {
  const anchored = new Set<number>();
  return highlight(text, ranges).map((piece) => {
    const covering = piece.covered_by.map((index) => ranges[index]).filter((range) => range !== undefined);
    const anchors = [...new Set(covering.map(({ number }) => number))].filter((number) => !anchored.has(number));
    for (const number of anchors) anchored.add(number);
    const ending = piece.ends
      .map((index) => ranges[index])
      .filter((range) => range !== undefined && range.side !== 'aspects')
      .map((range) => range?.number)
      .filter((number) => number !== undefined);
    const sides = new Set(covering.map(({ side }) => side));
    return {
      text: piece.text,
      mark: sides.size === 0 ? 'none' : sides.has('supports') ? 'for' : sides.has('opposes') ? 'against' : 'aspect',
      numbers: [...new Set(ending)].toSorted((a, b) => a - b),
      anchors,
    };
  });
}

function quotesOf(text: string, evidence: readonly Evidence[]): string[] {
  const quotes = evidence.filter(({ start, end }) => end > start && end <= text.length).map((one) => quote(text, one));
  return [...new Set(quotes)].slice(0, SHOWN_QUOTES);
}

function quote(text: string, { start, end }: { start: number; end: number }): string {
  const words = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  return words.length > SHOWN_QUOTE_LENGTH ? `${words.slice(0, SHOWN_QUOTE_LENGTH).trimEnd()}…` : words;
}

const ROLE_WORDS: Record<DatedFact['role'], string> = {
  happened: 'Happened',
  ended: 'Ended',
  became_known: 'Became known',
  still_going_on: 'Still going on',
  background: 'In the background',
};

/** `Ended between Mon 1 Sep 2025 and Tue 30 Sep 2025`, open ends said as such. */
function factWords({ role, from_on, to_on }: DatedFact): string {
  const day = (on: string) => dayWords(new Date(`${on}T12:00:00Z`));
  if (from_on !== null && from_on === to_on) return `${ROLE_WORDS[role]} on ${day(from_on)}`;
  if (from_on !== null && to_on !== null) return `${ROLE_WORDS[role]} between ${day(from_on)} and ${day(to_on)}`;
  if (from_on !== null) return `${ROLE_WORDS[role]} since ${day(from_on)}`;
  return to_on === null ? ROLE_WORDS[role] : `${ROLE_WORDS[role]} by ${day(to_on)}`;
}

function changerWords({ outcome, exclusion, topic }: Changer): string {
  if (exclusion !== null) return `Exclusion: ${EXCLUSION_WORDS[exclusion]}`;
  return topic === null ? OUTCOME_WORDS[outcome] : TOPIC_WORDS[topic];
}
