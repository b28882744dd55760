/** `npm run train`: trains the model of each pack on what people decided and writes it beside the rules. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exampleOf, exampleOfSaying, isSetAside, trainModel, type Example } from '../rules/train.ts';
import { parsePack } from '../rules/pack.ts';
import type { TriagePack } from '../rules/triage.ts';
import { readLabelled, readSayings } from './labelled.ts';
import { modelFile } from './model.ts';
import { currentPackIds, packFilesOf } from './packs.ts';
import { writeReady } from './ready.ts';

/** All that a pack's model may be taught with, and the ids of the whole messages among it. */
export function trainingExamples(id: string, pack: TriagePack): { examples: Example[]; measured: Set<string> } {
  const messages = readLabelled(id).filter((message) => message.seen || !isSetAside(message.id));
  return {
    examples: [
      ...messages.map((message) => exampleOf(message, pack)),
      ...readSayings(id).map((saying) => exampleOfSaying(saying, pack)),
    ],
    measured: new Set(messages.map((message) => message.id)),
  };
}

if (import.meta.main) {
  // The few messages of a historic pack show what differs; they are too few to learn from.
  for (const id of currentPackIds()) {
    const files = packFilesOf(id);
    const pack = parsePack(files, packFilesOf);
    writeReady(id, files, pack);
    const { examples, measured } = trainingExamples(id, pack);
    if (examples.length === 0) continue;
    const { file: unversioned } = trainModel(examples, measured, pack);
    const version = createHash('sha256').update(JSON.stringify(unversioned)).digest('hex').slice(0, 12);
    const text = `${JSON.stringify({ ...unversioned, version })}\n`;
    mkdirSync(dirname(modelFile(id)), { recursive: true });
    writeFileSync(modelFile(id), text);
    process.stdout.write(
      `${id}: model ${version}, ${unversioned.features.length} features, ${Math.round(text.length / 1024)} KB, from ${measured.size} messages and ${examples.length - measured.size} sayings\n`,
    );
  }
}
