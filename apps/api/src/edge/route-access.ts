import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from '@zhuqi/domain';

/** What the door asks of a caller before the use case is reached. */
export type RouteAccess =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'permission'; readonly permission: Permission; readonly late: boolean };

export const ROUTE_ACCESS = 'zhuqi:route-access';

const declare = (access: RouteAccess): MethodDecorator & ClassDecorator => SetMetadata(ROUTE_ACCESS, access);

/** Anybody may call this: signing in, health, the documents. */
export const Public = (): MethodDecorator & ClassDecorator => declare({ kind: 'public' });

/** Any signed-in person may call this about itself: its session, its password. */
export const SignedIn = (): MethodDecorator & ClassDecorator =>
  applyDecorators(declare({ kind: 'signedIn' }), ApiBearerAuth());

/**
 * The permission a route needs. `late` leaves the refusal to the use case, which answers 404 for a ticket
 * the caller may not read before it answers 403; the door then only asks for a signed-in person.
 */
export const Can = (
  permission: Permission,
  options: { late?: boolean } = {},
): MethodDecorator & ClassDecorator =>
  applyDecorators(
    declare({ kind: 'permission', permission, late: options.late ?? false }),
    ApiBearerAuth(),
    ApiExtension('x-permission', permission),
  );
