/** Runs all tests: installs the system programs that some suites need where it may, and otherwise says what was not run and fails. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Program {
  name: string;
  paths: string[];
  packages: string[];
  /** A suite that imports this file needs the program. */
  support: string;
}

const PROGRAMS: Program[] = [
  {
    name: 'Dovecot',
    paths: ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'],
    packages: ['dovecot-imapd'],
    support: 'support/dovecot.ts',
  },
  { name: 'Chromium', paths: ['/usr/bin/chromium'], packages: ['chromium'], support: 'support/browser.ts' },
];

const missing = (): Program[] => PROGRAMS.filter((program) => !program.paths.some((path) => existsSync(path)));

function install(programs: Program[]): void {
  const packages = programs.flatMap((program) => program.packages);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stderr.write(`installing ${packages.join(', ')} for the tests\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A failure shows in what is still missing afterwards.
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

/** Test files that lean on a support file, directly or through another support file. */
function suitesNeeding(programs: Program[]): string[] {
  const root = import.meta.dirname;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const text = new Map(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
  const needed = new Set(programs.map((program) => program.support));
  for (let grew = true; grew;) {
    grew = false;
    for (const [name, content] of text) {
      if (!name.startsWith('support/') || needed.has(name)) continue;
      if ([...needed].some((support) => content.includes(`'./${support.slice('support/'.length)}'`))) {
        needed.add(name);
        grew = true;
      }
    }
  }
  return [...text]
    .filter(([name, content]) => name.endsWith('.test.ts') && [...needed].some((support) => content.includes(`${support}'`)))
    .map(([name]) => `test/${name}`);
}

const wanted = missing();
if (wanted.length > 0) install(wanted);
const absent = missing();
const not_run = absent.length > 0 ? suitesNeeding(absent) : [];
const args = ['vitest', 'run', ...process.argv.slice(2), ...not_run.flatMap((file) => ['--exclude', file])];
const done = spawnSync('npx', args, { stdio: 'inherit' });
if (absent.length > 0) {
  const packages = absent.flatMap((program) => program.packages).join(' ');
  process.stderr.write(
    [
      '',
      '************************************************************************',
      `NOT RUN, since ${absent.map((program) => program.name).join(' and ')} is not installed here:`,
      ...not_run.map((file) => `  ${file}`),
      `Install it and run again:  sudo apt-get install ${packages}`,
      '************************************************************************',
      '',
    ].join('\n'),
  );
}
process.exitCode = absent.length > 0 ? 1 : (done.status ?? 1);
