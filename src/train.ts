/** `npm run train`: trains the statistical help of each pack on its labelled messages and writes it beside the rules. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kindOf, labelledFileSchema, type LabelledMessage } from '../rules/labelled.ts';
import { parseModel, type Model } from '../rules/model.ts';
import { isSetAside, trainModel } from '../rules/train.ts';
import { triage, type TriagePack } from '../rules/triage.ts';
import { readYaml } from '../rules/yaml_file.ts';
import { modelFile } from './model.ts';
import { currentPackIds, loadPack, packFolder } from './packs.ts';

/** The labelled messages of a pack, in the order of their files; none where the pack has none. */
export function readLabelled(pack: string): LabelledMessage[] {
  const folder = join(packFolder(pack), 'messages');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return names.flatMap((name) => readYaml(`messages/${name}`, readFileSync(join(folder, name), 'utf8'), labelledFileSchema).value);
}

function shareRight(messages: readonly LabelledMessage[], pack: TriagePack, model: Model | null): string {
  const right = messages.filter((message) => kindOf(triage(message, pack, model).decision) === kindOf(message.label)).length;
  return `${right} of ${messages.length} (${((100 * right) / Math.max(1, messages.length)).toFixed(1)} %)`;
}

if (import.meta.main) {
  // The few messages of a historic pack show what differs; they are too few to learn from.
  for (const id of currentPackIds()) {
    const messages = readLabelled(id);
    if (messages.length === 0) continue;
    const pack = loadPack(id);
    const unversioned = trainModel(messages, pack, '');
    const version = createHash('sha256').update(JSON.stringify(unversioned)).digest('hex').slice(0, 12);
    const file = { ...unversioned, version };
    mkdirSync(dirname(modelFile(id)), { recursive: true });
    writeFileSync(modelFile(id), `${JSON.stringify(file)}\n`);
    const model = parseModel(file);
    const aside = messages.filter((message) => isSetAside(message.id));
    process.stdout.write(
      [
        `${id}: model ${version}, ${file.features.length} features, trained on ${messages.length - aside.length} messages`,
        `outcome and ground right on the ${aside.length} set aside: rules alone ${shareRight(aside, pack, null)}, with the model ${shareRight(aside, pack, model)}`,
        '',
      ].join('\n'),
    );
  }
}
