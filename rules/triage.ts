/** The one entrance of the rules: what a message is, why, how surely, and what would change that. */
import { findChangers } from './changers.ts';
import type { Decision, Evidence, Exclusion, Proposal, TriageInput } from './decision.ts';
import { byPolicy, withOwnWeights } from './differs.ts';
import { findFacts, writeDaysAlike, type DatedFacts } from './facts.ts';
import { cueFeatures, foundFeatures, wordFeatures, type Features } from './features.ts';
import { findHistory } from './history.ts';
import { judge } from './judge.ts';
import { kindOf, type Kind } from './kinds.ts';
import { isNotEnglish } from './language.ts';
import { compileRules, matchRules, type RuleBook } from './match.ts';
import { addScores, calibrate, OUTPUTS, type Model } from './model.ts';
import type { PolicyPack } from './pack.ts';
import { readText, type Reading } from './read.ts';
import type { Condition } from './rule.ts';
import { weigh, type Circumstances } from './weigh.ts';
import { wordEvidence, weighEvidence } from './words_said.ts';

/** The parts of a pack that triage rests on. */
export type TriagePack = Pick<
  PolicyPack,
  'pack' | 'version' | 'rules' | 'words' | 'cues' | 'weights' | 'escalation' | 'time_limit' | 'grounds' | 'differs'
>;

const books = new WeakMap<object, RuleBook>();
const SHORT_WORDS = 6;
const DEFAULT_LIMIT_MONTHS = 12;

/** The pack's rules made ready, at most once for each pack. @throws SyntaxError for a phrase that cannot be read */
export function ruleBook(pack: Pick<TriagePack, 'rules' | 'words' | 'cues'>): RuleBook {
  const known = books.get(pack.rules);
  if (known) return known;
  const book = compileRules(pack.rules, pack.words, pack.cues);
  books.set(pack.rules, book);
  return book;
}

/**
 * Proposes what a message is. A proposal only: a person decides each case on its merits (CODE-2.1, CODE-2.5).
 * Pure and linear in the length of the text; never throws for anything a message can hold.
 * @param model null where there is none: the rules then stand alone
 */
export function triage(input: TriageInput, pack: TriagePack, model: Model | null): Proposal {
  const seen = look(input, pack);
  const answer = model
    ? answerOf(input, seen, byPolicy(scoresOf(model, seen), seen, pack), model.calibration, pack)
    : answerByRules(input, seen, pack);
  const { decision, confidence, review_because } = answer;
  const evidence = model
    ? [
        ...withOwnWeights(weighEvidence(model, seen.evidence), pack),
        ...wordEvidence(model, seen.features, pack.cues, decision, answer.second),
      ]
    : [...seen.evidence];
  return {
    decision,
    confidence,
    needs_review: answer.needs_review,
    review_because,
    evidence: evidence.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    facts: seen.facts.dated,
    would_change: findChangers(seen.evidence, decision, (changed, taken) => {
      const other = withFeatures(
        { ...seen, evidence: changed },
        [withoutWords(seen.features[0], taken), withoutWords(seen.features[1], taken)],
        pack,
      );
      return model
        ? judge(byPolicy(scoresOf(model, other), other, pack), other, pack.weights).decision
        : weigh(changed, seen.circumstances, pack.weights).decision;
    }).filter(({ exclusion }) => exclusion === null || pack.grounds.some(({ id }) => id === exclusion)),
    pack: { pack: pack.pack, version: pack.version },
    model: model?.version ?? null,
  };
}

export interface Answer {
  decision: Decision;
  /** Probability, 0 to 1, calibrated where there is a model; three places. */
  confidence: number;
  needs_review: boolean;
  review_because: string[];
  /** The next likely kind, where the model knows one. */
  second: Kind | null;
}

