/** Reads the statistical model of a pack from disk, once. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseModel, type Model } from '../rules/model.ts';
import type { PolicyPack } from '../rules/pack.ts';

const MODELS_FOLDER = join(import.meta.dirname, '..', 'rules', 'model');
const loaded = new Map<string, Model | null>();

/** Where the model of a pack is kept. */
export function modelFile(pack: string): string {
  return join(MODELS_FOLDER, `${pack}.json`);
}

/**
 * The model of a pack, or null where none was trained: the rules then stand alone.
 * @throws SyntaxError or ZodError where the file is damaged
 */
export function loadModel(pack: string): Model | null {
  const known = loaded.get(pack);
  if (known !== undefined) return known;
  const file = modelFile(pack);
  const model = existsSync(file) ? parseModel(JSON.parse(readFileSync(file, 'utf8'))) : null;
  loaded.set(pack, model);
  return model;
}

/** The model that a pack is decided with: its own, else that of the pack whose rules it takes. */
export function modelOf({ pack, from }: Pick<PolicyPack, 'pack' | 'from'>): Model | null {
  return loadModel(pack) ?? (from === null ? null : loadModel(from.pack));
}
