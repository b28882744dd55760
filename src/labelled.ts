/** Reads what people decided: a pack's labelled messages and its short sayings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledFileSchema, type LabelledMessage } from '../rules/labelled.ts';
import { parseSayings, type Saying } from '../rules/sayings.ts';
import { readYaml } from '../rules/yaml_file.ts';
import { packFolder } from './packs.ts';

/** Messages under `messages/seen/` were read while rules were written: they are always trained on and never measured. */
const SEEN_FOLDER = 'seen';

export type KnownMessage = LabelledMessage & { seen: boolean };

/**
 * The labelled messages of a pack, in the order of their files; none where the pack has none.
 * @throws PackError where a file cannot be read
 */
export function readLabelled(pack: string): KnownMessage[] {
  return readLabelledIn(packFolder(pack));
}

/** The same, of a pack in any folder. */
export function readLabelledIn(folder: string): KnownMessage[] {
  return [
    ...readFolder(folder, 'messages').map((message) => ({ ...message, seen: false })),
    ...readFolder(folder, join('messages', SEEN_FOLDER)).map((message) => ({ ...message, seen: true })),
  ];
}

function readFolder(pack_folder: string, folder: string): LabelledMessage[] {
  return namesIn(pack_folder, folder, '.yaml').flatMap(
    (name) => readYaml(join(folder, name), readFileSync(join(pack_folder, folder, name), 'utf8'), labelledFileSchema).value,
  );
}

/** The short sayings of a pack. @throws SyntaxError naming file and line */
export function readSayings(pack: string): Saying[] {
  return namesIn(packFolder(pack), 'sayings', '.txt').flatMap((name) =>
    parseSayings(`sayings/${name}`, readFileSync(join(packFolder(pack), 'sayings', name), 'utf8')),
  );
}

function namesIn(pack_folder: string, folder: string, ending: string): string[] {
  const path = join(pack_folder, folder);
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith(ending))
        .sort()
    : [];
}
