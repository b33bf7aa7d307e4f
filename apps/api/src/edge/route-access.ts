import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@zhuqi/domain';

/** What the door asks of a caller before the use case is reached. */
export type RouteAccess =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'permission'; readonly permission: Permission; readonly late: boolean };

export const ROUTE_ACCESS = 'zhuqi:route-access';

/** Anybody may call this: signing in, health, the documents. */
export const Public = () => SetMetadata(ROUTE_ACCESS, { kind: 'public' } satisfies RouteAccess);

/** Any signed-in person may call this about itself: its session, its password. */
export const SignedIn = () => SetMetadata(ROUTE_ACCESS, { kind: 'signedIn' } satisfies RouteAccess);

/**
 * The permission a route needs. `late` leaves the refusal to the use case, which answers 404 for a ticket
 * the caller may not read before it answers 403; the door then only asks for a signed-in person.
 */
export const Can = (permission: Permission, options: { late?: boolean } = {}) =>
  SetMetadata(ROUTE_ACCESS, {
    kind: 'permission',
    permission,
    late: options.late ?? false,
  } satisfies RouteAccess);
