import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemView } from '../edge/problem.view';
import { withProblemAnswers } from './problem-answers';

const DESCRIPTION = `助企：万人助万企的诉求办理系统。

- 时间为 ISO-8601 UTC（以 Z 结尾），工作日为 YYYY-MM-DD。
- 列表以 limit（至多 100，默认 20）与 cursor 翻页，答复 items 与 nextCursor。
- 更改诉求须带 If-Match（即读取时的 ETag，如 "v7"）：缺少为 428，过时为 412。
- 创建可带 Idempotency-Key：同样的内容得到同样的答复。
- 出错时答复 application/problem+json；同时适用多项时，次序为 401、404、403、428、412、409、422。`;

/** The OpenAPI document of the routes as they are declared. Complete only on a build with the Swagger plugin. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('助企 API')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'POST /sessions 的 accessToken',
    })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: operationId,
    extraModels: [ProblemView],
  });
  return withProblemAnswers(document);
}

/** `TicketReadingController.one` → `ticketReading.one`: short, stable, unique. */
function operationId(controller: string, method: string): string {
  const subject = controller.replace(/Controller$/, '');
  return `${subject.charAt(0).toLowerCase()}${subject.slice(1)}.${method}`;
}
