/** Letters from the pack's templates: plain text, and a missing value is an error, never a gap. */
import nunjucks from 'nunjucks';
import type { PolicyPack } from '../../rules/pack.ts';
import type { LetterKind } from './case.ts';

/** Compiled once each: a template is pack data and never changes while the product runs. */
const compiled = new Map<string, nunjucks.Template>();

const engine = new nunjucks.Environment(null, { autoescape: false, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });

/** @throws Error when the pack has no template of this kind, or the template names a value that is not given */
export function renderLetter(pack: PolicyPack, kind: LetterKind, values: Record<string, string>): string {
  const file = pack.letters[kind]?.template;
  const template = file ? pack.templates[file] : undefined;
  if (template === undefined) throw new Error(`pack ${pack.pack} has no template for the letter ${kind}`);
  let ready = compiled.get(template);
  if (!ready) {
    ready = nunjucks.compile(template, engine);
    compiled.set(template, ready);
  }
  return ready.render({ ...values, contacts: pack.contacts, landlord: pack.landlord });
}
