/** `triage decide`: reads contacts as JSON Lines and prints for each what it is, why, and how surely, without database, mailbox or network. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { triageInputSchema, type Proposal, type TriageInput } from '../../rules/decision.ts';
import type { Model } from '../../rules/model.ts';
import { triage, type TriagePack } from '../../rules/triage.ts';
import { modelOf } from '../model.ts';
import { loadPack, packIds } from '../packs.ts';
import { explain } from './explain.ts';
import { InputError, type Io, type Verb } from './verb.ts';

const DEFAULT_PACK = 'connexus-2024';
/** Longer lines are refused one by one, so that no line fills the memory. */
const LONGEST_LINE = 8_000_000;

export const decide: Verb = {
  usage: 'decide [--pack ID] [--explain] < contacts.jsonl',
  async run(args, io) {
    const { pack: id, explain: in_words } = readArguments(args);
    if (!packIds().includes(id)) throw new InputError(`--pack: expected one of ${packIds().join(', ')}; got ${JSON.stringify(id)}`);
    const pack = loadPack(id);
    const model = modelOf(pack);
    let number = 0;
    for await (const line of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
      number++;
      if (line.trim() === '') continue;
      await write(io, decideLine(line, number, pack, model, in_words));
    }
    return 0;
  },
};

function readArguments(args: string[]): { pack: string; explain: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: { pack: { type: 'string', default: DEFAULT_PACK }, explain: { type: 'boolean', default: false } },
    });
    return values;
  } catch (error) {
    throw new InputError(`decide: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function write(io: Io, text: string): Promise<void> {
  if (!io.stdout.write(`${text}\n`)) await new Promise((resolve) => void io.stdout.once('drain', resolve));
}

function decideLine(line: string, number: number, pack: TriagePack, model: Model | null, in_words: boolean): string {
  const read = readLine(line, number);
  if ('error' in read) return JSON.stringify(read);
  const proposal = triage(read.input, pack, model);
  return in_words ? explain(read.input, proposal) : JSON.stringify(answer(read.input, proposal));
}

function readLine(line: string, number: number): { input: TriageInput } | { id: string | number | null; error: string } {
  if (line.length > LONGEST_LINE)
    return { id: null, error: `line ${number}: expected at most ${LONGEST_LINE} characters, got ${line.length}` };
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return {
      id: null,
      error: `line ${number}: expected one JSON object, got ${JSON.stringify(line.slice(0, 60))} (${error instanceof Error ? error.message : ''})`,
    };
  }
  const parsed = triageInputSchema.safeParse(json);
  if (parsed.success) return { input: parsed.data };
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(json).data?.id ?? null;
  const problems = parsed.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.length > 0 ? path.join('.') : 'the line'}: ${message}`);
  return { id, error: `line ${number}: ${problems.join('; ')}` };
}

/** The public shape: the decision flat, each finding with its words. */
function answer(input: TriageInput, proposal: Proposal) {
  const { decision } = proposal;
  return {
    id: input.id,
    outcome: decision.outcome,
    exclusion: decision.outcome === 'exclusion' ? decision.exclusion : null,
    topic: decision.outcome === 'other' ? decision.topic : null,
    service_area: decision.service_area,
    themes: decision.themes,
    flags: decision.flags,
    hazard_category: decision.hazard_category,
    also_service_request: decision.also_service_request,
    partial_exclusions: decision.partial_exclusions,
    duplicate_of: decision.duplicate_of,
    confidence: proposal.confidence,
    needs_review: proposal.needs_review,
    review_because: proposal.review_because,
    evidence: proposal.evidence.map(({ rule, finding, weight, start, end, source, because }) => ({
      rule,
      finding,
      weight,
      quote: input.text.slice(start, end),
      start,
      end,
      source,
      because,
    })),
    facts: proposal.facts,
    would_change: proposal.would_change,
    pack: proposal.pack,
    model: proposal.model,
  };
}
