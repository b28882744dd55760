/** Reads HTML mail twice: as plain words for triage, with the words of others marked, and as safe HTML for the desk. */
import { convert } from 'html-to-text';
import sanitizeHtml from 'sanitize-html';
import { cleanText, hasWords } from './charset.ts';
import { WROTE } from './quote_marks.ts';

/** html-to-text takes seconds and most of a gigabyte on some megabytes of flat HTML; beyond this our own single pass reads. */
const LIBRARY_MAX_LENGTH = 1_000_000;
/** Parsers walk the tree recursively; browsers flatten at 512. */
const LIBRARY_MAX_DEPTH = 400;
/** Longer HTML is not kept for showing; its words and the raw mail are. */
const SHOWN_MAX_LENGTH = 1_000_000;

export interface HtmlWords {
  text: string;
  /** The mail program itself marked where the words of others begin. */
  has_quotes: boolean;
}

const DROPPED = /<(script|style|head|title|template|noscript|object|svg|math|xml)\b/gi;

/** The words of HTML, blocks as lines, quotes marked with `> `, what readers cannot see left out. Never throws. */
export function htmlWords(html: string): HtmlWords {
  const readable = dropElements(html);
  const seen = withoutHidden(readable);
  // Hiding everything hides nothing: then the words count all the same.
  const bounded = hasWords(bare(seen.slice(0, LIBRARY_MAX_LENGTH))) ? seen : readable;
  const hasQuotes =
    /<blockquote\b|gmail_quote|divRplyFwdMsg|appendonsend|yahoo_quoted|moz-cite-prefix|ms-outlook-mobile-reference|protonmail_quote/i.test(
      bounded,
    );
  // Without any sign of a reply a blockquote is only an indent.
  const isIndent =
    !/type\s*=\s*["']?cite|gmail_quote|divRplyFwdMsg|yahoo_quoted|moz-cite|protonmail_quote/i.test(bounded) && !WROTE.test(bounded);
  const read =
    bounded.length > LIBRARY_MAX_LENGTH || depth(bounded) > LIBRARY_MAX_DEPTH ? bare(bounded) : converted(bounded, isIndent);
  const plain = bare(bounded);
  // On broken tags the library swallows words; a pass that knows no tree does not.
  const text = wordCount(read) * 2 >= wordCount(plain) ? read : plain;
  return { text: cleanText(text.replaceAll('\u00A0', ' ')), has_quotes: hasQuotes };
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]{1,100}/gu)?.length ?? 0;
}

function converted(html: string, isIndent: boolean): string {
  try {
    return convert(html, {
      formatters: {
        // Cells side by side must not run together.
        cell: (element, walk, builder) => {
          walk(element.children, builder);
          builder.addInline(' ');
        },
      },
      wordwrap: false,
      preserveNewlines: false,
      limits: { maxDepth: 1_500, ellipsis: '' },
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'img', format: 'skip' },
        {
          selector: 'blockquote',
          ...(isIndent ? { format: 'block' } : {}),
          options: { leadingLineBreaks: 1, trailingLineBreaks: 1, trimEmptyLines: true },
        },
        { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
        { selector: 'hr', format: 'horizontalLine', options: { length: 32 } },
        { selector: 'ul', options: { itemPrefix: '- ' } },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
        { selector: 'table', format: 'block' },
        { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
        { selector: 'td', format: 'cell' },
        { selector: 'th', format: 'cell' },
      ],
    });
  } catch {
    return bare(html); // a tree that the library cannot walk still has words
  }
}

/** Cuts out elements whose content is not for reading, in one pass; an unclosed one loses only its tag, except scripts and styles. */
function dropElements(html: string): string {
  const lower = html.toLowerCase();
  const unclosed = new Set<string>();
  let out = '';
  let last = 0;
  for (const found of html.matchAll(DROPPED)) {
    if (found.index < last) continue;
    const name = (found[1] ?? '').toLowerCase();
    // An open comment around a tag is looked at by the converter.
    const close = unclosed.has(name) ? -1 : lower.indexOf(`</${name}`, found.index);
    if (close < 0) {
      unclosed.add(name);
      continue;
    }
    const end = lower.indexOf('>', close);
    out += `${html.slice(last, found.index)} `;
    last = end < 0 ? html.length : end + 1;
  }
  return out + html.slice(last);
}

const HIDING =
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)|max-height\s*:\s*0(?:px)?\s*(?:;|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$))/i;

/** Takes out elements that hide themselves: preheaders and traps. Counts tags of the same name to find the end; one pass. */
function withoutHidden(html: string): string {
  if (!/style\s*=|\shidden[\s>]/i.test(html)) return html;
  let out = '';
  let last = 0;
  const tags = /<(\/?)([a-z][a-z0-9]{0,20})\b([^<>]{0,4000})>/gi;
  let hidden: { name: string; from: number; open: number } | null = null;
  for (const found of html.matchAll(tags)) {
    const [all, slash, rawName = '', attributes = ''] = found;
    const name = rawName.toLowerCase();
    if (hidden) {
      if (name !== hidden.name || attributes.endsWith('/')) continue;
      hidden.open += slash ? -1 : 1;
      if (hidden.open > 0) continue;
      out += html.slice(last, hidden.from);
      last = found.index + all.length;
      hidden = null;
    } else if (!slash && !/^(?:img|br|hr|input|meta|link|body|html)$/.test(name) && isHidden(attributes)) {
      hidden = { name, from: found.index, open: 1 };
    }
  }
  // A hidden element without an end would take everything with it: then nothing is taken.
  return out + html.slice(last);
}

