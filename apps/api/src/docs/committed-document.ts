import type { OpenAPIObject } from '@nestjs/swagger';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const DOCUMENT_FILE = 'openapi.json';

/** The document that lies beside package.json, or null when this copy of the program came without it. */
export function committedDocument(from: string = __dirname): OpenAPIObject | null {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(join(folder, 'package.json'))) continue;
    const file = join(folder, DOCUMENT_FILE);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as OpenAPIObject) : null;
  }
  return null;
}
