/** Reads what people decided: a pack's labelled messages and its short sayings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledFileSchema, type LabelledMessage } from '../rules/labelled.ts';
import { parseSayings, type Saying } from '../rules/sayings.ts';
import { readYaml } from '../rules/yaml_file.ts';
import { packFolder } from './packs.ts';

/** Messages under `messages/seen/` were read while rules were written: they are always trained on and never measured. */
const SEEN_FOLDER = 'seen';

/**
 * The labelled messages of a pack, in the order of their files; none where the pack has none.
 * @throws PackError where a file cannot be read
 */
export function readLabelled(pack: string): (LabelledMessage & { seen: boolean })[] {
  return [
    ...readFolder(pack, 'messages').map((message) => ({ ...message, seen: false })),
    ...readFolder(pack, join('messages', SEEN_FOLDER)).map((message) => ({ ...message, seen: true })),
  ];
}

function readFolder(pack: string, folder: string): LabelledMessage[] {
  return namesIn(pack, folder, '.yaml').flatMap(
    (name) => readYaml(join(folder, name), readFileSync(join(packFolder(pack), folder, name), 'utf8'), labelledFileSchema).value,
  );
}

/** The short sayings of a pack. @throws SyntaxError naming file and line */
export function readSayings(pack: string): Saying[] {
  return namesIn(pack, 'sayings', '.txt').flatMap((name) =>
    parseSayings(`sayings/${name}`, readFileSync(join(packFolder(pack), 'sayings', name), 'utf8')),
  );
}

function namesIn(pack: string, folder: string, ending: string): string[] {
  const path = join(packFolder(pack), folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith(ending))
        .sort()
    : [];
}
