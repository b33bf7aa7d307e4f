import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { PERSON_ACTIONS } from '@zhuqi/domain';
import { ROUTE_ACCESS, type RouteAccess } from '../edge/route-access';
import { actionPath } from './action-names';
import { TicketModule } from './ticket.module';

interface Route {
  readonly path: string;
  readonly permission: string;
}

const POST = 1;

const controllers: (new () => object)[] = Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, TicketModule);
const changes: Route[] = controllers.flatMap((controller) => {
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype)
    .map((name) => prototype[name]!)
    .filter((handler) => Reflect.getMetadata(METHOD_METADATA, handler) === POST)
    .map((handler) => {
      const access = Reflect.getMetadata(ROUTE_ACCESS, handler) as RouteAccess;
      const permission = access.kind === 'permission' ? access.permission : access.kind;
      return { path: String(Reflect.getMetadata(PATH_METADATA, handler)), permission };
    });
});

/** Two actions have addresses of another form: a request is a thing of its own, and a ruling is made on it. */
const ADDRESSES: Readonly<Record<string, string>> = {
  request: 'requests',
  rule: 'requests/:requestId/ruling',
};

describe('the routes of the lifecycle', () => {
  it.each(PERSON_ACTIONS)('%s has one, with its own permission', (action) => {
    const path = ADDRESSES[action] ?? actionPath(action);
    expect(changes.filter((route) => route.path === path)).toEqual([
      { path, permission: `ticket.${action}` },
    ]);
  });

  it('are all there is, beside the submission', () => {
    expect(changes).toHaveLength(PERSON_ACTIONS.length + 1);
  });
});
