/** Every rule is held to its own examples: those that must match, those that must not, and the known misses. */
import { describe, expect, it } from 'vitest';
import { triageInputSchema } from '../../rules/decision.ts';
import { look, type TriagePack } from '../../rules/triage.ts';
import type { Rule } from '../../rules/rule.ts';
import { ownRules } from '../../rules/check_pack.ts';
import { loadPack, packIds } from '../../src/packs.ts';

function meets(pack: TriagePack, rule: Rule, text: string): boolean {
  const channel = /^(agent|adviser|customer|caller):/im.test(text) ? 'phone' : 'email';
  const input = triageInputSchema.parse({ id: 'example', channel, received_at: '2026-11-24T10:00:00Z', text });
  const { evidence, trouble } = look(input, pack);
  expect(trouble).toEqual([]);
  for (const one of evidence) expect(one.end).toBeLessThanOrEqual(text.length);
  return evidence.some((one) => one.rule === rule.id);
}

for (const id of packIds()) {
  const pack = loadPack(id);
  describe(`the rules of ${id}`, () => {
    for (const rule of ownRules(pack).filter((rule) => rule.examples)) {
      it(`${rule.id} meets its own examples (${rule.source})`, () => {
        const { match = [], no_match = [], todo = [] } = rule.examples ?? {};
        expect(match.filter((text) => !meets(pack, rule, text))).toEqual([]);
        expect(no_match.filter((text) => meets(pack, rule, text))).toEqual([]);
        // A known miss that is no longer one belongs among the others.
        expect(todo.filter((text) => meets(pack, rule, text))).toEqual([]);
      });
    }
  });
}