/** Decides by the model's scores. */
export function answerOf(
  input: TriageInput,
  seen: Seen,
  scores: Float64Array,
  calibration: Model['calibration'],
  pack: TriagePack,
): Answer {
  const { decision, share, second, doubtful, unshown } = judge(scores, seen, pack.weights);
  return withDoubts(input, seen, { decision, doubtful, unshown, confidence: calibrate(calibration, share), second }, pack);
}

/** Decides by the rules' own weights: where a pack has no model. */
function answerByRules(input: TriageInput, seen: Seen, pack: TriagePack): Answer {
  const { decision, margin, doubtful } = weigh(seen.evidence, seen.circumstances, pack.weights);
  return withDoubts(
    input,
    seen,
    { decision, doubtful, unshown: false, confidence: 1 / (1 + Math.exp(-margin)), second: null },
    pack,
  );
}

function withDoubts(
  input: TriageInput,
  seen: Seen,
  found: { decision: Decision; doubtful: Exclusion[]; unshown: boolean; confidence: number; second: Kind | null },
  pack: TriagePack,
): Answer {
  const confidence = Math.round(found.confidence * 1000) / 1000;
  const review_because = [...seen.trouble, ...doubts(input, found, seen.conditions, confidence, pack)];
  return { decision: found.decision, confidence, needs_review: review_because.length > 0, review_because, second: found.second };
}

/** Scores by output of the model. */
export function scoresOf(model: Model, { features }: Pick<Seen, 'features'>): Float64Array {
  const scores = new Float64Array(OUTPUTS.length);
  for (let at = 0; at < scores.length; at++) scores[at] = model.bias[at] ?? 0;
  for (const group of features) addScores(model, group, scores);
  return scores;
}

/** The words themselves, the cues, then all that rules and facts found. */
export type SeenFeatures = [words: Features, cues: Features, found: Features];

export interface Seen {
  reading: Reading;
  evidence: Evidence[];
  circumstances: Circumstances;
  conditions: ReadonlySet<Condition>;
  facts: DatedFacts;
  trouble: string[];
  /** What the model weighs. */
  features: SeenFeatures;
}

/** All that is found in a message before it is weighed; training uses it too. */
export function look(input: TriageInput, pack: TriagePack): Seen {
  const book = ruleBook(pack);
  const reading = readText(input.text, {
    is_call: input.channel === 'phone',
    sender_name: input.from.name,
    subject: headLine(input),
    spellings: book.spellings,
    speller: book.speller,
  });
  const facts = findFacts(reading, input.received_at, limitMonths(pack), pack.time_limit?.from !== 'occurred');
  writeDaysAlike(reading, facts.dated);
  const history = findHistory(reading, input.subject, input.history, input.received_at, {
    window: pack.escalation.closes,
    alike: pack.weights.same_matter,
  });
  const conditions = new Set<Condition>([...facts.conditions, ...history.conditions, ...ofMessage(input, reading)]);
  const found = matchRules(book, reading, conditions);
  const trouble = found.failed.map(({ rule, because }) => `The rule ${rule} could not be run: ${because}`);
  if (reading.cut) trouble.push('The message is so long that only its beginning was read.');
  const evidence = found.evidence.map((one) => placeDate(one, facts, book));
  const circumstances = {
    unaimed: found.unaimed,
    same_case: history.same?.ref ?? null,
    same_area: history.same?.service_area ?? null,
  };
  const questions = new Set(reading.sentences.flatMap(({ question }, number) => (question ? [number] : [])));
  const said: [Features, Features] = [wordFeatures(reading), cueFeatures(found.cues, questions)];
  return withFeatures({ reading, evidence, circumstances, conditions, facts, trouble }, said, pack);
}

/** The words that are left when the words of some evidence are taken away. */
function withoutWords(words: Features, taken: readonly Evidence[]): Features {
  const spans = taken.filter(({ start, end }) => end > start);
  const left: Features = { names: [], values: [], starts: [], ends: [] };
  for (let at = 0; at < words.names.length; at++) {
    const [start, end] = [words.starts[at] ?? 0, words.ends[at] ?? 0];
    if (spans.some((span) => start < span.end && end > span.start)) continue;
    left.names.push(words.names[at] ?? '');
    left.values.push(words.values[at] ?? 0);
    left.starts.push(start);
    left.ends.push(end);
  }
  return left;
}

