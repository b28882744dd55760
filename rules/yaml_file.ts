/** Reads one YAML file against its shape, so that whoever writes a pack is told the file, the line, what was expected and what came. */
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** One thing wrong in one file of a pack. */
export interface Problem {
  file: string;
  /** 1-based; null where the problem belongs to the whole file. */
  line: number | null;
  says: string;
}

/** A pack that cannot be used. The message names each problem on a line of its own. */
export class PackError extends Error {
  override name = 'PackError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, says }) => `${file}${line === null ? '' : `:${line}`}: ${says}`).join('\n'));
    this.problems = problems;
  }
}

/** Far more than any file of a pack; a larger one is a mistake and would hold up the start. */
const LARGEST_FILE = 4_000_000;
/** The policy files use no aliases; a few are no harm, thousands unfold without end. */
const MOST_ALIASES = 100;

/** A YAML file that could be parsed, before it is held against any shape. */
export interface YamlFile {
  raw: unknown;
  /** For problems that only show when files are seen together. */
  lineOf: (path: PropertyKey[]) => number | null;
}

/** @throws PackError for what is no YAML, is too long or unfolds without end */
export function openYaml(file: string, text: string): YamlFile {
  if (text.length > LARGEST_FILE)
    throw new PackError([{ file, line: null, says: `expected at most ${LARGEST_FILE} characters, got ${text.length}` }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new PackError(document.errors.map((error) => ({ file, line: lines.linePos(error.pos[0]).line, says: error.message })));
  }
  return { raw: unfold(document, file), lineOf: (path) => lineAt(document, lines, path) };
}

/** @throws PackError with everything in `raw` that is not of the shape, at its line in the file */
export function readShape<T extends z.ZodType>(file: string, { raw, lineOf }: YamlFile, schema: T): z.output<T> {
  const read = schema.safeParse(raw, { reportInput: true });
  if (read.success) return read.data;
  throw new PackError(
    read.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      says: `${issue.path.map(String).join('.') || 'file'}: ${sentence(issue, raw)}`,
    })),
  );
}

/**
 * @returns the file's value as its schema reads it, and `lineOf` for problems that only show when files are seen together
 * @throws PackError with everything that is wrong in the file
 */
export function readYaml<T extends z.ZodType>(
  file: string,
  text: string,
  schema: T,
): { value: z.output<T>; lineOf: YamlFile['lineOf'] } {
  const opened = openYaml(file, text);
  return { value: readShape(file, opened, schema), lineOf: opened.lineOf };
}

function unfold(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    throw new PackError([{ file, line: null, says: `expected at most ${MOST_ALIASES} aliases: ${String(error)}` }]);
  }
}

function sentence(issue: z.core.$ZodIssue, raw: unknown): string {
  if (issue.code === 'unrecognized_keys')
    return `expected no such key, got ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
  const came = issue.path.reduce<unknown>((value, key) => (isRecord(value) ? value[String(key)] : undefined), raw);
  return `${issue.message}; got ${brief(came)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function brief(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** The line of the deepest part of the path that is there. */
function lineAt(document: Document.Parsed, lines: LineCounter, path: PropertyKey[]): number | null {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}
