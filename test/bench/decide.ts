/** `decide` per message by size, and one hostile text, against a bare loop that only splits the text into words. */
import type { TriageInput } from '../../rules/decision.ts';
import { triage } from '../../rules/triage.ts';
import { loadModel } from '../../src/model.ts';
import { loadPack } from '../../src/packs.ts';

const SENTENCES = [
  'I have rung three times about the boiler and nobody has come to mend it.',
  'The damp in the back bedroom is worse than last winter and my son coughs all night.',
  'Your engineer was booked for Tuesday the 10th of November between eight and one.',
  'I am not one to complain but this has gone on since August and I feel ignored.',
  'Please could somebody ring me on 01632 960123 after four, I work in the mornings.',
  'The neighbours play music until two and I have kept the diary sheets that you asked for.',
];

function textOf(bytes: number): string {
  let text = '';
  for (let n = 0; text.length < bytes; n += 1) text += `${SENTENCES[n % SENTENCES.length] ?? ''} `;
  return text.slice(0, bytes);
}

/** Words that begin many phrases, dates without end, quotes never closed: all that makes a matcher go back. */
function hostileText(bytes: number): string {
  const unit =
    'not still waiting still waiting on 3/4/5/6/7 last last last week "nobody came nobody came if when since i i have have not been ';
  return unit.repeat(Math.ceil(bytes / unit.length)).slice(0, bytes);
}

export interface DecideRow {
  name: string;
  kb: number;
  p50_ms: number;
  p99_ms: number;
  ms_per_kb: number;
  /** Times the bare loop. */
  ratio: number;
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function measure(work: () => unknown, times: number): number[] {
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    work();
    taken.push(performance.now() - began);
  }
  return taken.toSorted((a, b) => a - b);
}

/** The least that reading a text can be: its words, folded. */
function bare(text: string): number {
  let words = 0;
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []) words += word.length > 0 ? 1 : 0;
  return words;
}

export function decideRows(): DecideRow[] {
  const pack = loadPack('connexus-2024');
  const model = loadModel('connexus-2024');
  const cases: [string, string, number][] = [
    ['0.2 KB', textOf(200), 3000],
    ['1 KB', textOf(1024), 3000],
    ['5 KB', textOf(5 * 1024), 800],
    ['1 MB hostile', hostileText(1024 * 1024), 3],
  ];
  const input = (text: string): TriageInput => ({
    id: 'bench',
    channel: 'email',
    received_at: new Date('2026-11-24T09:00:00Z'),
    from: { name: 'A Resident', email: 'resident@mail.example', phone: null, handle: null },
    subject: 'Boiler',
    text,
    history: [],
    is_automated: false,
  });
  for (let n = 0; n < 500; n += 1) triage(input(textOf(1024)), pack, model);
  return cases.map(([name, text, times]) => {
    const ours = measure(() => triage(input(text), pack, model), times);
    const theirs = measure(() => bare(text), times);
    const kb = text.length / 1024;
    const p50_ms = percentile(ours, 0.5);
    return { name, kb, p50_ms, p99_ms: percentile(ours, 0.99), ms_per_kb: p50_ms / kb, ratio: p50_ms / percentile(theirs, 0.5) };
  });
}