function isHidden(attributes: string): boolean {
  if (/(?:^|\s)hidden(?:\s|=|$)/i.test(attributes.replace(/"[^"]{0,3000}"|'[^']{0,3000}'/g, '""'))) return true;
  const style = /style\s*=\s*(?:"([^"]{0,3000})"|'([^']{0,3000})')/i.exec(attributes);
  return style !== null && HIDING.test(style[1] ?? style[2] ?? '');
}

/** How deep elements nest, counted without building a tree. */
function depth(html: string): number {
  let open = 0;
  let deepest = 0;
  for (const found of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (/^(?:br|img|hr|meta|link|input|area|base|col|p|li|td|tr|th|dd|dt)$/i.test(found[2] ?? '')) continue;
    open = found[1] ? Math.max(0, open - 1) : open + 1;
    if (open > deepest) deepest = open;
  }
  return deepest;
}

const BLOCK = /^(?:p|div|br|tr|li|h[1-6]|table|blockquote|hr|ul|ol|section|article|header|footer|pre|dl|dt|dd)$/;

/** Words without a tree: tags become line ends or nothing. For HTML too long or too deep for the library. */
function bare(html: string): string {
  const pieces: string[] = [];
  let quotes = 0;
  let last = 0;
  let isEndless = false;
  const breakLine = (): void => {
    pieces.push(quotes > 0 ? '\n> ' : '\n');
  };
  while (last < html.length) {
    const open = html.indexOf('<', last);
    if (open < 0) break;
    pieces.push(html.slice(last, open).replace(/\s+/g, ' '));
    if (html.startsWith('<!--', open)) {
      const end: number = isEndless ? -1 : html.indexOf('-->', open + 4);
      isEndless ||= end < 0;
      last = end < 0 ? open + 4 : end + 3; // a comment without an end has words all the same
      continue;
    }
    const tag = /^<(\/?)([a-z][a-z0-9]{0,20})/i.exec(html.slice(open, open + 24));
    const end = html.indexOf('>', open);
    if (!tag || end < 0) {
      pieces.push('<');
      last = open + 1;
      if (end < 0) break;
      continue;
    }
    const name = (tag[2] ?? '').toLowerCase();
    if (name === 'blockquote') quotes = Math.max(0, quotes + (tag[1] ? -1 : 1));
    if (BLOCK.test(name)) breakLine();
    last = end + 1;
  }
  pieces.push(html.slice(last).replace(/\s+/g, ' '));
  return decodeEntities(pieces.join(''));
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi,
    (all, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
      const code = decimal !== undefined ? Number(decimal) : parseInt(hex ?? '', 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** HTML fit to show beside the words: no script, style, form or remote content; links only to web and mail. Null where it is too much. */
export function safeHtml(html: string): string | null {
  if (html.length > SHOWN_MAX_LENGTH || depth(html) > LIBRARY_MAX_DEPTH) return null;
  return cleanText(
    sanitizeHtml(html, {
      allowedTags: [
        'a',
        'abbr',
        'b',
        'bdi',
        'blockquote',
        'br',
        'caption',
        'code',
        'dd',
        'del',
        'div',
        'dl',
        'dt',
        'em',
        'h1',
        'h2',
        'h3',
        'h4',
        'h5',
        'h6',
        'hr',
        'i',
        'ins',
        'li',
        'ol',
        'p',
        'pre',
        'q',
        's',
        'small',
        'span',
        'strong',
        'sub',
        'sup',
        'table',
        'tbody',
        'td',
        'tfoot',
        'th',
        'thead',
        'tr',
        'u',
        'ul',
      ],
      allowedAttributes: {
        a: ['href', 'rel', 'target', 'referrerpolicy'],
        td: ['colspan', 'rowspan'],
        th: ['colspan', 'rowspan', 'scope'],
        ol: ['start'],
        '*': ['dir', 'lang'],
      },
      allowedSchemes: ['http', 'https', 'mailto'],
      allowProtocolRelative: false,
      nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'svg', 'math', 'template', 'object'],
      transformTags: {
        a: (tagName, attribs) => ({
          tagName,
          attribs: { ...attribs, rel: 'noopener noreferrer nofollow', target: '_blank', referrerpolicy: 'no-referrer' },
        }),
        // A picture is told, not shown: showing it would tell its owner who reads.
        img: (_, attribs) => ({
          tagName: 'span',
          attribs: {},
          text: attribs['alt']?.trim() ? `[picture: ${attribs['alt'].trim().slice(0, 200)}]` : '[picture]',
        }),
      },
    }),
  ).trim();
}
