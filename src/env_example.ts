/** `npm run env:example`: writes `.env.example` from the tables that also check the environment, so that the two never disagree. */
import { writeFileSync } from 'node:fs';
import { boxVariables, VARIABLES, type Variable } from '../channels/email/index.ts';
import { SETTINGS } from './config.ts';

/** The mailbox that the example shows. */
const EXAMPLE_BOX = 'hello';

function lines({ name, says, default: fallback, example }: Variable): string {
  const shown = fallback ? ` Default: ${fallback}.` : '';
  return `# ${says}${shown}\n# ${name}=${example}\n`;
}

/** The whole text of `.env.example`. */
export function envExample(): string {
  const house = Object.entries(SETTINGS).map(([name, { says, default: fallback, example }]) =>
    lines({ name, says, default: fallback, example }),
  );
  return [
    '# Every variable that the product reads. All have a default or may stay unset; wrong values stop the start with a list.',
    '',
    '# --- The house ---',
    ...house,
    '# --- Mail ---',
    ...VARIABLES.map(lines),
    `# Of each mailbox that MAILBOXES names, here of \`${EXAMPLE_BOX}\`:`,
    '',
    ...boxVariables(EXAMPLE_BOX).map(lines),
  ].join('\n');
}

if (import.meta.main) writeFileSync(new URL('../.env.example', import.meta.url), envExample());
