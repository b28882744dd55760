/** Answers with a page: puts what every page needs beside what this one shows. */
import type { Request, Response } from 'express';
import { formToken } from './secrets.ts';
import { visitOf } from './session.ts';
import type { Templates } from './templates.ts';

/** Which entry of the navigation a page belongs to. */
export type Place = 'queue' | 'held' | 'automatic' | 'search' | null;

export interface Page {
  title: string;
  here: Place;
  /** Shown above everything, with the focus on it. */
  problem?: Problem | null;
  /** What was just done, in one sentence. */
  done?: string | null;
  /** What live updates this page wants, `queue` or a case's id, and up to which instant or version it knows. */
  live?: { page: string; seen: string | number } | null;
  [detail: string]: unknown;
}

export interface Problem {
  title?: string;
  says?: string;
  /** Sentences, each leading to the field that it is about. */
  list?: { text: string; href?: string }[];
}

export type Show = (request: Request, response: Response, view: string, page: Page) => void;

export function openShow(templates: Templates): Show {
  return (request, response, view, page) => {
    const { colleague, secret } = visitOf(request);
    const html = templates.render(view, { ...page, colleague, form_token: secret === null ? '' : formToken(secret) });
    response.type('html').send(html);
  };
}
