import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

/** What a status means to the caller. */
const MEANING = {
  400: '请求无法解析',
  401: '未登录，或登录已失效',
  403: '无权进行此操作',
  404: '没有找到，或不在您的范围内',
  409: '当前状态不允许此操作',
  412: '内容已被他人更新，请重新读取',
  413: '请求体超过 256 KB',
  415: '请使用 application/json',
  422: '请求内容不符合要求，逐项见 errors',
  428: '缺少 If-Match',
  429: '请求过于频繁，请按 Retry-After 再试',
  503: '服务暂不可用，请按 Retry-After 再试',
} as const;
type ProblemStatus = keyof typeof MEANING;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } };

const takes = (operation: Operation, place: 'path' | 'query'): boolean =>
  (operation.parameters ?? []).some((parameter) => 'in' in parameter && parameter.in === place);
const isVersioned = (operation: Operation): boolean =>
  (operation.parameters ?? []).some((parameter) => 'name' in parameter && parameter.name === 'If-Match');
const isCreating = (operation: Operation): boolean => operation.requestBody !== undefined;
const needsSignIn = (operation: Operation): boolean => (operation.security ?? []).length > 0;
const permissionOf = (operation: Operation): string =>
  'x-permission' in operation ? String(operation['x-permission']) : '';
const needsPermission = (operation: Operation): boolean => permissionOf(operation) !== '';
/** What only takes a problem down finds nothing in its way; every other change can. */
const isChanging = (operation: Operation): boolean =>
  needsPermission(operation) && !/\.read$|^ticket\.submit$/.test(permissionOf(operation));

/** Which problems an operation can answer with follows from its shape, so no route has to list them. */
const CAUSES: readonly { when: (operation: Operation) => boolean; statuses: readonly ProblemStatus[] }[] = [
  { when: () => true, statuses: [503] },
  { when: needsSignIn, statuses: [401, 429] },
  { when: needsPermission, statuses: [403] },
  { when: (operation) => takes(operation, 'path'), statuses: [404] },
  { when: (operation) => isCreating(operation) && needsPermission(operation), statuses: [404] },
  { when: (operation) => isCreating(operation) && !needsSignIn(operation), statuses: [401] },
  { when: isChanging, statuses: [409] },
  { when: (operation) => takes(operation, 'query'), statuses: [422] },
  { when: isCreating, statuses: [400, 413, 415, 422] },
  { when: isVersioned, statuses: [409, 412, 428] },
];

/** The same document with the problem answers of every operation; what a route says itself stays. */
export function withProblemAnswers(document: OpenAPIObject): OpenAPIObject {
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation !== undefined) operation.responses = { ...problemsOf(operation), ...operation.responses };
    }
  }
  return document;
}

const problemsOf = (operation: Operation): Operation['responses'] =>
  Object.fromEntries(
    CAUSES.filter(({ when }) => when(operation))
      .flatMap(({ statuses }) => statuses)
      .map((status) => [String(status), { description: MEANING[status], content: PROBLEM }]),
  );
