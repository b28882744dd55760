/** `triage decide` keeps its public shape, and one bad line never stops the next. */
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli/index.ts';

async function run(args: string[], input: string): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: '', err: '' };
  const into = (key: 'out' | 'err') =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        texts[key] += chunk.toString('utf8');
        done();
      },
    });
  const code = await runCommand(['decide', ...args], {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: into('out'),
    stderr: into('err'),
    env: {},
  });
  return { code, ...texts };
}

const contact = {
  id: 'a1',
  channel: 'email',
  received_at: '2026-11-24T10:00:00Z',
  from: { name: 'Ada Finch', email: 'ada@mail.example', phone: null, handle: null },
  subject: null,
  text: 'Third time I have rung about the boiler. Nobody has come.',
  history: [],
};

describe('decide', () => {
  it('answers one object a line with the words it rests on', async () => {
    const { code, out } = await run(
      [],
      `${JSON.stringify(contact)}\n\n${JSON.stringify({ ...contact, id: 'a2', text: 'What are your office hours?' })}\n`,
    );
    expect(code).toBe(0);
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      id: 'a1',
      outcome: 'complaint',
      exclusion: null,
      topic: null,
      duplicate_of: null,
      pack: { pack: 'connexus-2024' },
    });
    expect(second).toMatchObject({ id: 'a2', outcome: 'other', topic: 'enquiry' });
    expect(first.confidence).toBeGreaterThan(0);
    expect(first.confidence).toBeLessThanOrEqual(1);
    expect(first.evidence.length).toBeGreaterThan(0);
    for (const { quote, start, end, because, source } of first.evidence) {
      expect(quote).toBe(contact.text.slice(start, end));
      expect(because).not.toBe('');
      expect(source).toMatch(/^[A-Z0-9]+-/);
    }
  });

  it.each([
    ['no JSON', 'nonsense', null],
    ['no object', '[1]', null],
    ['a missing text', JSON.stringify({ ...contact, text: undefined }), 'a1'],
    ['an unknown channel', JSON.stringify({ ...contact, channel: 'fax' }), 'a1'],
    ['a bad date', JSON.stringify({ ...contact, received_at: 'soon' }), 'a1'],
  ])('%s yields an error line and the next line goes on', async (_, line, id) => {
    const { code, out } = await run([], `${line}\n${JSON.stringify({ ...contact, id: 'next' })}\n`);
    const [first, second] = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(first).toEqual({ id, error: expect.stringContaining('line 1: ') });
    expect(second).toMatchObject({ id: 'next', outcome: 'complaint' });
    expect(code).toBe(0);
  });

  it('an unknown pack is refused with the known ones', async () => {
    const { code, err } = await run(['--pack', 'nowhere'], '');
    expect(code).toBe(2);
    expect(err).toContain('connexus-2024');
  });

  it('explains in words, with clauses and what would change the answer', async () => {
    const { out } = await run(['--explain'], JSON.stringify(contact));
    expect(out).toContain('a1: complaint');
    expect(out).toContain('CODE-1.3');
    expect(out).toContain('"Third time I');
    expect(out).toContain('The answer would change:');
  });
});
