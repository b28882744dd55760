/** Letters from the pack's templates: plain text, and a missing value is an error, never a gap. */
import nunjucks from 'nunjucks';
import type { PolicyPack } from '../../rules/pack.ts';
import type { LetterKind } from './case.ts';

const engine = new nunjucks.Environment(null, { autoescape: false, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });

/** @throws Error when the pack has no template of this kind, or the template names a value that is not given */
export function renderLetter(pack: PolicyPack, kind: LetterKind, values: Record<string, string>): string {
  const file = pack.letters[kind]?.template;
  const template = file ? pack.templates[file] : undefined;
  if (template === undefined) throw new Error(`pack ${pack.pack} has no template for the letter ${kind}`);
  return engine.renderString(template, { ...values, contacts: pack.contacts, landlord: pack.landlord });
}
