/** `npm run evaluate`: how good the proposals are, on messages that neither rules nor model were made from. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { byKeyword, trainBayes } from '../rules/baselines.ts';
import type { Decision } from '../rules/decision.ts';
import { OUTCOMES } from '../rules/decision.ts';
import { byMark, macroF1, measure, shareOf, type Figures, type Judgement, type Share } from '../rules/evaluate.ts';
import { KINDS, kindOf, type Kind } from '../rules/kinds.ts';
import type { LabelledMessage } from '../rules/labelled.ts';
import { isSetAside, trainModel } from '../rules/train.ts';
import { answerOf, triage, type TriagePack } from '../rules/triage.ts';
import { readLabelled, readSayings } from './labelled.ts';
import { loadModel } from './model.ts';
import { loadPack, packFolder } from './packs.ts';
import { trainingExamples } from './train.ts';

const PACK = 'connexus-2024';
const RECORD = 'evaluation.json';
/** Groups with fewer messages say nothing by themselves. */
const LEAST_IN_GROUP = 12;
/** A figure may fall by this much before it counts as a drop: fewer than two messages of the set-aside part. */
const TOLERANCE = 0.004;

const recordSchema = z.object({ messages: z.int(), figures: z.record(z.string(), z.number()) });

/** The figures that may not fall. Higher is better for each. */
function recorded(figures: Figures): z.infer<typeof recordSchema> {
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  return {
    messages: figures.messages,
    figures: {
      outcome: round(figures.outcome.share),
      kind: round(figures.kind.share),
      macro_f1: round(figures.macro_f1.value),
      complaint_recall: round(figures.complaint_recall.share),
      not_wrongly_excluded: round(1 - figures.wrongly_excluded.share),
      emergencies_found: round(figures.emergencies_found.share),
      area: round(figures.area.share),
      flags_precision: round(figures.flags.precision.share),
      flags_recall: round(figures.flags.recall.share),
      calibrated: round(1 - figures.calibration_error),
    },
  };
}

function judgeMessages(
  messages: readonly LabelledMessage[],
  decide: (message: LabelledMessage) => { decision: Decision; confidence: number; needs_review: boolean },
): Judgement[] {
  return messages.map((message) => {
    const { decision, confidence, needs_review } = decide(message);
    return {
      id: message.id,
      channel: message.channel,
      voice: message.voice,
      label: message.label,
      decision,
      confidence,
      needs_review,
    };
  });
}

const say = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
const shown = ({ share, low, high, of }: Share) => `${percent(share).padStart(7)}  (${percent(low)} to ${percent(high)}, of ${of})`;

function sayFigures(figures: Figures): void {
  const { macro_f1, flags, themes, partial, also_service_request } = figures;
  say(`outcome                  ${shown(figures.outcome)}`);
  say(`outcome and ground       ${shown(figures.kind)}`);
  say(`outcome macro-F1         ${percent(macro_f1.value).padStart(7)}  (${percent(macro_f1.low)} to ${percent(macro_f1.high)})`);
  say(`complaint or review found${shown(figures.complaint_recall)}`);
  say(`wrongly excluded         ${shown(figures.wrongly_excluded)}`);
  say(`emergencies found        ${shown(figures.emergencies_found)}`);
  say(`service area             ${shown(figures.area)}`);
  say(`flags precision          ${shown(flags.precision)}`);
  say(`flags recall             ${shown(flags.recall)}`);
  say(`themes precision         ${shown(themes.precision)}`);
  say(`themes recall            ${shown(themes.recall)}`);
  say(`hazard category          ${shown(figures.hazard)}`);
  say(
    `partial exclusions       ${shown(partial.precision)} precision; ${percent(partial.recall.share)} recall of ${partial.recall.of}`,
  );
  say(
    `also a service request   ${shown(also_service_request.precision)} precision; ${percent(also_service_request.recall.share)} recall of ${also_service_request.recall.of}`,
  );
  say(`calibration error        ${percent(figures.calibration_error).padStart(7)}`);
  say(`sent to reading          ${shown(figures.sent_to_reading)}`);
  say(`right when sure          ${shown(figures.right_when_sure)}`);
}

