/** Who a decided case goes to, by the pack's routing table. */
import type { Decision } from '../../../rules/decision.ts';
import { routeFor } from '../../../rules/routing.ts';
import type { Case, EventBody } from '../case.ts';
import type { Context } from './action.ts';

/** The `routed` event that follows from a decision, or none where the owner stays the same. */
export function routedBy(c: Case, decided: { decision: Decision }, context: Context): EventBody[] {
  const route = routeFor(decided.decision, context.pack);
  const same = c.owner_role === route.owner_role && c.restricted === route.restricted && c.copies.join() === route.copies.join();
  if (same) return [];
  return [{ type: 'routed', owner_role: route.owner_role, copies: route.copies, restricted: route.restricted }];
}
