import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { committedDocument } from './committed-document';
import { describeApi } from './describe-api';

/** `/openapi.json` for programs and `/docs` for people, from the committed document. */
export function serveDocs(app: NestFastifyApplication): void {
  const document: OpenAPIObject = committedDocument() ?? describeApi(app);
  SwaggerModule.setup('docs', app, document, {
    useGlobalPrefix: false,
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: '助企 API',
    swaggerOptions: { defaultModelsExpandDepth: -1, persistAuthorization: true },
  });
}
