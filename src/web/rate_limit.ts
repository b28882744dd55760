/** Slows down whoever tries to sign in again and again; a brake, not a lock: tokens cannot be guessed anyway. */
import type { RequestHandler } from 'express';

/** Addresses remembered at once; beyond it the oldest is forgotten, so that memory is bounded. */
const MAX_REMEMBERED = 10_000;

export interface RateLimit {
  /** Attempts allowed in one burst. */
  burst: number;
  /** One more attempt is allowed each time this long has passed, in ms. */
  refill_ms: number;
}

/**
 * Answers 429 with Retry-After once an address has used up its attempts.
 * Kept in this process: with several processes the limit is that many times higher, which is still a limit.
 */
export function rateLimit(
  { burst, refill_ms }: RateLimit,
  now: () => Date,
  refuse: (retry_after_s: number) => Error,
): RequestHandler {
  const buckets = new Map<string, { left: number; at: number }>();
  return (request, response, next) => {
    const key = network(request.ip ?? '');
    const at = now().getTime();
    const before = buckets.get(key) ?? { left: burst, at };
    // A clock that is set back takes nothing away.
    const left = Math.min(burst, before.left + Math.max(0, at - before.at) / refill_ms);
    buckets.delete(key); // re-inserted at the end: the map stays in order of last use
    if (buckets.size >= MAX_REMEMBERED) {
      const oldest = buckets.keys().next();
      if (!oldest.done) buckets.delete(oldest.value);
    }
    if (left < 1) {
      buckets.set(key, { left, at });
      const retry_after_s = Math.ceil(((1 - left) * refill_ms) / 1000);
      response.setHeader('Retry-After', String(retry_after_s));
      next(refuse(retry_after_s));
      return;
    }
    buckets.set(key, { left: left - 1, at });
    next();
  };
}

/** An IPv6 customer owns a whole /64: counting single addresses would be no limit. */
function network(ip: string): string {
  return ip.includes(':') && !ip.startsWith('::ffff:') ? ip.split(':').slice(0, 4).join(':') : ip;
}