/** Joins what was found with the words, for the model. */
export function withFeatures(seen: Omit<Seen, 'features'>, said: [Features, Features], pack: Pick<TriagePack, 'weights'>): Seen {
  const { decision, margin } = weigh(seen.evidence, seen.circumstances, pack.weights);
  const same_area = seen.circumstances.same_area;
  const conditions = same_area ? [...seen.conditions, `area.${same_area}`] : [...seen.conditions];
  return { ...seen, features: [...said, foundFeatures(seen.evidence, said[1], conditions, { kind: kindOf(decision), margin })] };
}

/** Who writes from which office shows in the address; other parts of a name are no evidence of anything. */
const OFFICES = new Set('cllr councillor mp parliament senedd ombudsman noreply donotreply daemon postmaster'.split(' '));

function headLine({ subject, from }: TriageInput): string {
  const sender = `${from.name ?? ''} ${from.email ?? ''} ${from.handle ?? ''}`.slice(0, 400).toLowerCase();
  const offices = sender.split(/[^a-z]+/).filter((word) => OFFICES.has(word));
  return `${(subject ?? '').slice(0, 500)}${offices.length > 0 ? `\nfrom ${offices.join(' ')}` : ''}`;
}

function limitMonths(pack: TriagePack): number {
  const limit = pack.time_limit;
  return limit?.unit === 'calendar_month' ? limit.amount : DEFAULT_LIMIT_MONTHS;
}

function ofMessage(input: TriageInput, reading: Reading): Condition[] {
  const conditions: Condition[] = [`channel.${input.channel}`];
  const words = reading.sentences.reduce((sum, { from, until, counts }) => sum + (counts ? until - from : 0), 0);
  if (input.is_automated) conditions.push('automated');
  if (input.text.trim() === '' || words === 0) conditions.push('text.empty');
  else if (words <= SHORT_WORDS) conditions.push('text.short');
  if (isNotEnglish(reading)) conditions.push('text.not_english');
  return conditions;
}

/** Evidence from a date shows the words of that date. */
function placeDate(one: Evidence, facts: DatedFacts, book: RuleBook): Evidence {
  if (one.start !== one.end || !facts.last_ended) return one;
  const rule = book.rules.find(({ rule }) => rule.id === one.rule)?.rule;
  return rule?.when?.includes('dates.ended_over_12_months')
    ? { ...one, start: facts.last_ended.start, end: facts.last_ended.end }
    : one;
}

function doubts(
  input: TriageInput,
  weighed: { decision: Decision; doubtful: Exclusion[]; unshown: boolean },
  conditions: ReadonlySet<Condition>,
  confidence: number,
  pack: TriagePack,
): string[] {
  const { decision, doubtful, unshown } = weighed;
  const because: string[] = [];
  if (conditions.has('text.empty')) because.push('There are no words to read.');
  if (conditions.has('text.not_english')) because.push('The message is not in English, or only partly.');
  if (doubtful.length > 0)
    because.push(`Some words suggest a ground for exclusion (${doubtful.join(', ')}), but too weakly to propose it.`);
  if (unshown) because.push('No rule has found this ground: it rests on how messages worded like this were decided.');
  if (decision.partial_exclusions.length > 0) because.push('One part may fall under another procedure, another is a complaint.');
  if (decision.outcome === 'review' && !conditions.has('history.responded'))
    because.push('No stage 1 response to this customer on the same matter is on file.');
  if (decision.flags.includes('safeguarding')) because.push('Somebody may be at risk of harm.');
  if (confidence < pack.weights.confident) because.push('The evidence is thin or points both ways.');
  if (input.text.length > 0 && decision.outcome === 'exclusion' && decision.exclusion === 'over_12_months')
    because.push('The time limit rests on dates read from the words: please check them.');
  return because;
}
