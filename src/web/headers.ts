/** The headers on every answer of the desk: nothing runs, loads or frames it but the desk itself. */
import helmet from 'helmet';
import type { RequestHandler, Response } from 'express';

/** One year, in seconds. */
const HSTS_MAX_AGE_S = 31_536_000;

/**
 * No inline script, no inline style, no other origin: words of a resident that slip through as markup cannot act.
 * `form-action 'self'` also covers where a form's answer redirects to, which is why signing in elsewhere starts with a link.
 */
export function strictHeaders(is_https: boolean): RequestHandler[] {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(is_https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginEmbedderPolicy: false, // the framed HTML of a message is an opaque origin; nothing here needs isolation
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: is_https ? { maxAge: HSTS_MAX_AGE_S } : false,
    xFrameOptions: { action: 'deny' },
  });
  const personal: RequestHandler = (_request, response, next) => {
    // Pages hold people's words: no shared or browser cache may keep them, not even for the back button.
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    response.setHeader('X-Robots-Tag', 'noindex, nofollow');
    next();
  };
  return [protect, personal];
}

/**
 * For bytes that a stranger chose: they are shut in a sandbox of no origin, and may be framed only by the desk.
 * @param styles whether inline styles may colour it; scripts, forms, links out and remote content never work
 */
export function sandboxHeaders(response: Response, { styles, framed }: { styles: boolean; framed: boolean }): void {
  const policy = ["default-src 'none'", 'sandbox', "form-action 'none'", "base-uri 'none'"];
  if (styles) policy.push("style-src 'unsafe-inline'");
  policy.push(framed ? "frame-ancestors 'self'" : "frame-ancestors 'none'");
  response.setHeader('Content-Security-Policy', policy.join('; '));
  if (framed) response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
}
