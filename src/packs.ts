/** Reads the policy packs from disk, once, and hands them out unchangeable: which policy a case follows never shifts under it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { londonDay } from '../rules/days.ts';
import { findPackInForce, PackError, parsePack, type PolicyPack } from '../rules/pack.ts';
import { findReady } from './ready.ts';

/** Beside this file's folder, wherever the command was started. */
const PACKS_FOLDER = join(import.meta.dirname, '..', 'rules', 'packs');

const loaded = new Map<string, PolicyPack>();

/** The ids of the packs that are there, in order. */
export function packIds(): string[] {
  return readdirSync(PACKS_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

let current: readonly string[] | undefined;
/** `floor: null` at the beginning of a line: an entry inside another section is always indented. */
const HISTORIC = /^floor:[ \t]*(null|~|)[ \t]*(#.*)?$/m;

/**
 * The ids of the packs that new cases may follow, in order: all but the historic ones, which are loaded only when asked for.
 * Told from the text alone, because reading a pack whole takes a good part of the start.
 */
export function currentPackIds(): readonly string[] {
  current ??= packIds().filter((id) => !HISTORIC.test(readText(packFolder(id), 'pack.yaml')));
  return current;
}

function readText(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (error) {
    throw new PackError([{ file: folder, line: null, says: `expected a readable folder with ${name}, got ${String(error)}` }]);
  }
}

/** The folder of a pack by its id. */
export function packFolder(id: string): string {
  return join(PACKS_FOLDER, id);
}

/**
 * The text files of a pack by their name inside its folder, with `/` between the parts: what `parsePack` reads.
 * Labelled messages are left out; they are no part of the policy.
 * @throws PackError where the folder cannot be read
 */
export function readPackFiles(folder: string): Record<string, string> {
  try {
    const names = ['.', 'triage', 'triage/cues', 'letters'].flatMap((part) => {
      if (part !== '.' && !existsSync(join(folder, part))) return [];
      return readdirSync(join(folder, part), { withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(yaml|njk)$/.test(entry.name) && entry.name !== 'baseline.yaml')
        .map((entry) => join(part, entry.name));
    });
    return Object.fromEntries(names.map((name) => [name.replaceAll(sep, '/'), readFileSync(join(folder, name), 'utf8')]));
  } catch (error) {
    throw new PackError([{ file: folder, line: null, says: `expected a readable folder with pack.yaml, got ${String(error)}` }]);
  }
}

/** The files of a pack by its id. @throws PackError for an unknown one */
export function packFilesOf(id: string): Record<string, string> {
  const ids = packIds();
  if (!ids.includes(id))
    throw new PackError([{ file: 'packs', line: null, says: `expected one of ${ids.join(', ')}; got ${JSON.stringify(id)}` }]);
  return readPackFiles(packFolder(id));
}

/**
 * One pack by its id, read at most once and deep-frozen.
 * @throws PackError for an unknown, incomplete or contradictory pack and for one below its floor
 */
export function loadPack(id: string): PolicyPack {
  const known = loaded.get(id);
  if (known) return known;
  const files = packFilesOf(id);
  const pack = findReady(id, files) ?? parsePack(files, packFilesOf);
  if (pack.pack !== id)
    throw new PackError([{ file: 'pack.yaml', line: null, says: `expected pack: ${id}, as its folder; got ${pack.pack}` }]);
  loaded.set(id, deepFreeze(pack));
  return pack;
}

/**
 * A pack in any folder, such as a copy in which somebody tries a change before it is published.
 * @throws PackError as `loadPack`
 */
export function loadPackFolder(folder: string): PolicyPack {
  return deepFreeze(parsePack(readPackFiles(folder), packFilesOf));
}

/** Every pack that new cases may follow. @throws PackError as `loadPack` */
export function loadPacks(): PolicyPack[] {
  return currentPackIds().map(loadPack);
}

/**
 * The pack in force when a complaint was received. Packs without a floor are historic and never chosen.
 * @throws RangeError where no policy was in force yet
 */
export function packInForce(received_at: Date, packs: readonly PolicyPack[] = loadPacks()): PolicyPack {
  const day = londonDay(received_at);
  const pack = findPackInForce(
    packs.filter(({ floor }) => floor !== null),
    day,
  );
  if (!pack)
    throw new RangeError(
      `expected a policy in force on ${day}, got none: the packs begin on ${packs.map((each) => each.effective_from).join(', ')}`,
    );
  return pack;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
