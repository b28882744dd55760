/** A pack's files as they were read and checked, kept beside the model, so that a start need not read a thousand phrases anew. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackFiles, PolicyPack } from '../rules/pack.ts';

const FOLDER = join(import.meta.dirname, '..', 'rules', 'model');

/** Where the pack as read is kept. */
export function readyFile(id: string): string {
  return join(FOLDER, `${id}.pack.json`);
}

/** @returns one fingerprint of all files; any change to any of them gives another */
export function fingerprint(files: PackFiles): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) hash.update(`${name}\0${files[name] ?? ''}\0`);
  return hash.digest('hex');
}

/** The pack that these very files gave, or null where they have changed since: then they must be read. */
export function findReady(id: string, files: PackFiles): PolicyPack | null {
  const file = readyFile(id);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  // The fingerprint stands first, so that a stale file costs nothing.
  const prefix = `{"of":"${fingerprint(files)}","pack":`;
  if (!text.startsWith(prefix)) return null;
  // Written by `writeReady` from a pack that had passed every check; a test holds the two against each other.
  const { pack }: { pack: PolicyPack } = JSON.parse(text);
  return pack;
}

export function writeReady(id: string, files: PackFiles, pack: PolicyPack): void {
  writeFileSync(readyFile(id), `{"of":"${fingerprint(files)}","pack":${JSON.stringify(pack)}}\n`);
}