function sayGroups(judgements: readonly Judgement[], by: 'channel' | 'voice'): void {
  say(`\nby ${by}: messages, outcome, outcome and ground, complaint or review found, service area, flags precision and recall`);
  for (const name of [...new Set(judgements.map((one) => one[by]))].sort()) {
    const group = judgements.filter((one) => one[by] === name);
    const { outcome, kind, complaint_recall, area, flags } = measure(group);
    const few = group.length < LEAST_IN_GROUP ? '  (few)' : '';
    say(
      `  ${name.padEnd(16)} ${String(group.length).padStart(4)}  ${[outcome, kind, complaint_recall, area, flags.precision, flags.recall].map(({ share }) => percent(share).padStart(7)).join(' ')}${few}`,
    );
  }
}

function sayMarks(judgements: readonly Judgement[], which: 'flags' | 'themes'): void {
  say(`\n${which}: wanted, proposed, both`);
  for (const { mark, wanted, proposed, both } of byMark(judgements, which))
    say(`  ${mark.padEnd(24)} ${String(wanted).padStart(4)} ${String(proposed).padStart(4)} ${String(both).padStart(4)}`);
}

function sayConfusion(judgements: readonly Judgement[]): void {
  const counts = new Map<string, number>();
  for (const { label, decision } of judgements) {
    if (kindOf(label) === kindOf(decision)) continue;
    const pair = `${kindOf(label)} proposed as ${kindOf(decision)}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  say('\nmost frequent mistakes');
  for (const [pair, count] of [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 15))
    say(`  ${String(count).padStart(3)}  ${pair}`);
}

async function sayBaselines(messages: readonly LabelledMessage[], pack: TriagePack): Promise<void> {
  const training = readLabelled(PACK).filter((message) => message.seen || !isSetAside(message.id));
  const textOf = ({ subject, text }: { subject: string | null; text: string }) => `${subject ?? ''} ${text}`;
  const bayes = await trainBayes([
    ...training.map((message) => ({ text: textOf(message), kind: kindOf(message.label) })),
    ...readSayings(PACK).map(({ input, kind }) => ({ text: input.text, kind })),
  ]);
  const lines: [string, (message: LabelledMessage) => Kind][] = [
    ['rules without the model', (message) => kindOf(triage(message, pack, null).decision)],
    ['naive Bayes (natural)', (message) => bayes(textOf(message))],
    ['keyword filter', (message) => byKeyword(textOf(message))],
  ];
  say('\nbeside it, on the same messages: outcome, outcome and ground, outcome macro-F1');
  for (const [name, decide] of lines) {
    const pairs = messages.map((message) => ({ wanted: kindOf(message.label), proposed: decide(message) }));
    const outcomes = pairs.map(({ wanted, proposed }) => ({ wanted: outcomeOf(wanted), proposed: outcomeOf(proposed) }));
    const right = (list: { wanted: string; proposed: string }[]) =>
      percent(shareOf(list.filter(({ wanted, proposed }) => wanted === proposed).length, list.length).share).padStart(7);
    say(`  ${name.padEnd(26)} ${right(outcomes)} ${right(pairs)} ${percent(macroF1(outcomes)).padStart(7)}`);
  }
}

function outcomeOf(kind: Kind): (typeof OUTCOMES)[number] {
  const outcome = OUTCOMES.find((name) => kind === name || kind.startsWith(`${name}.`));
  if (!outcome) throw new RangeError(`expected one of ${KINDS.join(', ')}, got ${kind}`);
  return outcome;
}

function sayFailures(judgements: readonly Judgement[], messages: readonly LabelledMessage[]): void {
  const texts = new Map(messages.map((message) => [message.id, message]));
  for (const { id, label, decision, confidence } of judgements) {
    const wrong = kindOf(label) !== kindOf(decision);
    const missed = label.flags.filter((flag) => !decision.flags.includes(flag));
    const extra = decision.flags.filter((flag) => !label.flags.includes(flag));
    if (!wrong && missed.length + extra.length === 0) continue;
    const message = texts.get(id);
    const kind = wrong ? `is ${kindOf(label)}, proposed ${kindOf(decision)} at ${percent(confidence)}` : `is ${kindOf(label)}`;
    const flags = [...missed.map((flag) => `missed ${flag}`), ...extra.map((flag) => `wrongly ${flag}`)];
    say(`\n${id} (${message?.channel ?? ''}): ${[kind, ...flags].join('; ')}`);
    if (message?.subject) say(`  subject: ${message.subject}`);
    say(`  ${(message?.text ?? '').replaceAll('\n', '\n  ')}`);
  }
}

/** @returns the sentences of what fell */
function dropsBelow(record: z.infer<typeof recordSchema>, now: z.infer<typeof recordSchema>): string[] {
  return Object.entries(record.figures).flatMap(([name, least]) => {
    const value = now.figures[name] ?? 0;
    return value < least - TOLERANCE ? [`${name}: expected at least ${percent(least)} as recorded, got ${percent(value)}`] : [];
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      /** Cross-validated on the training part: each message by a model that was not taught with it. */
      folds: { type: 'boolean', default: false },
      failures: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const pack = loadPack(PACK);
  const all = readLabelled(PACK);
  if (values.failures && !values.folds) {
    process.stderr.write('--failures: expected --folds with it, for the part set aside is not to be read\n');
    return 2;
  }
  let messages: LabelledMessage[];
  let judgements: Judgement[];
  if (values.folds) {
    messages = all.filter((message) => message.seen || !isSetAside(message.id));
    const { examples, measured } = trainingExamples(PACK, pack);
    const { file, byOthers } = trainModel(examples, measured, pack);
    const seenOf = new Map(examples.map(({ id, seen }) => [id, seen]));
    judgements = judgeMessages(messages, (message) => {
      const [seen, scores] = [seenOf.get(message.id), byOthers.get(message.id)];
      if (!seen || !scores) throw new Error(`expected scores of ${message.id}, got none`);
      return answerOf(message, seen, scores, file.calibration, pack);
    });
  } else {
    const model = loadModel(PACK);
    messages = all.filter((message) => !message.seen && isSetAside(message.id));
    judgements = judgeMessages(messages, (message) => triage(message, pack, model));
  }
  const figures = measure(judgements);
  const now = recorded(figures);
  const file = join(packFolder(PACK), RECORD);
  if (values.check) {
    if (!existsSync(file)) {
      process.stderr.write(`expected ${RECORD} beside the pack, got none: run npm run evaluate -- --record\n`);
      return 1;
    }
    const drops = dropsBelow(recordSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), now);
    for (const line of drops) say(`FAIL ${line}`);
    say(
      drops.length === 0
        ? `evaluation ok: outcome and ground ${percent(figures.kind.share)} of ${figures.messages} set aside, none below the record`
        : `${drops.length} figures fell`,
    );
    return drops.length > 0 ? 1 : 0;
  }
  say(
    `${PACK}: ${figures.messages} messages ${values.folds ? 'of the training part, each by a model not taught with it' : 'set aside'}; in brackets the 95 % interval\n`,
  );
  sayFigures(figures);
  sayGroups(judgements, 'channel');
  sayGroups(judgements, 'voice');
  sayMarks(judgements, 'flags');
  sayMarks(judgements, 'themes');
  sayConfusion(judgements);
  if (!values.folds) await sayBaselines(messages, pack);
  if (values.failures) sayFailures(judgements, messages);
  if (values.record && !values.folds) writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
  return 0;
}

process.exitCode = await main();
