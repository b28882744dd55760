/** Reads what a form or an address line sent: every value is a bounded string before anybody looks at it. */
import type { Request } from 'express';

/** Longest value of any field, in characters. */
export const MAX_FIELD_LENGTH = 20_000;

/** The database refuses NUL and lone surrogates; nobody types them. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** One value of a field; the last where it was sent twice, empty where it was not sent. */
export function field(source: unknown, name: string): string {
  return fields(source, name).at(-1) ?? '';
}

/** All values of a field that may be ticked several times. */
export function fields(source: unknown, name: string): string[] {
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, name)) return [];
  const value: unknown = (source as Record<string, unknown>)[name];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string').map((each) => storable(each.slice(0, MAX_FIELD_LENGTH)));
}

/** The value where it is one of the known words, else null. */
export function oneOf<W extends string>(words: readonly W[], value: string): W | null {
  return words.find((word) => word === value) ?? null;
}

/** A path parameter. */
export function param(request: Request, name: string): string {
  const value: unknown = request.params[name];
  return typeof value === 'string' ? storable(value) : '';
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isId(value: string): boolean {
  return UUID.test(value);
}

/** A path within the desk to go on to after signing in; anything else leads to the queue, never to another site. */
export function localPath(value: string): string {
  if (!value.startsWith('/') || value.length > 2_000) return '/';
  const base = 'http://desk.invalid';
  const url = URL.parse(value, base);
  if (url === null || url.origin !== base || value.startsWith('//') || value.includes('\\')) return '/';
  return `${url.pathname}${url.search}`;
}
