/** Reads from disk, once, what makes many reports of one place an incident. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type IncidentRules, incidentRulesSchema } from '../rules/incidents.ts';

let loaded: IncidentRules | undefined;

/** @throws ZodError naming what is wrong in `rules/incidents.yaml` */
export function incidentRules(): IncidentRules {
  loaded ??= incidentRulesSchema.parse(parse(readFileSync(join(import.meta.dirname, '..', 'rules', 'incidents.yaml'), 'utf8')));
  return loaded;
}
