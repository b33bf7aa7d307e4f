import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import { PERMISSIONS } from '@zhuqi/domain';
import { describeRoutes, ROUTE_ACCESS, type RouteAccess, unstartedApi } from '@zhuqi/api';

interface Route {
  readonly name: string;
  readonly path: string;
  readonly access: RouteAccess | undefined;
}

/** These speak of nobody but the caller; every other route needs a permission. */
const ABOUT_ONESELF = ['me', 'me/password', 'sessions/current'];
const OPEN_TO_ALL = ['sessions', 'sessions/refresh', 'health/live', 'health/ready', 'metrics'];

describe('every route', () => {
  let routes: Route[];
  beforeAll(async () => {
    const app = await unstartedApi();
    const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
      ...module.controllers.values(),
    ]);
    routes = controllers.flatMap(({ metatype }) => routesOf(metatype as new () => object));
  });

  const pathsOf = (kind: RouteAccess['kind']): string[] =>
    routes.filter(({ access }) => access?.kind === kind).map(({ path }) => path);

  it('is found by this test', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.map(({ path }) => path)).toEqual(expect.arrayContaining(['tickets', 'tickets/:id/claim']));
  });

  it('says whom it lets in', () => {
    expect(routes.filter(({ access }) => access === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('names a permission that somebody has', () => {
    const named = routes.flatMap(({ access }) => (access?.kind === 'permission' ? [access.permission] : []));
    const holders = (permission: (typeof named)[number]): readonly string[] => PERMISSIONS[permission];
    expect(named.filter((permission) => holders(permission).length === 0)).toEqual([]);
  });

  it('is open to all only where it must be', () => {
    expect(pathsOf('public').sort()).toEqual(OPEN_TO_ALL.sort());
  });

  it('does without a permission only where one speaks of oneself', () => {
    expect(pathsOf('signedIn').sort()).toEqual(ABOUT_ONESELF.sort());
  });
});

describe('every operation of the document', () => {
  interface Operation {
    readonly operationId: string;
    readonly summary?: string;
    readonly security?: object[];
    readonly responses: Record<string, { content?: object }>;
  }
  let operations: Operation[];
  beforeAll(async () => {
    const { paths } = await describeRoutes();
    operations = Object.values(paths).flatMap((item) => Object.values(item as Record<string, Operation>));
  });

  it('has a name of its own and says in Chinese what it is for', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    const silent = operations.filter(({ summary }) => !/\p{Script=Han}/u.test(summary ?? ''));
    expect(silent.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('documents its problems, and its refusals when it needs a signed-in person', () => {
    for (const { security, responses } of operations) {
      expect(responses).toHaveProperty('503');
      expect('401' in responses || security === undefined).toBe(true);
      expect('429' in responses || security === undefined).toBe(true);
    }
  });
});

function routesOf(controller: new () => object): Route[] {
  const prefix = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  const methods = Object.getOwnPropertyNames(controller.prototype).filter(
    (name) => name !== 'constructor' && Reflect.hasMetadata(METHOD_METADATA, handlerOf(controller, name)),
  );
  return methods.map((name) => {
    const handler = handlerOf(controller, name);
    const path = [prefix, String(Reflect.getMetadata(PATH_METADATA, handler))]
      .map((part) => part.replace(/^\/|\/$/g, ''))
      .filter((part) => part !== '')
      .join('/');
    const access: RouteAccess | undefined =
      Reflect.getMetadata(ROUTE_ACCESS, handler) ?? Reflect.getMetadata(ROUTE_ACCESS, controller);
    return { name: `${controller.name}.${name}`, path, access };
  });
}

const handlerOf = (controller: new () => object, name: string): object =>
  (controller.prototype as Record<string, object>)[name]!;
