import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemView } from './problem.view';

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
export type ProblemStatus = keyof typeof MEANING;

/** Documents the problem answers of a route. */
export const ProblemResponses = (...statuses: readonly ProblemStatus[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiExtraModels(ProblemView),
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: MEANING[status],
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
      }),
    ),
  );
